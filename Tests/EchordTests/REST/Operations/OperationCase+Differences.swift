import EchordPrimitives

extension OperationCase {
    func withoutThread() -> OperationCase {
        differing("the query lacks thread_id", because: "an interaction's message is found without its thread")
    }

    func withoutComponents() -> OperationCase {
        differing("the query lacks with_components", because: "an application's webhook always has its components")
    }

    func demandingID() -> OperationCase {
        differing(
            "cleared: type_mismatch at [0].id: expected an identifier, found null",
            because: "a place belongs to something")
    }

    func refusingQuestionEmoji() -> OperationCase {
        differing("poll.question.emoji.name maxLength 32", because: "a question's emoji is refused as a whole")
    }

    /// Discord has a name of its own for what an interaction does as a webhook.
    func ofInteraction() -> OperationCase { twin(because: "an interaction's token is a webhook's") }
}

extension DiscordTimestamp {
    /// Any moment.
    static let sample = DiscordTimestamp(unixMilliseconds: 1_700_000_000_000)
}
