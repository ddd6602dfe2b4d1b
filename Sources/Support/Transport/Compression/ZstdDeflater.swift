import CZstd

/// Compresses messages into one `zstd-stream`: a shared context, each message flushed.
package struct ZstdDeflater: ~Copyable {
    private let context: OpaquePointer?
    private var output = OutputBuffer(limit: .max - 1)

    /// - Parameter level: 1 (fast) to 19 (small); default 3.
    package init(level: Int32 = 3) {
        context = ZSTD_createCCtx()
        // A level out of range is clamped by the library; nothing else can be wrong with it.
        _ = ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, level)
    }

    deinit { ZSTD_freeCCtx(context) }

    /// Compresses one message and lends the bytes to `body`.
    ///
    /// - Throws: `corruptData` when zstd refuses; what `body` throws.
    package mutating func deflate<Result>(
        _ message: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) throws -> Result
    ) throws -> Result {
        output.clear()
        guard context != nil else { throw TransportError(.corruptData, "zstd gave no context") }
        var input = ZSTD_inBuffer(src: message.baseAddress, size: message.count, pos: 0)
        var remaining: Int
        repeat {
            guard let room = output.room() else { throw TransportError(.inflatedTooBig, "no room for the output") }
            var target = ZSTD_outBuffer(dst: room.baseAddress, size: room.count, pos: 0)
            remaining = ZSTD_compressStream2(context, &target, &input, ZSTD_e_flush)
            guard ZSTD_isError(remaining) == 0 else {
                throw TransportError(
                    .corruptData, "zstd refused the message", number: Int(ZSTD_getErrorCode(remaining).rawValue))
            }
            output.wrote(target.pos)
        } while remaining > 0
        return try body(output.bytes)
    }

    /// Compresses one message.
    package mutating func deflate(_ message: [UInt8]) throws -> [UInt8] {
        try message.withUnsafeBytes { try deflate($0) { [UInt8]($0) } }
    }
}
