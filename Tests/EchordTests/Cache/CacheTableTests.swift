import FuzzKit
import Testing

@testable import Echord

@Suite struct CacheTableTests {
    private typealias Table = CacheTable<Int, Int, String>

    @Test func theLeastRecentlyUsedMakesRoom() {
        var table = Table(.init(entries: 2))
        _ = table.set(1, in: 0, "one", bytes: 1, at: 0)
        _ = table.set(2, in: 0, "two", bytes: 1, at: 0)
        #expect(table.value(1, at: 0) == "one")
        #expect(table.set(3, in: 0, "three", bytes: 1, at: 0).evicted == ["two"])
        #expect(table.peek(1, at: 0) == "one")
        #expect(table.set(4, in: 0, "four", bytes: 1, at: 0).evicted == ["one"])
        #expect(table.count == 2)
    }

    @Test func bytesAreALimitToo() {
        var table = Table(.init(bytes: 10))
        _ = table.set(1, in: 0, "one", bytes: 6, at: 0)
        #expect(table.set(2, in: 0, "two", bytes: 5, at: 0).evicted == ["one"])
        #expect(table.set(3, in: 0, "vast", bytes: 11, at: 0).evicted == ["two", "vast"])
        #expect(table.bytes == 0 && table.count == 0)
    }

    @Test func timeRunsFromTheLastWrite() {
        var table = Table(.init(lifetime: 10))
        _ = table.set(1, in: 0, "one", bytes: 1, at: 0)
        #expect(table.value(1, at: 9) == "one")
        #expect(table.value(1, at: 10) == nil)
        #expect(table.set(1, in: 0, "again", bytes: 1, at: 11).old == nil)
        #expect(table.peek(1, at: 20) == "again")
        #expect(table.sweepOver(at: 21).count == 1)
        #expect(table.count == 0)
    }

    @Test func aGroupGoesTogether() {
        var table = Table()
        for key in 1...6 { _ = table.set(key, in: key % 2, "\(key)", bytes: 1, at: 0) }
        #expect(table.keys(in: 1) == [5, 3, 1])
        _ = table.set(3, in: 0, "moved", bytes: 1, at: 0)
        #expect(table.keys(in: 1).compactMap { table.take($0, at: 0) }.sorted() == ["1", "5"])
        #expect(table.keys(in: 1).isEmpty && table.count == 4)
    }

    /// Against the plain answer: a list in the order of use.
    @Test(arguments: [Int?.none, 1, 7, 40])
    func doesWhatAListWouldDo(limit: Int?) async {
        struct Entry: Equatable {
            let key: Int
            let group: Int
            let value: String
            let bytes: Int
            let expires: Int64
        }
        var table = CacheTable<Int, Int, String>(.init(entries: limit, bytes: limit.map { $0 * 6 }, lifetime: 50))
        var list: [Entry] = []
        let name = "cache table of \(limit.map(String.init) ?? "any number")"
        await Fuzz(name, usually: 20_000).run { step, random in
            let step = Int64(step)
            let key = Int.random(in: 0..<60, using: &random)
            switch Int.random(in: 0..<10, using: &random) {
            case 0..<5:
                let group = Int.random(in: 0..<4, using: &random)
                let entry = Entry(
                    key: key, group: group, value: "\(key) \(step)", bytes: Int.random(in: 0..<10, using: &random),
                    expires: step + 50)
                let old = list.first { $0.key == key }
                list.removeAll { $0.key == key }
                list.append(entry)
                var evicted: [String] = []
                while let limit, list.count > limit || list.reduce(0, { $0 + $1.bytes }) > limit * 6 {
                    evicted.append(list.removeFirst().value)
                }
                let put = table.set(key, in: group, entry.value, bytes: entry.bytes, at: step)
                try #require(put.old == old.flatMap { $0.expires > step ? $0.value : nil })
                try #require(put.evicted == evicted)
            case 5..<8:
                let found = list.firstIndex { $0.key == key && $0.expires > step }
                try #require(table.value(key, at: step) == found.map { list[$0].value })
                if let found { list.append(list.remove(at: found)) }
            case 8:
                let found = list.first { $0.key == key }
                list.removeAll { $0.key == key }
                try #require(table.take(key, at: step) == found.flatMap { $0.expires > step ? $0.value : nil })
            default:
                if random.once(in: 30) {
                    let group = Int.random(in: 0..<4, using: &random)
                    let ofGroup = list.filter { $0.group == group }.map(\.value)
                    let taken = table.keys(in: group).compactMap { table.take($0, at: .min) }
                    try #require(taken.sorted() == ofGroup.sorted())
                    list.removeAll { $0.group == group }
                } else {
                    let over = list.filter { $0.expires <= step }.map(\.key)
                    try #require(table.sweepOver(at: step) == Set(over))
                    list.removeAll { $0.expires <= step }
                }
            }
            try #require(table.count == list.count && table.bytes == list.reduce(0) { $0 + $1.bytes })
        }
        #expect(table.entries(at: 0).map(\.value) == list.reversed().map(\.value))
    }
}

extension CacheTable {
    /// Walks over the table in steps and lets go what is over, as the store does.
    fileprivate mutating func sweepOver(at now: Int64) -> Set<Key> {
        var gone: Set<Key> = []
        for place in stride(from: 0, to: extent, by: 7) {
            for key in entries(from: place, upTo: 7, at: now).over where removeOver(key, at: now) { gone.insert(key) }
        }
        return gone
    }
}
