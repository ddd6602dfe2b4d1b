public import EchordPrimitives
public import JSON

/// Somebody's request to join a guild.
///
/// <https://docs.discord.com/developers/events/gateway-events#guild-join-request-create>
@JSONModel
public struct JoinRequest: Hashable, Sendable {
    /// The request's id.
    public var id: JoinRequestID
    /// When it was made.
    public var createdAt: DiscordTimestamp
    /// When somebody decided.
    public var reviewedAt: DiscordTimestamp?
    /// How far it has come.
    public var applicationStatus: JoinRequestStatus?
    /// Why it was turned down.
    public var rejectionReason: String?
    /// The guild.
    public var guildID: GuildID
    /// Who asks.
    public var userID: UserID
    /// The asking user.
    public var user: User?
    /// The answers to the guild's questions.
    public var formResponses: [JoinRequestAnswer]?
    /// Who decided.
    public var actionedByUser: User?
}

/// A question of a guild and the answer to it.
@JSONModel
public struct JoinRequestAnswer: Hashable, Sendable {
    /// What kind of question.
    public var fieldType: JoinRequestFieldType
    /// The question.
    public var label: String?
    /// More about it.
    public var description: String?
    /// Whether it must be answered.
    @JSONKey("required") public var isRequired: Bool?
    /// What stands in the empty field.
    public var placeholder: String?
    /// What can be chosen.
    public var choices: [String]?
    /// The rules that are to be agreed to.
    public var values: [String]?
    /// The answer: a text, the number of a choice, or whether the rules were agreed to.
    public var response: JSONValue?
}

/// Kinds of question that a guild asks before somebody can join.
public struct JoinRequestFieldType: OpenEnum {
    /// The value on the wire.
    public let rawValue: String

    /// Wraps a value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `TERMS`.
    public static let terms = Self(rawValue: "TERMS")
    /// `TEXT_INPUT`.
    public static let textInput = Self(rawValue: "TEXT_INPUT")
    /// `PARAGRAPH`.
    public static let paragraph = Self(rawValue: "PARAGRAPH")
    /// `MULTIPLE_CHOICE`.
    public static let multipleChoice = Self(rawValue: "MULTIPLE_CHOICE")

    /// Every described value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "TERMS": .terms, "TEXT_INPUT": .textInput, "PARAGRAPH": .paragraph, "MULTIPLE_CHOICE": .multipleChoice,
        ]
    }
}

/// A page of requests to join.
@JSONModel
public struct JoinRequestPage: Hashable, Sendable {
    /// How many there are in all.
    public var total: Int?
    /// The requests.
    public var guildJoinRequests: [JoinRequest] = []
}

/// A decision about a request to join.
@JSONModel
public struct JoinRequestDecision: Hashable, Sendable {
    /// `approved` or `rejected`.
    public var action: JoinRequestStatus?
    /// Why it is turned down, up to 160 characters.
    public var rejectionReason: Patch<String> = .keep
}
