/// The entities of one kind in the cache, to be read.
///
/// Reading copies; what is changed on a copy changes nothing in the cache. Every call may come from any thread.
public struct CachedEntities<Key: Hashable & Sendable, Group: Hashable & Sendable, Entity: Sendable>: Sendable {
    let read: @Sendable (Key) -> Entity?
    let readGroup: @Sendable (Group) -> [Entity]
    let readAll: @Sendable () -> [Entity]
    let size: @Sendable () -> (count: Int, bytes: Int)
    let kind: CacheKind
    let listeners: CacheListeners<Key, Entity>
    let complete: @Sendable (Key, Entity) -> Entity
    let sweepOut: @Sendable (@escaping @Sendable (Key, Entity) -> Bool) -> Int

    init<Form: CacheForm>(_ store: CacheStore<Form, Key, Group>) where Form.Entity == Entity {
        self.init(store, completing: { _, entity in entity })
    }

    /// Completes what is read with what lies in other stores.
    init<Form: CacheForm>(
        _ store: CacheStore<Form, Key, Group>, completing complete: @escaping @Sendable (Key, Entity) -> Entity
    ) where Form.Entity == Entity {
        read = { key in store.value(key).map { complete(key, $0) } }
        readGroup = { group in store.entries(in: group).map { complete($0.key, $0.value) } }
        readAll = { store.entries().map { complete($0.key, $0.value) } }
        size = { (store.count, store.bytes) }
        kind = store.kind
        listeners = store.listeners
        self.complete = complete
        sweepOut = { store.sweep($0) }
    }

    /// One entity, which thereby counts as used; constant time.
    public subscript(key: Key) -> Entity? { read(key) }

    /// The entities of a guild, or the messages of a channel, the last written first.
    public func all(in group: Group) -> [Entity] { readGroup(group) }

    /// All entities; takes as long as there are many.
    public var all: [Entity] { readAll() }

    /// How many there are.
    public var count: Int { size().count }

    /// The estimated size in bytes.
    public var bytes: Int { size().bytes }

    /// Every change from now on, with what was known before.
    ///
    /// Only what Discord tells changes entities: one that made room for another, or whose time was over, is not told
    /// of. The sequence ends with the client.
    public func changes(
        buffer: Int = 1_024, policy: EventBufferPolicy = .dropOldest
    ) -> CacheChanges<Key, Entity> {
        let (buffer, end) = listeners.listen(buffer: buffer, policy: policy)
        return CacheChanges(buffer: buffer, completing: complete, end: end)
    }

    /// Lets go all entities of which `isUnwanted` is true, and those whose time is over; returns how many.
    @discardableResult
    public func sweep(_ isUnwanted: @escaping @Sendable (Entity) -> Bool) -> Int {
        sweepOut { [complete] key, entity in isUnwanted(complete(key, entity)) }
    }
}
