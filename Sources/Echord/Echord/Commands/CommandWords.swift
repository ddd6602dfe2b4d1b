public import EchordPrimitives

/// What people are told when a command is not carried out, in their language.
///
/// ``english`` has them all; a program that speaks more languages replaces what it wants.
public struct CommandWords: Sendable {
    /// Why a command is refused.
    public var refusal: @Sendable (CommandRefusal, DiscordLocale) -> String
    /// Something went wrong; the log has the same reference.
    public var failure: @Sendable (any Error, _ reference: String, DiscordLocale) -> String

    /// Words.
    public init(
        refusal: @escaping @Sendable (CommandRefusal, DiscordLocale) -> String,
        failure: @escaping @Sendable (any Error, _ reference: String, DiscordLocale) -> String
    ) {
        self.refusal = refusal
        self.failure = failure
    }

    /// English for everybody.
    public static let english = CommandWords(
        refusal: { refusal, _ in Self.english(refusal) },
        failure: { _, reference, _ in "Something went wrong here. If it happens again, report it with `\(reference)`." }
    )

    private static func english(_ refusal: CommandRefusal) -> String {
        switch refusal {
        case .guildOnly: "This works in servers only."
        case .directMessageOnly: "This works in direct messages only."
        case .missingPermissions(let missing): "You need \(list(missing)) for this."
        case .botMissingPermissions(let missing): "I need \(list(missing)) for this."
        case .missingRole: "You do not have a role that may use this."
        case .ownerOnly: "This is not for everybody."
        case .coolDown(let wait): "Not so fast: try again in \(english(wait))."
        case .outOfDate: "This is out of date. Reload Discord, or ask for it anew."
        case .words(let words): words
        }
    }

    /// `the permissions Manage Messages and Ban Members`.
    private static func list(_ permissions: Permissions) -> String {
        let names = permissions.names.map { name in
            name.split(separator: "_").map { $0.prefix(1) + $0.dropFirst().lowercased() }.joined(separator: " ")
        }
        guard let last = names.last, names.count > 1 else { return "the permission \(names.first ?? "")" }
        return "the permissions \(names.dropLast().joined(separator: ", ")) and \(last)"
    }

    /// Rounded up, so that trying again then works.
    private static func english(_ wait: Duration) -> String {
        let seconds = max(1, Int(wait.inSeconds.rounded(.up)))
        switch seconds {
        case 1: return "a second"
        case ..<120: return "\(seconds) seconds"
        case ..<7_200: return "\((seconds + 59) / 60) minutes"
        default: return "\((seconds + 3_599) / 3_600) hours"
        }
    }
}
