/// The identity of a trace and of the span inside it, as W3C Trace Context carries it.
public struct TraceContext: Sendable, Hashable {
    /// The sixteen bytes that all spans of a trace share.
    public struct TraceID: Sendable, Hashable, CustomStringConvertible {
        let high: UInt64
        let low: UInt64
        /// Thirty-two hexadecimal digits.
        public var description: String { hexadecimal(high) + hexadecimal(low) }
    }

    /// The eight bytes of one span.
    public struct SpanID: Sendable, Hashable, CustomStringConvertible {
        let value: UInt64
        /// Sixteen hexadecimal digits.
        public var description: String { hexadecimal(value) }
    }

    /// The trace.
    public let traceID: TraceID
    /// The span.
    public let spanID: SpanID
    /// Whether somebody upstream records this trace.
    public let isSampled: Bool

    init(traceID: TraceID, spanID: SpanID, isSampled: Bool) {
        self.traceID = traceID
        self.spanID = spanID
        self.isSampled = isSampled
    }

    /// The header's value: `00-<trace>-<span>-<flags>` (W3C Trace Context, section 3.2).
    public var traceparent: String { "00-\(traceID)-\(spanID)-\(isSampled ? "01" : "00")" }

    /// Reads a `traceparent` header; `nil` when it is malformed or all zeros (W3C Trace Context, section 3.2.2).
    public init?(traceparent: String) {
        let parts = traceparent.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count >= 4, parts[0].count == 2, parts[0] != "ff", parts[1].count == 32, parts[2].count == 16,
            parts[3].count == 2, parts[0] != "00" || parts.count == 4,
            parts[1...3].allSatisfy({ $0.utf8.allSatisfy(isLowerHexadecimal) }),
            let high = UInt64(parts[1].prefix(16), radix: 16), let low = UInt64(parts[1].suffix(16), radix: 16),
            let span = UInt64(parts[2], radix: 16), let flags = UInt8(parts[3], radix: 16),
            high != 0 || low != 0, span != 0
        else { return nil }
        self.init(
            traceID: TraceID(high: high, low: low), spanID: SpanID(value: span), isSampled: flags & 1 == 1)
    }

    /// A new span of this trace.
    func child(using generator: inout some RandomNumberGenerator) -> TraceContext {
        TraceContext(
            traceID: traceID, spanID: SpanID(value: .random(in: 1...UInt64.max, using: &generator)),
            isSampled: isSampled)
    }

    static func root(using generator: inout some RandomNumberGenerator) -> TraceContext {
        TraceContext(
            traceID: TraceID(
                high: .random(in: 1...UInt64.max, using: &generator),
                low: .random(in: 0...UInt64.max, using: &generator)),
            spanID: SpanID(value: .random(in: 1...UInt64.max, using: &generator)), isSampled: true)
    }
}

private func hexadecimal(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
}

private func isLowerHexadecimal(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
}
