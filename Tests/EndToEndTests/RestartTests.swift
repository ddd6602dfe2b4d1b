import Atoms
import EchordPrimitives
import JSON
import Locking
import Molecules
import Organisms
import SQL
import SQLite
import Testing

/// What survives when the process is killed: everything that was committed, each event delivered once.
@Suite(.serialized) struct RestartTests {
    @Test func whatWasAnsweredIsThereAfterAPowerCut() async throws {
        try await SplitHousehold.withoutBot { split in
            let card = try await split.withBot { bot in
                let card = try await bot.home.slash(.ann, "task create", ["title": "Survive"])
                try await bot.program.cut()
                return card
            }
            try await split.withBot { bot in
                let shown = try await bot.home.slash(.ben, "task show", ["task": "1"])
                #expect(shown.text.contains("#1 Survive"))
                // The button of the card from before the cut still works.
                let claimed = try await bot.home.click(.ben, "claim", on: card)
                #expect(claimed.text.contains(try bot.home.mention(.ben)))
            }
        }
    }

    /// The state and its event are committed and the process is gone before the event bus has seen it.
    @Test func anEventCommittedJustBeforeTheEndIsDeliveredOnce() async throws {
        try await SplitHousehold.withoutBot { split in
            let (card, home) = try await split.withBot { bot in
                let card = try await bot.home.slash(.ann, "task create", ["title": "Between"])
                try await drained(split)
                try await bot.program.cut()
                return (card, bot.home)
            }
            try await claim(1, by: .ben, home, in: split.databasePath)
            let before = try await StoredState.read(split.databasePath)
            #expect(before.outbox == 1)
            let editsBefore = try await edits(of: card, home)
            try await split.withBot { bot in
                try await drained(split)
                let relayed = try await split.web.metrics("chorestree_events_relayed_total", at: bot.ready.httpURL)
                #expect(relayed == ["": 1])
                let deliveries = try await eventually("the delivery is counted") {
                    let values = try await split.web.metrics(
                        "chorestree_event_deliveries_total", at: bot.ready.httpURL)
                    return values.isEmpty ? nil : values
                }
                #expect(deliveries == [#"{group="cards",outcome="acknowledged"}"#: 1])
                #expect(try await edits(of: card, bot.home) == editsBefore + 1)
                let shown = try await home.messages(seenBy: .cas).first { $0["id"]?.stringValue == card.messageID }
                let text = try #require(shown).strings(of: "content").joined()
                #expect(text.contains(try home.mention(.ben)))
                try await bot.program.cut()
            }
            // Once more: nothing is left to deliver.
            try await split.withBot { bot in
                let after = try await StoredState.read(split.databasePath)
                #expect(after.isDrained)
                #expect(after.inbox == before.inbox + 1)
                #expect(after.deadLetters == 0)
                let relayed = try await split.web.metrics("chorestree_events_relayed_total", at: bot.ready.httpURL)
                #expect(relayed == ["": 0])
                #expect(try await edits(of: card, bot.home) == editsBefore + 1)
            }
        }
    }

    /// Twenty members press enter at once, and the power goes after so many answers.
    @Test(arguments: [1, 4, 9, 15]) func aPowerCutUnderLoadLosesAndRepeatsNothing(answersBeforeTheCut: Int) async throws
    {
        try await SplitHousehold.withoutBot { split in
            let answered = try await split.withBot { bot in
                try await createsUntilTheCut(bot, after: answersBeforeTheCut)
            }
            #expect(answered.count >= answersBeforeTheCut)
            try await split.withBot { bot in
                try await drained(split)
                let state = try await StoredState.read(split.databasePath)
                #expect(state.titles.isSuperset(of: answered), "lost: \(answered.subtracting(state.titles))")
                #expect(state.wronglyDelivered == 0)
                #expect(state.inbox == state.titles.count)
                #expect(state.deadLetters == 0)
                let next = try await bot.home.slash(.ann, "task create", ["title": "Next"])
                #expect(next.text.contains("#\(state.titles.count + 1) Next"))
            }
        }
    }

    // MARK: -

    /// The titles of tasks that the bot has answered.
    private final class Answers: Sendable {
        private let all = Locked<Set<String>>([])

        var titles: Set<String> { all.withLock { $0 } }

        /// Notes one and returns how many there are.
        func add(_ title: String) -> Int {
            all.withLock {
                $0.insert(title)
                return $0.count
            }
        }
    }

    /// Makes twenty tasks at once, cuts the power after some answers, and returns the titles that were answered.
    private func createsUntilTheCut(_ bot: SplitHousehold.Bot, after count: Int) async throws -> Set<String> {
        let answered = Answers()
        try await withThrowingTaskGroup { group in
            for number in 1...20 {
                group.addTask {
                    let title = "Task of load \(number)"
                    let member = Household.Member.allCases[number % 4]
                    let interaction = try await bot.home.slash(member, "task create", ["title": .string(title)])
                    guard interaction.state == "answered" else { return }
                    let isTheOne = answered.add(title) == count
                    guard isTheOne else { return }
                    try await bot.program.cut()
                    // What the dead bot owes would be waited for otherwise.
                    try await bot.home.advance(milliseconds: 3_000)
                }
            }
            try await group.waitForAll()
        }
        return answered.titles
    }

    private func drained(_ split: SplitHousehold) async throws {
        try await eventually("every event is delivered") { try await StoredState.read(split.databasePath).isDrained }
    }

    /// How often the bot has edited a card by itself.
    private func edits(of card: Interaction, _ home: Household) async throws -> Int {
        let message = try #require(card.messageID)
        return try await home.calls().count {
            $0["method"] == "PATCH" && $0["path"]?.stringValue?.hasSuffix("/messages/\(message)") == true
        }
    }

    /// Claims a task as the bot does, up to the commit and no further: there is no event bus.
    private func claim(
        _ number: Int, by member: Household.Member, _ home: Household, in path: String
    ) async throws {
        let user = UserID(rawValue: try #require(UInt64(try home.id(member))))
        let guild = GuildID(rawValue: try #require(UInt64(home.guild)))
        try await StoredState.open(path) { database in
            let identifiers = Identifiers(time: .system)
            let store = GuildStore(
                shards: SingleShard(database), outbox: Outbox(identifiers: identifiers), identifiers: identifiers,
                time: .system)
            let outcome = try await TaskFeature(store: store, zones: .utc).claim(
                .number(try TaskNumber(validating: String(number))),
                MemberRequest(
                    MemberContext(userID: user, guildID: guild, permissions: .sendMessages),
                    key: OperationKey(interaction: 1)))
            guard case .done = outcome else { throw NeverHappened(description: "the claim was refused: \(outcome)") }
        }
    }
}
