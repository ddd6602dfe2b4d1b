/// One use of a command: finds the command of a group, asks the guards, and runs it.
struct TextCommandUse: Sendable {
    private let root: TextCommand

    init(_ root: TextCommand) { self.root = root }

    /// Runs the command that the words name.
    ///
    /// - Throws: `CommandRefusal`, `TextUsageFault`, and what the handler throws.
    func run(_ context: TextContext, _ cursor: TextCursor) async throws {
        var cursor = cursor
        let chain = try chain(&cursor, isStrict: true)
        guard let command = chain.last, let handler = command.run else { throw TextUsageFault.unknownSubcommand(nil) }
        var context = context
        context.path = chain.map(\.name)
        let (guards, coolDowns, words) = (chain.flatMap(\.guards), chain.flatMap(\.coolDowns), cursor)
        let admitted: @Sendable (TextContext) async throws -> Void = { context in
            let subject = context.subject
            try await guards.check(subject)
            try coolDowns.take(subject, at: context.received)
            var words = words
            do {
                try await handler(context, &words)
            } catch let fault as TextUsageFault {
                // Whoever mistyped has not used it.
                coolDowns.giveBack(subject, from: context.received)
                throw fault
            }
        }
        let whole = chain.flatMap(\.layers).reversed().reduce(admitted) { inner, layer in
            { try await layer($0, inner) }
        }
        try await whole(context)
    }

    /// The names of the command that the words name, as far as they do.
    func path(_ cursor: TextCursor) -> [String] {
        var cursor = cursor
        let chain = try? chain(&cursor, isStrict: false)
        return (chain ?? [root]).map(\.name)
    }

    /// The command with the groups around it, outermost first.
    private func chain(_ cursor: inout TextCursor, isStrict: Bool) throws(TextUsageFault) -> [TextCommand] {
        var chain = [root]
        while let group = chain.last, !group.children.isEmpty {
            var ahead = cursor
            guard let word = try ahead.next() else { break }
            guard let child = TextCommandSet.find(word.text, in: group.children) else {
                if isStrict { throw .unknownSubcommand(word.text) }
                break
            }
            cursor = ahead
            chain.append(child)
        }
        return chain
    }
}
