/// A client's handshake: the request as bytes, and the judgement of the answer, piece by piece.
package struct WebSocketClientHandshake {
    /// An accepted upgrade.
    package struct Acceptance: Sendable, Hashable {
        /// Bytes after the answer's head: the first frames.
        package let leftover: [UInt8]
        /// The subprotocol the server chose.
        package let subprotocol: String?
    }

    /// The request to send.
    package let request: [UInt8]
    private let expectedAccept: String
    private let subprotocols: [String]
    private let maxBytes: Int
    private var received: [UInt8] = []

    private static let maxHeaderLines = 128

    /// - Parameters:
    ///   - headers: further headers; those of the handshake itself cannot be given.
    ///   - subprotocols: offered in order of preference.
    ///   - key: 16 random bytes.
    ///   - maxBytes: the longest answer's head accepted.
    /// - Throws: `invalidArgument` for a header that HTTP does not allow or that belongs to the handshake.
    package init(
        url: WebSocketURL, headers: [(name: String, value: String)] = [], subprotocols: [String] = [], key: [UInt8],
        maxBytes: Int = WebSocketLimits.client.maxHandshakeBytes
    ) throws(TransportError) {
        let encodedKey = WebSocketHandshake.base64(key)
        guard let accept = WebSocketHandshake.acceptKey(for: encodedKey) else {
            throw TransportError(.invalidArgument, "a WebSocket key has 16 bytes", number: key.count)
        }
        var text =
            "GET \(url.target) HTTP/1.1\r\nHost: \(url.authority)\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        text += "Sec-WebSocket-Key: \(encodedKey)\r\nSec-WebSocket-Version: 13\r\n"
        for subprotocol in subprotocols where !Self.isToken(subprotocol) {
            throw TransportError(.invalidArgument, "a subprotocol is not a token", number: subprotocol.utf8.count)
        }
        if !subprotocols.isEmpty { text += "Sec-WebSocket-Protocol: \(subprotocols.joined(separator: ", "))\r\n" }
        for (name, value) in headers {
            guard Self.isToken(name), value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else {
                throw TransportError(.invalidArgument, "a header cannot be sent", number: name.utf8.count)
            }
            guard !Self.reserved.contains(name.lowercased()) else {
                throw TransportError(.invalidArgument, "a header belongs to the handshake: \(name.lowercased())")
            }
            text += "\(name): \(value)\r\n"
        }
        request = Array((text + "\r\n").utf8)
        expectedAccept = accept
        self.subprotocols = subprotocols
        self.maxBytes = maxBytes
    }

    private static let reserved: Set<String> = [
        "host", "upgrade", "connection", "sec-websocket-key", "sec-websocket-version", "sec-websocket-protocol",
        "sec-websocket-extensions", "sec-websocket-accept", "content-length", "transfer-encoding",
    ]

    /// Takes bytes of the answer; nil while its head is not complete.
    ///
    /// - Throws: `handshakeTooBig`, `handshakeRefused` (number: the status), `handshakeInvalid`.
    package mutating func receive(_ bytes: [UInt8]) throws(TransportError) -> Acceptance? {
        let searchStart = max(0, received.count - 3)
        received.append(contentsOf: bytes)
        guard let end = Self.endOfHead(received, from: searchStart), end <= maxBytes else {
            guard received.count <= maxBytes else {
                throw TransportError(.handshakeTooBig, "the answer's head is too long", number: maxBytes)
            }
            return nil
        }
        let subprotocol = try judge(received[..<(end - 4)])
        return Acceptance(leftover: Array(received[end...]), subprotocol: subprotocol)
    }

    /// The index after the empty line.
    private static func endOfHead(_ bytes: [UInt8], from start: Int) -> Int? {
        var index = start
        while index + 3 < bytes.count {
            if bytes[index] == 13, bytes[index + 1] == 10, bytes[index + 2] == 13, bytes[index + 3] == 10 {
                return index + 4
            }
            index += 1
        }
        return nil
    }

    private func judge(_ head: ArraySlice<UInt8>) throws(TransportError) -> String? {
        let (status, headers) = try parse(head)
        guard status == 101 else {
            throw TransportError(.handshakeRefused, "the server did not upgrade the connection", number: status)
        }
        func refuse(_ why: String) -> TransportError { TransportError(.handshakeInvalid, "the answer \(why)") }
        func joined(_ name: String) -> String? {
            let values = headers.filter { $0.name == name }.map(\.value)
            return values.isEmpty ? nil : values.joined(separator: ",")
        }
        guard joined("upgrade")?.lowercased() == "websocket" else { throw refuse("upgrades to something else") }
        guard WebSocketHandshake.hasToken(joined("connection"), "upgrade") else {
            throw refuse("has no Connection: Upgrade")
        }
        guard joined("sec-websocket-accept") == expectedAccept else { throw refuse("has a wrong accept key") }
        guard joined("sec-websocket-extensions") == nil else { throw refuse("has an extension we did not offer") }
        let chosen = joined("sec-websocket-protocol")
        if let chosen, !subprotocols.contains(chosen) { throw refuse("has a subprotocol we did not offer") }
        return chosen
    }

    private func parse(
        _ head: ArraySlice<UInt8>
    ) throws(TransportError) -> (status: Int, headers: [(name: String, value: String)]) {
        func refuse(_ why: String) -> TransportError { TransportError(.handshakeInvalid, "the answer \(why)") }
        // Bytes below 0x20 other than the line ends and tabs have no place in a head.
        var lines: [Substring] = []
        for line in String(decoding: head, as: UTF8.self).split(separator: "\r\n", omittingEmptySubsequences: false) {
            guard line.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F || $0.value == 9 }) else {
                throw refuse("has control characters")
            }
            lines.append(line)
        }
        guard lines.count <= Self.maxHeaderLines else { throw refuse("has too many lines") }
        let statusLine = (lines.first ?? "").split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
        guard statusLine.count >= 2, statusLine[0] == "HTTP/1.1", statusLine[1].utf8.count == 3,
            let status = Int(statusLine[1]), status >= 100
        else { throw refuse("is not HTTP/1.1") }
        var headers: [(name: String, value: String)] = []
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":"), Self.isToken(line[..<colon]) else {
                throw refuse("has a broken header line")
            }
            let value = WebSocketHandshake.trimmed(line[line.index(after: colon)...])
            headers.append((line[..<colon].lowercased(), String(value)))
        }
        return (status, headers)
    }

    private static func isToken(_ text: some StringProtocol) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
                }
            }
    }
}
