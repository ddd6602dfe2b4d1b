internal import Atoms
package import Echord
internal import EchordModel
internal import EchordPrimitives
package import Molecules
package import Organisms

/// Turns interactions about settings into requests to the feature, and its outcomes into answers.
package struct SettingsRoutes: MemberRoutes {
    private typealias Option = SettingsCommandDeclaration.Option

    /// What stands for “no zone of my own”. Zones begin with a capital letter, so it is none.
    private static let inherited = "default"
    /// How many suggestions Discord shows.
    private static let mostChoices = DiscordLimits.Interaction.autocompleteChoices

    private let feature: ZoneFeature
    private let time: Molecules.TimeSource

    /// Routes to a feature.
    package init(feature: ZoneFeature, time: Molecules.TimeSource) {
        self.feature = feature
        self.time = time
    }

    /// Adds everything about settings to a router.
    package func register(in router: inout InteractionRouter) {
        router.command("me zone", acknowledging: .privately, ownZone)
        router.autocomplete("me zone", suggestOwnZone)
        router.command("config set", acknowledging: .privately, set)
        router.autocomplete("config set", suggestSetting)
    }

    // MARK: - The member

    /// `/me zone`
    private func ownZone(_ context: InteractionContext) async throws {
        let member = try member(context)
        let texts = context.language.settings
        guard let typed: String = try input(context).optional(Option.zone) else {
            let zone = try await feature.zone(of: member)
            let now = DateView(context).now(in: zone.zone, at: time.now())
            return try await say(texts.zone(zone.zone.name.rawValue, zone.source, now: now), context)
        }
        let outcome = try await feature.chooseOwn(Self.choice(typed), try request(context))
        try await say(outcome, typed, context) { texts.zoneChosen($0.zone.name.rawValue, $0.source, now: $1) }
    }

    private func suggestOwnZone(_ context: InteractionContext) async throws {
        guard let member = MemberContext(context), let typed = try input(context).focused?.text else {
            return try await suggest([], context)
        }
        let server = try await feature.zone(of: member.guildID).zone
        let inherited = context.language.settings.likeServer(server.name.rawValue)
        try await suggest(zones(typed, inherited: inherited, context), context)
    }

    // MARK: - The server

    /// `/config set`
    private func set(_ context: InteractionContext) async throws {
        let texts = context.language.settings
        guard let setting = ServerSetting(rawValue: try input(context).value(Option.key)) else {
            let names = ServerSetting.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
            return try await say(texts.unknownSetting(names), context)
        }
        let typed: String = try input(context).value(Option.value)
        switch setting {
        case .zone:
            let outcome = try await feature.chooseForGuild(Self.choice(typed), try request(context))
            try await say(outcome, typed, context) { texts.serverZoneChosen($0.zone.name.rawValue, now: $1) }
        }
    }

    private func suggestSetting(_ context: InteractionContext) async throws {
        let input = try input(context)
        guard let focused = input.focused else { return try await suggest([], context) }
        if focused.name == Option.key {
            let texts = context.language.settings
            let choices = ServerSetting.allCases.filter { $0.rawValue.hasPrefix(focused.text.lowercased()) }.map {
                CommandChoice(texts.about($0).fitting(100), .string($0.rawValue))
            }
            return try await suggest(choices, context)
        }
        switch (try input.optional(Option.key) as String?).flatMap(ServerSetting.init) {
        case .zone:
            let standard = feature.zones.standard.name.rawValue
            let inherited = context.language.settings.likeEverywhere(standard)
            try await suggest(zones(focused.text, inherited: inherited, context), context)
        case nil: try await suggest([], context)
        }
    }

    // MARK: - Zones

    private static func choice(_ typed: String) -> ZoneChoice { typed == inherited ? .inherited : .named(typed) }

    /// The zones that fit what was typed, each with the time that its clocks show, by which people know theirs.
    private func zones(_ typed: String, inherited: String, _ context: InteractionContext) -> [CommandChoice] {
        let (now, view) = (time.now(), DateView(context))
        let none = typed.isEmpty ? [CommandChoice(inherited.fitting(100), .string(Self.inherited))] : []
        let catalogue = feature.zones.catalogue
        return none
            + catalogue.suggestions(typed, limit: Self.mostChoices - none.count).map { name in
                let clock = catalogue[name].map { " · \(view.clock(in: $0, at: now))" } ?? ""
                return CommandChoice("\(name)\(clock)".fitting(100), .string(name.rawValue))
            }
    }

    // MARK: - Answers

    private func say(
        _ outcome: ZoneOutcome, _ typed: String, _ context: InteractionContext,
        done: (MemberZone, _ now: String) -> String
    ) async throws {
        let texts = context.language.settings
        switch outcome {
        case .done(let zone): try await say(done(zone, DateView(context).now(in: zone.zone, at: time.now())), context)
        case .unknownZone: try await say(texts.unknownZone(Markdown.escape(typed)), context)
        case .notAllowed: try await say(texts.notAllowed, context)
        }
    }

    private func say(_ sentence: String, _ context: InteractionContext) async throws {
        try await context.responder.reply(Notice.privately(sentence))
    }

    private func suggest(_ choices: [CommandChoice], _ context: InteractionContext) async throws {
        try await context.responder.suggest(choices)
    }
}
