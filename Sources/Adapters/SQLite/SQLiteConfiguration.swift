/// The settings of an SQLite database.
package struct SQLiteConfiguration: Sendable {
    /// Connections for reading, each on a thread of its own; 1 to 16, 2 by default. None for a database in memory.
    package var readers = 2
    /// How many tasks may wait for the writer, and how many for a reader; 1,024.
    package var queueLimit = 1_024
    /// How long a task waits for the writer or a reader; 10 s.
    package var queueTimeout: Duration = .seconds(10)
    /// How long one statement may run; 30 s.
    package var statementTimeout: Duration = .seconds(30)
    /// How long a transaction or a read may hold its connection, waiting included; 30 s.
    package var transactionTimeout: Duration = .seconds(30)
    /// How long to wait for a lock that another process holds; 5 s.
    package var busyTimeout: Duration = .seconds(5)
    /// How many prepared statements each connection keeps; 64.
    package var statementCacheSize = 64
    /// How many rows a query may return; 100,000.
    package var maximumRows = 100_000
    /// The largest text or blob in bytes; 64 MiB.
    package var maximumValueSize = 64 << 20
    /// Page cache of the writer in KiB; 2,048. Each reader has half.
    package var cacheKiB = 2_048
    /// Pages in the write-ahead log from which on it is moved into the database in the background; 4,000,
    /// which is 16 MB. Under steady writing the background always leaves something; at four times as many pages the
    /// writer moves that little itself, between two transactions, and the log begins anew.
    package var checkpointPages = 4_000

    /// Pages at which the writer makes the log begin anew. While it does so it waits for the disk, so the log is long
    /// enough that few commands meet it.
    var logLimit: Int { checkpointPages * 4 }

    /// Bytes that the file of the log keeps when it begins anew: cutting it off costs another wait for the disk, so only
    /// what an unusual load has left is cut.
    var keptLogBytes: Int { logLimit * 4_096 / 4 * 5 }

    package init() {}
}

/// Where an SQLite database is.
package enum SQLiteLocation: Hashable, Sendable {
    /// In a file, made if it is missing. Its folder must exist.
    case file(String)
    /// In memory, gone when closed; one connection serves reads and writes.
    case memory
}
