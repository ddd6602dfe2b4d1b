import FuzzKit
import JSON
import Testing

@testable import Echord

@Suite struct GatewaySendQueueTests {
    private let now = Moment(sinceOrigin: .seconds(50))

    @Test func keepsRoomForHeartbeats() throws {
        var queue = GatewaySendQueue()
        for _ in 0..<130 { _ = try queue.enqueue([1]) }
        var sent = 0
        while queue.next(at: now) != nil { sent += 1 }
        #expect(sent == 117)
        for _ in 0..<3 { #expect(queue.takeUrgent(at: now) == true) }
        #expect(queue.takeUrgent(at: now) == false)
        #expect(queue.deadline(urgent: false) == now + .seconds(60))
        #expect(queue.next(at: now + .seconds(59)) == nil)
        #expect(queue.next(at: now + .seconds(60)) != nil)
    }

    @Test func neverMoreThanTheLimitInAnyMinute() async {
        var queue = GatewaySendQueue(configuration: .init(limit: 12, window: .seconds(6), reserve: 3, capacity: 20))
        var moment = now
        var times: [Moment] = []
        await Fuzz("gateway send queue", usually: 10_000).run { _, random in
            moment = moment + .milliseconds(Int.random(in: 0...400, using: &random))
            _ = try? queue.enqueue([0])
            if random.once(in: 5), queue.takeUrgent(at: moment) { times.append(moment) }
            while queue.next(at: moment) != nil { times.append(moment) }
            times.removeAll { moment - $0 >= .seconds(6) }
            try Fuzz.check(times.count <= 12, "\(times.count) sends within six seconds")
            try Fuzz.check(queue.count == 0 || queue.deadline(urgent: false) != nil, "what waits is never sent")
        }
    }

    @Test func commandsGoInOrderAndCanBeTakenBack() throws {
        var queue = GatewaySendQueue()
        let first = try queue.enqueue([1])
        let second = try queue.enqueue([2])
        let third = try queue.enqueue([3])
        #expect(queue.remove(second) == true)
        #expect(queue.remove(second) == false)
        #expect(queue.next(at: now)?.id == first)
        #expect(queue.drain().map(\.id) == [third])
        #expect(queue.count == 0)
        #expect(queue.deadline(urgent: false) == nil)
    }

    @Test func tooLongAndTooManyAreRefused() throws {
        var queue = GatewaySendQueue(configuration: .init(capacity: 1))
        #expect(throws: GatewaySendQueue.Refusal.tooLarge(bytes: 4097, limit: 4096)) {
            try queue.enqueue(Array(repeating: 0, count: 4097))
        }
        _ = try queue.enqueue(Array(repeating: 0, count: 4096))
        #expect(throws: GatewaySendQueue.Refusal.full(capacity: 1)) { try queue.enqueue([1]) }
    }

    @Test func aNewConnectionBeginsWithACleanRecord() throws {
        var queue = GatewaySendQueue(configuration: .init(limit: 4))
        _ = try queue.enqueue([1])
        _ = try queue.enqueue([2])
        #expect(queue.next(at: now) != nil)
        #expect(queue.next(at: now) == nil)
        queue.connectionBegan()
        #expect(queue.next(at: now) != nil)
    }
}

@Suite struct GatewayIdentifyQueueTests {
    private let now = Moment(sinceOrigin: .seconds(50))

    private func shard(_ index: Int) -> ShardID { ShardID(index: index, count: 32) }

    private func limit(_ remaining: Int, concurrency: Int = 1, after: Duration = .seconds(3_600)) -> SessionStartBudget
    {
        SessionStartBudget(total: 1_000, remaining: remaining, resetAfter: after, maxConcurrency: concurrency)
    }

    @Test func oneIdentifyPerKeyAndFiveSeconds() {
        var queue = IdentifyQueue()
        queue.update(limit(1_000, concurrency: 2), at: now)
        for index in 0..<4 { queue.request(ticket: index, shard: shard(index)) }
        #expect(queue.advance(to: now) == [.granted(ticket: 0), .granted(ticket: 1)])
        #expect(queue.advance(to: now + .seconds(5)).isEmpty)
        #expect(queue.deadline == now + .milliseconds(5_250))
        #expect(queue.advance(to: now + .milliseconds(5_250)) == [.granted(ticket: 2), .granted(ticket: 3)])
        #expect(queue.deadline == nil)
        #expect(queue.startsLeft == 996)
    }

    @Test func aPlaceGivenBackGoesToTheNext() {
        var queue = IdentifyQueue()
        queue.request(ticket: 1, shard: shard(0))
        queue.request(ticket: 2, shard: shard(1))
        #expect(queue.cancel(ticket: 1) == true)
        #expect(queue.cancel(ticket: 1) == false)
        #expect(queue.advance(to: now) == [.granted(ticket: 2)])
    }

    @Test func theLastStartsAreNotBurnt() {
        var queue = IdentifyQueue()
        queue.update(limit(6), at: now)
        queue.request(ticket: 1, shard: shard(0))
        queue.request(ticket: 2, shard: shard(1))
        #expect(queue.advance(to: now)[0] == .granted(ticket: 1))
        let end = now + .seconds(3_600)
        queue.request(ticket: 3, shard: shard(2))
        #expect(
            queue.advance(to: now + .seconds(6))
                == [.deferred(ticket: 3, until: end, remaining: 5, total: 1_000)] || queue.deadline == nil)
    }

    @Test func theBudgetIsRenewedAtThePeriodsEnd() {
        var queue = IdentifyQueue()
        queue.update(limit(3), at: now)
        queue.request(ticket: 1, shard: shard(0))
        #expect(
            queue.advance(to: now) == [.deferred(ticket: 1, until: now + .seconds(3_600), remaining: 3, total: 1_000)])
        queue.request(ticket: 2, shard: shard(0))
        #expect(queue.advance(to: now + .seconds(3_600)) == [.granted(ticket: 2)])
        #expect(queue.startsLeft == 999)
        queue.request(ticket: 3, shard: shard(0))
        #expect(queue.advance(to: now + .seconds(3_600 + 86_400 * 3)) == [.granted(ticket: 3)])
    }

    @Test func aChangedConcurrencyForgetsNoIdentify() {
        var queue = IdentifyQueue()
        queue.request(ticket: 1, shard: shard(0))
        #expect(queue.advance(to: now) == [.granted(ticket: 1)])
        queue.update(limit(1_000, concurrency: 16), at: now)
        queue.request(ticket: 2, shard: shard(16))
        #expect(queue.advance(to: now + .seconds(1)).isEmpty)
        #expect(queue.advance(to: now + .milliseconds(5_250)) == [.granted(ticket: 2)])
    }

    @Test func inAnyOrderNoKeyIdentifiesTwiceInFiveSeconds() async {
        var queue = IdentifyQueue()
        queue.update(
            SessionStartBudget(total: 90_000, remaining: 90_000, resetAfter: .seconds(1e6), maxConcurrency: 3), at: now)
        var moment = now
        var last: [Int: Moment] = [:]
        var shards: [Int: Int] = [:]
        await Fuzz("identify queue", usually: 3_000).run { ticket, random in
            let index = Int.random(in: 0..<32, using: &random)
            shards[ticket] = index
            queue.request(ticket: ticket, shard: shard(index))
            if random.once(in: 7) { _ = queue.cancel(ticket: ticket) }
            moment = moment + .milliseconds(Int.random(in: 0...3_000, using: &random))
            for case .granted(let granted) in queue.advance(to: moment) {
                let key = try #require(shards[granted]) % 3
                if let before = last[key] { try Fuzz.check(moment - before >= .seconds(5), "key \(key) twice") }
                last[key] = moment
            }
        }
    }
}
