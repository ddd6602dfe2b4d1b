import CZstd
import Telemetry

/// Inflates Discord's `zstd-stream`: one zstd context for a whole connection, each WebSocket message is one flushed
/// block of it. https://docs.discord.com/developers/events/gateway#zstd-stream
///
/// Output of one message is bounded, and so is the window the peer may ask for. After an error every call throws.
package struct ZstdInflater: ~Copyable {
    private let context: OpaquePointer?
    private var output: OutputBuffer
    private let limit: Int
    private let metrics: TransportMetrics
    private var failure: TransportError?

    /// - Parameters:
    ///   - maxMessageBytes: the largest inflated message accepted; default 16 MiB.
    ///   - maxWindowLog: the window the peer may ask for, as a power of two; default 25 (32 MiB).
    package init(
        maxMessageBytes: Int = 16 * 1_024 * 1_024, maxWindowLog: Int32 = 25, metrics: TransportMetrics = .discarded
    ) {
        context = ZSTD_createDCtx()
        output = OutputBuffer(limit: maxMessageBytes)
        limit = maxMessageBytes
        self.metrics = metrics
        let status = ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, maxWindowLog)
        if context == nil || ZSTD_isError(status) != 0 {
            failure = TransportError(.corruptData, "zstd gave no context", number: Int(maxWindowLog))
        }
    }

    deinit { ZSTD_freeDCtx(context) }

    /// Inflates one message and lends it to `body`.
    ///
    /// - Throws: `inflatedTooBig` (a bomb), `corruptData`; what `body` throws.
    package mutating func inflate<Result>(
        _ message: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) throws -> Result
    ) throws -> Result {
        if let failure { throw failure }
        output.clear()
        do { try run(message) } catch {
            failure = error
            metrics.inflateRefusals.increment("zstd", error.code.rawValue)
            throw error
        }
        return try body(output.bytes)
    }

    /// Inflates one message.
    package mutating func inflate(_ message: [UInt8]) throws -> [UInt8] {
        try message.withUnsafeBytes { try inflate($0) { [UInt8]($0) } }
    }

    private mutating func run(_ message: UnsafeRawBufferPointer) throws(TransportError) {
        var input = ZSTD_inBuffer(src: message.baseAddress, size: message.count, pos: 0)
        while true {
            guard let room = output.room() else {
                throw TransportError(.inflatedTooBig, "a message inflates beyond the limit", number: limit)
            }
            var target = ZSTD_outBuffer(dst: room.baseAddress, size: room.count, pos: 0)
            let status = ZSTD_decompressStream(context, &target, &input)
            guard ZSTD_isError(status) == 0 else {
                throw TransportError(
                    .corruptData, "the stream is damaged", number: Int(ZSTD_getErrorCode(status).rawValue))
            }
            output.wrote(target.pos)
            // Room left and no input left: nothing is pending inside.
            if input.pos == input.size, target.pos < target.size { return }
        }
    }
}
