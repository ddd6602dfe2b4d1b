/// Bytes that wait, first in first out, in one array that is reused.
struct ByteQueue {
    private var storage: [UInt8] = []
    private var head = 0

    /// More than this is given back to the system once the queue is empty.
    private static let keptCapacity = 256 * 1_024

    var count: Int { storage.count - head }
    var isEmpty: Bool { storage.count == head }

    mutating func append(_ bytes: UnsafeRawBufferPointer) {
        if head > 0, head >= storage.count / 2 {
            storage.removeFirst(head)
            head = 0
        }
        storage.append(contentsOf: bytes)
    }

    mutating func removeFirst(_ count: Int) {
        head += count
        guard head == storage.count else { return }
        head = 0
        storage.removeAll(keepingCapacity: storage.capacity <= Self.keptCapacity)
    }

    func withFirstBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        try storage.withUnsafeBytes { try body(UnsafeRawBufferPointer(rebasing: $0[head...])) }
    }
}
