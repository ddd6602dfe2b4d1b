internal import JSON

/// How the parts of an answer that limits and errors need are read.
enum RESTAnswerReading {
    /// The bucket that the answer speaks of, if it does.
    static func headers(of answer: RESTTransportAnswer) -> RateLimitHeaders? {
        guard let limit = answer.header("x-ratelimit-limit").flatMap({ Int($0) }),
            let remaining = answer.header("x-ratelimit-remaining").flatMap({ Int($0) }),
            let resetAfter = answer.header("x-ratelimit-reset-after").flatMap(seconds)
        else { return nil }
        return RateLimitHeaders(
            limit: limit, remaining: remaining, resetAfter: resetAfter,
            reset: answer.header("x-ratelimit-reset").flatMap { Double($0) },
            bucket: answer.header("x-ratelimit-bucket").flatMap { $0.isEmpty || $0.utf8.count > 128 ? nil : $0 })
    }

    /// What a 429 says: who is limited and for how long.
    ///
    /// The body's `retry_after` is the exact one; the header is in whole seconds. Without either, and without any mark
    /// of Discord's API, the answer comes from what stands before it and concerns the address.
    static func limit(of answer: RESTTransportAnswer) -> (scope: RateLimitScope, retryAfter: Duration) {
        let body = RateLimitAnswerBody(answer.body)
        let header = answer.header("retry-after").flatMap(seconds)
        let retryAfter = body?.retryAfter ?? header ?? .seconds(body == nil ? 60 : 5)
        if body?.isGlobal == true || answer.header("x-ratelimit-global")?.lowercased() == "true" {
            return (.global, retryAfter)
        }
        switch answer.header("x-ratelimit-scope").flatMap({ RateLimitScope(rawValue: $0.lowercased()) }) {
        case .global?: return (.global, retryAfter)
        case .shared?: return (.shared, retryAfter)
        case .user?: return (.user, retryAfter)
        case .address?, nil: return (body == nil ? .address : .user, retryAfter)
        }
    }

    /// Discord's refusal, read from the body as far as it has the documented shape.
    static func refusal(of answer: RESTTransportAnswer, route: APIRoute) -> DiscordAPIError {
        let body = ErrorAnswerBody(answer.body)
        return DiscordAPIError(
            status: answer.status, code: body?.code ?? 0, message: body?.message ?? "", fields: body?.fields ?? [],
            route: route, requestID: requestID(of: answer))
    }

    private static func requestID(of answer: RESTTransportAnswer) -> String? {
        guard let id = answer.header("x-request-id") ?? answer.header("cf-ray"), id.utf8.count <= 128 else {
            return nil
        }
        return id
    }

    private static func seconds(_ text: String) -> Duration? {
        // A day is beyond any limit of Discord's; what is longer is no number to wait for.
        guard let value = Double(text), value >= 0, value <= 86_400 else { return nil }
        return .nanoseconds(Int64((value * 1e9).rounded(.up)))
    }
}

/// The body of a 429. Discord: *Rate Limits › Rate Limit Response Structure*.
private struct RateLimitAnswerBody: JSONDecodable {
    var retryAfter: Duration?
    var isGlobal = false

    init?(_ bytes: [UInt8]) {
        guard let body = try? JSON.decode(RateLimitAnswerBody.self, from: bytes) else { return nil }
        self = body
    }

    init(json: JSONReader) throws(JSONError) {
        guard json.isObject else { throw json.error(.typeMismatch, "a rate limit is an object") }
        if let seconds = try json.decodeIfPresent(Double.self, at: "retry_after"), seconds >= 0, seconds <= 86_400 {
            retryAfter = .nanoseconds(Int64((seconds * 1e9).rounded(.up)))
        }
        isGlobal = try json.decodeIfPresent(Bool.self, at: "global") ?? false
    }
}

/// The body of a refusal, its nested `errors` flattened to paths. Discord: *Reference › Error Messages*.
private struct ErrorAnswerBody: JSONDecodable {
    var code = 0
    var message = ""
    var fields: [FieldIssue] = []

    /// Issues that are kept; a request has far fewer fields.
    private static let maxIssues = 100

    init?(_ bytes: [UInt8]) {
        guard let body = try? JSON.decode(ErrorAnswerBody.self, from: bytes) else { return nil }
        self = body
    }

    init(json: JSONReader) throws(JSONError) {
        guard json.isObject else { throw json.error(.typeMismatch, "an error is an object") }
        code = try json.decodeIfPresent(Int.self, at: "code") ?? 0
        message = try json.decodeIfPresent(String.self, at: "message") ?? ""
        if let errors = json["errors"] { try flatten(errors, path: "") }
    }

    private mutating func flatten(_ json: JSONReader, path: String) throws(JSONError) {
        guard json.isObject, fields.count < Self.maxIssues else { return }
        var members = try json.members()
        while let member = members.next() {
            let key = member.key.string
            guard key != "_errors" else {
                try append(member.value, path: path)
                continue
            }
            let isIndex = !key.isEmpty && key.utf8.allSatisfy { (0x30...0x39).contains($0) }
            let place = isIndex ? "\(path)[\(key)]" : path.isEmpty ? key : "\(path).\(key)"
            try flatten(member.value, path: place)
        }
    }

    private mutating func append(_ json: JSONReader, path: String) throws(JSONError) {
        guard json.isArray else { return }
        var elements = try json.elements()
        while let element = elements.next(), fields.count < Self.maxIssues {
            let code = element["code"].flatMap { try? $0.string() } ?? ""
            let message = element["message"].flatMap { try? $0.string() } ?? ""
            fields.append(FieldIssue(path: path, code: code, message: message))
        }
    }
}
