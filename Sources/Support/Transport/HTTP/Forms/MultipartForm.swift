/// A `multipart/form-data` body (RFC 7578): named parts, some of them files.
package struct MultipartForm: Sendable, Hashable {
    /// One part.
    package struct Part: Sendable, Hashable {
        /// The field's name.
        package var name: String
        /// The file's name as the sender gave it; not a path to be used as one.
        package var filename: String?
        /// The media type, when given.
        package var contentType: String?
        /// The content.
        package var body: [UInt8]

        /// A part.
        package init(name: String, filename: String? = nil, contentType: String? = nil, body: [UInt8]) {
            self.name = name
            self.filename = filename
            self.contentType = contentType
            self.body = body
        }
    }

    /// What a parsed form may hold.
    package struct Limits: Sendable {
        /// Parts. Default 32.
        package var parts = 32
        /// Bytes of one part's content. Default 26,214,400 (25 MiB).
        package var partBytes = 26_214_400
        /// Bytes of one part's fields. Default 4,096.
        package var fieldBytes = 4_096

        /// The defaults.
        package init() {}
    }

    /// The parts in order.
    package var parts: [Part]

    /// A form of these parts.
    package init(_ parts: [Part] = []) { self.parts = parts }

    /// The first part named `name`.
    package subscript(name: String) -> Part? { parts.first { $0.name == name } }

    // MARK: - Writing

    /// The body and its `Content-Type`.
    ///
    /// - Parameter generator: makes the boundary, which is chosen anew until no part contains it.
    package func encoded(
        using generator: inout some RandomNumberGenerator
    ) -> (contentType: String, body: [UInt8]) {
        var boundary = Self.boundary(using: &generator)
        while parts.contains(where: { Self.contains($0.body, boundary) }) {
            boundary = Self.boundary(using: &generator)
        }
        var body: [UInt8] = []
        body.reserveCapacity(parts.reduce(64) { $0 + $1.body.count + 256 })
        for part in parts {
            body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(Self.quoted(part.name))\"".utf8
            if let filename = part.filename { body += "; filename=\"\(Self.quoted(filename))\"".utf8 }
            if let type = part.contentType, ASCII.isFieldValue(type.utf8) { body += "\r\nContent-Type: \(type)".utf8 }
            body += "\r\n\r\n".utf8
            body += part.body
            body += "\r\n".utf8
        }
        body += "--\(boundary)--\r\n".utf8
        return ("multipart/form-data; boundary=\(boundary)", body)
    }

    private static func boundary(using generator: inout some RandomNumberGenerator) -> String {
        let digits = Array("0123456789abcdefghijklmnopqrstuvwxyz")
        return "form-" + String((0..<32).compactMap { _ in digits.randomElement(using: &generator) })
    }

    private static func contains(_ body: [UInt8], _ boundary: String) -> Bool {
        body.withUnsafeBytes { ByteSearch.first(Array(boundary.utf8), in: $0, from: 0) != nil }
    }

    /// As browsers write names (WHATWG HTML, multipart/form-data): quote and line breaks as percent escapes.
    private static func quoted(_ text: String) -> String {
        var quoted = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "%22"
            case "\r": quoted += "%0D"
            case "\n": quoted += "%0A"
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted
    }
}
