extension DiscordClient {
    /// Calls `handler` for each change of one kind in the cache, with what was known before.
    ///
    /// ```swift
    /// client.onChange(of: \.messages) { change in
    ///     guard let old = change.old, let new = change.new, old.content != new.content else { return }
    ///     print("\(old.content) became \(new.content)")
    /// }
    /// ```
    ///
    /// What was not in the cache has no old value, and nothing is told of a kind that is off. A handler that throws is
    /// logged and counted, and the next change comes.
    @discardableResult
    public func onChange<Key, Group, Entity>(
        of kind: KeyPath<DiscordCache, CachedEntities<Key, Group, Entity>>, options: ListenerOptions = .init(),
        _ handler: @escaping @Sendable (CacheChange<Key, Entity>) async throws -> Void
    ) -> ListenerToken {
        let entities = cache[keyPath: kind]
        let (buffer, end) = entities.listeners.listen(buffer: options.buffer, policy: options.policy)
        let complete = entities.complete
        return hub.serve(buffer, name: "cache_change", options: options, remove: end) { change in
            try await handler(change.completed(complete))
        }
    }
}
