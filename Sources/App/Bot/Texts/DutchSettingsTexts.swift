internal import Atoms

struct DutchSettingsTexts: SettingsTexts {
    let commands = SettingsCommandTexts(
        me: .init("ik", "Wat in deze server voor jou geldt"),
        zone: .init("tijdzone", "Bekijk of kies de tijdzone waarin je zegt hoe laat het is"),
        zoneOption: .init("tijdzone", "Een stad of een zone, zoals Amsterdam; laat leeg om de jouwe te zien"),
        config: .init("instellingen", "Wat in deze server geldt"),
        set: .init("zet", "Verander een instelling van deze server"),
        keyOption: .init("instelling", "Welke instelling"),
        valueOption: .init("waarde", "Wat het moet worden"))

    func about(_ setting: ServerSetting) -> String {
        switch setting {
        case .zone: "zone: de tijdzone van leden die er geen kozen"
        }
    }
    func unknownSetting(_ names: String) -> String { "Zo'n instelling is er niet. Kies een van deze: \(names)." }

    func likeServer(_ zone: String) -> String { "Zoals de server: \(zone)" }
    func likeEverywhere(_ zone: String) -> String { "Geen eigen tijdzone: \(zone)" }
    func zone(_ zone: String, _ source: MemberZone.Source, now: String) -> String {
        "Je tijdzone is **\(zone)**, \(decided(source)). Daar is het \(now). Met `/ik tijdzone tijdzone:` kies je een andere."
    }
    func zoneChosen(_ zone: String, _ source: MemberZone.Source, now: String) -> String {
        "Je tijdzone is nu **\(zone)**, \(decided(source)). Daar is het \(now)."
    }
    func serverZoneChosen(_ zone: String, now: String) -> String {
        "De tijdzone van deze server is nu **\(zone)**. Daar is het \(now). Tijdstippen die al vaststaan, blijven gelijk."
    }
    func zoneGuessed(_ zone: String) -> String {
        "Ik las dat tijdstip in \(zone), want niemand koos hier een tijdzone. Met `/ik tijdzone` kies je de jouwe."
    }
    func unknownZone(_ typed: String) -> String {
        "Ik ken geen tijdzone “\(typed)”. Typ een grote stad in de buurt en kies uit de lijst die verschijnt."
    }
    var notAllowed: String { "Dit mogen alleen leden met het recht Server beheren. Vraag het een van hen." }

    private func decided(_ source: MemberZone.Source) -> String {
        switch source {
        case .own: "die koos je zelf"
        case .guild: "zoals de server koos"
        case .standard: "want niemand koos er een"
        }
    }
}
