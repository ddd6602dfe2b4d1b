import COpenSSL

/// The HTTP half of RFC 6455 (section 4), without I/O.
package enum WebSocketHandshake {
    private static let guid = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"

    /// The `Sec-WebSocket-Accept` that answers a `Sec-WebSocket-Key`; nil when the key is not 16 bytes in Base64.
    package static func acceptKey(for key: String) -> String? {
        let bytes = Array(key.utf8)
        // 16 bytes are 22 characters and two of padding; the last character carries two bits only.
        guard bytes.count == 24, bytes[22] == UInt8(ascii: "="), bytes[23] == UInt8(ascii: "=") else { return nil }
        guard bytes[..<22].allSatisfy(isBase64), "AQgw".utf8.contains(bytes[21]) else { return nil }
        return digest(key)
    }

    /// What a server sends back for an upgrade request.
    ///
    /// - Parameters:
    ///   - method: the request's method.
    ///   - header: the value of a header by its name in lower case; several lines joined by commas.
    /// - Returns: the value of `Sec-WebSocket-Accept`.
    /// - Throws: `handshakeInvalid`; `number` is the HTTP status to answer, 400 or 426 (with `Sec-WebSocket-Version:
    ///   13`).
    package static func accept(method: String, header: (String) -> String?) throws(TransportError) -> String {
        func refuse(_ why: String, _ status: Int = 400) -> TransportError {
            TransportError(.handshakeInvalid, "the WebSocket request \(why)", number: status)
        }
        guard method == "GET" else { throw refuse("is not a GET") }
        guard hasToken(header("connection"), "upgrade"), hasToken(header("upgrade"), "websocket") else {
            throw refuse("does not ask for the upgrade")
        }
        guard header("sec-websocket-version") == "13" else { throw refuse("has another version", 426) }
        guard let key = header("sec-websocket-key"), let answer = acceptKey(for: key) else {
            throw refuse("has no valid key")
        }
        return answer
    }

    /// Whether a comma-separated header contains a token, compared without case.
    static func hasToken(_ value: String?, _ token: String) -> Bool {
        guard let value else { return false }
        return value.split(separator: ",").contains { trimmed($0).lowercased() == token }
    }

    static func trimmed(_ text: Substring) -> Substring {
        var text = text
        while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
        while let last = text.last, last == " " || last == "\t" { text.removeLast() }
        return text
    }

    /// Base64 with padding.
    static func base64(_ bytes: [UInt8]) -> String {
        var text = [UInt8](repeating: 0, count: (bytes.count + 2) / 3 * 4 + 1)
        let count = EVP_EncodeBlock(&text, bytes, Int32(bytes.count))
        return String(decoding: text.prefix(Int(count)), as: UTF8.self)
    }

    private static func digest(_ key: String) -> String {
        let input = Array((key + guid).utf8)
        var hash = [UInt8](repeating: 0, count: 20)
        SHA1(input, input.count, &hash)
        return base64(hash)
    }

    private static func isBase64(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"):
            true
        default: false
        }
    }
}
