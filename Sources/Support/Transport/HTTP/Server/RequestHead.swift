/// Reads a request's header section strictly out of the memory where libmicrohttpd left it.
///
/// The library is lenient where RFC 9112 lets a server refuse: it takes a bare line feed for a line's end, blanks
/// before the colon, folded lines (whose tail it glues to the name), and cuts a value at a zero byte. Behind a proxy that
/// reads the same bytes otherwise, each of these smuggles a request. The library overwrites only the colon and the
/// line's end with zero bytes, in place, so the bytes still tell what was sent.
enum RequestHead {
    /// Why a request is refused.
    enum Fault: Error, Hashable {
        case malformed
        case unsupportedTransferCoding
        case bodyTooLarge
    }

    /// The fields in `block`: `name` 0 `value` 0 0 … and a final 0 0.
    ///
    /// - Parameter block: from the first byte after the request line to the last of the empty line.
    static func fields(in block: UnsafeRawBufferPointer) throws(Fault) -> HTTPHeaders {
        var headers = HTTPHeaders()
        headers.reserve(bytes: block.count, fields: 8)
        var position = 0
        while true {
            guard position + 1 < block.count else { throw .malformed }
            if block[position] == 0 {
                guard block[position + 1] == 0, position + 2 == block.count else { throw .malformed }
                return headers
            }
            let nameEnd = try zero(in: block, from: position)
            let name = UnsafeRawBufferPointer(rebasing: block[position..<nameEnd])
            guard ASCII.isToken(name) else { throw .malformed }
            var valueStart = nameEnd + 1
            while valueStart < block.count, block[valueStart] == 0x20 || block[valueStart] == 0x09 { valueStart += 1 }
            let valueEnd = try zero(in: block, from: valueStart)
            guard valueEnd + 1 < block.count, block[valueEnd + 1] == 0 else { throw .malformed }
            let value = UnsafeRawBufferPointer(rebasing: ASCII.trimmed(block[valueStart..<valueEnd]))
            guard ASCII.isFieldValue(value) else { throw .malformed }
            // The library keeps blanks at the end, and then knows neither a length nor a coding.
            guard value.count == valueEnd - valueStart || !isFraming(name) else { throw .malformed }
            headers.add(name: name, value: value)
            position = valueEnd + 2
        }
    }

    /// Whether a trailer section is as strict as a head must be. Its fields are for nobody here.
    ///
    /// The bytes tell, as in `fields`. Where the section ended does the library not say, so an empty line, or the last two
    /// lines, with a line feed alone can pass when zero bytes lie behind them.
    ///
    /// - Parameters:
    ///   - start: the first byte after the line of the last chunk.
    ///   - valuesEnd: the end of the last field's value; nil without a field.
    ///   - count: how many fields the library has found.
    static func isTrailerSection(at start: UnsafeRawPointer, valuesEnd: UnsafeRawPointer?, count: Int) -> Bool {
        let size = valuesEnd.map { $0 - start + 4 } ?? 2
        do throws(Fault) {
            return try fields(in: UnsafeRawBufferPointer(start: start, count: size)).count == count
        } catch {
            return false
        }
    }

    /// Whether the connection may end after the request as far as its client is concerned (RFC 9112 §9.3).
    static func endsConnection(_ headers: HTTPHeaders, isVersion10: Bool) -> Bool {
        isVersion10
            || headers.values("Connection").contains { value in
                value.split(separator: ",").contains {
                    ASCII.equalsIgnoringCase(ASCII.trimmed($0.utf8), "close".utf8)
                }
            }
    }

    private static func isFraming(_ name: UnsafeRawBufferPointer) -> Bool {
        ASCII.equalsIgnoringCase(name, "Transfer-Encoding".utf8)
            || ASCII.equalsIgnoringCase(name, "Content-Length".utf8)
    }

    private static func zero(in block: UnsafeRawBufferPointer, from start: Int) throws(Fault) -> Int {
        var index = start
        while index < block.count {
            if block[index] == 0 { return index }
            index += 1
        }
        throw .malformed
    }

    /// How a body is delimited.
    enum Framing: Hashable {
        case length(Int)
        case chunked
    }

    /// Decides how the body is delimited and refuses what two readers could read in two ways (RFC 9112 §6.3).
    ///
    /// - Parameter maximumBodyBytes: a longer announced body is refused before it is read.
    static func framing(
        _ headers: HTTPHeaders, isVersion10: Bool, maximumBodyBytes: Int
    ) throws(Fault) -> Framing {
        let hosts = headers.values("Host")
        guard hosts.count == 1 || isVersion10 && hosts.isEmpty, hosts.allSatisfy(isHost) else { throw .malformed }
        let codings = headers.values("Transfer-Encoding")
        let lengths = headers.values("Content-Length")
        if !codings.isEmpty {
            guard lengths.isEmpty, !isVersion10 else { throw .malformed }
            guard codings.count == 1, ASCII.equalsIgnoringCase(codings[0].utf8, "chunked".utf8) else {
                throw .unsupportedTransferCoding
            }
            return .chunked
        }
        guard let text = lengths.first else { return .length(0) }
        guard lengths.count == 1, text.utf8.allSatisfy(ASCII.isDigit), !text.isEmpty else { throw .malformed }
        guard let length = ASCII.decimal(text.utf8), length <= maximumBodyBytes else { throw .bodyTooLarge }
        return .length(length)
    }

    /// Whether a `Host` field names one host, perhaps with a port (RFC 9112 §3.2, RFC 3986 §3.2.2); it may be empty.
    private static func isHost(_ text: String) -> Bool {
        var host = text.utf8[...]
        if let colon = host.lastIndex(of: 0x3A), host[colon...].dropFirst().allSatisfy(ASCII.isDigit) {
            host = host[..<colon]
        }
        guard host.first == UInt8(ascii: "[") else {
            return HTTPURL.isWellFormed(host) { ASCII.isPathByte($0) && $0 != 0x3A && $0 != 0x40 }
                && !host.contains(0x2F)
        }
        return host.last == UInt8(ascii: "]")
            && host.dropFirst().dropLast().allSatisfy { ASCII.hexValue($0) != nil || $0 == 0x3A || $0 == 0x2E }
    }

    /// The path and the query of a request target, both still encoded.
    ///
    /// Origin form, absolute form and `*` (RFC 9112 §3.2); nil for anything else, for a broken escape in the path, and
    /// for a byte that is not visible ASCII.
    static func split(target: String) -> (path: String, query: String)? {
        var rest = target.utf8[...]
        if target == "*" { return ("*", "") }
        if rest.first != 0x2F {
            guard !target.utf8.contains(0x23), let url = try? HTTPURL(target) else { return nil }
            return (url.path, url.query ?? "")
        }
        let pathEnd = rest.firstIndex(of: 0x3F) ?? rest.endIndex
        guard HTTPURL.isWellFormed(rest[..<pathEnd], ASCII.isPathByte) else { return nil }
        let path = String(decoding: rest[..<pathEnd], as: UTF8.self)
        guard pathEnd != rest.endIndex else { return (path, "") }
        rest = rest[pathEnd...].dropFirst()
        guard rest.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x23 }) else { return nil }
        return (path, String(decoding: rest, as: UTF8.self))
    }
}
