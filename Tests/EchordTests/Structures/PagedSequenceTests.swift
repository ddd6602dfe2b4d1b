import Locking
import Testing

@testable import Echord

@Suite struct PagedSequenceTests {
    /// The numbers 1 to 250 in pages, and what was asked for.
    private final class Book: Sendable {
        let asked = Locked<[[Int?]]>([])

        func page(after key: Int?, _ size: Int) -> [Int] {
            asked.withLock { $0.append([key, size]) }
            return Array(((key ?? 0) + 1..<251).prefix(size))
        }

        func keyset(limit: Int?, from start: Int? = nil) -> PagedSequence<Int> {
            .keyset(from: start, limit: limit, pageSize: 100, key: { $0 }) { [self] in page(after: $0, $1) }
        }
    }

    @Test func everyElementComesOnceAndAPageIsAskedForWhenItIsReached() async throws {
        let book = Book()
        var iterator = book.keyset(limit: nil).makeAsyncIterator()
        #expect(book.asked.withLock { $0.isEmpty })
        for expected in 1...100 {
            let next = try await iterator.next()
            #expect(next == expected)
        }
        #expect(book.asked.withLock { $0 } == [[nil, 100]])
        var rest: [Int] = []
        while let next = try await iterator.next() { rest.append(next) }
        #expect(rest == Array(101...250))
        #expect(book.asked.withLock { $0 } == [[nil, 100], [100, 100], [200, 100]])
        let after = try await iterator.next()
        #expect(after == nil)
    }

    @Test(
        arguments: [(0, []), (1, [[nil, 1]]), (100, [[nil, 100]]), (150, [[nil, 100], [100, 50]])] as [(Int, [[Int?]])])
    func noMoreIsAskedForThanIsWanted(limit: Int, asked: [[Int?]]) async throws {
        let book = Book()
        let all = try await book.keyset(limit: limit).all()
        #expect(all == Array(1..<(limit + 1)))
        #expect(book.asked.withLock { $0 } == asked)
    }

    @Test func itBeginsWhereItIsToldAndAnewWithEachLoop() async throws {
        let book = Book()
        let pages = book.keyset(limit: 3, from: 240)
        for _ in 1...2 {
            let all = try await pages.all()
            #expect(all == [241, 242, 243])
        }
        let past = try await book.keyset(limit: nil, from: 250).all()
        #expect(past == [])
    }

    @Test func pagesThatSayWhereTheNextOneBegins() async throws {
        let pages = PagedSequence<Int>.marked(from: nil as Int?, limit: nil, pageSize: 50) { mark, size in
            #expect(size == 50)
            let page = mark ?? 0
            return page < 3 ? ([page * 2, page * 2 + 1], page + 1) : ([], 99)
        }
        let all = try await pages.all()
        #expect(all == [0, 1, 2, 3, 4, 5])
        let some = try await PagedSequence<Int>.marked(from: nil as Int?, limit: 3, pageSize: 50) { mark, _ in
            ([mark ?? 0, 7], (mark ?? 0) + 1)
        }.all()
        #expect(some == [0, 7, 1])
    }

    @Test func aFailureEndsIt() async throws {
        let pages = PagedSequence<Int>.keyset(from: nil as Int?, limit: nil, pageSize: 2, key: { $0 }) { key, _ in
            guard key == nil else { throw EchordError(.http, "Gone.") }
            return [1, 2]
        }
        var iterator = pages.makeAsyncIterator()
        for _ in 1...2 { _ = try await iterator.next() }
        await #expect(throws: EchordError.self) { try await iterator.next() }
        let after = try await iterator.next()
        #expect(after == nil)
    }
}
