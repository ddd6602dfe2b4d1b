import EchordModel
import EchordPrimitives
import FuzzKit
import JSON
import Locking
import Telemetry
import Testing

@testable import Echord

@Suite struct ClientEventHubTests {
    private func dispatch(_ hub: EventHub, _ name: String, _ data: String, sequence: Int = 1) {
        let payload = Array(#"{"t":"\#(name)","s":\#(sequence),"op":0,"d":\#(data)}"#.utf8)
        payload.withUnsafeBytes { bytes in
            hub.dispatch(
                bytes, name: DispatchEventName(rawValue: name), shard: .single, sequence: sequence, received: .origin,
                parser: JSONParser())
        }
    }

    private func deletion(_ hub: EventHub, _ id: Int) {
        dispatch(hub, "MESSAGE_DELETE", #"{"id":"\#(id)","channel_id":"1"}"#, sequence: id)
    }

    @Test func handlersGetEventsOneByOneAndInOrder() async {
        let hub = EventHub()
        let seen = Locked<[Int]>([])
        let running = Locked(0)
        hub.on(.messageDelete) { event, context in
            let together = running.withLock { count in
                count += 1
                return count
            }
            #expect(together == 1)
            await Task.yield()
            running.withLock { $0 -= 1 }
            #expect(context.name == .messageDelete && context.sequence == Int(event.id.rawValue))
            seen.withLock { $0.append(Int(event.id.rawValue)) }
        }
        for id in 1...100 { deletion(hub, id) }
        hub.finish()
        await hub.run()
        #expect(seen.withLock { $0 } == Array(1...100))
    }

    @Test func concurrentHandlersKeepToTheirNumber() async {
        let hub = EventHub()
        let running = Locked((now: 0, most: 0, all: 0))
        hub.on(MessageDelete.self, options: ListenerOptions(concurrency: 3)) { _, _ in
            running.withLock { state in
                state.now += 1
                state.most = max(state.most, state.now)
            }
            for _ in 0..<5 { await Task.yield() }
            running.withLock { state in
                state.now -= 1
                state.all += 1
            }
        }
        for id in 1...50 { deletion(hub, id) }
        hub.finish()
        await hub.run()
        let state = running.withLock { $0 }
        #expect(state.all == 50 && state.most <= 3)
    }

    @Test func aFailingListenerIsCountedAndEndsNothing() async {
        struct Failure: Error {}
        let metrics = Metrics()
        let sink = RecordingSink()
        let hub = EventHub(logger: Logger(label: "t", sink: sink), metrics: metrics)
        let others = Locked(0)
        hub.on(.messageDelete) { _, _ in throw Failure() }
        hub.on(.messageDelete) { _, _ in others.withLock { $0 += 1 } }
        for id in 1...3 { deletion(hub, id) }
        hub.finish()
        await hub.run()
        #expect(others.withLock { $0 } == 3)
        #expect(metrics.prometheusText().contains(#"discord_listener_failures_total{event="MESSAGE_DELETE"} 3"#))
        #expect(sink.text.contains("a listener failed"))
    }

    @Test(arguments: [1, 3])
    func whatAListenerLogsTellsWhichEventItHandles(concurrency: Int) async {
        struct Failure: Error {}
        let sink = RecordingSink()
        let logger = Logger(label: "t", sink: sink)
        let hub = EventHub(logger: logger)
        let options = ListenerOptions(concurrency: concurrency)
        hub.on(.messageDelete, options: options) { _, _ in
            await Task { logger.info("in a task of its own") }.value
            throw Failure()
        }
        hub.on(.guildDelete, options: options) { _, _ in
            await LogContext.with(["guild_id": "closer"]) { logger.info("closer") }
        }
        hub.onRaw(options: options) { _ in logger.info("raw") }
        dispatch(hub, "MESSAGE_DELETE", #"{"id":"1","channel_id":"2","guild_id":"3"}"#, sequence: 4)
        dispatch(hub, "GUILD_DELETE", #"{"id":"5"}"#, sequence: 6)
        hub.finish()
        await hub.run()
        let place: LogFields = ["event": "MESSAGE_DELETE", "shard": "0/1", "sequence": 4]
        func fields(_ message: String, _ event: String = "MESSAGE_DELETE") -> LogFields? {
            sink.records.first { $0.message == message && $0.fields["event"] == .string(event) }?.fields
        }
        #expect(fields("in a task of its own") == place.merging(["guild_id": "3"]) { $1 })
        #expect(fields("a listener failed") == place.merging(["guild_id": "3", "error": "Failure()"]) { $1 })
        #expect(fields("raw") == place)
        #expect(fields("closer", "GUILD_DELETE")?["guild_id"] == "closer")
        logger.info("afterwards")
        #expect(sink.records.last?.fields == [:])
    }

    @Test(arguments: EventBufferPolicy.allCases)
    func aSlowListenersBufferHasABoundAndSaysSo(policy: EventBufferPolicy) async {
        let metrics = Metrics()
        let sink = RecordingSink()
        let hub = EventHub(logger: Logger(label: "t", sink: sink), metrics: metrics)
        let seen = Locked<[Int]>([])
        hub.on(.messageDelete, options: ListenerOptions(buffer: 4, policy: policy)) { event, _ in
            seen.withLock { $0.append(Int(event.id.rawValue)) }
        }
        for id in 1...10 { deletion(hub, id) }
        hub.finish()
        await hub.run()
        #expect(seen.withLock { $0 } == (policy == .dropOldest ? [7, 8, 9, 10] : [1, 2, 3, 4]))
        #expect(
            metrics.prometheusText().contains(#"discord_events_dropped_total{event="MESSAGE_DELETE",reason="full"} 6"#))
        // Once, and then each time their number has doubled: 1, 2, 4.
        #expect(sink.records.count == 3)
    }

    @Test func whatNobodyListensToIsNotDecoded() async {
        let metrics = Metrics()
        let hub = EventHub(metrics: metrics)
        dispatch(hub, "MESSAGE_DELETE", "{}")
        let token = hub.on(.messageDelete) { _, _ in Issue.record("called") }
        dispatch(hub, "MESSAGE_DELETE", "{}")
        token.cancel()
        dispatch(hub, "MESSAGE_DELETE", "{}")
        hub.finish()
        await hub.run()
        #expect(
            metrics.prometheusText().contains(
                #"discord_events_dropped_total{event="MESSAGE_DELETE",reason="undecodable"} 1"#))
        #expect(metrics.prometheusText().contains(#"discord_events_total{event="MESSAGE_DELETE"} 3"#))
    }

    @Test func rawListenersGetEverythingAsItCame() async {
        let hub = EventHub()
        let seen = Locked<[String]>([])
        let token = hub.onRaw { event in
            seen.withLock { $0.append("\(event.context.name.rawValue) \(event.payload.count)") }
        }
        dispatch(hub, "SOMETHING_NEW", "{}")
        dispatch(hub, "MESSAGE_DELETE", #"{"broken":true}"#)
        token.cancel()
        dispatch(hub, "MESSAGE_DELETE", "{}")
        hub.finish()
        await hub.run()
        #expect(seen.withLock { $0 } == ["SOMETHING_NEW 41", "MESSAGE_DELETE 55"])
    }

    @Test func aTapIsCalledBeforeTheBuffersAndCanBeTakenAway() {
        let hub = EventHub()
        let seen = Locked<[UInt64]>([])
        let token = hub.tap(MessageDelete.self) { event, _ in seen.withLock { $0.append(event.id.rawValue) } }
        deletion(hub, 1)
        token.cancel()
        deletion(hub, 2)
        #expect(seen.withLock { $0 } == [1])
    }

    @Test func aSequenceEndsWithTheHub() async {
        let hub = EventHub()
        let events = hub.events(MessageDelete.self)
        for id in 1...3 { deletion(hub, id) }
        hub.finish()
        var ids: [UInt64] = []
        for await event in events { ids.append(event.id.rawValue) }
        #expect(ids == [1, 2, 3])
        // After the end nothing is taken, and a late listener ends at once.
        deletion(hub, 4)
        for await _ in hub.events(MessageDelete.self) { Issue.record("an event after the end") }
    }

    @Test func aSequencesWaitEndsWithItsTask() async {
        let hub = EventHub()
        let events = hub.events(MessageDelete.self)
        let task = Task {
            for await _ in events { Issue.record("no event was sent") }
        }
        task.cancel()
        await task.value
    }

    @Test func everyDocumentedEventHasAKeyAndAType() {
        #expect(DispatchEvents.all.count == 82)
        _ = EventKey.messageCreate
        let hub = EventHub()
        hub.on(.guildJoinRequestDelete) { _, _ in }
        hub.on(.ready) { event, _ in _ = event.sessionID }
    }
}

@Suite struct ClientPartsTests {
    @Test func aRingKeepsItsOrderThroughGrowthAndRemoval() async {
        var queue = RingQueue<Int>()
        var model: [Int] = []
        await Fuzz("ring queue", usually: 5_000).run { step, random in
            switch Int.random(in: 0..<10, using: &random) {
            case 0..<5:
                queue.append(step)
                model.append(step)
            case 5:
                queue.prepend(step)
                model.insert(step, at: 0)
            case 6..<9: try #require(queue.popFirst() == (model.isEmpty ? nil : model.removeFirst()))
            default:
                let removed = queue.removeAll { $0 % 7 == 0 }
                try #require(removed == model.filter { $0 % 7 == 0 })
                model.removeAll { $0 % 7 == 0 }
            }
            try #require(queue.elements == model)
            try #require(queue.first == model.first && queue.last == model.last && queue.count == model.count)
        }
        queue.removeAll()
        #expect(queue.isEmpty && queue.popFirst() == nil)
    }

    @Test func shardPlansAreChecked() throws {
        #expect(
            try ShardPlan.automatic.shards(recommended: 2) == [
                ShardID(index: 0, count: 2), ShardID(index: 1, count: 2),
            ])
        #expect(try ShardPlan.count(1).shards(recommended: 9) == [.single])
        #expect(try ShardPlan.some(3..<5, of: 8).shards(recommended: 1).map(\.index) == [3, 4])
        for plan in [ShardPlan.count(0), .some(0..<9, of: 8), .some(2..<2, of: 8), .some(-1..<1, of: 8)] {
            #expect(throws: EchordError.self) { try plan.shards(recommended: 1) }
        }
    }

    @Test func aCountdownCountsEachStepOnce() {
        let done = Locked(0)
        let countdown = Countdown(2) { done.withLock { $0 += 1 } }
        let (first, second) = (countdown.step(), countdown.step())
        first()
        first()
        #expect(done.withLock { $0 } == 0)
        second()
        second()
        #expect(done.withLock { $0 } == 1)
    }

    @Test func momentsAreReckonedWith() {
        let moment = Moment(sinceOrigin: .seconds(5))
        #expect(moment - .seconds(2) == Moment(sinceOrigin: .seconds(3)))
        #expect(moment - Moment.origin == .seconds(5))
        #expect(moment.duration(to: .origin) == .seconds(-5))
        #expect(Duration.seconds(10).scaled(by: 0.25) == .milliseconds(2_500))
    }

    @Test func errorsSayWhatTheyAre() {
        let error = EchordError(
            .validation, "m", details: .validation([FieldIssue(path: "a", code: "b", message: "c")]))
        #expect(error.description == "validation: m")
        #expect(error.issues.count == 1 && error.api == nil && error.rateLimit == nil)
        #expect(EchordError(.http, "m").issues.isEmpty)
        let many = (0..<10).map { FieldIssue(path: "p\($0)", code: "C", message: "") }
        let api = DiscordAPIError(
            status: 400, code: .generalError, message: "", fields: many, route: APIRoute(method: "GET", path: "/x"),
            requestID: nil)
        #expect(
            EchordError.api(api).message == "Discord refused GET /x with status 400: "
                + (0..<8).map { "p\($0) C" }.joined(separator: ", ") + " and 2 more.")
        #expect(EchordError.Code.api.description == "api")
    }
}
