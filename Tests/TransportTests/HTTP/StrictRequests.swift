@testable import Transport

/// Reads a connection's bytes as requests by RFC 9112 and apart from the code under test: the second opinion on what a
/// client has asked for.
///
/// Strict where two readers could disagree about the request that follows. The framing of chunks is read as the library
/// reads it, with a line feed alone for a line's end; therefore nothing may follow a chunked body on its connection. A
/// malformed trailer section is refused, but for what the library does not let anybody see; see `trailers`.
struct StrictRequests {
    /// A request as a handler should see it.
    struct Request: Equatable, Sendable {
        var method = ""
        var target = ""
        /// Names in lower case.
        var fields: [String] = []
        var body: [UInt8] = []
    }

    /// What comes after the last whole request.
    enum End: Equatable {
        /// Part of another one, or nothing: a server may wait for the rest.
        case open
        /// What no server may take for a request.
        case refused
        /// The client has asked to end the connection.
        case closed
    }

    private(set) var requests: [Request] = []
    private(set) var end = End.open
    /// Whether the last request ends oddly, which the server cannot see: it may answer the request or refuse it.
    private(set) var isLastDoubtful = false
    /// Whether the server may, for the same reason, take the part of a request at the open end for a whole one.
    private(set) var isEndDoubtful = false
    private let bytes: [UInt8]
    private var position = 0
    private let maximumBodyBytes: Int

    private enum Stop: Error { case open, refused }

    init(_ bytes: [UInt8], maximumBodyBytes: Int) {
        self.bytes = bytes
        self.maximumBodyBytes = maximumBodyBytes
        do throws(Stop) {
            while true {
                let (request, isLast) = try next()
                requests.append(request)
                guard !isLast else {
                    end = .closed
                    return
                }
            }
        } catch {
            end = error == .open ? .open : .refused
            isLastDoubtful = false
        }
    }

    private mutating func next() throws(Stop) -> (Request, isLast: Bool) {
        skipEmptyLines()
        var lines: [[UInt8]] = []
        while lines.last != [] { lines.append(try line()) }
        lines.removeLast()
        // A fault is told only now: a server may read the whole head before it looks.
        var request = Request()
        let isVersion10 = try requestLine(lines[0], &request)
        var values: [String: [String]] = [:]
        for line in lines.dropFirst() {
            let (name, value) = try field(line)
            values[name, default: []].append(value)
            request.fields.append("\(name): \(value)")
        }
        let isChunked = try body(values, isVersion10, &request)
        let options = (values["connection"] ?? []).flatMap { $0.split(separator: ",") }.map {
            $0.trimming(while: { $0 == " " || $0 == "\t" }).lowercased()
        }
        return (request, isChunked || options.contains("close") || isVersion10 && !options.contains("keep-alive"))
    }

    // MARK: - Head

    /// Passes over what the library ignores before a request line: empty lines (RFC 9112 §2.2), and lines that begin with
    /// a zero byte.
    private mutating func skipEmptyLines() {
        while position < bytes.count, bytes[position] == 0x0A || bytes[position] == 0x0D || bytes[position] == 0 {
            let start = position
            guard let line = try? looseLine() else { return }
            guard line.isEmpty || line[0] == 0 else {
                position = start
                return
            }
        }
    }

    /// The bytes up to CR LF, which end the line alone: no other CR, LF or zero byte may occur.
    private mutating func line() throws(Stop) -> [UInt8] {
        var end = position
        while end + 1 < bytes.count, bytes[end] != 0x0D || bytes[end + 1] != 0x0A { end += 1 }
        guard end + 1 < bytes.count else { throw .open }
        defer { position = end + 2 }
        return Array(bytes[position..<end])
    }

    /// The bytes up to LF or CR LF.
    private mutating func looseLine() throws(Stop) -> [UInt8] {
        guard let end = bytes[position...].firstIndex(of: 0x0A) else { throw .open }
        defer { position = end + 1 }
        return Array(bytes[position..<(end > position && bytes[end - 1] == 0x0D ? end - 1 : end)])
    }

    private func requestLine(_ line: [UInt8], _ request: inout Request) throws(Stop) -> Bool {
        let words = line.split(separator: 0x20, omittingEmptySubsequences: false)
        guard words.count == 3, isToken(words[0]) else { throw .refused }
        let version = String(decoding: words[2], as: UTF8.self)
        // A minor version above ours is read as ours (RFC 9110 §2.5).
        guard version.utf8.count == 8, version.hasPrefix("HTTP/1."), isDigit(words[2].last ?? 0) else { throw .refused }
        request.method = String(decoding: words[0], as: UTF8.self)
        request.target = try target(String(decoding: words[1], as: UTF8.self))
        return version == "HTTP/1.0"
    }

    private func target(_ text: String) throws(Stop) -> String {
        if text == "*" { return text }
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x23 }) else { throw .refused }
        guard text.hasPrefix("/") else {
            // The absolute form has rules and tests of its own.
            guard let url = try? HTTPURL(text) else { throw .refused }
            return url.path + (url.query.flatMap { $0.isEmpty ? nil : "?" + $0 } ?? "")
        }
        let path = text.prefix { $0 != "?" }
        guard isWellFormed(path) else { throw .refused }
        return text == path + "?" ? String(path) : text
    }

    /// RFC 3986 §3.3.
    private func isWellFormed(_ path: Substring) -> Bool {
        var rest = path.utf8
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%") {
                let digits = rest.prefix(2)
                guard digits.count == 2, digits.allSatisfy(isHexadecimal) else { return false }
                rest = rest.dropFirst(2)
            } else if !isLetterOrDigit(byte), !"-._~!$&'()*+,;=:@/".utf8.contains(byte) {
                return false
            }
        }
        return true
    }

    private func field(_ line: [UInt8]) throws(Stop) -> (String, String) {
        guard let colon = line.firstIndex(of: 0x3A), isToken(line[..<colon]) else { throw .refused }
        let value = line[(colon + 1)...]
        guard value.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else { throw .refused }
        let text = String(decoding: value, as: UTF8.self).trimming { $0 == " " || $0 == "\t" }
        let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
        // Allowed (RFC 9112 §5), and refused all the same: the library would frame the body in another way.
        let isFraming = name == "content-length" || name == "transfer-encoding"
        guard !isFraming || value.last != 0x20 && value.last != 0x09 || text.isEmpty else { throw .refused }
        return (name, text)
    }

    private func isToken(_ bytes: some Collection<UInt8>) -> Bool {
        !bytes.isEmpty
            && bytes.allSatisfy { isLetterOrDigit($0) || "!#$%&'*+-.^_`|~".utf8.contains($0) }
    }

    private func isLetterOrDigit(_ byte: UInt8) -> Bool {
        isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private func isHexadecimal(_ byte: UInt8) -> Bool {
        isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
    }

    // MARK: - Body

    /// Whether the body is chunked.
    private mutating func body(
        _ values: [String: [String]], _ isVersion10: Bool, _ request: inout Request
    ) throws(Stop) -> Bool {
        let hosts = values["host"] ?? []
        guard hosts.count == 1 || isVersion10 && hosts.isEmpty, hosts.allSatisfy(isHost) else { throw .refused }
        if let codings = values["transfer-encoding"] {
            guard values["content-length"] == nil, !isVersion10, codings.count == 1,
                codings[0].lowercased() == "chunked"
            else { throw .refused }
            request.body = try chunks()
            return true
        }
        guard let lengths = values["content-length"] else { return false }
        guard lengths.count == 1, !lengths[0].isEmpty, lengths[0].utf8.allSatisfy(isDigit),
            let length = Int(lengths[0]), length <= maximumBodyBytes
        else { throw .refused }
        request.body = try take(length)
        return false
    }

    /// RFC 3986 §3.2.2 and §3.2.3, loosely: what is in brackets is not looked at closely.
    private func isHost(_ text: String) -> Bool {
        var host = text.utf8[...]
        if let colon = host.lastIndex(of: 0x3A), host[colon...].dropFirst().allSatisfy(isDigit) {
            host = host[..<colon]
        }
        if host.first == UInt8(ascii: "[") {
            return host.last == UInt8(ascii: "]")
                && host.dropFirst().dropLast().allSatisfy { isHexadecimal($0) || $0 == 0x3A || $0 == 0x2E }
        }
        return isWellFormed(Substring(host)) && !host.contains { ":@/".utf8.contains($0) }
    }

    private mutating func take(_ count: Int) throws(Stop) -> [UInt8] {
        guard bytes.count - position >= count else { throw .open }
        defer { position += count }
        return Array(bytes[position..<(position + count)])
    }

    private mutating func chunks() throws(Stop) -> [UInt8] {
        var body: [UInt8] = []
        while true {
            let digits = try looseLine().prefix { $0 != 0x3B }
            guard digits.allSatisfy(isHexadecimal),
                let size = UInt64(String(decoding: digits, as: UTF8.self), radix: 16)
            else { throw .refused }
            guard size > 0 else { break }
            guard let size = Int(exactly: size) else { throw .open }
            body += try take(size)
            guard try looseLine().isEmpty else { throw .refused }
        }
        try trailers()
        // Too much is told at the end: a client that is still sending would not see the answer.
        guard body.count <= maximumBodyBytes else { throw .refused }
        return body
    }
}

extension StrictRequests {
    /// The trailer section, whose fields must be as strict as those of the head.
    ///
    /// The library does not say where the section ended, and takes a line that begins with a zero byte or with a colon
    /// for its end (the latter not always on the first line). In its memory, where ends of lines are zero bytes, some odd
    /// ends look like the right one: those are doubtful. Nothing follows on the connection, so nothing is smuggled.
    private mutating func trailers() throws(Stop) {
        var isMalformed = false
        var isOddLine = false
        for number in 0... {
            let line = try looseLine()
            let isOddEnd = line.first == 0 || line.first == 0x3A
            if isOddEnd, line.dropFirst().allSatisfy({ $0 == 0 }) {
                isLastDoubtful = true
                guard line[0] == 0x3A, number == 0 else { break }
                isEndDoubtful = true
            }
            guard !line.isEmpty else { break }
            // Within the section a line feed alone shows, and so do zero bytes before it; on its last line they need not.
            if isOddLine { isMalformed = true }
            let text = Array(line[...(line.lastIndex { $0 != 0 } ?? 0)])
            isOddLine = bytes[position - 2] != 0x0D || text != line
            do throws(Stop) { _ = try field(text) } catch { isMalformed = true }
            if isOddEnd, number > 0 || line[0] == 0 { break }
        }
        if isOddLine || bytes[position - 2] != 0x0D { isLastDoubtful = true }
        isEndDoubtful = false
        if isMalformed { throw .refused }
    }
}

extension StringProtocol {
    fileprivate func trimming(while isBlank: (Character) -> Bool) -> String {
        guard let first = firstIndex(where: { !isBlank($0) }), let last = lastIndex(where: { !isBlank($0) }) else {
            return ""
        }
        return String(self[first...last])
    }
}
