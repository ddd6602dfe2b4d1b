import CZlib
import Telemetry

/// Inflates Discord's `zlib-stream`: one zlib context for a whole connection, every message ended by a sync flush
/// (`00 00 FF FF`). https://docs.discord.com/developers/events/gateway#zlib-stream
///
/// Input is inflated as it arrives and never kept; output of one message is bounded. After an error the context is
/// useless: every further call throws.
package struct ZlibInflater: ~Copyable {
    private let stream: UnsafeMutablePointer<z_stream>
    private var output: OutputBuffer
    private let limit: Int
    private let metrics: TransportMetrics
    private var tail: UInt32 = .max
    private var isComplete = false
    private var failure: TransportError?

    private static let suffix: UInt32 = 0x0000_FFFF

    /// - Parameter maxMessageBytes: the largest inflated message accepted; default 16 MiB.
    package init(maxMessageBytes: Int = 16 * 1_024 * 1_024, metrics: TransportMetrics = .discarded) {
        // zlib keeps the address of the struct: it must not move.
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        output = OutputBuffer(limit: maxMessageBytes)
        limit = maxMessageBytes
        self.metrics = metrics
        let status = zlib_inflate_init(stream, MAX_WBITS)
        if status != Z_OK { failure = TransportError(.corruptData, "zlib gave no context", number: Int(status)) }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    /// Takes the next piece of the stream and lends the inflated message to `body` when the piece ends one.
    ///
    /// - Returns: what `body` returned; nil when the message is not complete.
    /// - Throws: `inflatedTooBig` (a bomb), `corruptData`; what `body` throws.
    package mutating func inflate<Result>(
        _ piece: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) throws -> Result
    ) throws -> Result? {
        if let failure { throw failure }
        if isComplete {
            output.clear()
            isComplete = false
        }
        do { try run(piece) } catch {
            failure = error
            metrics.inflateRefusals.increment("zlib", error.code.rawValue)
            throw error
        }
        for byte in piece.suffix(4) { tail = tail << 8 | UInt32(byte) }
        guard tail == Self.suffix else { return nil }
        tail = .max
        isComplete = true
        return try body(output.bytes)
    }

    /// Takes the next piece of the stream; the inflated message when the piece ends one.
    package mutating func inflate(_ piece: [UInt8]) throws -> [UInt8]? {
        try piece.withUnsafeBytes { try inflate($0) { [UInt8]($0) } }
    }

    private mutating func run(_ piece: UnsafeRawBufferPointer) throws(TransportError) {
        guard piece.count <= UInt32.max else { throw TransportError(.corruptData, "the piece is too long") }
        // zlib does not write to its input; the C type only lacks the const.
        stream.pointee.next_in = UnsafeMutablePointer(mutating: piece.assumingMemoryBound(to: UInt8.self).baseAddress)
        stream.pointee.avail_in = UInt32(piece.count)
        defer { stream.pointee.next_in = nil }
        while true {
            guard let room = output.room() else {
                throw TransportError(.inflatedTooBig, "a message inflates beyond the limit", number: limit)
            }
            stream.pointee.next_out = room.assumingMemoryBound(to: UInt8.self).baseAddress
            stream.pointee.avail_out = UInt32(clamping: room.count)
            let offered = stream.pointee.avail_out
            let status = CZlib.inflate(stream, Z_SYNC_FLUSH)
            output.wrote(Int(offered - stream.pointee.avail_out))
            switch status {
            case Z_OK:
                // Room left and no input left: nothing is pending inside.
                if stream.pointee.avail_in == 0, stream.pointee.avail_out > 0 { return }
            case Z_BUF_ERROR:
                if stream.pointee.avail_in == 0 { return }
                throw TransportError(.corruptData, "the stream makes no progress", number: Int(status))
            case Z_STREAM_END:
                // A connection's stream has no end.
                throw TransportError(.corruptData, "the stream ended", number: Int(status))
            default: throw TransportError(.corruptData, "the stream is damaged", number: Int(status))
            }
        }
    }
}
