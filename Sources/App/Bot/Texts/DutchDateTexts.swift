internal import Atoms
internal import EchordPrimitives

struct DutchDateTexts: DateTexts {
    private static let weekdays = ["ma", "di", "wo", "do", "vr", "za", "zo"]
    private static let months = [
        "jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
    ]

    func moment(_ moment: LocalMoment, _ locale: DiscordLocale) -> String {
        let date = moment.date
        let (weekday, month) = (Self.weekdays[date.weekday.rawValue - 1], Self.months[date.month - 1])
        return "\(weekday) \(date.day) \(month) \(date.year), \(moment.time?.description ?? "hele dag")"
    }

    func time(_ time: LocalTime, _ locale: DiscordLocale) -> String { time.description }

    func remark(_ change: ClockChange, _ locale: DiscordLocale) -> String {
        switch change {
        case .skipped(let time): "de klok slaat \(time) over"
        case .first: "de eerste van twee"
        case .second: "de tweede van twee"
        }
    }

    func sentence(_ change: ClockChange, meaning moment: String, _ locale: DiscordLocale) -> String {
        switch change {
        case .skipped(let time): "De klok gaat die nacht vooruit en slaat \(time) over, dus nam ik \(moment)."
        case .first:
            "De klok gaat die nacht terug en wijst deze tijd twee keer aan. Ik nam de eerste; de lijst onder het typen biedt ze allebei."
        case .second:
            "De klok gaat die nacht terug en wijst deze tijd twee keer aan. Ik nam de tweede; de eerste is voorbij."
        }
    }

    var choose: String { "Welk tijdstip bedoel je?" }
}
