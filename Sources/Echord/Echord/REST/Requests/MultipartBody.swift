/// One part of a `multipart/form-data` body.
struct FormPart: Hashable, Sendable {
    var name: String
    var filename: String?
    var contentType: String?
    var bytes: [UInt8]

    init(name: String, filename: String? = nil, contentType: String? = nil, bytes: [UInt8]) {
        self.name = name
        self.filename = filename
        self.contentType = contentType
        self.bytes = bytes
    }

    /// A text, or nothing.
    init?(name: String, text: String?) {
        guard let text else { return nil }
        self.init(name: name, bytes: Array(text.utf8))
    }

    /// A file.
    init(name: String, file: FileUpload) {
        self.init(
            name: name, filename: file.name, contentType: file.contentType ?? "application/octet-stream",
            bytes: file.bytes)
    }
}

/// Parts as `multipart/form-data`. Discord: *Reference › Uploading Files*, RFC 7578.
struct MultipartBody {
    let contentType: String
    let bytes: [UInt8]

    init(_ parts: [FormPart], random: inout some RandomNumberGenerator) {
        // 128 random bits cannot be guessed by who wrote the files' content.
        let boundary =
            "echord-\(String(random.next() as UInt64, radix: 36))-\(String(random.next() as UInt64, radix: 36))"
        var bytes: [UInt8] = []
        bytes.reserveCapacity(parts.reduce(64) { $0 + $1.bytes.count + 256 })
        for part in parts {
            bytes += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(part.name)\"".utf8
            if let filename = part.filename { bytes += "; filename=\"\(Self.quoted(filename))\"".utf8 }
            bytes += "\r\n".utf8
            if let type = part.contentType { bytes += "Content-Type: \(Self.mediaType(type))\r\n".utf8 }
            bytes += "\r\n".utf8
            bytes += part.bytes
            bytes += "\r\n".utf8
        }
        bytes += "--\(boundary)--\r\n".utf8
        contentType = "multipart/form-data; boundary=\(boundary)"
        self.bytes = bytes
    }

    /// A media type that can not break out of its line.
    private static func mediaType(_ type: String) -> String {
        type.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } ? type : "application/octet-stream"
    }

    private static func quoted(_ name: String) -> String {
        var quoted = ""
        for scalar in name.unicodeScalars {
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
