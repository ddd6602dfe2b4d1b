import Glibc
import Lifecycle
import Locking
import Telemetry
import Testing

@Suite struct ServiceGroupTests {
    private final class Journal: Sendable {
        let lines = Locked<[String]>([])
        func note(_ line: String) { lines.withLock { $0.append(line) } }
    }

    private struct Worker: Service {
        let name: String
        let journal: Journal
        var failure: (any Error)?
        var ignoresShutdown = false

        func run(_ ready: ReadySignal) async throws {
            journal.note("start \(name)")
            ready()
            if let failure { throw failure }
            if ignoresShutdown {
                try await ContinuousClock().sleep(for: .seconds(3_600))
            } else {
                await GracefulShutdown.wait()
            }
            journal.note("stop \(name)")
        }
    }

    private struct Failure: Error {}

    private func group(_ entries: [ServiceGroup.Entry], clock: any Clock<Duration> = ManualClock()) throws
        -> ServiceGroup
    {
        try ServiceGroup(entries, logger: .silent, clock: clock) { names in Issue.record("stuck: \(names)") }
    }

    @Test func dependenciesComeFirstAndGoLast() async throws {
        let journal = Journal()
        let group = try group([
            .init(Worker(name: "bot", journal: journal), after: ["bus", "database"]),
            .init(Worker(name: "bus", journal: journal), after: ["database"]),
            .init(Worker(name: "database", journal: journal)),
        ])
        try await group.run(stoppingOn: []) { group.shutDown() }
        #expect(
            journal.lines.withLock { $0 } == [
                "start database", "start bus", "start bot", "stop bot", "stop bus", "stop database",
            ])
    }

    @Test func aFailingServiceEndsTheGroup() async throws {
        let journal = Journal()
        let group = try group([
            .init(Worker(name: "database", journal: journal)),
            .init(Worker(name: "bot", journal: journal, failure: Failure()), after: ["database"]),
        ])
        await #expect(throws: Failure.self) { try await group.run(stoppingOn: []) }
        #expect(journal.lines.withLock { $0.last } == "stop database")
    }

    @Test func whatIgnoresShutdownIsCancelledAfterTheLimit() async throws {
        let clock = ManualClock()
        let group = try group(
            [.init(Worker(name: "slow", journal: Journal(), ignoresShutdown: true))], clock: clock)
        async let running: Void = group.run(stoppingOn: []) { group.shutDown() }
        await clock.waitForSleepers()
        clock.advance(by: .seconds(10))
        try await running
    }

    @Test func cancellingTheGroupsTaskStopsItInOrder() async throws {
        let journal = Journal()
        let group = try group([.init(Worker(name: "a", journal: journal))])
        let task = Task { try await group.run(stoppingOn: []) }
        task.cancel()
        try await task.value
        let lines = journal.lines.withLock { $0 }
        #expect(lines.isEmpty || lines == ["start a", "stop a"])
    }

    @Test func aSignalStopsTheGroup() async throws {
        let group = try group([.init(Worker(name: "a", journal: Journal()))])
        try await group.run(stoppingOn: [.hangUp]) { kill(getpid(), SIGHUP) }
    }

    @Test func impossibleGroupsAreRefused() {
        let journal = Journal()
        func worker(_ name: String) -> Worker { Worker(name: name, journal: journal) }
        func code(_ entries: [ServiceGroup.Entry]) -> LifecycleError.Code? {
            do {
                _ = try group(entries)
                return nil
            } catch { return (error as? LifecycleError)?.code }
        }
        #expect(code([.init(worker("a")), .init(worker("a"))]) == .duplicateName)
        #expect(code([.init(worker("a"), after: ["b"])]) == .unknownDependency)
        #expect(code([.init(worker("a"), after: ["b"]), .init(worker("b"), after: ["a"])]) == .cycle)
    }
}
