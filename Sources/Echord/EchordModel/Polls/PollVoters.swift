public import JSON

/// Who chose an answer of a poll.
///
/// <https://docs.discord.com/developers/resources/poll#get-answer-voters-response-body>
@JSONModel
public struct PollVoters: Hashable, Sendable {
    /// The users.
    public var users: [User] = []
}
