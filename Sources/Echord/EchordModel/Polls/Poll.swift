public import EchordPrimitives
public import JSON

/// A poll in a message.
///
/// <https://docs.discord.com/developers/resources/poll#poll-object>
@JSONModel
public struct Poll: Hashable, Sendable {
    /// The question.
    public var question: PollMedia
    /// The answers.
    public var answers: [PollAnswer] = []
    /// When it ends.
    public var expiry: DiscordTimestamp?
    /// Whether several answers can be chosen.
    @JSONKey("allow_multiselect") public var allowsMultiselect: Bool = false
    /// How it is laid out.
    public var layoutType: PollLayout?
    /// The votes; absent means unknown, not none.
    public var results: PollResults?
}

/// What is sent to make a poll.
///
/// <https://docs.discord.com/developers/resources/poll#poll-create-request-object>
@JSONModel
public struct CreatePoll: Hashable, Sendable {
    /// The question.
    public var question: PollMedia
    /// Up to 10 answers.
    public var answers: [PollAnswer]
    /// Hours, 24 by default, up to 768.
    public var duration: Int?
    /// Whether several answers can be chosen.
    @JSONKey("allow_multiselect") public var allowsMultiselect: Bool?
    /// How it is laid out.
    public var layoutType: PollLayout?
}

/// A question or an answer.
///
/// <https://docs.discord.com/developers/resources/poll#poll-media-object>
@JSONModel
public struct PollMedia: Hashable, Sendable {
    /// The text: 300 characters of a question, 55 of an answer.
    public var text: String?
    /// An emoji, of an answer only.
    public var emoji: PartialEmoji?
}

/// An answer of a poll.
///
/// <https://docs.discord.com/developers/resources/poll#poll-answer-object>
@JSONModel
public struct PollAnswer: Hashable, Sendable {
    /// Its number; left out when sending.
    public var answerID: Int?
    /// What it says.
    public var pollMedia: PollMedia
}

/// The votes of a poll.
///
/// <https://docs.discord.com/developers/resources/poll#poll-results-object>
@JSONModel
public struct PollResults: Hashable, Sendable {
    /// Whether they were counted exactly.
    public var isFinalized: Bool = false
    /// By answer; one that is missing has none.
    public var answerCounts: [PollAnswerCount] = []
}

/// The votes of an answer.
///
/// <https://docs.discord.com/developers/resources/poll#poll-results-object>
@JSONModel
public struct PollAnswerCount: Hashable, Sendable {
    /// The answer's number.
    public var id: Int
    /// The votes.
    public var count: Int
    /// Whether the bot voted for it.
    @JSONKey("me_voted") public var isMine: Bool = false
}
