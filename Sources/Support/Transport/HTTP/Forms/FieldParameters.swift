/// A field's value with parameters, such as `form-data; name="a"; filename*=UTF-8''b.png` (RFC 9110 §5.6.6, RFC 8187).
struct FieldParameters {
    /// What stands before the first `;`, in lower case.
    let value: String
    private var parameters: [String: String] = [:]

    /// A parameter by its name in lower case; one ending in `*` is decoded.
    subscript(name: String) -> String? { parameters[name] }

    init(_ text: String) throws(TransportError) {
        let bytes = Array(text.utf8)
        var position = bytes.firstIndex(of: UInt8(ascii: ";")) ?? bytes.count
        value = String(decoding: ASCII.trimmed(bytes[..<position]), as: UTF8.self).lowercased()
        while position < bytes.count {
            position += 1
            guard let equals = bytes[position...].firstIndex(of: UInt8(ascii: "=")) else {
                // A semicolon at the end is common and harmless.
                guard ASCII.trimmed(bytes[position...]).isEmpty else { throw Self.fault }
                return
            }
            let name = ASCII.trimmed(bytes[position..<equals])
            guard ASCII.isToken(name) else { throw Self.fault }
            let key = String(decoding: name, as: UTF8.self).lowercased()
            let (content, end) = try Self.content(in: bytes, from: equals + 1)
            guard parameters[key] == nil else { throw Self.fault }
            parameters[key] = key.hasSuffix("*") ? try Self.extended(content) : content
            position = end
        }
    }

    /// A token or a quoted string, and where the next `;` or the end is.
    private static func content(in bytes: [UInt8], from start: Int) throws(TransportError) -> (String, Int) {
        let rest = bytes[start...]
        guard rest.first == UInt8(ascii: "\"") else {
            let end = rest.firstIndex(of: UInt8(ascii: ";")) ?? bytes.count
            let token = ASCII.trimmed(bytes[start..<end])
            guard !token.isEmpty, !token.contains(UInt8(ascii: "\"")) else { throw fault }
            return (String(decoding: token, as: UTF8.self), end)
        }
        var content: [UInt8] = []
        var position = start + 1
        while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
            // Browsers escape no backslash and write a quote as %22; others escape both. Only an escaped quote or
            // backslash is taken as an escape, so that both are read as meant.
            if bytes[position] == UInt8(ascii: "\\"), position + 1 < bytes.count,
                bytes[position + 1] == UInt8(ascii: "\"") || bytes[position + 1] == UInt8(ascii: "\\")
            {
                position += 1
            }
            content.append(bytes[position])
            position += 1
        }
        guard position < bytes.count else { throw fault }
        let end = bytes[position...].firstIndex(of: UInt8(ascii: ";")) ?? bytes.count
        guard ASCII.trimmed(bytes[(position + 1)..<end]).isEmpty else { throw fault }
        return (String(decoding: content, as: UTF8.self), end)
    }

    /// `UTF-8'language'percent-encoded`.
    private static func extended(_ text: String) throws(TransportError) -> String {
        let parts = text.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].lowercased() == "utf-8", let decoded = PercentCoding.decode(parts[2]) else {
            throw fault
        }
        return decoded
    }

    private static let fault = TransportError(.malformedForm, "a field has malformed parameters")
}
