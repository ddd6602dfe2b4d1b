internal import EchordModel
public import EchordPrimitives
internal import Telemetry

/// Commands that people write as messages, such as `!remind @kim 2h tea`. They need the intent `messageContent`.
///
/// Slash commands are what Discord recommends and what its clients help with; this is for bots that have these as well.
/// Messages of bots and webhooks are not looked at.
///
/// ```swift
/// let commands = try TextCommandSet(prefixes: { _ in ["!"] }) {
///     TextCommand("roll", "Rolls a die", TextArgument<Int>("sides").otherwise(6)) { context, sides in
///         try await context.reply("\(Int.random(in: 1...max(1, sides)))")
///     }
/// }
/// client.handleTextCommands(commands)
/// ```
public struct TextCommandSet: Sendable {
    /// The prefixes of a guild, and of direct messages for `nil`. The bot's mention is one everywhere.
    public typealias Prefixes = @Sendable (GuildID?) async -> [String]

    /// Characters of a message that is looked at; Discord allows 4,000.
    public static let longestMessage = 4_000
    /// Words after a command that are looked at.
    static let deepest = 3

    let commands: [TextCommand]
    let words: TextWords
    private let prefixes: Prefixes

    /// A set of commands.
    ///
    /// - Parameters:
    ///   - prefixes: asked for every message of a person, so it should answer from memory.
    ///   - words: what people are told.
    ///   - hasHelp: whether there is a command `help`.
    /// - Throws: ``EchordError`` with code `validation` and the path of each fault: a name that is none or is taken, an
    ///   argument behind one that takes the rest.
    public init(
        prefixes: @escaping Prefixes, words: TextWords = .english, hasHelp: Bool = true,
        @TextCommandBuilder _ commands: () -> [TextCommand]
    ) throws(EchordError) {
        var commands = commands()
        self.words = words
        self.prefixes = prefixes
        let faults = TextCommandCheck.faults(of: commands, hasHelp: hasHelp)
        guard faults.isEmpty else { throw EchordError.validation(faults) }
        if hasHelp {
            let told = TextHelp(commands: commands, words: words)
            commands.append(
                TextCommand("help", words.help, TextArgument<String>("command").optionalRest()) { context, path in
                    try await context.reply(told.text(for: path ?? "", prefix: context.prefix))
                })
        }
        self.commands = commands
    }

    // MARK: - Handling

    /// What text commands need of Discord.
    struct Surroundings: Sendable {
        let bot: UserID
        let lookup: TextLookup
        let time: TimeSource
        let logger: Logger
        let send: @Sendable (ChannelID, CreateMessage) async throws -> Message
    }

    /// Handles a message, if it is a command.
    func handle(_ event: MessageCreate, in surroundings: Surroundings) async {
        let message = event.message
        guard !message.author.isBot, message.webhookID == nil,
            message.content.unicodeScalars.count <= Self.longestMessage,
            let (prefix, rest) = await split(message, bot: surroundings.bot)
        else { return }
        var cursor = TextCursor(rest)
        guard let first = try? cursor.next(), !first.isQuoted,
            let command = Self.find(first.text, in: commands)
        else { return }
        let context = TextContext(
            message: message, prefix: prefix, guildID: message.guildID, lookup: surroundings.lookup,
            received: surroundings.time.now, member: message.member, bot: surroundings.bot, send: surroundings.send)
        await answer(command, context, cursor, surroundings)
    }

    /// The prefix and what stands behind it; the longest prefix wins.
    private func split(_ message: Message, bot: UserID) async -> (String, Substring)? {
        let content = message.content
        let mentions = ["<@\(bot)>", "<@!\(bot)>"]
        if let mention = mentions.first(where: { content.hasPrefix($0) }) {
            return ("@mention ", content.dropFirst(mention.count))
        }
        let prefixes = await prefixes(message.guildID).filter { !$0.isEmpty && content.hasPrefix($0) }
        guard let prefix = prefixes.max(by: { $0.count < $1.count }) else { return nil }
        let rest = content.dropFirst(prefix.count)
        // "! hello" is an exclamation and not a command.
        guard rest.first?.isWhitespace == false else { return nil }
        return (prefix, rest)
    }

    static func find(_ word: String, in commands: [TextCommand]) -> TextCommand? {
        let word = word.lowercased()
        return commands.first { $0.names.contains { $0.lowercased() == word } }
    }

    private func answer(
        _ command: TextCommand, _ context: TextContext, _ cursor: TextCursor, _ surroundings: Surroundings
    ) async {
        let use = TextCommandUse(command)
        do {
            do {
                try await use.run(context, cursor)
            } catch let refusal as CommandRefusal {
                try await context.reply(words.commands.refusal(refusal, .americanEnglish))
            } catch let fault as TextUsageFault {
                let path = use.path(cursor)
                let usage = TextHelp(commands: commands, words: words).usage(path, prefix: context.prefix)
                try await context.reply(words.fault(fault) + (usage.map { "\n\(words.usage): `\($0)`" } ?? ""))
            } catch let error where !(error is CancellationError) {
                let reference = String(String(context.message.id.rawValue, radix: 36, uppercase: true).suffix(6))
                surroundings.logger.error(
                    "a text command failed", ["error": .string("\(error)"), "reference": .string(reference)])
                try await context.reply(words.commands.failure(error, reference, .americanEnglish))
            }
        } catch is CancellationError {
            // The client is being stopped.
        } catch {
            surroundings.logger.error("a text command was not answered", ["error": .string("\(error)")])
        }
    }
}
