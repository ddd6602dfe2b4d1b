internal import EchordPrimitives

/// Turns an endpoint's value into what goes over the wire.
struct RESTRequestBuilder: Sendable {
    /// The address without the version, such as `https://discord.com/api`.
    let apiURL: String
    let version: Int
    let userAgent: String

    /// A request but for the token and the time it may take.
    struct Built: Sendable {
        var url: String
        var headers: [(name: String, value: String)]
        var body: [UInt8]
        var major: MajorParameter
    }

    init(apiURL: String, version: Int, userAgent: String) {
        var trimmed = apiURL[...]
        while trimmed.last == "/" { trimmed = trimmed.dropLast() }
        self.apiURL = String(trimmed)
        self.version = version
        self.userAgent = userAgent
    }

    /// Builds the request.
    ///
    /// - Throws: `EchordError.Code.validation` when the reason is too long or the parameters do not fit the template.
    func build<E: Endpoint>(_ endpoint: E, random: inout some RandomNumberGenerator) throws -> Built {
        var headers = [(name: "User-Agent", value: userAgent)]
        if let reason = endpoint.reason, !reason.isEmpty {
            guard reason.unicodeScalars.count <= 512 else {
                throw EchordError(
                    .validation, "The audit-log reason has \(reason.unicodeScalars.count) characters; 512 are allowed.",
                    details: .validation([
                        FieldIssue(path: "reason", code: "BASE_TYPE_MAX_LENGTH", message: "at most 512 characters")
                    ]))
            }
            headers.append(("X-Audit-Log-Reason", PercentText.encode(reason)))
        }
        let body: [UInt8]
        switch endpoint.body {
        case .none: body = []
        case .json(let json):
            headers.append(("Content-Type", "application/json"))
            body = json
        case .multipart(let json, let files):
            let form = MultipartBody(json: json, files: files, random: &random)
            headers.append(("Content-Type", form.contentType))
            body = form.bytes
        }
        let (path, major) = try path(E.route, endpoint.parameters)
        var url = "\(apiURL)/v\(version)\(path)"
        var separator = "?"
        for parameter in endpoint.query {
            url += "\(separator)\(PercentText.encode(parameter.name))=\(PercentText.encode(parameter.value))"
            separator = "&"
        }
        return Built(url: url, headers: headers, body: body, major: major)
    }

    /// Puts the parameters in the places of the template and finds the one that limits are counted for.
    private func path(_ route: APIRoute, _ parameters: [PathParameter]) throws -> (String, MajorParameter) {
        var path = ""
        var rest = parameters[...]
        var major = MajorParameter.none
        for piece in route.path.split(separator: "/") {
            path += "/"
            guard piece.first == "{" else {
                path += piece
                continue
            }
            guard let parameter = rest.popFirst() else { throw misfit(route) }
            let text = parameter.text
            // A segment of dots would be taken for a step up by some servers on the way.
            guard !text.isEmpty, text != ".", text != ".." else { throw misfit(route) }
            path += PercentText.encode(text)
            major = major.narrowed(by: parameter)
        }
        guard rest.isEmpty else { throw misfit(route) }
        return (path, major)
    }

    private func misfit(_ route: APIRoute) -> EchordError {
        EchordError(.validation, "The parameters do not fit the path of \(route).")
    }
}

extension MajorParameter {
    /// The first channel, guild or webhook of a path counts; a webhook's token belongs to it.
    fileprivate func narrowed(by parameter: PathParameter) -> MajorParameter {
        switch (self, parameter) {
        case (.none, .channel(let id)): .channel(id.rawValue)
        case (.none, .guild(let id)): .guild(id.rawValue)
        case (.none, .webhook(let id)): .webhook(id)
        case (.webhook(let id), .token(let token)): .webhookToken(id, token)
        default: self
        }
    }
}

/// Percent-encoding for path segments, queries and the audit-log reason (RFC 3986 §2.3).
enum PercentText {
    private static let digits = Array("0123456789ABCDEF".utf8)

    /// `text` with every byte escaped that is not unreserved.
    static func encode(_ text: String) -> String {
        if text.utf8.allSatisfy(isUnreserved) { return text }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count * 3)
        for byte in text.utf8 {
            if isUnreserved(byte) {
                bytes.append(byte)
            } else {
                bytes.append(UInt8(ascii: "%"))
                bytes.append(digits[Int(byte >> 4)])
                bytes.append(digits[Int(byte & 15)])
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }
}

/// A JSON document with files as `multipart/form-data`. Discord: *Reference › Uploading Files*, RFC 7578.
struct MultipartBody {
    let contentType: String
    let bytes: [UInt8]

    init(json: [UInt8], files: [FileUpload], random: inout some RandomNumberGenerator) {
        // 128 random bits cannot be guessed by who wrote the files' content.
        let boundary =
            "echord-\(String(random.next() as UInt64, radix: 36))-\(String(random.next() as UInt64, radix: 36))"
        var bytes: [UInt8] = []
        bytes.reserveCapacity(json.count + files.reduce(512) { $0 + $1.bytes.count + 256 })
        bytes += "--\(boundary)\r\nContent-Disposition: form-data; name=\"payload_json\"\r\n".utf8
        bytes += "Content-Type: application/json\r\n\r\n".utf8
        bytes += json
        for (index, file) in files.enumerated() {
            bytes += "\r\n--\(boundary)\r\nContent-Disposition: form-data; name=\"files[\(index)]\"; ".utf8
            bytes += "filename=\"\(Self.quoted(file.name))\"\r\n".utf8
            bytes += "Content-Type: \(Self.mediaType(file.contentType))\r\n\r\n".utf8
            bytes += file.bytes
        }
        bytes += "\r\n--\(boundary)--\r\n".utf8
        contentType = "multipart/form-data; boundary=\(boundary)"
        self.bytes = bytes
    }

    private static func mediaType(_ type: String?) -> String {
        guard let type, type.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return "application/octet-stream" }
        return type
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
