/// Keys that came within a span, to know again what comes twice; within a bound, beyond which the oldest is forgotten.
struct RecentKeys<Key: Hashable & Sendable>: Sendable {
    private let span: Duration
    private let capacity: Int
    private var keys: Set<Key> = []
    private var order = RingQueue<(key: Key, at: Moment)>()

    init(span: Duration, capacity: Int) {
        self.span = span
        self.capacity = max(1, capacity)
    }

    var count: Int { keys.count }

    /// Notes a key.
    ///
    /// - Returns: whether it had not come within the span.
    mutating func note(_ key: Key, at now: Moment) -> Bool {
        while let oldest = order.first, now - oldest.at >= span || keys.count >= capacity && !keys.contains(key) {
            _ = order.popFirst()
            keys.remove(oldest.key)
        }
        guard keys.insert(key).inserted else { return false }
        order.append((key, now))
        return true
    }

    /// Forgets a key, because what came with it was not taken.
    mutating func forget(_ key: Key) {
        keys.remove(key)
        order.removeAll { $0.key == key }
    }
}
