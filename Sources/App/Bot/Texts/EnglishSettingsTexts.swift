internal import Atoms

struct EnglishSettingsTexts: SettingsTexts {
    let commands = SettingsCommandTexts(
        me: .init("me", "What holds for you in this server"),
        zone: .init("zone", "See or choose the time zone in which you say what time it is"),
        zoneOption: .init("zone", "A city or a zone, such as Amsterdam; leave it out to see yours"),
        config: .init("config", "What holds for this server"),
        set: .init("set", "Change a setting of this server"),
        keyOption: .init("key", "Which setting"),
        valueOption: .init("value", "What it should be"))

    func about(_ setting: ServerSetting) -> String {
        switch setting {
        case .zone: "zone: the time zone of members who have not chosen one"
        }
    }
    func unknownSetting(_ names: String) -> String { "There is no such setting. Choose one of these: \(names)." }

    func likeServer(_ zone: String) -> String { "As the server: \(zone)" }
    func likeEverywhere(_ zone: String) -> String { "No zone of its own: \(zone)" }
    func zone(_ zone: String, _ source: MemberZone.Source, now: String) -> String {
        "Your time zone is **\(zone)**, \(decided(source)). There it is \(now). `/me zone zone:` changes it for you."
    }
    func zoneChosen(_ zone: String, _ source: MemberZone.Source, now: String) -> String {
        "Your time zone is **\(zone)** now, \(decided(source)). There it is \(now)."
    }
    func serverZoneChosen(_ zone: String, now: String) -> String {
        "The time zone of this server is **\(zone)** now. There it is \(now). Times that were set already stay when they are."
    }
    func zoneGuessed(_ zone: String) -> String {
        "I read that time in \(zone), because nobody here has chosen a time zone. `/me zone` chooses yours."
    }
    func unknownZone(_ typed: String) -> String {
        "I know no time zone “\(typed)”. Type a large city near you and pick from the list that appears."
    }
    var notAllowed: String { "Only members with the permission Manage Server may change this. Ask one of them." }

    private func decided(_ source: MemberZone.Source) -> String {
        switch source {
        case .own: "which you have chosen"
        case .guild: "as the server has chosen"
        case .standard: "because nobody has chosen one"
        }
    }
}
