/// Writes and reads WebSocket frames by hand, apart from the code under test, so that wrong ones can be made too.
struct WireFrame: Equatable {
    var isFinal = true
    var reservedBits: UInt8 = 0
    var opcode: UInt8
    var mask: UInt32?
    var payload: [UInt8] = []
    /// The length announced, when it is to be a lie.
    var announced: UInt64?
    /// 7, 16 or 64 bits, when it is not to be the shortest form.
    var lengthBits: Int?

    static func text(_ text: String, mask: UInt32? = 0x0102_0304) -> WireFrame {
        WireFrame(opcode: 1, mask: mask, payload: Array(text.utf8))
    }

    static func close(_ code: UInt16, _ reason: String = "", mask: UInt32? = 0x0102_0304) -> WireFrame {
        WireFrame(
            opcode: 8, mask: mask, payload: [UInt8(code >> 8), UInt8(truncatingIfNeeded: code)] + Array(reason.utf8))
    }

    var bytes: [UInt8] {
        var bytes = [(isFinal ? 0x80 : 0) | reservedBits << 4 | opcode]
        let length = announced ?? UInt64(payload.count)
        let bits = lengthBits ?? (length < 126 ? 7 : length < 65_536 ? 16 : 64)
        let maskBit: UInt8 = mask == nil ? 0 : 0x80
        switch bits {
        case 7: bytes.append(maskBit | UInt8(length))
        case 16: bytes += [maskBit | 126, UInt8(truncatingIfNeeded: length >> 8), UInt8(truncatingIfNeeded: length)]
        default:
            bytes.append(maskBit | 127)
            for shift in stride(from: 56, through: 0, by: -8) {
                bytes.append(UInt8(truncatingIfNeeded: length >> UInt64(shift)))
            }
        }
        guard let mask else { return bytes + payload }
        let key = withUnsafeBytes(of: mask) { Array($0) }
        return bytes + key + payload.enumerated().map { $1 ^ key[$0 % 4] }
    }

    /// Every frame in `bytes`; the mask is undone and kept.
    static func parse(_ bytes: [UInt8]) -> [WireFrame] {
        var frames: [WireFrame] = []
        var rest = bytes[...]
        while rest.count >= 2 {
            let first = rest.removeFirst()
            let second = rest.removeFirst()
            var length = UInt64(second & 0x7F)
            let extra = length == 126 ? 2 : length == 127 ? 8 : 0
            if extra > 0 {
                length = rest.prefix(extra).reduce(0) { $0 << 8 | UInt64($1) }
                rest = rest.dropFirst(extra)
            }
            var frame = WireFrame(isFinal: first & 0x80 != 0, reservedBits: first >> 4 & 7, opcode: first & 15)
            var key: [UInt8] = [0, 0, 0, 0]
            if second & 0x80 != 0 {
                key = Array(rest.prefix(4))
                rest = rest.dropFirst(4)
                frame.mask = key.withUnsafeBytes { $0.loadUnaligned(as: UInt32.self) }
            }
            frame.payload = rest.prefix(Int(length)).enumerated().map { $1 ^ key[$0 % 4] }
            rest = rest.dropFirst(Int(length))
            frames.append(frame)
        }
        return frames
    }
}
