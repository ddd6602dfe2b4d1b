internal import Crypto
internal import EchordModel
internal import EchordPrimitives
internal import Telemetry
internal import Transport

/// Turns a request's value into what goes over the wire.
struct RESTRequestBuilder: Sendable {
    /// The address without the version, such as `https://discord.com/api`.
    let apiURL: String
    let version: Int
    let userAgent: String

    /// A request but for the bot's token and the time it may take.
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
    /// - Throws: `EchordError.Code.validation` when a parameter can not stand in the path.
    func build<Response>(
        _ request: APIRequest<Response>, random: inout some RandomNumberGenerator
    ) throws(EchordError) -> Built {
        guard !request.path.isBroken else {
            throw EchordError(.validation, "A parameter of \(request.route) is empty or a step up.")
        }
        var headers = [(name: "User-Agent", value: userAgent)]
        if let reason = request.reason, !reason.isEmpty {
            headers.append(("X-Audit-Log-Reason", PercentText.encode(reason)))
        }
        headers += request.headers.map { (name: $0.name, value: PercentText.encode($0.value)) }
        switch request.authorization {
        case .bot, .none: break
        case .bearer(let token): headers.append(("Authorization", "Bearer \(token.reveal())"))
        case .application(let id, let secret):
            headers.append(("Authorization", "Basic \(Base64.encode(Array("\(id):\(secret.reveal())".utf8)))"))
        }
        let body = encode(request.body.content, &headers, &random)
        var url = "\(apiURL)/v\(version)\(request.path.text)"
        let query = Self.encode(request.query)
        if !query.isEmpty { url += "?\(query)" }
        return Built(url: url, headers: headers, body: body, major: request.path.major)
    }

    private func encode(
        _ content: RequestBody.Content, _ headers: inout [(name: String, value: String)],
        _ random: inout some RandomNumberGenerator
    ) -> [UInt8] {
        switch content {
        case .none: return []
        case .json(let json):
            headers.append(("Content-Type", "application/json"))
            return json
        case .form(let fields):
            headers.append(("Content-Type", "application/x-www-form-urlencoded"))
            return Array(Self.encode(fields).utf8)
        case .multipart(let parts):
            let form = MultipartForm(parts).encoded(using: &random)
            headers.append(("Content-Type", form.contentType))
            return form.body
        }
    }

    /// `name=value` joined by `&`, the name with each of its values.
    private static func encode(_ parameters: [QueryParameter]) -> String {
        var text = ""
        for parameter in parameters {
            for value in parameter.values {
                if !text.isEmpty { text += "&" }
                text += "\(PercentText.encode(parameter.name))=\(PercentText.encode(value))"
            }
        }
        return text
    }
}

/// Percent-encoding for path segments, queries, forms and the audit-log reason (RFC 3986 §2.3).
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
