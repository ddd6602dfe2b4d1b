/// One whole message. Text is valid UTF-8: received text was checked, and text to be sent must be.
package enum WebSocketMessage: Sendable, Hashable {
    /// UTF-8 text.
    case text([UInt8])
    /// Bytes.
    case binary([UInt8])

    /// The payload of either kind.
    package var bytes: [UInt8] {
        switch self {
        case .text(let bytes), .binary(let bytes): bytes
        }
    }
}

/// Close codes with a meaning of their own (RFC 6455 section 7.4.1).
package enum WebSocketCloseCode {
    /// The purpose is fulfilled.
    package static let normal: UInt16 = 1000
    /// The endpoint goes away: a server stops.
    package static let goingAway: UInt16 = 1001
    /// The peer broke the protocol.
    package static let protocolError: UInt16 = 1002
    /// A close frame without a code; never sent.
    package static let noStatus: UInt16 = 1005
    /// The connection was lost without a close frame; never sent.
    package static let abnormal: UInt16 = 1006
    /// Text that is not UTF-8.
    package static let invalidPayload: UInt16 = 1007
    /// A policy was broken.
    package static let policy: UInt16 = 1008
    /// A message is too big.
    package static let tooBig: UInt16 = 1009
    /// The server met a condition it did not expect.
    package static let internalError: UInt16 = 1011

    /// Whether a close frame may carry `code`: assigned protocol codes, and 3000–4999.
    package static func isSendable(_ code: UInt16) -> Bool {
        switch code {
        case 1000...1003, 1007...1014, 3000...4999: true
        default: false
        }
    }
}

/// The rules a received frame can break; label values of a metric.
package enum WebSocketViolation: String, Sendable, CaseIterable {
    /// A control frame that is fragmented or longer than 125 bytes, or a length not in its shortest form.
    case framing
    /// A reserved bit without an extension.
    case reservedBits = "reserved_bits"
    /// A client's frame without mask, or a server's with one.
    case mask
    /// An opcode without meaning.
    case opcode
    /// A continuation of nothing, or a new message inside another.
    case continuation
    /// Text or a close reason that is not UTF-8.
    case utf8
    /// A frame longer than the limit.
    case frameTooBig = "frame_too_big"
    /// A message longer than the limit.
    case messageTooBig = "message_too_big"
    /// A message in more fragments than the limit.
    case tooManyFragments = "too_many_fragments"
    /// A close frame of one byte, or with a code that must not be sent.
    case closeCode = "close_code"

    var closeCode: UInt16 {
        switch self {
        case .framing, .reservedBits, .mask, .opcode, .continuation, .closeCode: WebSocketCloseCode.protocolError
        case .utf8: WebSocketCloseCode.invalidPayload
        case .frameTooBig, .messageTooBig, .tooManyFragments: WebSocketCloseCode.tooBig
        }
    }
}
