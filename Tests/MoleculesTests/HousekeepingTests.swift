import Atoms
import EchordPrimitives
import Lifecycle
import SQL
import Telemetry
import TestKits
import Testing

@testable import Molecules

@Suite struct HousekeepingTests {
    /// An answer, a state that is over in ten seconds and one that stays.
    private func fill(_ kit: EventsKit) async throws {
        let states = [kit.time.now + .seconds(10), nil].map { expiry in
            ComponentState(
                id: kit.identifiers.next(), guildID: Sample.guild, kind: "list", subject: "x", expiresAt: expiry)
        }
        try await kit.database.transaction { transaction in
            for state in states { try await ComponentStateRepository().insert(state, in: transaction) }
            _ = try await OperationLog(time: kit.time.source).once(
                OperationKey(interaction: 1), guild: Sample.guild, in: transaction
            ) { "done" }
        }
    }

    @Test func takesAwayWhatIsOver() async throws {
        try await EventsKit.with { kit in
            try await fill(kit)
            let housekeeping = Housekeeping(
                shards: SingleShard(kit.database), time: kit.time.source, metrics: kit.metrics)
            #expect(try await housekeeping.sweep() == 0)
            kit.time.advance(by: .seconds(11))
            #expect(try await housekeeping.sweep() == 1)
            kit.time.advance(by: .seconds(86_400))
            #expect(try await housekeeping.sweep() == 1)
            #expect(try await kit.count("component_states") == 1)
            #expect(kit.metrics.prometheusText().contains("chorestree_housekeeping_removed_total 2"))
        }
    }

    @Test func keepsHouseUntilItIsStopped() async throws {
        try await EventsKit.with { kit in
            try await fill(kit)
            let housekeeping = Housekeeping(shards: SingleShard(kit.database), time: kit.time.source)
            let trigger = ShutdownTrigger()
            try await withThrowingTaskGroup { group in
                group.addTask {
                    try await GracefulShutdown.$trigger.withValue(trigger) {
                        try await housekeeping.run(ReadySignal {})
                    }
                }
                await kit.time.clock.waitForSleepers(1)
                try await kit.database.execute("ALTER TABLE operations RENAME TO hidden")
                kit.time.advance(by: .seconds(600))
                // The round failed and the next one waits.
                await kit.time.clock.waitForSleepers(1)
                try await kit.database.execute("ALTER TABLE hidden RENAME TO operations")
                kit.time.advance(by: .seconds(86_400))
                await kit.time.clock.waitForSleepers(1)
                trigger.request()
                try await group.waitForAll()
            }
            #expect(try await kit.count("component_states") == 1)
            #expect(try await kit.count("operations") == 0)
        }
    }
}
