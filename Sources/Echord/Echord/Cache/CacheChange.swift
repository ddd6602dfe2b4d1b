internal import Locking

/// What the cache knew before an event, and what it knows now.
public struct CacheChange<Entity: Sendable>: Sendable {
    /// As it was; `nil` when it is new or was not kept.
    public let old: Entity?
    /// As it is; `nil` when it is gone.
    public let new: Entity?
}

/// The changes of one kind, one after the other, in a buffer of its own.
///
/// The buffer fills from the moment the sequence was made; letting go of the sequence ends it.
public struct CacheChanges<Entity: Sendable>: AsyncSequence, Sendable {
    private let buffer: EventBuffer<CacheChange<Entity>>
    private let lifetime: Lifetime

    /// Takes the buffer away with its last owner.
    private final class Lifetime: Sendable {
        let end: @Sendable () -> Void
        init(_ end: @escaping @Sendable () -> Void) { self.end = end }
        deinit { end() }
    }

    init(buffer: EventBuffer<CacheChange<Entity>>, end: @escaping @Sendable () -> Void) {
        self.buffer = buffer
        lifetime = Lifetime(end)
    }

    /// Hands out the changes.
    public struct AsyncIterator: AsyncIteratorProtocol {
        private let buffer: EventBuffer<CacheChange<Entity>>
        private let lifetime: Lifetime

        fileprivate init(_ changes: CacheChanges) {
            buffer = changes.buffer
            lifetime = changes.lifetime
        }

        /// The next change; `nil` at the end, or when the task is cancelled.
        public func next() async -> CacheChange<Entity>? { await buffer.next() }
    }

    /// Iterates; one task at a time.
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(self) }
}

/// Hands changes to whoever listens.
final class CacheListeners<Entity: Sendable>: Sendable {
    private struct State {
        var buffers: [Int: EventBuffer<CacheChange<Entity>>] = [:]
        var nextID = 0
    }

    private let state = Locked(State())

    /// Whether anybody listens; nothing is read back from its compact form for nobody.
    var isEmpty: Bool { state.withLock { $0.buffers.isEmpty } }

    func listen(buffer capacity: Int, policy: EventBufferPolicy) -> CacheChanges<Entity> {
        let buffer = EventBuffer<CacheChange<Entity>>(capacity: capacity, policy: policy)
        let id = state.withLock { state in
            state.nextID += 1
            state.buffers[state.nextID] = buffer
            return state.nextID
        }
        return CacheChanges(buffer: buffer) { [weak self] in
            self?.state.withLock { $0.buffers[id] = nil }
            buffer.finish()
        }
    }

    /// Returns how many buffers were full.
    func tell(_ change: CacheChange<Entity>) -> Int {
        let buffers = state.withLock { Array($0.buffers.values) }
        return buffers.reduce(0) { full, buffer in
            let put = buffer.put(change)
            return put == .droppedOldest || put == .droppedNewest ? full + 1 : full
        }
    }
}
