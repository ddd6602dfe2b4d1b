internal import Transport

/// Unpacks what the gateway sends; one for each connection. Not for use by two tasks.
final class FrameInflater {
    private enum Kind {
        case none, zlib, zstd
    }

    private let kind: Kind
    private var zlib: ZlibInflater
    private var zstd: ZstdInflater

    init(_ compression: GatewayCompression, maxBytes: Int, metrics: TransportMetrics) {
        switch compression {
        case .none: kind = .none
        case .zlib: kind = .zlib
        case .zstd: kind = .zstd
        }
        zlib = ZlibInflater(maxMessageBytes: maxBytes, metrics: metrics)
        zstd = ZstdInflater(maxMessageBytes: maxBytes, metrics: metrics)
    }

    /// Unpacks a message and lends the payload to `body`, when it is complete.
    ///
    /// - Throws: `TransportError` when the stream is damaged or too large.
    func unpack(_ message: [UInt8], _ body: (UnsafeRawBufferPointer) -> Void) throws {
        try message.withUnsafeBytes { bytes in
            switch kind {
            case .none: body(bytes)
            case .zlib: _ = try zlib.inflate(bytes) { body($0) }
            case .zstd: try zstd.inflate(bytes) { body($0) }
            }
        }
    }
}
