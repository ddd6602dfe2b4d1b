import Testing

@testable import SQLite

@Suite struct WaitQueueTests {
    @Test func firstComeFirstServed() {
        var queue = WaitQueue(slots: 2, limit: 2)
        #expect(queue.isIdle)
        #expect(queue.enter(1, deadline: 10) == .granted(slot: 0))
        #expect(queue.enter(2, deadline: 10) == .granted(slot: 1))
        #expect(queue.enter(3, deadline: 10) == .waiting)
        #expect(queue.enter(4, deadline: 10) == .waiting)
        #expect(queue.enter(5, deadline: 10) == .full)
        #expect(queue.waiting == 2)
        #expect(queue.leave(slot: 1) == WaitQueue.Grant(ticket: 3, slot: 1))
        #expect(queue.leave(slot: 0) == WaitQueue.Grant(ticket: 4, slot: 0))
        #expect(queue.leave(slot: 0) == nil)
        #expect(!queue.isIdle)
        #expect(queue.leave(slot: 1) == nil)
        #expect(queue.isIdle)
    }

    @Test func theLateAndThoseWhoGaveUpLeave() {
        var queue = WaitQueue(slots: 1, limit: 10)
        _ = queue.enter(1, deadline: 0)
        _ = queue.enter(2, deadline: 10)
        _ = queue.enter(3, deadline: 20)
        _ = queue.enter(4, deadline: 30)
        #expect(queue.expire(now: 5) == [])
        #expect(queue.expire(now: 20) == [2, 3])
        let abandoned = [queue.abandon(4), queue.abandon(4)]
        #expect(abandoned == [true, false])
        #expect(queue.leave(slot: 0) == nil)
    }

    @Test func closedItLetsNobodyIn() {
        var queue = WaitQueue(slots: 1, limit: 10)
        _ = queue.enter(1, deadline: 0)
        _ = queue.enter(2, deadline: 0)
        #expect(queue.close() == [2])
        #expect(queue.enter(3, deadline: 0) == .closed)
        #expect(queue.leave(slot: 0) == nil && queue.isIdle)
    }
}

@Suite struct StatementCacheTests {
    @Test func theLeastRecentlyUsedLeaves() throws {
        let connection = try Connection(.memory, SQLiteConfiguration(), role: .writer)
        defer { connection.close() }
        var cache = StatementCache(limit: 2)
        for text in ["SELECT 1", "SELECT 2"] { cache.insert(try connection.compiled(text), for: text) }
        _ = cache.find("SELECT 1")
        cache.insert(try connection.compiled("SELECT 3"), for: "SELECT 3")
        let found = [cache.find("SELECT 2") != nil, cache.find("SELECT 1") != nil]
        #expect(found == [false, true] && cache.count == 2)
        cache.insert(
            try connection.compiled("SELECT 4" + String(repeating: " ", count: 10_000)),
            for: String(repeating: " ", count: 10_000))
        #expect(cache.count == 2)
        cache.removeAll()
        #expect(cache.count == 0)
        var none = StatementCache(limit: 0)
        none.insert(try connection.compiled("SELECT 1"), for: "SELECT 1")
        #expect(none.count == 0)
    }
}
