import JSON

/// A question with answers to vote for.
struct Poll: Sendable {
    struct Answer: Sendable {
        var id: Int
        var text: String
        var emoji: EmojiReference?
        /// Who voted for it, in the order of their votes.
        var voters: [Flake] = []
    }

    static let questionLimit = 300
    static let answerLimit = 55
    static let answers = 1...10
    /// How long a poll may be open, in hours.
    static let hours = 1...768

    var question: String
    var answers: [Answer]
    /// How long it is open, and so until when; known once it is posted.
    var hours: Int
    var expiry = Moment(0)
    var isMultiple = false
    /// Whether it has ended and every vote is counted.
    var isFinal = false

    init(question: String, answers: [Answer], hours: Int, isMultiple: Bool) {
        (self.question, self.answers) = (question, answers)
        (self.hours, self.isMultiple) = (hours, isMultiple)
    }

    /// The answer with the most votes; nil without votes or when several share the place.
    var winner: Answer? {
        let most = answers.map(\.voters.count).max() ?? 0
        let best = answers.filter { $0.voters.count == most }
        return most > 0 && best.count == 1 ? best[0] : nil
    }

    /// Source: https://discord.com/developers/docs/resources/poll#poll-object
    func json(for viewer: Flake) -> JSONValue {
        let counts = answers.filter { !$0.voters.isEmpty }.map { answer -> JSONValue in
            [
                "id": .number(answer.id), "count": .number(answer.voters.count),
                "me_voted": .bool(answer.voters.contains(viewer)),
            ]
        }
        return [
            "question": ["text": .string(question)],
            "answers": .array(
                answers.map { answer in
                    var media: JSONObject = ["text": .string(answer.text)]
                    if let emoji = answer.emoji { media["emoji"] = emoji.json }
                    return ["answer_id": .number(answer.id), "poll_media": .object(media)]
                }), "expiry": expiry.json, "allow_multiselect": .bool(isMultiple), "layout_type": 1,
            "results": ["is_finalized": .bool(isFinal), "answer_counts": .array(counts)],
        ]
    }
}
