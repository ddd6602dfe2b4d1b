/// Which day somebody means, before it is looked up in the calendar.
enum DateDay: Hashable, Sendable {
    /// So many days from today.
    case offset(Int)
    /// A day of the week, with or without a word for which.
    case weekday(Weekday, DateModifier?)
    /// A day of this week, the next one …
    case weekdayOfWeek(Weekday, weeks: Int)
    /// The 5th.
    case dayOfMonth(Int)
    /// 5 December, with or without a year.
    case date(day: Int, month: Int, year: Int?)
    /// The last day of this week or month, the next one …
    case end(DatePeriod, Int)
    /// The first day.
    case start(DatePeriod, Int)
    /// The first or the last day of a month that is named.
    case edge(ofMonth: Int, isEnd: Bool)
    /// The weekend of this week, the next one …
    case weekend(Int)
    /// Next week, as a whole.
    case period(DatePeriod, Int)
    /// So much later than today.
    case amount(days: Int, months: Int)
}

/// A time of the day as somebody wrote it, before it is known which half of the day is meant.
struct DateClock: Hashable, Sendable {
    enum Form: Hashable, Sendable {
        /// 18:00, 6 pm: there is no other.
        case exact
        /// 7:30: rather as it is written than in the evening.
        case written
        /// 5: whichever is in the waking hours.
        case spoken
    }

    let hour: Int
    let minute: Int
    let form: Form
    /// Days behind the day that is named: 1 for its end.
    var carry = 0
}

/// A stretch of time from now on.
struct DateAmount: Hashable, Sendable {
    var minutes = 0
    var days = 0
    var months = 0

    /// The same backwards.
    var negated: DateAmount { DateAmount(minutes: -minutes, days: -days, months: -months) }
}

/// What a text can mean, before it is looked up in the calendar.
struct DatePhrase: Hashable, Sendable {
    /// The day; nil for a time alone.
    var day: DateDay?
    /// The weekday that the day must have, for `fri 5 dec`.
    var weekday: Weekday?
    /// The time of the day.
    var clock: DateClock?
    /// The part of the day.
    var part: DayPart?
    /// A stretch of time that does not end at a day.
    var amount: DateAmount?
    /// How unlikely it is that this was meant; 0 for what is plain.
    var penalty = 0

    /// One piece of a phrase.
    enum Piece: Hashable, Sendable {
        case day(DateDay)
        case dayAndPart(DateDay, DayPart)
        case clock(DateClock)
        case part(DayPart, needsDay: Bool)
        case amount(DateAmount)
    }

    /// The phrase with another piece, nil when they do not go together.
    func adding(_ piece: Piece, penalty: Int) -> DatePhrase? {
        guard amount == nil else { return nil }
        var phrase = self
        phrase.penalty += penalty
        switch piece {
        case .day(let day): return phrase.add(day) ? phrase : nil
        case .dayAndPart(let day, let part): return phrase.add(day) && phrase.add(part) ? phrase : nil
        case .part(let part, let needsDay): return (!needsDay || day != nil) && phrase.add(part) ? phrase : nil
        case .clock(let clock):
            guard self.clock == nil else { return nil }
            phrase.clock = clock
        case .amount(let amount):
            if amount.minutes == 0, amount != DateAmount() {
                return phrase.add(.amount(days: amount.days, months: amount.months)) ? phrase : nil
            }
            guard day == nil, clock == nil, part == nil else { return nil }
            phrase.amount = amount
        }
        return phrase
    }

    private mutating func add(_ part: DayPart) -> Bool {
        guard self.part == nil else { return false }
        self.part = part
        return true
    }

    private mutating func add(_ other: DateDay) -> Bool {
        switch (day, other) {
        case (nil, _): day = other
        case (.weekday(let weekday, nil), .period(.week, let weeks)),
            (.period(.week, let weeks), .weekday(let weekday, nil)):
            day = .weekdayOfWeek(weekday, weeks: weeks)
        case (.weekday(let weekday, nil), .date), (.weekday(let weekday, nil), .dayOfMonth):
            (day, self.weekday) = (other, weekday)
        case (.date, .weekday(let weekday, nil)), (.dayOfMonth, .weekday(let weekday, nil)):
            guard self.weekday == nil else { return false }
            self.weekday = weekday
        default: return false
        }
        return true
    }
}
