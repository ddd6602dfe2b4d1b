public import EchordPrimitives
public import JSON

/// Who did something.
@JSONModel
public struct Actor: Hashable, Sendable {
    /// The kinds of actors.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// A member.
        case user
        /// A bot account.
        case bot
        /// ChoresTree itself: timers, sweeps.
        case system
        /// A rule of AutoMod.
        case automod
        /// A token of the HTTP API.
        case api
    }

    /// What kind of actor it is.
    @JSONKey("type") public let kind: Kind
    /// Which one: a snowflake, a rule or a token; nil for the system.
    public let id: String?

    /// A member.
    public static func user(_ id: UserID) -> Actor { Actor(kind: .user, id: id.description) }
    /// A bot account.
    public static func bot(_ id: UserID) -> Actor { Actor(kind: .bot, id: id.description) }
    /// ChoresTree itself.
    public static let system = Actor(kind: .system, id: nil)

    /// The account behind a user or a bot.
    public var userID: UserID? {
        switch kind {
        case .user, .bot: id.flatMap { UserID($0) }
        case .system, .automod, .api: nil
        }
    }
}
