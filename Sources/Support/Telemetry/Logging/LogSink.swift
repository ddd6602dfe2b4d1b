/// Where log records go. Must return quickly and never fail the caller.
public protocol LogSink: Sendable {
    /// Takes one record.
    func write(_ record: LogRecord)
}

/// Forgets what it is given.
public struct DiscardingSink: LogSink {
    /// A sink that forgets.
    public init() {}
    /// Does nothing.
    public func write(_ record: LogRecord) {}
}
