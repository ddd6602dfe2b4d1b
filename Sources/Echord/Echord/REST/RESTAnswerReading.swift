internal import EchordModel
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
        let body = read(RateLimitBody.self, answer)
        let header = answer.header("retry-after").flatMap(seconds)
        let retryAfter = body?.retryAfter.flatMap(duration) ?? header ?? .seconds(body == nil ? 60 : 5)
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
        let body = read(APIErrorBody.self, answer)
        return DiscordAPIError(
            status: answer.status, code: body?.code ?? .generalError, message: body?.message ?? "",
            fields: body?.fields ?? [],
            route: route, requestID: requestID(of: answer))
    }

    private static func requestID(of answer: RESTTransportAnswer) -> String? {
        guard let id = answer.header("x-request-id") ?? answer.header("cf-ray"), id.utf8.count <= 128 else {
            return nil
        }
        return id
    }

    /// The body in a documented shape; `nil` for what stands before Discord and speaks another language.
    private static func read<Body: JSONDecodable>(_ type: Body.Type, _ answer: RESTTransportAnswer) -> Body? {
        try? JSON.decode(type, from: answer.body)
    }

    private static func seconds(_ text: String) -> Duration? { Double(text).flatMap(duration) }

    private static func duration(_ seconds: Double) -> Duration? {
        // A day is beyond any limit of Discord's; what is longer is no number to wait for.
        guard seconds >= 0, seconds <= 86_400 else { return nil }
        return .nanoseconds(Int64((seconds * 1e9).rounded(.up)))
    }
}
