import CSQLite
import Glibc
import SQL

/// One connection. Used by one thread at a time: its own, until it is closed.
final class Connection {
    enum Role {
        case writer
        case reader
        case keeper
        /// Reads, and mends what an interrupted writer has left; changes nothing else.
        case mender

        fileprivate var flags: Int32 {
            switch self {
            case .writer, .keeper: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
            case .mender: SQLITE_OPEN_READWRITE
            case .reader: SQLITE_OPEN_READONLY
            }
        }
    }

    private var handle: OpaquePointer?
    private var cache: StatementCache
    private let interruption: UnsafeMutablePointer<Interruption>
    private let logPages: UnsafeMutablePointer<Int32>
    private let configuration: SQLiteConfiguration
    private var pagesAtLastGrowth = 0

    init(_ location: SQLiteLocation, _ configuration: SQLiteConfiguration, role: Role) throws(SQLError) {
        self.configuration = configuration
        cache = StatementCache(limit: configuration.statementCacheSize)
        interruption = .allocate(capacity: 1)
        interruption.initialize(to: Interruption())
        logPages = .allocate(capacity: 1)
        logPages.initialize(to: 0)
        let path: String
        switch location {
        case .file(let file): path = file
        case .memory: path = ":memory:"
        }
        let flags = role.flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_EXRESCODE
        let result = sqlite3_open_v2(path, &handle, flags, nil)
        guard result == SQLITE_OK else {
            let error = SQLError.sqlite(result, message(of: result))
            close()
            throw error
        }
        do {
            try configure(location, role: role)
        } catch {
            close()
            throw error
        }
    }

    deinit {
        close()
        interruption.deallocate()
        logPages.deallocate()
    }

    /// Ends the connection; further calls throw `.closed`.
    func close() {
        cache.removeAll()
        sqlite3_close_v2(handle)
        handle = nil
    }

    /// True inside a transaction.
    var isInTransaction: Bool { handle.map { sqlite3_get_autocommit($0) == 0 } ?? false }

    /// Pages in the write-ahead log after the last commit on this connection.
    var pagesInLog: Int { Int(logPages.pointee) }

    // MARK: - Statements

    /// Runs one statement and returns its rows.
    ///
    /// - Parameters:
    ///   - readOnly: refuse a statement that could change something.
    ///   - deadline: monotonic nanoseconds at which it is stopped at the latest; 0 for a statement that must run.
    func query(_ sql: SQL, readOnly: Bool, deadline: UInt64) throws -> [Row] {
        try withStatement(sql, readOnly: readOnly, deadline: deadline) { statement in
            var rows: [Row] = []
            while try step(statement, sql) {
                guard rows.count < configuration.maximumRows else {
                    throw SQLError(
                        .tooLarge, "the result has more than \(configuration.maximumRows) rows; ask for pages",
                        statement: sql.text)
                }
                rows.append(statement.row())
            }
            return rows
        }
    }

    /// Runs one statement and returns how many rows it changed.
    func execute(_ sql: SQL, readOnly: Bool, deadline: UInt64) throws -> Int {
        try withStatement(sql, readOnly: readOnly, deadline: deadline) { statement in
            let before = sqlite3_total_changes64(handle)
            while try step(statement, sql) {}
            // `changes` keeps the number of the last statement that changed rows, which need not be this one.
            return sqlite3_total_changes64(handle) == before ? 0 : Int(sqlite3_changes64(handle))
        }
    }

    /// Runs every statement of a script.
    func script(_ text: String, deadline: UInt64) throws {
        guard let handle else { throw closed }
        interruption.pointee = Interruption(deadline: deadline)
        let result = sqlite3_exec(handle, text, nil, nil, nil)
        guard result == SQLITE_OK else { throw failure(result, statement: nil) }
    }

    /// Runs a statement that must not be interrupted: the end of a transaction, a setting.
    func run(_ sql: SQL) throws(SQLError) {
        do {
            _ = try execute(sql, readOnly: false, deadline: 0)
        } catch let error as SQLError {
            throw error
        } catch {
            throw SQLError(.other, "interrupted: \(sql.text)")
        }
    }

    /// Moves what it can of the write-ahead log into the database, without waiting for anybody.
    ///
    /// - Returns: true when nothing is left in the log, so that the next writer begins it anew.
    @discardableResult
    func checkpoint() throws(SQLError) -> Bool {
        guard let handle else { throw closed }
        var pages: Int32 = 0
        var moved: Int32 = 0
        let result = sqlite3_wal_checkpoint_v2(handle, nil, SQLITE_CHECKPOINT_PASSIVE, &pages, &moved)
        guard result == SQLITE_OK || result & 0xff == SQLITE_BUSY else {
            throw SQLError.sqlite(result, message(of: result))
        }
        return result == SQLITE_OK && pages == moved
    }

    /// True once each time the log has grown by another `checkpointPages`.
    func logHasGrown() -> Bool {
        let pages = pagesInLog
        if pages < pagesAtLastGrowth { pagesAtLastGrowth = 0 }
        guard pages - pagesAtLastGrowth >= configuration.checkpointPages else { return false }
        pagesAtLastGrowth = pages
        return true
    }

    private func withStatement<Result>(
        _ sql: SQL, readOnly: Bool, deadline: UInt64, _ body: (PreparedStatement) throws -> Result
    ) throws -> Result {
        let statement = try prepared(sql.text)
        guard !readOnly || statement.isReadOnly else {
            throw SQLError(.readOnly, "a read cannot change the database; use a transaction", statement: sql.text)
        }
        guard statement.parameterCount == sql.values.count else {
            throw SQLError(
                .badStatement,
                "the statement has \(statement.parameterCount) placeholders and \(sql.values.count) bound values",
                statement: sql.text)
        }
        defer { statement.reset() }
        for (index, value) in sql.values.enumerated() {
            let result = statement.bind(value, at: Int32(index + 1))
            guard result == SQLITE_OK else { throw failure(result, statement: sql.text) }
        }
        interruption.pointee = Interruption(deadline: deadline)
        return try body(statement)
    }

    /// True when it stands on a row, false when it is done.
    private func step(_ statement: PreparedStatement, _ sql: SQL) throws -> Bool {
        let result = sqlite3_step(statement.handle)
        switch result {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw failure(result, statement: sql.text)
        }
    }

    private func prepared(_ text: String) throws(SQLError) -> PreparedStatement {
        if let statement = cache.find(text) { return statement }
        let statement = try compiled(text)
        cache.insert(statement, for: text)
        return statement
    }

    /// Compiles a text that must hold exactly one statement.
    func compiled(_ text: String) throws(SQLError) -> PreparedStatement {
        guard let handle else { throw closed }
        var compiled: OpaquePointer?
        var rest = ""
        var copy = text
        let result = copy.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                var tail: UnsafePointer<CChar>?
                let result = sqlite3_prepare_v3(
                    handle, characters.baseAddress, Int32(clamping: characters.count),
                    UInt32(SQLITE_PREPARE_PERSISTENT), &compiled, &tail)
                if let start = characters.baseAddress, let tail {
                    let used = UnsafePointer(start).distance(to: tail)
                    rest = String(decoding: bytes[used...], as: UTF8.self)
                }
                return result
            }
        }
        guard result == SQLITE_OK else { throw SQLError.sqlite(result, message(of: result), statement: text) }
        guard let compiled else { throw SQLError(.badStatement, "the statement is empty", statement: text) }
        let statement = PreparedStatement(handle: compiled)
        guard rest.allSatisfy({ $0.isWhitespace || $0 == ";" }) else {
            throw SQLError(.badStatement, "one statement at a time; this text holds more", statement: text)
        }
        return statement
    }

    private var closed: SQLError { SQLError(.closed, "the database is closed") }

    private func failure(_ result: Int32, statement: String?) -> any Error {
        guard result & 0xff == SQLITE_INTERRUPT else {
            return SQLError.sqlite(result, message(of: result), statement: statement)
        }
        if interruption.pointee.reason == .cancelled { return CancellationError() }
        return SQLError(
            .timeout, "the statement was stopped after its limit of time", nativeCode: Int(result),
            statement: statement)
    }

    private func message(of result: Int32) -> String {
        let text = handle.flatMap { sqlite3_errmsg($0) } ?? sqlite3_errstr(result)
        return text.map { String(cString: $0) } ?? "result \(result)"
    }

    // MARK: - Settings

    private func configure(_ location: SQLiteLocation, role: Role) throws(SQLError) {
        guard let handle else { throw closed }
        sqlite3_busy_timeout(handle, Int32(clamping: configuration.busyTimeout.nanoseconds / 1_000_000))
        csqlite_configure(handle, SQLITE_DBCONFIG_DEFENSIVE, 1)
        csqlite_configure(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
        // A name in double quotes that fits nothing is an error and not a text.
        csqlite_configure(handle, SQLITE_DBCONFIG_DQS_DML, 0)
        csqlite_configure(handle, SQLITE_DBCONFIG_DQS_DDL, 0)
        sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0)
        sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, Int32(clamping: configuration.maximumValueSize))
        sqlite3_progress_handler(
            handle, Interruption.steps,
            { context in
                guard let context else { return 0 }
                return context.assumingMemoryBound(to: Interruption.self).pointee.mustStop() ? 1 : 0
            }, interruption)
        if role == .writer || role == .keeper { try setJournal(location) }
        try run("PRAGMA synchronous = NORMAL")
        try run("PRAGMA foreign_keys = ON")
        try run("PRAGMA temp_store = MEMORY")
        try run("PRAGMA mmap_size = 0")
        let cache = role == .writer ? configuration.cacheKiB : configuration.cacheKiB / 2
        try run("PRAGMA cache_size = \(unsafe: String(-max(cache, 64)))")
        if role == .writer, location != .memory { watchLog(handle) }
    }

    private func setJournal(_ location: SQLiteLocation) throws(SQLError) {
        guard location != .memory else { return }
        let rows: [Row]
        do {
            rows = try query("PRAGMA journal_mode = WAL", readOnly: false, deadline: 0)
        } catch let error as SQLError {
            throw error
        } catch {
            throw SQLError(.other, "interrupted while opening")
        }
        guard rows.first?["journal_mode"] == .text("wal") else {
            throw SQLError(
                .unwritable, "the file system does not allow a write-ahead log; put the data folder on a local disk")
        }
        try run("PRAGMA journal_size_limit = \(unsafe: String(configuration.keptLogBytes))")
    }

    /// Notes the length of the log after each commit; this also switches off SQLite's checkpoints inside commits.
    private func watchLog(_ handle: OpaquePointer) {
        sqlite3_wal_hook(
            handle,
            { context, _, _, pages in
                context?.assumingMemoryBound(to: Int32.self).pointee = pages
                return SQLITE_OK
            }, logPages)
    }
}

extension Duration {
    /// Whole nanoseconds, never negative.
    var nanoseconds: UInt64 {
        guard self > .zero else { return 0 }
        return UInt64(components.seconds) * 1_000_000_000 + UInt64(components.attoseconds / 1_000_000_000)
    }
}
