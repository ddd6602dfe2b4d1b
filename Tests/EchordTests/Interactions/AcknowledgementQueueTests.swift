import EchordModel
import Lifecycle
import Testing

@testable import Echord

@Suite struct AcknowledgementQueueTests {
    private let clock = ManualClock()
    private let time: TimeSource
    private let queue = AcknowledgementQueue()

    init() {
        time = TimeSource(clock)
    }

    private func entry(after delay: Duration) throws -> AcknowledgementQueue.Entry {
        let interaction = try Interaction.sample()
        let responder = InteractionResponder(interaction, api: RecordingInteractionAPI(), time: time)
        return AcknowledgementQueue.Entry(
            InteractionContext(interaction, responder: responder, received: .origin), .privately,
            deadline: .origin + delay)
    }

    @Test func handsOutInOrderWhatIsDueAndNotDoneWith() async throws {
        let entries = try [1, 2, 3].map { try entry(after: .seconds($0)) }
        for entry in entries { queue.append(entry) }
        entries[1].finish()
        clock.advance(by: .seconds(3))
        #expect(await queue.next(time) === entries[0])
        #expect(await queue.next(time) === entries[2])
        queue.finish()
        #expect(await queue.next(time) == nil)
    }

    @Test func oneSleeperServesAll() async throws {
        let first = try entry(after: .seconds(1))
        let last = try entry(after: .seconds(2))
        async let due = queue.next(time)
        queue.append(first)
        await clock.waitForSleepers()
        for _ in 0..<100 { queue.append(try entry(after: .seconds(1))) }
        queue.append(last)
        first.finish()
        clock.advance(by: .seconds(1))
        #expect(await due !== first)
        #expect(queue.count == 100)
    }

    @Test func cancellingEndsTheWait() async throws {
        queue.append(try entry(after: .seconds(1)))
        let waiting = Task { [queue, time] in await queue.next(time) == nil }
        await clock.waitForSleepers()
        waiting.cancel()
        #expect(await waiting.value)
    }
}
