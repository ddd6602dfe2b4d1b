import JSON
import Transport

/// Turns gateway payloads into WebSocket messages, compressed as the connection asked for.
struct FrameEncoder: ~Copyable {
    /// The `compress` of the gateway's address.
    enum Compression: String {
        case none
        case zlib = "zlib-stream"
        case zstd = "zstd-stream"
    }

    private var zlib: ZlibDeflater?
    private var zstd: ZstdDeflater?

    init(_ compression: Compression) {
        switch compression {
        case .none: break
        case .zlib: zlib = ZlibDeflater()
        case .zstd: zstd = ZstdDeflater()
        }
    }

    /// One message.
    ///
    /// - Parameter wholly: Whether the client asked for zlib on single payloads (`compress` in Identify).
    mutating func encode(_ payload: JSONValue, wholly: Bool) throws -> WebSocketMessage {
        let text = JSON.encode(payload)
        if let bytes = try zlib?.deflate(text) { return .binary(bytes) }
        if let bytes = try zstd?.deflate(text) { return .binary(bytes) }
        // Discord compresses single payloads where it pays.
        return wholly && text.count > 1024 ? .binary(Self.stored(text)) : .text(text)
    }

    /// A whole zlib stream (RFC 1950) of stored blocks: valid for every inflater, and no second compressor is needed.
    static func stored(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = [0x78, 0x01]
        var start = 0
        repeat {
            let end = min(start + 0xFFFF, bytes.count)
            let length = UInt16(end - start)
            result.append(end == bytes.count ? 1 : 0)
            for part in [length, ~length] { result += [UInt8(truncatingIfNeeded: part), UInt8(part >> 8)] }
            result += bytes[start..<end]
            start = end
        } while start < bytes.count
        var (low, high): (UInt32, UInt32) = (1, 0)
        for byte in bytes {
            low = (low + UInt32(byte)) % 65_521
            high = (high + low) % 65_521
        }
        for part in [high >> 8, high, low >> 8, low] { result.append(UInt8(truncatingIfNeeded: part)) }
        return result
    }
}
