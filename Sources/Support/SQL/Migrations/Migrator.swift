internal import Crypto

/// Brings a database to the shape that the program needs, forward only.
///
/// Each migration runs in a transaction of its own together with its row in `schema_migrations`. A row in
/// `schema_migration_lock` keeps other processes out; who waits for it longer than `lockWait` is told who holds it.
/// The lock of a process that has ended, or that has not renewed it for `lockLease`, is taken over; a holder that
/// lost its lock notices inside the next transaction and stops.
public struct Migrator: Sendable {
    /// How long to wait, and how long a silent holder is believed.
    public struct Limits: Sendable {
        /// How long to wait for another process; 30 s.
        public var lockWait: Duration
        /// After how long without a sign of life the holder counts as gone; 15 s.
        public var lockLease: Duration
        /// How often to look again while waiting; 100 ms.
        public var pollInterval: Duration

        /// The limits as given.
        public init(
            lockWait: Duration = .seconds(30), lockLease: Duration = .seconds(15),
            pollInterval: Duration = .milliseconds(100)
        ) {
            self.lockWait = lockWait
            self.lockLease = lockLease
            self.pollInterval = pollInterval
        }
    }

    /// Where a database stands.
    public struct Status: Hashable, Sendable {
        /// The number of the last migration that was applied; 0 for an empty database.
        public let version: Int
        /// The numbers of those that are still to run.
        public let pending: [Int]
    }

    /// The table in which a database remembers its migrations: one without it was made by somebody else.
    public static let tableName = "schema_migrations"

    private let database: any Database
    private let migrations: [Migration]
    private let limits: Limits
    private let clock: any Clock<Duration>
    private let now: @Sendable () -> Int64
    private let identify: @Sendable (_ since: Int64) -> MigrationHolder
    private let isRunning: @Sendable (MigrationHolder) -> Bool

    /// - Parameters:
    ///   - migrations: numbered 1, 2, 3 … without gaps.
    ///   - clock: for waiting.
    ///   - now: milliseconds since 1970.
    ///   - identify: who this process is.
    ///   - isRunning: false for a holder that is known to have ended.
    public init(
        _ database: any Database, _ migrations: [Migration], limits: Limits = Limits(),
        clock: any Clock<Duration> = ContinuousClock(),
        now: @escaping @Sendable () -> Int64 = { Int64(UUIDv7Generator.systemMilliseconds()) },
        identify: @escaping @Sendable (_ since: Int64) -> MigrationHolder = MigrationHolder.current(since:),
        isRunning: @escaping @Sendable (MigrationHolder) -> Bool = MigrationHolder.isRunning
    ) {
        self.database = database
        self.migrations = migrations
        self.limits = limits
        self.clock = clock
        self.now = now
        self.identify = identify
        self.isRunning = isRunning
    }

    /// Where the database stands. Changes nothing.
    ///
    /// - Throws: as `migrate()` for a database that does not fit the program.
    public func status() async throws -> Status {
        let applied = try await database.read { try await MigrationTables.applied(in: $0) }
        let pending = try MigrationPlan.pending(migrations, applied: applied, dialect: database.dialect)
        return Status(version: applied.count, pending: pending.map(\.number))
    }

    /// Runs what is missing and returns the numbers that ran.
    ///
    /// A database that needs nothing, or that does not fit, is only read.
    ///
    /// - Throws: `SQLError` with `.newerSchema`, `.checksumMismatch`, `.badMigration`, `.migrationLocked`, or what a
    ///   migration ran into, with its number in front.
    @discardableResult
    public func migrate() async throws -> [Int] {
        guard try await !status().pending.isEmpty else { return [] }
        let holder = identify(now())
        try await takeLock(holder)
        do {
            let done = try await runPending(holder)
            try await database.transaction { try await MigrationTables.release(holder, in: $0) }
            return done
        } catch {
            // The release is a courtesy to those who wait: it must not hide what went wrong, and the lease ends alone.
            try? await database.transaction { try await MigrationTables.release(holder, in: $0) }
            throw error
        }
    }

    private func runPending(_ holder: MigrationHolder) async throws -> [Int] {
        var done: [Int] = []
        while let number = try await runNext(holder) { done.append(number) }
        return done
    }

    /// Runs the next migration; nil when there is none. What is next is asked anew inside every transaction.
    private func runNext(_ holder: MigrationHolder) async throws -> Int? {
        try await database.transaction { transaction in
            guard try await MigrationTables.renew(holder, at: now(), in: transaction) else {
                throw SQLError(.migrationLocked, "another process has taken over the migration")
            }
            let applied = try await MigrationTables.applied(in: transaction)
            let pending = try MigrationPlan.pending(migrations, applied: applied, dialect: transaction.dialect)
            guard let next = pending.first else { return nil }
            do {
                try await transaction.execute(unsafeScript: next.script(for: transaction.dialect))
            } catch let error as SQLError {
                throw error.prefixed("migration \(next.number) (\(next.name))")
            }
            try await MigrationTables.record(next, at: now(), in: transaction)
            return next.number
        }
    }

    private func takeLock(_ holder: MigrationHolder) async throws {
        var waited: Duration = .zero
        while let other = try await tryLock(holder) {
            guard waited < limits.lockWait else {
                throw SQLError(
                    .migrationLocked,
                    "\(other) is migrating this database; waited \(limits.lockWait.seconds) s. Try again when it is "
                        + "done; if it is gone, its lock ends \(limits.lockLease.seconds) s after its last step")
            }
            try await clock.sleep(for: limits.pollInterval)
            waited += limits.pollInterval
        }
    }

    /// Takes the lock, or returns who holds it.
    private func tryLock(_ holder: MigrationHolder) async throws -> MigrationHolder? {
        try await database.transaction { transaction in
            try await transaction.execute(unsafeScript: MigrationTables.create)
            let now = now()
            if let (other, renewedAt) = try await MigrationTables.lock(in: transaction) {
                let isFresh = now - renewedAt < limits.lockLease.milliseconds
                if isFresh, isRunning(other) { return other }
            }
            try await MigrationTables.take(holder, at: now, in: transaction)
            return nil
        }
    }
}

extension Duration {
    fileprivate var milliseconds: Int64 {
        components.seconds * 1_000 + components.attoseconds / 1_000_000_000_000_000
    }

    fileprivate var seconds: Int64 { components.seconds }
}
