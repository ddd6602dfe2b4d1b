import Atoms
import EchordPrimitives
import SQL
import TestKits
import Testing

@testable import Molecules
@testable import Organisms

@Suite struct CardRefresherTests {
    private let ben = Sample.member()
    private let first = TaskReference.number(.first)

    private func card(_ kit: ChoresKit, of task: ChoreTask, message: MessageID = 500) -> TaskCard {
        TaskCard(
            guildID: task.guildID, taskID: task.id, channelID: 400, messageID: message, stateID: kit.identifiers.next(),
            shownVersion: task.version)
    }

    /// A kit with task #1 and its card on message 500.
    private func withCard(
        _ body: (ChoresKit, TaskCardFeature, EventBus, ChoreTask) async throws -> Void
    ) async throws {
        try await ChoresKit.with { kit in
            let refresher = CardRefresher(store: kit.store, board: kit.board)
            let bus = try kit.bus([refresher])
            let created = try await kit.tasks.create(Sample.draft(), Sample.request(ben, interaction: 1))
            let task = try #require(created.task)
            let cards = TaskCardFeature(store: kit.store, refresher: refresher)
            try await cards.hang(card(kit, of: task))
            try await body(kit, cards, bus, task)
        }
    }

    @Test func bringsACardUpToDate() async throws {
        try await withCard { kit, _, bus, task in
            try await bus.drain()
            #expect(kit.board.shown.isEmpty, "it shows the task as it is")
            _ = try await kit.tasks.claim(first, Sample.request(ben, interaction: 2))
            try await bus.drain()
            #expect(kit.board.shown.map(\.task.assigneeID) == [Sample.ben])
            #expect(kit.board.shown.first?.card.messageID == 500)
        }
    }

    @Test func makesOneEditOfManyEvents() async throws {
        try await withCard { kit, _, bus, _ in
            _ = try await kit.tasks.claim(first, Sample.request(ben, interaction: 2))
            _ = try await kit.tasks.start(first, Sample.request(ben, interaction: 3))
            _ = try await kit.tasks.complete(first, Sample.request(ben, interaction: 4))
            try await bus.drain()
            #expect(kit.board.shown.map(\.task.state) == [.done])
        }
    }

    @Test func refreshesACardThatWasOvertakenOnItsWay() async throws {
        try await ChoresKit.with { kit in
            let refresher = CardRefresher(store: kit.store, board: kit.board)
            let created = try await kit.tasks.create(Sample.draft(), Sample.request(ben, interaction: 1))
            let task = try #require(created.task)
            _ = try await kit.tasks.claim(first, Sample.request(ben, interaction: 2))
            try await kit.bus([refresher]).drain()
            try await TaskCardFeature(store: kit.store, refresher: refresher).hang(card(kit, of: task))
            #expect(kit.board.shown.map(\.task.assigneeID) == [Sample.ben])
        }
    }

    @Test func forgetsACardWhoseMessageIsGone() async throws {
        try await withCard { kit, _, bus, _ in
            kit.board.answer(500, with: .gone)
            _ = try await kit.tasks.claim(first, Sample.request(ben, interaction: 2))
            try await bus.drain()
            #expect(try await kit.count("task_cards") == 0)
            #expect(try await bus.deadLetters.list().isEmpty)
        }
    }

    @Test func triesACardAgainLater() async throws {
        try await withCard { kit, cards, bus, task in
            try await cards.hang(card(kit, of: task, message: 501))
            kit.board.answer(500, with: .later(.seconds(20)))
            _ = try await kit.tasks.claim(first, Sample.request(ben, interaction: 2))
            try await bus.drain()
            #expect(kit.board.shown.map(\.card.messageID) == [501])
            kit.time.advance(by: .seconds(20))
            try await bus.drain()
            #expect(kit.board.shown.map(\.card.messageID) == [501, 500])
        }
    }

    @Test func buriesAnEventAboutSomethingElse() async throws {
        try await ChoresKit.with { kit in
            let bus = try kit.bus([CardRefresher(store: kit.store, board: UnimplementedTaskCardBoard())])
            let origin = EventOrigin(guildID: Sample.guild, occurredAt: kit.time.now, actor: .system)
            try await bus.publish(
                EventsKit.claimed, about: EventSubject(type: "chore", id: "x", number: nil), origin: origin)
            try await bus.publish(
                EventsKit.claimed,
                about: EventSubject(type: "task", id: kit.identifiers.next(of: TaskID.self).description, number: nil),
                origin: origin)
            try await bus.drain()
            #expect(try await bus.deadLetters.list().map(\.reason) == ["the subject is no task: chore"])
        }
    }

    @Test func failsTheTestThatMustNotTouchACard() async throws {
        try await ChoresKit.with { kit in
            let task = Sample.task()
            await withKnownIssue {
                _ = try await UnimplementedTaskCardBoard().refresh(card(kit, of: task), showing: task)
            }
        }
    }
}

@Suite struct TaskCardFeatureTests {
    private func cards(_ kit: ChoresKit) -> TaskCardFeature {
        TaskCardFeature(
            store: kit.store, refresher: CardRefresher(store: kit.store, board: UnimplementedTaskCardBoard()))
    }

    @Test func leadsAPressToTheTask() async throws {
        try await ChoresKit.with { kit in
            let created = try await kit.tasks.create(
                Sample.draft(), Sample.request(Sample.member(), interaction: 1))
            let task = try #require(created.task)
            let state = try await cards(kit).open(task, language: "nl")
            let button = try TaskCardFeature.customID(.claim, pointingTo: state)
            let pressed = try await cards(kit).press(
                CustomID(validating: button.description), by: Sample.member(Sample.cas))
            guard case .action(.claim, let subject) = pressed else {
                Issue.record("expected a claim, got \(pressed)")
                return
            }
            #expect(subject.task == task.id && subject.language == "nl")
            let card = TaskCard(
                guildID: task.guildID, taskID: task.id, channelID: 1, messageID: 2, stateID: state, shownVersion: 1)
            #expect(try await TaskCardFeature.subject(of: card, in: kit.store) == subject)
        }
    }

    @Test func tellsWhatIsOutOfDateAndWhatIsForOthers() async throws {
        try await ChoresKit.with { kit in
            let states = ComponentStateRepository()
            func state(_ kind: String, _ subject: String, for users: Set<UserID> = []) async throws -> ComponentStateID
            {
                let state = ComponentState(
                    id: kit.identifiers.next(), guildID: Sample.guild, kind: kind, subject: subject, allowedUsers: users
                )
                try await kit.database.transaction { try await states.insert(state, in: $0) }
                return state.id
            }
            let task = "\(Sample.task().id) nl"
            let good = try await state("task", task)
            let ids = [
                (
                    try TaskCardFeature.customID(.claim, pointingTo: kit.identifiers.next()),
                    TaskCardFeature.Press.outOfDate
                ),
                (try CustomID(kind: "task", id: good), .outOfDate),
                (try CustomID(kind: "task", id: good, argument: "fly"), .outOfDate),
                (try CustomID(kind: "list", id: try await state("list", task), argument: "claim"), .outOfDate),
                (try CustomID(kind: "task", id: try await state("task", "x"), argument: "claim"), .outOfDate),
                (
                    try CustomID(kind: "task", id: try await state("task", task, for: [9]), argument: "claim"),
                    .forbidden
                ),
            ]
            for (id, expected) in ids {
                #expect(try await cards(kit).press(id, by: Sample.member()) == expected)
            }
        }
    }
}

@Suite struct TaskCardActionsTests {
    private func buttons(_ change: (inout ChoreTask) -> Void) -> [TaskAction] {
        var task = Sample.task()
        change(&task)
        return TaskCardActions.buttons(for: task)
    }

    @Test func offersWhatTheStateAllows() {
        #expect(buttons { _ in } == [.claim])
        #expect(buttons { $0.roleID = 9 } == [.claim])
        #expect(buttons { $0.assigneeID = 2 } == [.complete, .start, .release])
        #expect(buttons { ($0.assigneeID, $0.state) = (2, .doing) } == [.complete, .release])
        #expect(buttons { $0.state = .done } == [.undo])
        for state in [TaskState.waitingApproval, .cancelled, .skipped] {
            #expect(buttons { $0.state = state }.isEmpty)
        }
        #expect(buttons { $0.deletedAt = $0.createdAt }.isEmpty)
    }

    /// A button that is shown is never refused for the state.
    @Test(arguments: TaskState.allCases, [true, false])
    func offersNothingThatTheStateRefuses(_ state: TaskState, _ isAssigned: Bool) throws {
        var task = Sample.task()
        (task.state, task.assigneeID) = (state, isAssigned ? Sample.ben : nil)
        for action in TaskCardActions.buttons(for: task) {
            var copy = task
            switch action {
            case .claim: try copy.claim(by: 3, at: TestTime.start)
            case .complete: try copy.complete(by: 3, at: TestTime.start)
            case .start: try copy.start(by: 3, at: TestTime.start)
            case .release: try copy.release(at: TestTime.start)
            case .undo: try copy.undo(at: TestTime.start)
            default: Issue.record("a card has no button for \(action)")
            }
        }
    }
}
