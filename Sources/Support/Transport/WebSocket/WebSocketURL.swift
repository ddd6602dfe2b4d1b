/// A `ws://` or `wss://` URL, taken apart.
package struct WebSocketURL: Sendable, Hashable {
    /// Whether the scheme is `wss`.
    package let isSecure: Bool
    /// Name or address, without brackets.
    package let host: String
    /// The port; 80 or 443 when the URL has none.
    package let port: UInt16
    /// Path and query as they go into the request, at least `/`.
    package let target: String
    /// The value of the Host header.
    package let authority: String

    /// Takes a URL apart.
    ///
    /// - Throws: `invalidURL` for another scheme, user information, a fragment, or characters that do not belong.
    package init(_ text: String) throws(TransportError) {
        func refuse(_ why: String) -> TransportError { TransportError(.invalidURL, "the WebSocket URL \(why)") }
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { throw refuse("has characters to be escaped") }
        guard let separator = text.firstRange(of: "://") else { throw refuse("has no scheme") }
        switch text[..<separator.lowerBound].lowercased() {
        case "ws": isSecure = false
        case "wss": isSecure = true
        default: throw refuse("is neither ws nor wss")
        }
        let rest = text[separator.upperBound...]
        guard !rest.contains("#") else { throw refuse("has a fragment") }
        let end = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
        let place = rest[..<end]
        let path = rest[end...]
        target = path.isEmpty ? "/" : path.hasPrefix("?") ? "/" + path : String(path)
        guard !place.contains("@") else { throw refuse("has user information") }

        var name = place
        var portText: Substring?
        if place.hasPrefix("[") {
            guard let bracket = place.firstIndex(of: "]") else { throw refuse("has an unfinished address") }
            name = place[place.index(after: place.startIndex)..<bracket]
            let tail = place[place.index(after: bracket)...]
            guard tail.isEmpty || tail.hasPrefix(":") else { throw refuse("has no valid port") }
            if !tail.isEmpty { portText = tail.dropFirst() }
        } else if let colon = place.firstIndex(of: ":") {
            name = place[..<colon]
            portText = place[place.index(after: colon)...]
        }
        let isAddress = place.hasPrefix("[")
        let isAllowed = name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
                true
            case UInt8(ascii: ":"): isAddress
            default: false
            }
        }
        guard !name.isEmpty, isAllowed else { throw refuse("has no valid host") }
        host = String(name)
        let standard: UInt16 = isSecure ? 443 : 80
        if let portText {
            guard let number = UInt16(portText), number > 0, portText.allSatisfy(\.isNumber) else {
                throw refuse("has no valid port")
            }
            port = number
        } else {
            port = standard
        }
        let shown = isAddress ? "[\(name)]" : String(name)
        authority = port == standard ? shown : "\(shown):\(port)"
    }
}
