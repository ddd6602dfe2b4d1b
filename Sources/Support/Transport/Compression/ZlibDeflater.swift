import CZlib

/// Deflates messages into one `zlib-stream`: a shared context, each message ended by `00 00 FF FF`.
package struct ZlibDeflater: ~Copyable {
    private let stream: UnsafeMutablePointer<z_stream>
    private var output = OutputBuffer(limit: .max - 1)
    private let status: Int32

    /// - Parameter level: 1 (fast) to 9 (small); default 6.
    package init(level: Int32 = 6) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        status = zlib_deflate_init(stream, min(max(level, 1), 9), MAX_WBITS)
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
    }

    /// Deflates one message and lends the compressed bytes to `body`. An empty message makes no bytes.
    ///
    /// - Throws: `corruptData` when zlib refuses; what `body` throws.
    package mutating func deflate<Result>(
        _ message: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) throws -> Result
    ) throws -> Result {
        output.clear()
        guard status == Z_OK, message.count <= UInt32.max else {
            throw TransportError(.corruptData, "zlib cannot take the message", number: Int(status))
        }
        stream.pointee.next_in = UnsafeMutablePointer(mutating: message.assumingMemoryBound(to: UInt8.self).baseAddress)
        stream.pointee.avail_in = UInt32(message.count)
        defer { stream.pointee.next_in = nil }
        repeat {
            guard let room = output.room() else { throw TransportError(.inflatedTooBig, "no room for the output") }
            stream.pointee.next_out = room.assumingMemoryBound(to: UInt8.self).baseAddress
            stream.pointee.avail_out = UInt32(clamping: room.count)
            let offered = stream.pointee.avail_out
            let result = CZlib.deflate(stream, Z_SYNC_FLUSH)
            guard result == Z_OK || result == Z_BUF_ERROR else {
                throw TransportError(.corruptData, "zlib refused the message", number: Int(result))
            }
            output.wrote(Int(offered - stream.pointee.avail_out))
        } while stream.pointee.avail_out == 0
        return try body(output.bytes)
    }

    /// Deflates one message.
    package mutating func deflate(_ message: [UInt8]) throws -> [UInt8] {
        try message.withUnsafeBytes { try deflate($0) { [UInt8]($0) } }
    }
}
