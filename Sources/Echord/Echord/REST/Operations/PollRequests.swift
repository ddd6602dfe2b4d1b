public import EchordModel
public import EchordPrimitives

extension APIRequest {
    /// Who chose an answer of a poll.
    ///
    /// <https://docs.discord.com/developers/resources/poll#get-answer-voters>
    ///
    /// - Parameters:
    ///   - answer: The answer's number.
    ///   - after: The last user of the page before.
    ///   - limit: 1 to 100; 25 when left out.
    public static func listPollVoters(
        of answer: Int, on message: MessageID, in channel: ChannelID, after: UserID? = nil, limit: Int? = nil
    ) -> APIRequest<PollVoters> {
        .init(
            .get, "/channels/\(channel)/polls/\(message)/answers/\(answer, "answer_id")",
            query: [.value("after", after), .number("limit", limit, in: 1...100)])
    }

    /// Ends a poll of the bot's own at once.
    ///
    /// <https://docs.discord.com/developers/resources/poll#end-poll>
    public static func endPoll(on message: MessageID, in channel: ChannelID) -> APIRequest<Message> {
        .init(.post, "/channels/\(channel)/polls/\(message)/expire", isRepeatable: true)
    }
}
