/// An absolute `http`, `https`, `ws` or `wss` URL, parsed strictly (RFC 3986, RFC 9110 §4.2).
///
/// User information is refused: a password in a URL ends in logs. A fragment is dropped: it is never sent.
package struct HTTPURL: Sendable, Hashable, CustomStringConvertible {
    /// What stands before `://`.
    package enum Scheme: String, Sendable, Hashable {
        /// HTTP without TLS.
        case http
        /// HTTP over TLS.
        case https
        /// WebSocket without TLS.
        case ws
        /// WebSocket over TLS.
        case wss

        /// Whether the connection is encrypted.
        package var isSecure: Bool { self == .https || self == .wss }

        /// 80 or 443.
        package var defaultPort: Int { isSecure ? 443 : 80 }
    }

    /// How to speak.
    package let scheme: Scheme
    /// The name or address, in lower case; an IPv6 address without brackets.
    package let host: String
    /// The port given or the scheme's own.
    package let port: Int
    /// The path, still encoded; begins with `/`.
    package let path: String
    /// The query, still encoded, without `?`.
    package let query: String?

    /// Path and query, as on a request line.
    package var target: String { query.map { "\(path)?\($0)" } ?? path }

    /// Host and port for a `Host` field: the scheme's own port is left out.
    package var authority: String {
        let name = host.contains(":") ? "[\(host)]" : host
        return port == scheme.defaultPort ? name : "\(name):\(port)"
    }

    /// The whole URL.
    package var description: String { "\(scheme.rawValue)://\(authority)\(target)" }

    /// Scheme, host and port: what may be shown, as paths and queries may hold tokens.
    package var origin: String { "\(scheme.rawValue)://\(authority)" }

    /// Parses `text`.
    ///
    /// - Throws: `invalidURL`, naming what is wrong but not the text.
    package init(_ text: String) throws(TransportError) {
        guard let mark = text.firstRange(of: "://") else { throw Self.fault("it has no scheme") }
        guard let scheme = Scheme(rawValue: text[..<mark.lowerBound].lowercased()) else {
            throw Self.fault("its scheme is not http, https, ws or wss")
        }
        let rest = text[mark.upperBound...].utf8
        let authorityEnd = rest.firstIndex { $0 == 0x2F || $0 == 0x3F || $0 == 0x23 } ?? rest.endIndex
        let target = rest[authorityEnd...].prefix { $0 != 0x23 }
        let pathEnd = target.firstIndex(of: 0x3F) ?? target.endIndex
        guard Self.isWellFormed(target[..<pathEnd], ASCII.isPathByte) else { throw Self.fault("its path is malformed") }
        guard Self.isWellFormed(target[pathEnd...].dropFirst(), Self.isQueryByte) else {
            throw Self.fault("its query is malformed")
        }
        self.scheme = scheme
        (host, port) = try Self.split(rest[..<authorityEnd], scheme)
        path = pathEnd == target.startIndex ? "/" : String(decoding: target[..<pathEnd], as: UTF8.self)
        query = pathEnd == target.endIndex ? nil : String(decoding: target[pathEnd...].dropFirst(), as: UTF8.self)
    }

    private static func split(
        _ authority: Substring.UTF8View.SubSequence, _ scheme: Scheme
    ) throws(TransportError) -> (String, Int) {
        guard !authority.contains(UInt8(ascii: "@")) else { throw fault("it holds user information") }
        let hostEnd: Substring.UTF8View.Index
        let host: Substring.UTF8View.SubSequence
        if authority.first == UInt8(ascii: "[") {
            guard let end = authority.firstIndex(of: UInt8(ascii: "]")) else { throw fault("its host is malformed") }
            host = authority[..<end].dropFirst()
            hostEnd = authority.index(after: end)
            guard !host.isEmpty, host.allSatisfy({ ASCII.hexValue($0) != nil || $0 == 0x3A || $0 == 0x2E }) else {
                throw fault("its host is malformed")
            }
        } else {
            hostEnd = authority.firstIndex(of: UInt8(ascii: ":")) ?? authority.endIndex
            host = authority[..<hostEnd]
            guard !host.isEmpty, host.count <= 253,
                host.allSatisfy({ ASCII.isLetter($0) || ASCII.isDigit($0) || $0 == 0x2D || $0 == 0x2E || $0 == 0x5F })
            else { throw fault("its host is malformed") }
        }
        var port = scheme.defaultPort
        if hostEnd != authority.endIndex {
            guard authority[hostEnd] == UInt8(ascii: ":"),
                let given = ASCII.decimal(authority[hostEnd...].dropFirst()), (1...65_535).contains(given)
            else { throw fault("its port is not a number from 1 to 65535") }
            port = given
        }
        return (String(decoding: host, as: UTF8.self).lowercased(), port)
    }

    private static func isQueryByte(_ byte: UInt8) -> Bool { ASCII.isPathByte(byte) || byte == 0x2F || byte == 0x3F }

    static func isWellFormed(_ bytes: some Collection<UInt8>, _ isAllowed: (UInt8) -> Bool) -> Bool {
        var rest = bytes.makeIterator()
        while let byte = rest.next() {
            if byte == UInt8(ascii: "%") {
                guard let high = rest.next(), ASCII.hexValue(high) != nil, let low = rest.next(),
                    ASCII.hexValue(low) != nil
                else { return false }
            } else if !isAllowed(byte) && byte != 0x2F {
                return false
            }
        }
        return true
    }

    private static func fault(_ what: String) -> TransportError {
        TransportError(.invalidURL, "the URL cannot be used: \(what)")
    }
}
