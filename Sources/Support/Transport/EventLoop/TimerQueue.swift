/// Timers ordered by deadline: a binary heap in which every entry knows its place, so cancelling is O(log n) and
/// a cancelled timer holds no memory until its deadline.
struct TimerQueue {
    /// How a timer ended.
    enum Outcome: Sendable {
        case fired
        /// The loop was shut down before the deadline.
        case loopEnded
    }

    /// One timer. Only the loop's thread touches it after creation.
    final class Entry {
        let deadline: MonotonicInstant
        fileprivate var sequence: UInt64 = 0
        fileprivate var index = -1
        /// Set to nil when the timer fired or was cancelled.
        var action: (@Sendable (Outcome) -> Void)?

        init(deadline: MonotonicInstant, action: @escaping @Sendable (Outcome) -> Void) {
            self.deadline = deadline
            self.action = action
        }

        fileprivate func precedes(_ other: Entry) -> Bool {
            deadline == other.deadline ? sequence < other.sequence : deadline < other.deadline
        }
    }

    private var heap: [Entry] = []
    private var nextSequence: UInt64 = 0

    var count: Int { heap.count }
    var nextDeadline: MonotonicInstant? { heap.first?.deadline }

    mutating func insert(_ entry: Entry) {
        entry.sequence = nextSequence
        nextSequence += 1
        entry.index = heap.count
        heap.append(entry)
        siftUp(entry.index)
    }

    /// Takes the entry out; false when it is not in the queue.
    @discardableResult
    mutating func remove(_ entry: Entry) -> Bool {
        let index = entry.index
        guard index >= 0 else { return false }
        entry.index = -1
        let last = heap.removeLast()
        if last !== entry {
            heap[index] = last
            last.index = index
            siftUp(index)
            siftDown(last.index)
        }
        return true
    }

    /// Takes the earliest entry whose deadline is not after `now`; equal deadlines come in order of insertion.
    mutating func popExpired(at now: MonotonicInstant) -> Entry? {
        guard let first = heap.first, first.deadline <= now else { return nil }
        remove(first)
        return first
    }

    /// Empties the queue.
    mutating func removeAll() -> [Entry] {
        let entries = heap.sorted { $0.precedes($1) }
        for entry in entries { entry.index = -1 }
        heap = []
        return entries
    }

    private mutating func siftUp(_ start: Int) {
        var child = start
        while child > 0 {
            let parent = (child - 1) / 2
            guard heap[child].precedes(heap[parent]) else { return }
            exchange(child, parent)
            child = parent
        }
    }

    private mutating func siftDown(_ start: Int) {
        var parent = start
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && heap[child].precedes(heap[least])
            {
                least = child
            }
            guard least != parent else { return }
            exchange(parent, least)
            parent = least
        }
    }

    private mutating func exchange(_ first: Int, _ second: Int) {
        heap.swapAt(first, second)
        heap[first].index = first
        heap[second].index = second
    }
}
