internal import Atoms

struct DutchGeneralTexts: GeneralTexts {
    func tooOften(wait seconds: Int) -> String {
        "Je hebt deze opdracht te vaak gebruikt. Probeer het over \(seconds == 1 ? "1 seconde" : "\(seconds) seconden") weer."
    }
    var outOfDate: String { "Deze knop is verlopen. Met `/taak tonen` krijg je een verse kaart." }
    var notYours: String { "Deze knop is voor wie erom vroeg. Gebruik de opdracht zelf voor je eigen knoppen." }
    var serverOnly: String { "Dit werkt alleen in een server. Open er een en probeer het daar." }
    func failed(reference: String) -> String {
        "Er ging bij ons iets mis. Probeer het nog eens; blijft het, geef een beheerder dan deze verwijzing: `\(reference)`."
    }
    var correct: String { "Verbeteren…" }
    var worked: String { "Verbeterd, en het is gelukt." }
    var unknownCommand: String { "Deze opdracht bestaat niet meer. Herlaad Discord (Ctrl+R) en probeer het weer." }
    func issue(_ issue: ValidationIssue) -> String {
        let names = [
            "title": "De titel", "details": "De toelichting", "points": "Het aantal punten", "effort": "De duur",
            "priority": "De prioriteit", "due": "Het tijdstip", "at": "Het tijdstip", "note": "De notitie",
        ]
        let field = names[issue.path] ?? "Dit"
        let (least, most) = (issue.params["min"] ?? "?", issue.params["max"] ?? "?")
        return switch issue.code {
        case .empty: "\(field) is leeg. Schrijf iets dat te zien is."
        case .tooShort: "\(field) is te kort: minstens \(least) tekens."
        case .tooLong:
            "\(field) is te lang: hoogstens \(most) tekens, en het zijn er \(issue.params["actual"] ?? "meer")."
        case .outOfRange: "\(field) moet tussen \(least) en \(most) liggen."
        case .controlCharacter: "\(field) bevat een regeleinde of een onzichtbaar teken dat niet mag. Typ het opnieuw."
        case .unknownValue: "\(field) staat niet in de lijst. Kies er een uit."
        case .ambiguous: "\(field) kan meer dan één ding zijn. Kies er een, of schrijf dag en tijd, zoals “vr 18:00”."
        case .inPast: "\(field) is al voorbij. Schrijf er een dat nog komt."
        case .inFuture: "\(field) moet nog komen. Schrijf wanneer het was, zoals “gisteren 20:00”."
        case .tooFar: "\(field) ligt te veel jaren ver weg. Schrijf er een dichterbij."
        case .malformed where issue.path == "due":
            "\(field) is niet te begrijpen. Schrijf het als “vr 18:00”, “morgen” of “over 3 dagen”."
        case .malformed where issue.path == "at":
            "\(field) is niet te begrijpen. Schrijf het als “gisteren 20:00” of “2 uur geleden”."
        default: "\(field) is niet te begrijpen. Kijk naar de voorbeelden in de omschrijving."
        }
    }
}

struct DutchTaskTexts: TaskTexts {
    let commands = TaskCommandTexts(
        task: .init("taak", "Wat er in deze server te doen is"),
        create: .init("maken", "Maak een taak"),
        list: .init("lijst", "Toon taken"),
        today: .init("vandaag", "Toon wat vandaag klaar moet zijn en wat te laat is"),
        show: .init("tonen", "Toon de kaart van een taak"),
        assign: .init("toewijzen", "Geef een taak aan een lid of een rol"),
        claim: .init("oppakken", "Neem een taak die niemand heeft"),
        release: .init("teruggeven", "Geef een taak terug"),
        start: .init("beginnen", "Begin met een taak"),
        done: .init("klaar", "Vink een taak af"),
        undo: .init("terugdraaien", "Haal het vinkje weg"),
        edit: .init("bewerken", "Verander de woorden en getallen van een taak"),
        delete: .init("verwijderen", "Gooi een taak in de prullenbak"),
        restore: .init("herstellen", "Haal een taak uit de prullenbak"),
        titleOption: .init("titel", "Wat er te doen is, in één regel"),
        dueOption: .init("wanneer", "Wanneer het klaar moet zijn, zoals “vrijdag 18:00” of “morgen”"),
        assignOption: .init("wie", "Wie de taak krijgt; niemand betekent dat ieder haar mag oppakken"),
        pointsOption: .init("punten", "Wat de taak waard is"),
        priorityOption: .init("prioriteit", "Hoe dringend de taak is"),
        effortOption: .init("duur", "Hoeveel minuten de taak kost"),
        detailsOption: .init("toelichting", "Open een formulier voor meer woorden"),
        taskOption: .init("taak", "Het nummer of een stuk van de titel"),
        toOption: .init("aan", "Wie de taak krijgt"),
        forOption: .init("voor", "Wie het deed, als jij het niet was"),
        atOption: .init("wanneer", "Wanneer het gedaan is, zoals “gisteren 20:00”, als dat niet net was"),
        noteOption: .init("notitie", "Wat je erover wilt zeggen"),
        viewOption: .init("welke", "Welke taken"),
        whoOption: .init("wie", "Alleen de taken van dit lid"),
        searchOption: .init("zoek", "Alleen taken met dit in de titel"),
        publicOption: .init("openbaar", "Laat iedereen in het kanaal het antwoord zien"),
        views: [
            .mine: "Van mij", .pool: "Op te pakken", .today: "Vandaag", .overdue: "Te laat", .week: "Deze week",
            .all: "Alles", .done: "Klaar",
        ])

    func button(_ action: TaskAction) -> String {
        switch action {
        case .claim: "Oppakken"
        case .complete: "Klaar"
        case .start: "Beginnen"
        case .release: "Teruggeven"
        case .undo: "Terugdraaien"
        case .create: "Maken"
        case .show: "Tonen"
        case .assign: "Toewijzen"
        case .edit: "Bewerken"
        case .delete: "Verwijderen"
        case .restore: "Herstellen"
        }
    }
    var previousPage: String { "Vorige" }
    var nextPage: String { "Volgende" }
    func state(_ state: TaskState) -> String {
        switch state {
        case .todo: "Te doen"
        case .doing: "Bezig"
        case .waitingApproval: "Wacht op goedkeuring"
        case .done: "Klaar"
        case .cancelled: "Geannuleerd"
        case .skipped: "Overgeslagen"
        }
    }
    func priority(_ priority: TaskPriority) -> String {
        switch priority {
        case .low: "Lage prioriteit"
        case .normal: "Gewone prioriteit"
        case .high: "Hoge prioriteit"
        case .urgent: "Dringend"
        }
    }
    var due: String { "Uiterlijk" }
    var assignedTo: String { "Voor" }
    var free: String { "nog niemand: op te pakken" }
    var overdue: String { "Te laat" }
    func points(_ count: Int) -> String { count == 1 ? "1 punt" : "\(count) punten" }
    func minutes(_ count: Int) -> String { count == 1 ? "1 minuut" : "\(count) minuten" }
    func createdBy(_ user: String) -> String { "Gemaakt door \(user)" }
    func doneBy(_ user: String, at time: String) -> String { "Gedaan door \(user) \(time)" }
    var deleted: String { "In de prullenbak. Met `/taak herstellen` komt ze terug." }

    func assigned(_ task: String, to assignee: String) -> String { "\(task) is nu voor \(assignee)." }
    func unassigned(_ task: String) -> String { "\(task) is op te pakken." }
    func claimed(_ task: String, by user: String) -> String { "\(user) pakt \(task) op." }
    func released(_ task: String, by user: String) -> String { "\(user) gaf \(task) terug. De taak is op te pakken." }
    func started(_ task: String, by user: String) -> String { "\(user) is begonnen met \(task)." }
    func completed(_ task: String, by user: String) -> String { "\(user) heeft \(task) gedaan." }
    func completed(_ task: String, by user: String, at time: String) -> String { "\(user) deed \(task) op \(time)." }
    func undone(_ task: String, by user: String) -> String { "\(user) heeft \(task) heropend." }
    func edited(_ task: String) -> String { "\(task) is veranderd." }
    func deletedTask(_ task: String) -> String {
        "\(task) ligt in de prullenbak. Met `/taak herstellen` komt ze terug."
    }
    func restored(_ task: String) -> String { "\(task) is terug." }

    func listTitle(_ view: TaskView, count: Int) -> String {
        let name = commands.views[view] ?? ""
        return "\(name): \(count == 1 ? "1 taak" : "\(count) taken")"
    }
    func emptyList(_ view: TaskView) -> String {
        switch view {
        case .mine: "Je hebt niets te doen. `/taak lijst welke:Op te pakken` toont wat je kunt nemen."
        case .pool: "Er is niets op te pakken. `/taak maken` maakt een taak."
        case .today: "Er is vandaag niets te doen."
        case .overdue: "Er is niets te laat."
        case .week: "Er is deze week niets te doen."
        case .all: "Er zijn nog geen taken. `/taak maken` maakt de eerste."
        case .done: "Er is nog niets gedaan."
        }
    }

    var createTitle: String { "Nieuwe taak" }
    func editTitle(_ number: String) -> String { "Taak \(number)" }
    var titleLabel: String { "Titel" }
    var detailsLabel: String { "Toelichting" }
    func dueHint(_ zone: String) -> String { "Zoals “vr 18:00” of “over 3 dagen”, in \(zone); leeg voor geen" }
    var doneTitle: String { "Klaar" }
    var atLabel: String { "Wanneer" }
    func atHint(_ zone: String) -> String { "Zoals “gisteren 20:00”, in \(zone); leeg voor zojuist" }
    var noteLabel: String { "Notitie" }
    var priorityLabel: String { "Prioriteit" }
    var pointsLabel: String { "Punten" }

    var unknownTask: String { "Zo'n taak is er hier niet. Kies er een uit de lijst die onder het typen verschijnt." }
    func notAllowed(_ rights: [TaskRight]) -> String {
        let names = rights.map { right in
            switch right {
            case .manager: "iemand met het recht Berichten beheren"
            case .author: "wie de taak maakte"
            case .assignee: "wie de taak heeft"
            case .doer: "wie haar deed"
            case .role(let role): "leden met de rol <@&\(role)>"
            }
        }
        return "Dit mag alleen \(names.joined(separator: " of ")). Vraag het een van hen."
    }
    func alreadyClaimed(by user: String) -> String { "\(user) was sneller. `/taak lijst` toont wat nog vrij is." }
    func alreadyDone(by user: String, at time: String) -> String { "\(user) heeft dit al gedaan, \(time)." }
    func wrongState(_ state: TaskState, for action: TaskAction) -> String {
        "“\(button(action))” past niet: de taak is “\(self.state(state))”. `/taak tonen` zegt wat er wel kan."
    }
    var notAssigned: String { "Niemand heeft deze taak, dus er is niets terug te geven. Je mag haar oppakken." }
    var conflict: String {
        "Iemand heeft deze taak intussen veranderd. Bekijk haar met `/taak tonen` en probeer het weer."
    }
}
