/// The trace that the current task belongs to.
public enum Trace {
    /// The span in force, or `nil` outside any.
    @TaskLocal public static var current: TraceContext?
}

/// What a span was, once it has ended.
public struct FinishedSpan: Sendable {
    /// Its name: a closed set, never raw input.
    public let name: String
    /// Its identity.
    public let context: TraceContext
    /// The span it ran in, or `nil` for the first of a trace.
    public let parent: TraceContext.SpanID?
    /// How long it took.
    public let duration: Duration
    /// What was noted about it.
    public let fields: LogFields
    /// Whether its work threw.
    public let failed: Bool
}

/// Takes finished spans.
public protocol SpanExporter: Sendable {
    /// Takes one span. Must return quickly.
    func export(_ span: FinishedSpan)
}

/// Measures pieces of work as spans that know their parent.
public struct Tracer: Sendable {
    private let exporter: (any SpanExporter)?

    /// A tracer that gives finished spans to `exporter`; without one it only carries the context along.
    public init(exporter: (any SpanExporter)? = nil) { self.exporter = exporter }

    /// Runs `operation` inside a span named `name`. Log lines and outgoing requests inside carry its identity.
    ///
    /// - Parameters:
    ///   - name: from a closed set.
    ///   - remote: the caller's span, read from its `traceparent` header; else the task's own.
    ///   - fields: what to note about it.
    public func withSpan<Result>(
        _ name: String, remote: TraceContext? = nil, _ fields: LogFields = [:],
        isolation: isolated (any Actor)? = #isolation, _ operation: () async throws -> Result
    ) async rethrows -> Result {
        var generator = SystemRandomNumberGenerator()
        let parent = remote ?? Trace.current
        let context = parent?.child(using: &generator) ?? .root(using: &generator)
        let start = ContinuousClock.now
        func finish(failed: Bool) {
            exporter?.export(
                FinishedSpan(
                    name: name, context: context, parent: parent?.spanID, duration: start.duration(to: .now),
                    fields: fields, failed: failed))
        }
        do {
            let result = try await Trace.$current.withValue(context, operation: operation)
            finish(failed: false)
            return result
        } catch {
            finish(failed: true)
            throw error
        }
    }
}
