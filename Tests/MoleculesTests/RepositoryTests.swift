import Atoms
import EchordPrimitives
import SQL
import TestKits
import Testing

@testable import Molecules

@Suite struct TaskRepositoryTests {
    private let tasks = TaskRepository()

    private func list(
        _ kit: ChoresKit, _ query: TaskQuery, from cursor: TaskCursor? = nil, for member: MemberContext
    ) async throws -> TaskPage {
        try await kit.database.read {
            try await tasks.page(query, for: member, day: LocalDay(at: kit.time.now, in: .utc), from: cursor, $0)
        }
    }

    private func suggestions(
        _ kit: ChoresKit, _ text: String, for action: TaskAction, by member: MemberContext
    ) async throws -> [ChoreTask] {
        try await kit.database.read { try await tasks.suggestions(text, for: action, by: member, $0) }
    }

    /// `count` tasks of the guild, numbered from 1.
    private func fill(_ kit: ChoresKit, _ make: (Int64) -> ChoreTask, count: Int64) async throws {
        let made = (1...count).map(make)
        try await kit.database.transaction { try await tasks.insert(made, in: $0) }
    }

    @Test func keepsWhatItIsGiven() async throws {
        try await ChoresKit.with { kit in
            var task = Sample.task("Éclairs", assignment: .role(9))
            let zone = try #require(ZoneName(rawValue: "Europe/Amsterdam").flatMap { ZoneCatalogue.system[$0] })
            task.due = ZonedTime(try #require(LocalMoment("2026-10-25T02:30")), in: zone)
            try await kit.database.transaction { [task] in try await tasks.insert(task, in: $0) }
            try await kit.database.read { connection async throws in
                #expect(try await tasks.find(.first, in: Sample.guild, connection) == task)
                #expect(try await tasks.find(task.id, in: Sample.guild, connection) == task)
                #expect(try await tasks.find(.first, in: Sample.otherGuild, connection) == nil)
                #expect(try await tasks.find(task.id, in: Sample.otherGuild, connection) == nil)
            }
        }
    }

    @Test func updatesOnlyTheVersionThatWasRead() async throws {
        try await ChoresKit.with { kit in
            let task = Sample.task()
            try await kit.database.transaction { transaction async throws in
                try await tasks.insert(task, in: transaction)
                var mine = task
                try mine.claim(by: Sample.ben, at: kit.time.now)
                let kept = try await tasks.update(mine, in: transaction)
                #expect(kept?.version == 2)
                var late = task
                try late.claim(by: Sample.cas, at: kit.time.now)
                #expect(try await tasks.update(late, in: transaction) == nil)
                #expect(try await tasks.find(task.id, in: Sample.guild, transaction)?.assigneeID == Sample.ben)
            }
        }
    }

    @Test func tellsWholeDaysFromMinutes() async throws {
        try await ChoresKit.with { kit async throws in
            for (number, due) in [(1, "2026-12-05"), (2, "2026-12-05T18:00"), (3, nil)] as [(Int64, String?)] {
                var task = Sample.task(number: number)
                task.due = due.flatMap(LocalMoment.init).map { ZonedTime($0, in: .utc) }
                try await kit.database.transaction { [task] in try await tasks.insert(task, in: $0) }
            }
            let rows = try await kit.database.query("SELECT due_all_day FROM tasks ORDER BY number")
            let days = try rows.map { row throws(SQLError) in try row.value("due_all_day", as: Bool?.self) }
            #expect(days == [true, false, nil])
        }
    }

    @Test(arguments: [
        "due_zone = NULL", "due_local = NULL", "due_at = NULL", "due_local = 'soon'", "due_zone = ''",
        "completion_note = 'x'",
    ])
    func refusesHalfADueDateAndANoteOnWhatIsNotDone(_ change: String) async throws {
        try await ChoresKit.with { kit async throws in
            let task = Sample.task(dueAt: kit.time.now)
            try await kit.database.transaction { try await tasks.insert(task, in: $0) }
            let error = await #expect(throws: SQLError.self) {
                try await kit.database.execute("UPDATE tasks SET \(unsafe: change)")
            }
            #expect(error?.code == .checkViolation)
        }
    }

    @Test func refusesADoubleNumberAndADoneTaskWithoutADoer() async throws {
        try await ChoresKit.with { kit in
            try await kit.database.transaction { try await tasks.insert(Sample.task(), in: $0) }
            let double = await #expect(throws: SQLError.self) {
                try await kit.database.transaction { try await tasks.insert(Sample.task(), in: $0) }
            }
            #expect(double?.code == .uniqueViolation)
            var odd = Sample.task(number: 2)
            odd.state = .done
            let impossible = odd
            let check = await #expect(throws: SQLError.self) {
                try await kit.database.transaction { try await tasks.insert(impossible, in: $0) }
            }
            #expect(check?.code == .checkViolation)
        }
    }

    @Test func numbersWithoutHolesPerGuild() async throws {
        struct Rollback: Error {}
        try await ChoresKit.with { kit in
            let numbers = try await withThrowingTaskGroup(of: Int64.self) { group in
                for _ in 0..<50 {
                    group.addTask {
                        try await kit.database.transaction {
                            try await tasks.nextNumber(in: Sample.guild, $0).rawValue
                        }
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(numbers.sorted() == Array(1...50))
            await #expect(throws: Rollback.self) {
                try await kit.database.transaction { transaction async throws in
                    _ = try await tasks.nextNumber(in: Sample.guild, transaction)
                    throw Rollback()
                }
            }
            try await kit.database.transaction { transaction async throws in
                #expect(try await tasks.nextNumber(in: Sample.guild, transaction).rawValue == 51)
                #expect(try await tasks.nextNumber(in: Sample.otherGuild, transaction).rawValue == 1)
            }
        }
    }

    @Test func refusesACounterThatIsBroken() async throws {
        try await ChoresKit.with { kit in
            try await kit.database.execute(
                "INSERT INTO guild_counters (guild_id, name, value) VALUES (\(Sample.guild), 'task.number', -5)")
            await #expect(throws: SQLError.self) {
                try await kit.database.transaction { try await tasks.nextNumber(in: Sample.guild, $0) }
            }
        }
    }

    // MARK: - Lists

    @Test(arguments: TaskView.allCases) func showsTheViewsTasks(_ view: TaskView) async throws {
        try await ChoresKit.with { kit in
            let now = kit.time.now
            var tasks = [
                Sample.task("mine", number: 1, assignment: .member(Sample.ben)),
                Sample.task("pool", number: 2),
                Sample.task("overdue", number: 3, assignment: .member(Sample.cas), dueAt: now - .seconds(60)),
                Sample.task("today", number: 4, assignment: .member(Sample.cas), dueAt: now + .seconds(60)),
                Sample.task("week", number: 5, assignment: .member(Sample.cas), dueAt: now + .seconds(2 * 86_400)),
                Sample.task("later", number: 6, assignment: .member(Sample.cas), dueAt: now + .seconds(9 * 86_400)),
                Sample.task("done", number: 7, dueAt: now - .seconds(60)),
                Sample.task("deleted", number: 8), Sample.task("elsewhere", number: 9, guild: Sample.otherGuild),
            ]
            try tasks[6].complete(by: Sample.ben, at: now)
            tasks[7].delete(at: now)
            try await kit.database.transaction { [tasks] in try await self.tasks.insert(tasks, in: $0) }
            let page = try await list(kit, TaskQuery(view), for: Sample.member())
            let expected: [TaskView: [String]] = [
                .mine: ["mine"], .pool: ["pool"], .overdue: ["overdue"], .today: ["overdue", "today"],
                .week: ["overdue", "today", "week"], .done: ["done"],
                .all: ["done", "later", "week", "today", "overdue", "pool", "mine"],
            ]
            #expect(page.tasks.map(\.title.rawValue) == expected[view])
            #expect(page.total == expected[view]?.count)
        }
    }

    @Test(arguments: [TaskView.all, .pool, .done]) func turnsPagesThereAndBack(_ view: TaskView) async throws {
        try await ChoresKit.with { kit in
            try await fill(
                kit,
                { number in
                    var task = Sample.task(
                        "Task \(number)", number: number,
                        dueAt: number % 3 == 0 ? nil : kit.time.now + .seconds(number % 7))
                    if view == .done {
                        do { try task.complete(by: Sample.ben, at: kit.time.now + .seconds(number % 5)) } catch {}
                    }
                    return task
                }, count: 137)
            var seen: [Int64] = []
            var pages: [TaskPage] = []
            var cursor: TaskCursor?
            repeat {
                let page = try await list(kit, TaskQuery(view), from: cursor, for: Sample.member())
                #expect(page.total == 137)
                #expect((page.previous == nil) == pages.isEmpty)
                seen += page.tasks.map(\.number.rawValue)
                pages.append(page)
                cursor = page.next
            } while cursor != nil
            #expect(pages.count == 14)
            #expect(pages.last?.tasks.count == 7)
            #expect(Set(seen) == Set(1...137))
            #expect(seen.count == 137)
            for index in pages.indices.reversed().dropLast() {
                let back = try await list(
                    kit,
                    TaskQuery(view), from: pages[index].previous, for: Sample.member())
                #expect(back.tasks == pages[index - 1].tasks)
                #expect((back.previous == nil) == (index == 1))
                #expect(back.next != nil)
            }
        }
    }

    @Test func findsPartsOfATitleAndAnAssignee() async throws {
        try await ChoresKit.with { kit in
            let titles = ["Clean the KITCHEN", "Éclairs for tea", "100% wool_wash", "kitchen roll \\ paper"]
            try await fill(
                kit,
                {
                    Sample.task(titles[Int($0) - 1], number: $0, assignment: .member($0 == 1 ? Sample.cas : Sample.ben))
                },
                count: 4)
            func find(_ search: String, who: UserID? = nil) async throws -> [Int64] {
                let query = TaskQuery(.all, assignee: who, search: search)
                return try await list(kit, query, for: Sample.member()).tasks.map(\.number.rawValue)
            }
            #expect(try await find("kitchen") == [4, 1])
            #expect(try await find("kitchen", who: Sample.cas) == [1])
            #expect(try await find("éCLAIR") == [2])
            #expect(try await find("0% w") == [3])
            #expect(try await find("l_w") == [3])
            #expect(try await find("\\") == [4])
            #expect(try await find("%%").isEmpty)
            #expect(try await find(" ") == [4, 3, 2, 1])
        }
    }

    /// The SQL of the lists says the same as the policy.
    @Test func hidesWhatThePolicyHides() async throws {
        try await ChoresKit.with { kit in
            let secrets = [
                Sample.task(number: 1, author: Sample.ben, isPrivate: true),
                Sample.task(number: 2, assignment: .member(Sample.ben), isPrivate: true),
                Sample.task(number: 3, assignment: .role(9), isPrivate: true),
                Sample.task(number: 4, isPrivate: true), Sample.task(number: 5),
            ]
            try await kit.database.transaction { try await tasks.insert(secrets, in: $0) }
            for member in [
                Sample.member(Sample.ben), Sample.member(Sample.cas), Sample.member(Sample.cas, roles: [9, 8]),
                Sample.manager(), Sample.manager(Sample.cas),
            ] {
                let visible = secrets.filter { TaskPolicy.maySee($0, member) }.map(\.number)
                let listed = try await list(kit, TaskQuery(.all), for: member)
                #expect(listed.tasks.map(\.number).sorted() == visible)
                #expect(listed.total == visible.count)
                let suggested = try await suggestions(kit, "", for: .show, by: member)
                #expect(suggested.map(\.number).sorted() == visible)
            }
        }
    }

    // MARK: - Suggestions

    @Test func suggestsByNumberAndTitleTheBestFirst() async throws {
        try await ChoresKit.with { kit in
            try await fill(kit, { Sample.task($0 == 3 ? "12 eggs" : "Buy eggs \($0)", number: $0) }, count: 130)
            let member = Sample.member()
            func numbers(_ text: String) async throws -> [Int64] {
                try await suggestions(kit, text, for: .show, by: member).map(\.number.rawValue)
            }
            let twelve = try await numbers("12")
            #expect(twelve.prefix(4) == [12, 129, 128, 127])
            #expect(twelve.contains(3))
            #expect(twelve.count <= 25)
            #expect(try await numbers("#12").first == 12)
            #expect(try await numbers("").first == 130)
            #expect(try await numbers("").count == 25)
            #expect(try await numbers("12 E") == [3])
            #expect(try await numbers("nothing like it").isEmpty)
        }
    }

    @Test(arguments: TaskAction.allCases) func suggestsWhatTheActionCanBeDoneWith(_ action: TaskAction) async throws {
        try await ChoresKit.with { kit in
            var tasks = (1...5).map { Sample.task(number: $0) }
            tasks[1].assigneeID = Sample.cas
            tasks[2].state = .doing
            try tasks[3].complete(by: Sample.ben, at: kit.time.now)
            tasks[4].delete(at: kit.time.now)
            try await kit.database.transaction { [tasks] in try await self.tasks.insert(tasks, in: $0) }
            let expected: Set<Int64> =
                switch action {
                case .create, .show, .edit, .delete: [1, 2, 3, 4]
                case .assign, .complete: [1, 2, 3]
                case .claim: [1, 3]
                case .release: [2]
                case .start: [1, 2]
                case .undo: [4]
                case .restore: [5]
                }
            let found = try await suggestions(kit, "", for: action, by: Sample.member())
            #expect(Set(found.map(\.number.rawValue)) == expected)
        }
    }
}

@Suite struct AuditRepositoryTests {
    private let audit = AuditRepository()

    private func entry(_ kit: EventsKit, _ number: Int64, by actor: Actor, in guild: GuildID = Sample.guild) throws
        -> AuditEntry
    {
        let origin = EventOrigin(guildID: guild, occurredAt: kit.time.now, actor: actor, correlationID: "interaction:1")
        return AuditEntry(try kit.outbox.envelope(EventsKit.claimed, about: EventsKit.subject(number), origin: origin))
    }

    @Test func addsAndReads() async throws {
        try await EventsKit.with { kit in
            let entries = [
                try entry(kit, 1, by: .user(2)), try entry(kit, 2, by: .system), try entry(kit, 1, by: .user(3)),
                try entry(kit, 1, by: .user(2), in: Sample.otherGuild),
            ]
            try await kit.database.transaction { transaction async throws in
                for entry in entries { try await audit.append(entry, in: transaction) }
            }
            try await kit.database.read { connection async throws in
                let all = try await audit.entries(in: Sample.guild, connection)
                #expect(all.map(\.envelope) == [entries[2], entries[1], entries[0]].map(\.envelope))
                let first = try await audit.entries(in: Sample.guild, about: EventsKit.subject(1), connection)
                #expect(first.count == 2)
                #expect(try await audit.entries(in: Sample.guild, by: "2", connection).count == 1)
                #expect(
                    try await audit.entries(in: Sample.guild, before: all[0].position, limit: 1, connection)
                        .map(\.envelope) == [entries[1].envelope])
            }
        }
    }

    @Test(arguments: ["UPDATE audit_log SET name = 'x'", "DELETE FROM audit_log"])
    func isNeverChanged(_ statement: String) async throws {
        try await EventsKit.with { kit in
            let entry = try entry(kit, 1, by: .system)
            try await kit.database.transaction { try await audit.append(entry, in: $0) }
            let error = await #expect(throws: SQLError.self) { try await kit.database.execute(SQL(unsafe: statement)) }
            #expect(error?.code == .checkViolation)
            #expect(try await kit.count("audit_log") == 1)
        }
    }
}

@Suite struct ComponentStateRepositoryTests {
    private let states = ComponentStateRepository()

    private func state(_ kit: EventsKit, users: Set<UserID> = [], expires: Instant? = nil) -> ComponentState {
        ComponentState(
            id: kit.identifiers.next(), guildID: Sample.guild, kind: "list", subject: "all", allowedUsers: users,
            expiresAt: expires)
    }

    @Test func tellsWhatAPressMeets() async throws {
        try await EventsKit.with { kit in
            let state = state(kit, users: [Sample.ben], expires: kit.time.now + .seconds(10))
            try await kit.database.transaction { try await states.insert(state, in: $0) }
            let good = try CustomID(kind: "list", id: state.id, argument: "next")
            let stranger = try CustomID(kind: "list", id: kit.identifiers.next())
            let otherKind = try CustomID(kind: "task", id: state.id)
            try await kit.database.read { connection async throws in
                func press(_ id: CustomID, _ user: UserID, after: Duration = .zero, in guild: GuildID = Sample.guild)
                    async throws -> ComponentStateRepository.Press
                {
                    try await states.press(id, by: user, in: guild, at: kit.time.now + after, connection)
                }
                #expect(try await press(good, Sample.ben) == .granted(state))
                #expect(try await press(good, Sample.cas) == .forbidden)
                #expect(try await press(good, Sample.ben, after: .seconds(10)) == .outOfDate)
                #expect(try await press(good, Sample.ben, in: Sample.otherGuild) == .outOfDate)
                #expect(try await press(stranger, Sample.ben) == .outOfDate)
                #expect(try await press(otherKind, Sample.ben) == .outOfDate)
            }
        }
    }

    @Test func changesItsSubjectOncePerVersion() async throws {
        try await EventsKit.with { kit in
            let state = state(kit)
            try await kit.database.transaction { transaction async throws in
                try await states.insert(state, in: transaction)
                let next = try await states.update(state, subject: "mine", in: transaction)
                #expect(next?.version == 2)
                #expect(try await states.update(state, subject: "pool", in: transaction) == nil)
                #expect(try await states.find(state.id, in: Sample.guild, transaction) == next)
                try await states.delete(state.id, in: Sample.guild, transaction)
                #expect(try await states.find(state.id, in: Sample.guild, transaction) == nil)
            }
        }
    }

    @Test func prunesWhatIsOver() async throws {
        try await EventsKit.with { kit in
            let old = [state(kit, expires: kit.time.now), state(kit, expires: kit.time.now), state(kit)]
            try await kit.database.transaction { transaction async throws in
                for state in old { try await states.insert(state, in: transaction) }
                let later = kit.time.now + .seconds(1)
                #expect(try await states.prune(expiredBefore: later, atMost: 1, in: transaction) == 1)
                #expect(try await states.prune(expiredBefore: later, atMost: 9, in: transaction) == 1)
                #expect(try await states.find(old[2].id, in: Sample.guild, transaction) != nil)
            }
        }
    }
}

@Suite struct OperationLogTests {
    @Test func runsOnceAndKeepsTheAnswer() async throws {
        try await EventsKit.with { kit in
            let log = OperationLog(time: kit.time.source)
            let key = OperationKey(interaction: 7)
            func run(_ answer: String, in guild: GuildID = Sample.guild) async throws -> String {
                try await kit.database.transaction { transaction async throws in
                    try await log.once(key, guild: guild, in: transaction) { answer }
                }
            }
            #expect(try await run("first") == "first")
            #expect(try await run("second") == "first")
            #expect(try await run("elsewhere", in: Sample.otherGuild) == "elsewhere")
            try await kit.database.transaction { transaction async throws in
                #expect(try await log.prune(before: kit.time.now, atMost: 9, in: transaction) == 0)
                #expect(try await log.prune(before: kit.time.now + .seconds(1), atMost: 1, in: transaction) == 1)
            }
        }
    }

    @Test func givesTheKeyBackWhenItFails() async throws {
        struct Failure: Error {}
        try await EventsKit.with { kit in
            let log = OperationLog(time: kit.time.source)
            let key = OperationKey(interaction: 7)
            await #expect(throws: Failure.self) {
                try await kit.database.transaction { transaction async throws in
                    try await log.once(key, guild: Sample.guild, in: transaction) { () async throws -> String in
                        throw Failure()
                    }
                }
            }
            let answer = try await kit.database.transaction { transaction async throws in
                try await log.once(key, guild: Sample.guild, in: transaction) { "again" }
            }
            #expect(answer == "again")
        }
    }

    @Test func takesAClientsKeyWithinLimits() throws {
        #expect(try OperationKey(client: "abc").rawValue == "client:abc")
        let state = Identifiers().next(of: ComponentStateID.self)
        #expect(OperationKey(state: state).rawValue == "state:\(state)")
        for text in ["", "a\nb", String(repeating: "x", count: 81)] {
            #expect(throws: ValidationIssue.self) { try OperationKey(client: text) }
        }
    }
}

@Suite struct CommandLimiterTests {
    @Test func refusesTheSixthUseInAMinuteWithTheWait() async {
        let time = TestTime()
        let limiter = MemoryCommandLimiter(time: time.source)
        for _ in 0..<5 {
            #expect(await limiter.admit(Sample.ben, "task create") == .admitted)
            time.advance(by: .seconds(2))
        }
        #expect(await limiter.admit(Sample.ben, "task create") == .refused(wait: .seconds(50)))
        #expect(await limiter.admit(Sample.cas, "task create") == .admitted)
        #expect(await limiter.admit(Sample.ben, "task list") == .admitted)
        time.advance(by: .seconds(50))
        #expect(await limiter.admit(Sample.ben, "task create") == .admitted)
        #expect(await limiter.admit(Sample.ben, "task create") == .refused(wait: .seconds(2)))
        time.advance(by: .seconds(200))
        for _ in 0..<5 { #expect(await limiter.admit(Sample.ben, "task create") == .admitted) }
        #expect(await limiter.admit(Sample.ben, "task create") == .refused(wait: .seconds(60)))
    }

    @Test func admitsExactlyTheLimitOfManyAtOnce() async {
        let limiter = MemoryCommandLimiter(time: TestTime().source)
        let admitted = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<100 { group.addTask { await limiter.admit(Sample.ben, "x") == .admitted } }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(admitted == 5)
    }

    @Test func remembersNoMoreThanItsCapacity() async {
        let time = TestTime()
        let limiter = MemoryCommandLimiter(capacity: 100, time: time.source)
        for user in 0..<1_000 as Range<UInt64> { _ = await limiter.admit(UserID(user), "x") }
        #expect(limiter.count <= 100)
    }
}
