import EchordModel
import EchordPrimitives
import JSON
import Lifecycle
import Locking
import Telemetry
import Testing

@testable import Echord

@Suite struct CollectorTests {
    private let metrics = Metrics()
    private let hub: EventHub
    private let clock = ManualClock()

    init() { hub = EventHub(metrics: metrics) }

    private func dispatch(_ name: String, _ data: String) { hub.dispatch(name, data) }

    private func deletion(_ id: Int) { dispatch("MESSAGE_DELETE", #"{"id":"\#(id)","channel_id":"1"}"#) }

    private func collect(
        _ limits: CollectorLimits, where filter: @escaping @Sendable (MessageDelete) -> Bool = { _ in true }
    ) -> Collector<MessageDelete> {
        hub.collect(.messageDelete, limits: limits, time: TimeSource(clock), where: filter)
    }

    /// Whether an event is decoded, which is so only when someone listens: one that is broken is counted.
    private var isListenedTo: Bool {
        let before = undecodable
        dispatch("MESSAGE_DELETE", #"{"id":1}"#)
        return undecodable > before
    }

    private var undecodable: Int {
        hub.metrics.dropped.value("MESSAGE_DELETE", "undecodable")
    }

    @Test func nothingIsMissedBetweenMakingAndReading() async {
        let collector = collect(CollectorLimits(count: 3)) { $0.id.rawValue.isMultiple(of: 2) }
        for id in 1...10 { deletion(id) }
        #expect(collector.end == .count && collector.count == 3 && !isListenedTo)
        #expect(await collector.all().map(\.id) == [2, 4, 6])
        #expect(await collector.next() == nil)
    }

    @Test func timeEndsAReaderThatWaits() async {
        let collector = collect(CollectorLimits(idle: .seconds(10), total: .seconds(15)))
        async let all = collector.all()
        await clock.waitForSleepers()
        clock.advance(by: .seconds(9))
        deletion(1)
        // The reader woke for the element and sleeps anew.
        while collector.unread > 0 { await Task.yield() }
        await clock.waitForSleepers()
        clock.advance(by: .seconds(6))
        #expect(await all.map(\.id) == [1])
        #expect(collector.end == .total && !isListenedTo)
    }

    @Test func withoutAReaderTimeEndsItAllTheSame() async {
        let collector = collect(CollectorLimits(total: .seconds(5)))
        deletion(1)
        clock.advance(by: .seconds(6))
        deletion(2)
        #expect(!isListenedTo)
        #expect(collector.end == .total)
        #expect(await collector.all().map(\.id) == [1])
    }

    @Test(arguments: EventBufferPolicy.allCases)
    func theBufferHasABoundAndSaysSo(policy: EventBufferPolicy) async {
        let collector = collect(CollectorLimits(count: 10, buffer: 4, policy: policy))
        for id in 1...10 { deletion(id) }
        #expect(collector.dropped == 6 && collector.count == 10 && collector.end == .count)
        #expect(await collector.all().map(\.id) == (policy == .dropOldest ? [7, 8, 9, 10] : [1, 2, 3, 4]))
        #expect(hub.metrics.dropped.value("MESSAGE_DELETE", "full") == 6)
    }

    @Test func stoppingLeavesWhatWasCollected() async {
        let collector = collect(CollectorLimits())
        deletion(1)
        collector.stop()
        deletion(2)
        #expect(collector.end == .stopped && !isListenedTo)
        #expect(await collector.all().map(\.id) == [1])
    }

    @Test func whoNobodyKeepsListensNoMore() {
        weak var kept: Collector<MessageDelete>?
        do {
            let collector = collect(CollectorLimits())
            kept = collector
            #expect(isListenedTo)
            #expect(kept != nil)
            withExtendedLifetime(collector) {}
        }
        #expect(kept == nil && !isListenedTo)
    }

    @Test func cancellingTheReaderFreesEverything() async {
        let collector = collect(CollectorLimits())
        let reader = Task { await collector.all() }
        deletion(1)
        while collector.unread > 0 { await Task.yield() }
        reader.cancel()
        #expect(await reader.value.map(\.id) == [1])
        #expect(collector.end == .cancelled && !isListenedTo)
    }

    @Test func theClientsEndIsTheCollectorsEnd() async {
        let collector = collect(CollectorLimits())
        deletion(1)
        hub.finish()
        #expect(collector.end == .clientEnded)
        #expect(await collector.all().map(\.id) == [1])
        let late = collect(CollectorLimits())
        #expect(late.end == .clientEnded)
        #expect(await late.next() == nil)
    }

    @Test func manyThreadsAndOneReaderLoseNothing() async {
        let collector = collect(CollectorLimits(count: 4_000, buffer: 4_000))
        async let all = collector.all()
        await withTaskGroup { group in
            for part in 0..<4 {
                group.addTask { for id in 1...1_000 { deletion(part * 1_000 + id) } }
            }
        }
        #expect(await Set(all.map(\.id.rawValue)) == Set(1...4_000))
    }
}

extension Collector {
    /// How many elements wait to be read.
    var unread: Int { core.unread }
}

extension EventHub {
    /// Hands on an event as a connection does.
    func dispatch(_ name: String, _ data: String) {
        let payload = Array(#"{"t":"\#(name)","s":1,"op":0,"d":\#(data)}"#.utf8)
        payload.withUnsafeBytes { bytes in
            dispatch(
                bytes, name: DispatchEventName(rawValue: name), shard: .single, sequence: 1, received: .origin,
                parser: JSONParser())
        }
    }
}
