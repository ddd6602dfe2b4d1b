/// Writes structured lines: a message, a level, a label and fields.
///
/// A line below the level costs one comparison; message and fields are not built.
public struct Logger: Sendable {
    /// Who speaks: a dotted name such as `gateway.shard`.
    public let label: String
    /// Lines below this are not written.
    public let level: LogLevel
    private let sink: any LogSink
    private let fields: LogFields

    /// A logger named `label` that writes lines of `level` and above to `sink`.
    public init(label: String, level: LogLevel = .info, sink: any LogSink = StandardErrorSink.shared) {
        self.init(label: label, level: level, sink: sink, fields: [:])
    }

    private init(label: String, level: LogLevel, sink: any LogSink, fields: LogFields) {
        self.label = label
        self.level = level
        self.sink = sink
        self.fields = fields
    }

    /// A logger that writes nothing.
    public static let silent = Logger(label: "silent", level: .critical, sink: DiscardingSink())

    /// This logger with `added` in every line.
    public func with(_ added: LogFields) -> Logger {
        Logger(label: label, level: level, sink: sink, fields: fields.merging(added) { _, new in new })
    }

    /// This logger under another label.
    public func labelled(_ label: String) -> Logger {
        Logger(label: label, level: level, sink: sink, fields: fields)
    }

    /// Writes one line at `level`.
    public func log(
        _ level: LogLevel, _ message: @autoclosure () -> String, _ fields: @autoclosure () -> LogFields = [:]
    ) {
        guard level >= self.level else { return }
        var all = LogContext.current
        all.merge(self.fields) { _, new in new }
        all.merge(fields()) { _, new in new }
        if let trace = Trace.current {
            all["trace_id"] = .string(trace.traceID.description)
            all["span_id"] = .string(trace.spanID.description)
        }
        sink.write(LogRecord(time: .now, level: level, label: label, message: message(), fields: all))
    }

    /// Writes one line at `trace`.
    public func trace(_ message: @autoclosure () -> String, _ fields: @autoclosure () -> LogFields = [:]) {
        log(.trace, message(), fields())
    }

    /// Writes one line at `debug`.
    public func debug(_ message: @autoclosure () -> String, _ fields: @autoclosure () -> LogFields = [:]) {
        log(.debug, message(), fields())
    }

    /// Writes one line at `info`.
    public func info(_ message: @autoclosure () -> String, _ fields: @autoclosure () -> LogFields = [:]) {
        log(.info, message(), fields())
    }

    /// Writes one line at `notice`.
    public func notice(_ message: @autoclosure () -> String, _ fields: @autoclosure () -> LogFields = [:]) {
        log(.notice, message(), fields())
    }

    /// Writes one line at `warning`.
    public func warning(_ message: @autoclosure () -> String, _ fields: @autoclosure () -> LogFields = [:]) {
        log(.warning, message(), fields())
    }

    /// Writes one line at `error`.
    public func error(_ message: @autoclosure () -> String, _ fields: @autoclosure () -> LogFields = [:]) {
        log(.error, message(), fields())
    }

    /// Writes one line at `critical`.
    public func critical(_ message: @autoclosure () -> String, _ fields: @autoclosure () -> LogFields = [:]) {
        log(.critical, message(), fields())
    }
}
