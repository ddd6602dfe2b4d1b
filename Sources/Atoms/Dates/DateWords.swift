/// A part of the day that people name instead of an hour.
enum DayPart: Hashable, Sendable {
    case morning
    case afternoon
    case evening
    case night
}

/// A unit in which people count time.
enum DateUnit: Hashable, Sendable {
    case minute
    case quarter
    case hour
    case day
    case week
    case month
    case year
}

/// Which day, week, month or year people mean, seen from now.
enum DateModifier: Hashable, Sendable {
    /// This one.
    case this
    /// The first one to come.
    case coming
    /// The next one, which some take for the first to come and some for the one after.
    case next
    /// The one before.
    case last
}

/// What ends, for words such as `eom`.
enum DatePeriod: Hashable, Sendable {
    case day
    case week
    case month
    case year
}

/// The words with which a language speaks of dates, in lower case; what has spaces is several words.
struct DateWords: Sendable {
    /// A day of its own, with a part of it: `tonight`.
    struct DayAndPart: Hashable, Sendable {
        let day: Int
        let part: DayPart
    }

    /// A time of the day that has a name: `noon`.
    struct NamedTime: Hashable, Sendable {
        let hour: Int
        /// 1 when it is at the end of the day that is named: midnight.
        let carry: Int
    }

    let weekdays: [String: Weekday]
    let months: [String: Int]
    /// Days from today.
    let days: [String: Int]
    let parts: [String: DayPart]
    /// Parts of the day only behind a day: `vrijdag morgen`.
    let partsBehindDay: [String: DayPart]
    let daysWithPart: [String: DayAndPart]
    let times: [String: NamedTime]
    let numbers: [String: Int]
    /// Quantities in halves.
    let halves: [String: Int]
    let units: [String: DateUnit]
    let modifiers: [String: DateModifier]
    /// `end of`, and what may stand in its place.
    let ends: Set<String>
    /// `beginning of`.
    let starts: Set<String>
    let endings: [String: DatePeriod]
    let weekends: Set<String>
    /// Before an amount: `in 3 days`.
    let before: Set<String>
    /// Behind an amount: `3 days ago`.
    let ago: Set<String>
    /// Behind an amount: `3 days from now`.
    let later: Set<String>
    let now: Set<String>
    /// `quarter past 7`
    let past: Set<String>
    /// `quarter to 7`
    let to: Set<String>
    let quarter: Set<String>
    let half: Set<String>
    /// Whether `half 8` is before eight: Dutch says yes, English no.
    let halfIsBefore: Bool
    /// Behind an hour: `7 o'clock`, `18 u 30`.
    let clock: Set<String>
    /// Behind an hour, but rather behind a number of hours: `18h`, `2h`.
    let weakClock: Set<String>
    /// Behind the number of a day: `1st`.
    let ordinals: Set<String>
    /// Words that say nothing by themselves.
    let fillers: Set<String>

    /// Dates of several words that are meant often.
    let usual: [String]

    /// Every word that begins a date, for whoever has typed the first letters of it.
    var beginnings: [String] {
        (Array(days.keys) + Array(daysWithPart.keys) + Array(weekdays.keys) + Array(months.keys) + Array(times.keys)
            + Array(weekends)).filter { $0.utf8.count > 3 }.sorted() + usual
    }
}
