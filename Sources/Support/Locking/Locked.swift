#if TSAN
    import Glibc
#else
    public import Synchronization
#endif

/// A value that only one thread reaches at a time.
///
/// This is `Synchronization.Mutex`. Under the `TSAN` compile condition it is a pthread mutex instead, because
/// ThreadSanitizer does not see the futex inside `Mutex` on Linux and reports races that do not exist.
/// Keep the closure short: no foreign code, no continuation resumed, no `await` under the lock.
public struct Locked<Value: ~Copyable>: ~Copyable, @unchecked Sendable {
    #if TSAN
        private let mutex: UnsafeMutablePointer<pthread_mutex_t>
        private let storage: UnsafeMutablePointer<Value>
    #else
        @usableFromInline let mutex: Mutex<Value>
    #endif

    /// Takes `value` under the lock's protection.
    public init(_ value: consuming sending Value) {
        #if TSAN
            mutex = .allocate(capacity: 1)
            mutex.initialize(to: pthread_mutex_t())
            pthread_mutex_init(mutex, nil)
            storage = .allocate(capacity: 1)
            storage.initialize(to: value)
        #else
            mutex = Mutex(value)
        #endif
    }

    #if TSAN
        deinit {
            pthread_mutex_destroy(mutex)
            mutex.deallocate()
            storage.deinitialize(count: 1)
            storage.deallocate()
        }
    #endif

    #if TSAN
        /// Runs `body` alone with the value and returns what it returns. Not re-entrant.
        public borrowing func withLock<Result: ~Copyable, Failure: Error>(
            _ body: (inout sending Value) throws(Failure) -> sending Result
        ) throws(Failure) -> sending Result {
            pthread_mutex_lock(mutex)
            defer { pthread_mutex_unlock(mutex) }
            return try body(&storage.pointee)
        }
    #else
        /// Runs `body` alone with the value and returns what it returns. Not re-entrant.
        @inlinable
        public borrowing func withLock<Result: ~Copyable, Failure: Error>(
            _ body: (inout sending Value) throws(Failure) -> sending Result
        ) throws(Failure) -> sending Result {
            try mutex.withLock(body)
        }
    #endif
}
