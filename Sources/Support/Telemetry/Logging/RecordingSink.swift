internal import Locking

/// Keeps the last records in memory, for tests and for showing the last lines.
public final class RecordingSink: LogSink {
    private let kept = Locked<[LogRecord]>([])
    private let limit: Int

    /// A sink that keeps at most `limit` records and drops the oldest.
    public init(limit: Int = 1_000) { self.limit = limit }

    /// Keeps `record`.
    public func write(_ record: LogRecord) {
        kept.withLock { kept in
            if kept.count == limit { kept.removeFirst() }
            kept.append(record)
        }
    }

    /// What was written, oldest first.
    public var records: [LogRecord] { kept.withLock { $0 } }
}
