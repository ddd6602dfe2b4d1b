import Locking

extension TLSClientContext {
    private static let contexts = Locked<[TLSTrust: TLSClientContext]>([:])
    /// A process trusts few sets of authorities; beyond this many, contexts are made anew instead of kept.
    private static let maxContexts = 8

    /// The context for `trust`, made once per process. Made off the caller's loop: reading the system's store takes
    /// tens of milliseconds.
    ///
    /// - Throws: `tlsConfiguration`.
    package static func shared(for trust: TLSTrust) async throws -> TLSClientContext {
        if let known = contexts.withLock({ $0[trust] }) { return known }
        return try await withTaskExecutorPreference(globalConcurrentExecutor) {
            let made = try TLSClientContext(trust: trust)
            return contexts.withLock { contexts in
                if let known = contexts[trust] { return known }
                if contexts.count < maxContexts { contexts[trust] = made }
                return made
            }
        }
    }
}
