/// Where a codec writes: grows as needed up to a limit, is reused for every message, and shrinks after a big one.
struct OutputBuffer: ~Copyable {
    private var storage: UnsafeMutableRawBufferPointer
    private(set) var count = 0
    private let limit: Int

    private static let initialCapacity = 16 * 1_024
    /// More than this is given back after a message.
    private static let keptCapacity = 1_024 * 1_024

    init(limit: Int) {
        self.limit = max(0, limit)
        storage = .allocate(byteCount: Self.initialCapacity, alignment: 16)
    }

    deinit { storage.deallocate() }

    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: storage[..<count]) }

    /// Room for at least one more byte; nil when the output is beyond the limit. One byte over the limit is given, so
    /// that output of exactly the limit passes and one byte more is seen.
    mutating func room() -> UnsafeMutableRawBufferPointer? {
        guard count <= limit else { return nil }
        if count == storage.count {
            let grown = UnsafeMutableRawBufferPointer.allocate(
                byteCount: max(count + 1, min(storage.count * 2, limit + 1)), alignment: 16)
            grown.copyMemory(from: UnsafeRawBufferPointer(storage))
            storage.deallocate()
            storage = grown
        }
        let end = min(storage.count, limit + 1)
        return UnsafeMutableRawBufferPointer(rebasing: storage[count..<end])
    }

    mutating func wrote(_ bytes: Int) { count += bytes }

    mutating func clear() {
        count = 0
        guard storage.count > Self.keptCapacity else { return }
        storage.deallocate()
        storage = .allocate(byteCount: Self.initialCapacity, alignment: 16)
    }
}
