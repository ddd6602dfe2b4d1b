internal import Locking

/// What the cache knew before an event, and what it knows now.
public struct CacheChange<Key: Hashable & Sendable, Entity: Sendable>: Sendable {
    /// What is changed.
    public let key: Key
    /// As it was; `nil` when it is new or was not kept.
    public let old: Entity?
    /// As it is; `nil` when it is gone.
    public let new: Entity?

    /// The same with both sides completed from elsewhere.
    func completed(_ complete: (Key, Entity) -> Entity) -> CacheChange {
        CacheChange(key: key, old: old.map { complete(key, $0) }, new: new.map { complete(key, $0) })
    }
}

/// The changes of one kind, one after the other, in a buffer of its own.
///
/// The buffer fills from the moment the sequence was made; letting go of the sequence ends it.
public struct CacheChanges<Key: Hashable & Sendable, Entity: Sendable>: AsyncSequence, Sendable {
    private let buffer: EventBuffer<CacheChange<Key, Entity>>
    private let complete: @Sendable (Key, Entity) -> Entity
    private let lifetime: Lifetime

    /// Takes the buffer away with its last owner.
    private final class Lifetime: Sendable {
        let end: @Sendable () -> Void
        init(_ end: @escaping @Sendable () -> Void) { self.end = end }
        deinit { end() }
    }

    init(
        buffer: EventBuffer<CacheChange<Key, Entity>>, completing complete: @escaping @Sendable (Key, Entity) -> Entity,
        end: @escaping @Sendable () -> Void
    ) {
        self.buffer = buffer
        self.complete = complete
        lifetime = Lifetime(end)
    }

    /// Hands out the changes.
    public struct AsyncIterator: AsyncIteratorProtocol {
        private let changes: CacheChanges

        fileprivate init(_ changes: CacheChanges) { self.changes = changes }

        /// The next change; `nil` at the end, or when the task is cancelled.
        public func next() async -> CacheChange<Key, Entity>? {
            await changes.buffer.next()?.completed(changes.complete)
        }
    }

    /// Iterates; one task at a time.
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(self) }
}

/// Hands changes to whoever listens.
final class CacheListeners<Key: Hashable & Sendable, Entity: Sendable>: Sendable {
    typealias Buffer = EventBuffer<CacheChange<Key, Entity>>

    private struct State {
        var buffers: [(id: Int, buffer: Buffer)] = []
        var nextID = 0
        var isFinished = false
    }

    private let state = Locked(State())

    /// Whether anybody listens; nothing is read back from its compact form for nobody.
    var isEmpty: Bool { state.withLock { $0.buffers.isEmpty } }

    /// A buffer that fills from now on, and what takes it away again.
    func listen(buffer capacity: Int, policy: EventBufferPolicy) -> (buffer: Buffer, end: @Sendable () -> Void) {
        let buffer = Buffer(capacity: capacity, policy: policy)
        let id: Int? = state.withLock { state in
            guard !state.isFinished else { return nil }
            state.nextID += 1
            state.buffers.append((state.nextID, buffer))
            return state.nextID
        }
        guard let id else {
            buffer.finish()
            return (buffer, {})
        }
        let end: @Sendable () -> Void = { [weak self] in
            self?.state.withLock { $0.buffers.removeAll { $0.id == id } }
            buffer.finish()
        }
        return (buffer, end)
    }

    /// Returns how many buffers were full.
    func tell(_ change: CacheChange<Key, Entity>) -> Int {
        let buffers = state.withLock { $0.buffers }
        return buffers.reduce(0) { full, listener in
            let put = listener.buffer.put(change)
            return put == .droppedOldest || put == .droppedNewest ? full + 1 : full
        }
    }

    /// Ends all sequences once what waits in them was read.
    func finish() {
        let buffers = state.withLock { state in
            defer { state.buffers = [] }
            state.isFinished = true
            return state.buffers
        }
        for (_, buffer) in buffers { buffer.finish() }
    }
}
