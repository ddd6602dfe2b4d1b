internal import EchordModel
internal import EchordPrimitives

/// Finds choices for somebody who types, and never keeps them waiting longer than its limit.
struct SuggestionSource: Sendable {
    let limit: Duration
    let find: @Sendable (InteractionContext, _ typed: String) async throws -> [CommandChoice]

    /// Answers with the choices, or with none when the time is over.
    ///
    /// - Throws: what finding throws, and `timedOut` after an empty answer was given.
    func answer(_ context: InteractionContext, _ focused: CommandInput.Focused) async throws {
        let responder = context.responder
        try await withThrowingTaskGroup(of: [CommandChoice]?.self) { group in
            group.addTask { try await find(context, focused.text) }
            group.addTask {
                try await responder.time.sleep(until: context.received + limit)
                return nil
            }
            let choices = try await group.next() ?? nil
            group.cancelAll()
            // Whoever finds without noticing the cancellation holds up the group, and not the person.
            try await responder.suggest((choices ?? []).compactMap { Self.fitting($0, focused.type) })
            guard choices != nil else {
                let place = "\(focused.name) of /\(context.path.joined(separator: " "))"
                throw EchordError(.timedOut, "No suggestions for \(place) were found within \(limit).")
            }
        }
    }

    /// The choice as Discord takes it.
    private static func fitting(_ choice: CommandChoice, _ type: CommandOptionType) -> CommandChoice? {
        var choice = choice
        choice.name = String(choice.name.prefix(DiscordLimits.Command.choiceName.upperBound))
        // A character can be many scalars, and Discord counts these.
        while choice.name.unicodeScalars.count > DiscordLimits.Command.choiceName.upperBound {
            choice.name.removeLast()
        }
        let issues = FaultCollector.collect { $0.choices([choice], of: type) }
        return issues.isEmpty ? choice : nil
    }
}
