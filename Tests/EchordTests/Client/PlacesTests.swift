import Locking
import Testing

@testable import Echord

@Suite("Places for work side by side")
struct PlacesTests {
    /// What the work of a test has done so far.
    private final class Journal: Sendable {
        struct Entries {
            var running = 0
            var most = 0
            var ended: [Int] = []
        }

        private let entries = Locked(Entries())

        var now: Entries { entries.withLock { $0 } }

        func begin() {
            entries.withLock { entries in
                entries.running += 1
                entries.most = max(entries.most, entries.running)
            }
        }

        func end(_ number: Int) {
            entries.withLock { entries in
                entries.running -= 1
                entries.ended.append(number)
            }
        }
    }

    @Test("No more run at once than there are places, and all come to run")
    func bound() async {
        let places = Places(3)
        let journal = Journal()
        await withDiscardingTaskGroup { group in
            for number in 0..<100 {
                await places.take()
                group.addTask {
                    journal.begin()
                    for _ in 0..<5 { await Task.yield() }
                    journal.end(number)
                    places.giveBack()
                }
            }
        }
        #expect(journal.now.most <= 3)
        #expect(journal.now.ended.count == 100)
    }

    @Test("Those who wait get a place in the order they came")
    func order() async {
        let places = Places(0)
        await places.take()
        let journal = Journal()
        await withDiscardingTaskGroup { group in
            for number in 0..<5 {
                group.addTask {
                    await places.take()
                    journal.begin()
                    journal.end(number)
                    places.giveBack()
                }
                while places.waiting <= number { await Task.yield() }
            }
            #expect(journal.now.ended.isEmpty)
            places.giveBack()
        }
        #expect(journal.now.ended == [0, 1, 2, 3, 4])
        #expect(places.waiting == 0)
    }
}
