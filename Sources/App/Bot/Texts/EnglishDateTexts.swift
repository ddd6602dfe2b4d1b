internal import Atoms
internal import EchordPrimitives

struct EnglishDateTexts: DateTexts {
    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    func moment(_ moment: LocalMoment, _ locale: DiscordLocale) -> String {
        let date = moment.date
        let (weekday, month) = (Self.weekdays[date.weekday.rawValue - 1], Self.months[date.month - 1])
        let day =
            locale == .americanEnglish
            ? "\(weekday), \(month) \(date.day), \(date.year)" : "\(weekday) \(date.day) \(month) \(date.year)"
        return "\(day), \(moment.time.map { time($0, locale) } ?? "all day")"
    }

    func time(_ time: LocalTime, _ locale: DiscordLocale) -> String {
        guard locale == .americanEnglish else { return time.description }
        let hour = time.hour % 12 == 0 ? 12 : time.hour % 12
        return "\(hour):\(time.description.suffix(2)) \(time.hour < 12 ? "AM" : "PM")"
    }

    func remark(_ change: ClockChange, _ locale: DiscordLocale) -> String {
        switch change {
        case .skipped(let time): "clocks skip \(self.time(time, locale))"
        case .first: "the first of two"
        case .second: "the second of two"
        }
    }

    func sentence(_ change: ClockChange, meaning moment: String, _ locale: DiscordLocale) -> String {
        switch change {
        case .skipped(let time):
            "Clocks go forward that night and skip \(self.time(time, locale)), so I took \(moment)."
        case .first:
            "Clocks go back that night and show this time twice. I took the first; while you type, the list offers both."
        case .second: "Clocks go back that night and show this time twice. I took the second; the first is over."
        }
    }

    var choose: String { "Which time do you mean?" }
}
