extension MultipartForm {
    /// Parses a body strictly: no preamble, no epilogue, every part with a name, lines ended by CR LF.
    ///
    /// - Parameters:
    ///   - body: the whole body.
    ///   - contentType: the request's `Content-Type`, which holds the boundary.
    /// - Throws: `malformedForm`; `bodyTooLarge` and `headersTooLarge` with the limit that is broken.
    package static func parse(
        _ body: [UInt8], contentType: String, limits: Limits = Limits()
    ) throws(TransportError) -> MultipartForm {
        let type = try FieldParameters(contentType)
        guard type.value == "multipart/form-data" else { throw fault("the type is not multipart/form-data") }
        guard let boundary = type["boundary"], isBoundary(boundary) else { throw fault("it has no usable boundary") }
        let delimiter = Array("\r\n--\(boundary)".utf8)
        let outcome: Result<MultipartForm, TransportError> = body.withUnsafeBytes { bytes in
            do throws(TransportError) {
                return .success(try parts(in: bytes, delimiter: delimiter, limits: limits))
            } catch {
                return .failure(error)
            }
        }
        return try outcome.get()
    }

    private static func parts(
        in bytes: UnsafeRawBufferPointer, delimiter: [UInt8], limits: Limits
    ) throws(TransportError) -> MultipartForm {
        var form = MultipartForm()
        // The first boundary stands without the line break that precedes the others.
        guard bytes.starts(with: delimiter.dropFirst(2)) else { throw fault("it does not begin with its boundary") }
        var position = delimiter.count - 2
        while true {
            if has("--", in: bytes, at: position) {
                let end = position + 2
                guard end == bytes.count || end + 2 == bytes.count && has("\r\n", in: bytes, at: end) else {
                    throw fault("something follows its end")
                }
                return form
            }
            guard has("\r\n", in: bytes, at: position) else {
                throw fault("a boundary is not followed by a line's end")
            }
            guard form.parts.count < limits.parts else {
                throw TransportError(.malformedForm, "the form has too many parts", number: limits.parts)
            }
            let next = try part(in: bytes, from: position + 2, delimiter: delimiter, limits: limits)
            form.parts.append(next.part)
            position = next.end
        }
    }

    private static func part(
        in bytes: UnsafeRawBufferPointer, from start: Int, delimiter: [UInt8], limits: Limits
    ) throws(TransportError) -> (part: Part, end: Int) {
        var part = Part(name: "", body: [])
        var isNamed = false
        var position = start
        while true {
            let window = UnsafeRawBufferPointer(rebasing: bytes[..<min(bytes.count, start + limits.fieldBytes + 2)])
            guard let lineEnd = ByteSearch.first([0x0D, 0x0A], in: window, from: position) else {
                guard window.count < bytes.count else { throw fault("a part's fields have no end") }
                throw TransportError(
                    .headersTooLarge, "the fields of a part are above the limit", number: limits.fieldBytes)
            }
            let line = UnsafeRawBufferPointer(rebasing: bytes[position..<lineEnd])
            position = lineEnd + 2
            if line.isEmpty { break }
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")), ASCII.isToken(line[..<colon]),
                ASCII.isFieldValue(line), let value = String(validating: line[(colon + 1)...], as: UTF8.self)
            else { throw fault("a part has a malformed field") }
            if ASCII.equalsIgnoringCase(line[..<colon], "content-disposition".utf8) {
                guard !isNamed else { throw fault("a part has two names") }
                isNamed = true
                try take(disposition: value, into: &part)
            } else if ASCII.equalsIgnoringCase(line[..<colon], "content-type".utf8) {
                part.contentType = String(decoding: ASCII.trimmed(Array(value.utf8)), as: UTF8.self)
            }
        }
        guard isNamed else { throw fault("a part has no name") }
        // An empty part's delimiter begins with the line break that ends its fields.
        guard let end = ByteSearch.first(delimiter, in: bytes, from: position - 2) else {
            throw fault("a part has no end")
        }
        let count = max(0, end - position)
        guard count <= limits.partBytes else {
            throw TransportError(.bodyTooLarge, "a part is above the limit", number: limits.partBytes)
        }
        part.body = Array(bytes[position..<(position + count)])
        return (part, end + delimiter.count)
    }

    private static func take(disposition: String, into part: inout Part) throws(TransportError) {
        let parsed = try FieldParameters(disposition)
        guard parsed.value == "form-data", let name = parsed["name"], !name.isEmpty else {
            throw fault("a part has no name")
        }
        part.name = name
        part.filename = parsed["filename*"] ?? parsed["filename"]
    }

    private static func has(_ text: String, in bytes: UnsafeRawBufferPointer, at position: Int) -> Bool {
        position <= bytes.count && bytes[position...].starts(with: text.utf8)
    }

    /// RFC 2046 §5.1.1.
    private static func isBoundary(_ text: String) -> Bool {
        (1...70).contains(text.utf8.count) && !text.hasSuffix(" ")
            && text.utf8.allSatisfy { byte in
                ASCII.isLetter(byte) || ASCII.isDigit(byte) || "'()+_,-./:=? ".utf8.contains(byte)
            }
    }

    static func fault(_ what: String) -> TransportError {
        TransportError(.malformedForm, "the form cannot be read: \(what)")
    }
}
