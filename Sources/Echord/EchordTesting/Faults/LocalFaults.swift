import JSON

/// Faults made on purpose while the local Discord runs.
///
/// They strike the bot alone: what members do through ``LocalMember`` or the control API works as ever, so that somebody can act
/// while the bot is in trouble. What is done once to the gateway's connections are methods of ``LocalDiscord``.
public struct LocalFaults: Hashable, Sendable {
    /// What becomes of a request of the bot.
    public enum Answer: String, CaseIterable, Sendable {
        /// 500 with Discord's body; nothing has been done.
        case serverError = "server_error"
        /// 502 with the page of a proxy; nothing has been done.
        case badGateway = "bad_gateway"
        /// 429 of the route's own limit.
        case rateLimit = "rate_limit"
        /// 429 of a limit that all bots share, which does not count as an invalid request.
        case sharedRateLimit = "shared_rate_limit"
        /// 429 of the limit on everything the bot asks.
        case globalRateLimit = "global_rate_limit"
        /// 429 with the page of Cloudflare, as an address gets it that is shut out.
        case blocked
        /// 403, 50013 Missing Permissions.
        case missingPermissions = "missing_permissions"
        /// What was asked is done, and half of the answer comes back.
        case malformed
        /// What was asked is done, and a proxy answers 502 in Discord's place.
        case lost
    }

    /// Which requests of the bot.
    public enum Requests: String, CaseIterable, Sendable {
        /// All of them.
        case all
        /// Answers to interactions, and what is written with an interaction's token.
        case interactions
        /// All but those.
        case others
    }

    /// What becomes of requests; nil leaves them alone. Default nil.
    public var answer: Answer?
    /// Which requests `answer` strikes. Default all.
    public var requests = Requests.all
    /// How many more it strikes, 1 or more; nil strikes until it is taken back. Default nil.
    public var count: Int?
    /// How long an answer of 429 asks to wait. Default 1 s.
    public var retryAfter = Duration.seconds(1)
    /// How long a request is under way before it arrives, by the virtual clock. 0 to 20 s, default 0.
    public var latency = Duration.zero
    /// Up to so much comes to `latency` for each request, by chance. 0 to 20 s, default 0.
    public var jitter = Duration.zero

    /// No faults.
    public init() {}

    /// Whether something goes wrong.
    public var isActive: Bool { answer != nil || isSlow }

    var isSlow: Bool { latency > .zero || jitter > .zero }

    /// The bounds of both delays: together they stay under the time the server gives a request.
    static let delays = Duration.zero...Duration.seconds(20)

    /// What strikes this request, which is counted.
    mutating func take(isInteraction: Bool) -> Answer? {
        guard let answer else { return nil }
        switch requests {
        case .all: break
        case .interactions: guard isInteraction else { return nil }
        case .others: guard !isInteraction else { return nil }
        }
        guard let left = count else { return answer }
        count = left > 1 ? left - 1 : nil
        if left <= 1 { self.answer = nil }
        return answer
    }

    /// How long the next request is under way.
    func delay(_ random: inout some RandomNumberGenerator) -> Duration {
        guard jitter > .zero else { return latency }
        return latency + .milliseconds(Int64.random(in: 0...jitter.milliseconds, using: &random))
    }
}

extension LocalFaults.Answer {
    /// What is answered in place of doing it; nil when it is done.
    func instead(retryAfter wait: Duration) throws(Refusal) -> RESTReply? {
        switch self {
        case .serverError: throw .internalError
        case .missingPermissions: throw .missingPermissions
        case .badGateway: return Self.proxyPage
        case .rateLimit: return Self.limited(wait, scope: "user")
        case .sharedRateLimit: return Self.limited(wait, scope: "shared")
        case .globalRateLimit: return Self.limited(wait, scope: "global")
        case .blocked:
            return RESTReply(status: 429, html: RateLimiter.banPage, headers: [("Retry-After", Self.seconds(wait))])
        case .malformed, .lost: return nil
        }
    }

    /// What is left of the answer on its way back.
    func spoilt(_ reply: RESTReply) -> RESTReply {
        switch self {
        case .lost: return Self.proxyPage
        case .malformed:
            guard let body = reply.body else { return Self.proxyPage }
            var half = reply
            half.body = nil
            let text = JSON.encode(body)
            half.cutJSON = Array(text.prefix(text.count / 2))
            return half
        default: return reply
        }
    }

    private static let proxyPage = RESTReply(
        status: 502, html: "<html><head><title>502 Bad Gateway</title></head><body>502 Bad Gateway</body></html>")

    private static func limited(_ wait: Duration, scope: String) -> RESTReply {
        var headers = [("Retry-After", seconds(wait)), ("X-RateLimit-Scope", scope)]
        if scope == "global" { headers.append(("X-RateLimit-Global", "true")) }
        let seconds = Double(wait.milliseconds) / 1000
        return RESTReply(
            status: 429,
            body: [
                "message": scope == "shared"
                    ? "The resource is being rate limited." : "You are being rate limited.",
                "retry_after": .double(seconds), "global": .bool(scope == "global"),
            ], headers: headers)
    }

    private static func seconds(_ wait: Duration) -> String {
        String(Int((Double(wait.milliseconds) / 1000).rounded(.up)))
    }
}
