import Injection
import Lifecycle
import Locking
import Telemetry
import Testing

private protocol Repository: Sendable { var name: String { get } }
private struct LiveRepository: Repository { let name = "live" }
private struct FakeRepository: Repository { let name = "fake" }
private struct Feature: Sendable {
    let repository: any Repository
    init(repository: any Repository) { self.repository = repository }
}
private final class Session: Sendable {}
private struct Handler: Sendable {
    let session: Session
    let feature: Feature
    init(session: Session, feature: Feature) {
        self.session = session
        self.feature = feature
    }
}
private struct Chicken: Sendable { init(egg: Egg) {} }
private struct Egg: Sendable { init(chicken: Chicken) {} }
private struct Keeper: Sendable { init(session: Session) {} }

private struct ChoresModule: Module {
    func register(in builder: inout ContainerBuilder) {
        builder.register((any Repository).self) { LiveRepository() }
        builder.register(Feature.self, Feature.init(repository:))
        builder.register(Session.self, scope: .operation) { Session() }
        builder.register(Handler.self, scope: .operation, Handler.init(session:feature:))
    }
}

@Suite struct ContainerTests {
    private func faults(_ builder: ContainerBuilder) -> [InjectionError.Fault] {
        do {
            try builder.validate()
            return []
        } catch { return error.faults }
    }

    @Test func constructorsAreCalledWithWhatTheyNeed() async throws {
        let container = try await ContainerBuilder([ChoresModule()]).build()
        #expect(try await container.resolve(Feature.self).repository.name == "live")
    }

    @Test func aTestReplacesAPort() async throws {
        var builder = ContainerBuilder([ChoresModule()])
        builder.replace((any Repository).self) { FakeRepository() }
        #expect(try await builder.build().resolve(Feature.self).repository.name == "fake")
    }

    @Test func operationsShareTheirOwnValues() async throws {
        let container = try await ContainerBuilder([ChoresModule()]).build()
        let first = try await container.withScope { scope in
            let handler = try await scope.resolve(Handler.self)
            #expect(try await scope.resolve(Session.self) === handler.session)
            return handler.session
        }
        let second = try await container.withScope { try await $0.resolve(Session.self) }
        #expect(first !== second)
        await #expect(throws: InjectionError.self) { try await container.resolve(Session.self) }
    }

    @Test func transientsAreMadeEachTime() async throws {
        var builder = ContainerBuilder()
        builder.register(Session.self, scope: .transient) { Session() }
        let container = try await builder.build()
        #expect(try await container.resolve(Session.self) !== container.resolve(Session.self))
    }

    @Test func allMissingProvidersAndCyclesAreReportedAtOnceWithTheirPath() {
        let made = Locked(0)
        var builder = ContainerBuilder()
        builder.register(Feature.self, Feature.init(repository:))
        builder.register(Handler.self, Handler.init(session:feature:))
        builder.register(Chicken.self, Chicken.init(egg:))
        builder.register(Egg.self, Egg.init(chicken:))
        builder.register(Int.self) {
            made.withLock { $0 += 1 }
            return 1
        }
        let faults = faults(builder)
        #expect(
            faults.map(\.description) == [
                "no provider for Repository, needed by Feature",
                "no provider for Session, needed by Handler",
                "cycle: Chicken → Egg → Chicken; break it with an event or a port",
            ])
        #expect(faults.map(\.code) == [.missing, .missing, .cycle])
        #expect(made.withLock { $0 } == 0)
    }

    @Test func aSingletonMayNotKeepWhatLivesForOneOperation() {
        var builder = ContainerBuilder([ChoresModule()])
        builder.register(Keeper.self, Keeper.init(session:))
        #expect(faults(builder).map(\.code) == [.captive])
    }

    @Test func doubleProvidersAndIdleReplacementsAreFaults() {
        var builder = ContainerBuilder([ChoresModule(), ChoresModule()])
        builder.replace(Int.self) { 1 }
        #expect(Set(faults(builder).map(\.code)) == [.duplicate, .nothingToReplace])
    }

    @Test func whatNobodyProvidesCannotBeResolved() async throws {
        let container = try await ContainerBuilder([ChoresModule()]).build()
        await #expect(throws: InjectionError.self) { try await container.resolve(String.self) }
    }

    @Test func servicesFollowTheGraph() async throws {
        let order = Locked<[String]>([])
        struct Database: Service {
            let name = "database"
            let started: @Sendable (String) -> Void
            func run(_ ready: ReadySignal) async throws {
                started(name)
                ready()
                await GracefulShutdown.wait()
            }
        }
        struct Bot: Service {
            let name = "bot"
            let repository: any Repository
            let started: @Sendable (String) -> Void
            func run(_ ready: ReadySignal) async throws {
                started(name)
                ready()
                await GracefulShutdown.wait()
            }
        }
        struct Stored: Repository { let name = "stored" }
        let started: @Sendable (String) -> Void = { name in order.withLock { $0.append(name) } }
        var builder = ContainerBuilder()
        builder.register(Bot.self) { (repository: any Repository) in Bot(repository: repository, started: started) }
        builder.register((any Repository).self) { (_: Database) in Stored() }
        builder.register(Database.self) { Database(started: started) }
        let container = try await builder.build()
        let group = try ServiceGroup(container.services, logger: .silent) { _ in }
        try await group.run(stoppingOn: []) { group.shutDown() }
        #expect(order.withLock { $0 } == ["database", "bot"])
    }
}
