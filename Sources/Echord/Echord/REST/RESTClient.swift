internal import JSON
internal import Locking
public import Telemetry

/// What a REST client keeps to.
public struct RESTConfiguration: Sendable {
    /// Where the API is, without the version.
    public var apiURL: String
    /// The API's version.
    public var version: Int
    /// Who is asking, in the form that Discord requires.
    public var userAgent: String
    /// How long a call may take in all, waiting for limits and tries included; a call may say otherwise.
    public var timeout: Duration
    /// How long one try may take.
    public var attemptTimeout: Duration
    /// When requests are sent again.
    public var retries: RetryPolicy
    /// The limiter's numbers.
    public var limits: RateLimiterConfiguration

    /// Makes a configuration; the defaults are Discord's own API.
    public init(
        apiURL: String = "https://discord.com/api", version: Int = 10,
        userAgent: String = "DiscordBot (https://github.com/ChoresTree/ChoresTree, 1.0.0) Echord",
        timeout: Duration = .seconds(60), attemptTimeout: Duration = .seconds(15), retries: RetryPolicy = .init(),
        limits: RateLimiterConfiguration = .init()
    ) {
        self.apiURL = apiURL
        self.version = version
        self.userAgent = userAgent
        self.timeout = timeout
        self.attemptTimeout = attemptTimeout
        self.retries = retries
        self.limits = limits
    }
}

/// Sends requests to Discord within its limits and reads the answers. Usable from any task; share one per token.
///
/// Each call waits for the limits of its bucket and the global one, is sent again where that is safe, and fails with
/// exact numbers when its time would not suffice. Cancelling the calling task gives its place back.
public final class RESTClient: Sendable {
    /// What it keeps to.
    public let configuration: RESTConfiguration
    let token: Secret<String>?
    let time: TimeSource
    private let transport: any RESTTransport
    private let limiter: any RequestLimiter
    private let builder: RESTRequestBuilder
    private let logger: Logger
    private let metrics: RESTMetrics
    /// Set for good once Discord has refused the token: every further request with it would be an invalid one.
    private let isTokenRefused = Locked(false)

    /// Makes a client.
    ///
    /// - Parameters:
    ///   - token: The bot's token; without one only requests that need none are sent.
    ///   - transport: What carries the requests.
    public convenience init(
        token: Secret<String>?, configuration: RESTConfiguration = .init(), transport: any RESTTransport,
        time: TimeSource = .continuous, logger: Logger = .silent, metrics: Metrics = .discarded
    ) {
        self.init(
            token: token, configuration: configuration, transport: transport,
            limiter: LocalRequestLimiter(configuration: configuration.limits, time: time), time: time, logger: logger,
            metrics: metrics)
    }

    init(
        token: Secret<String>?, configuration: RESTConfiguration, transport: any RESTTransport,
        limiter: any RequestLimiter, time: TimeSource, logger: Logger, metrics: Metrics
    ) {
        self.token = token
        self.configuration = configuration
        self.transport = transport
        self.limiter = limiter
        self.time = time
        self.logger = logger
        self.metrics = RESTMetrics(metrics)
        builder = RESTRequestBuilder(
            apiURL: configuration.apiURL, version: configuration.version, userAgent: configuration.userAgent)
    }

    /// Sends a request and returns its answer.
    ///
    /// - Parameters:
    ///   - request: What is asked.
    ///   - options: What this call keeps to, where it differs from the configuration.
    /// - Throws: `EchordError`: `validation` before anything is sent, with the path of each fault; `CancellationError` when
    ///   the task is cancelled.
    @discardableResult
    public func send<Response>(
        _ request: APIRequest<Response>, _ options: CallOptions = .init()
    ) async throws -> Response {
        let body = try await sendRaw(request, options)
        do {
            return try request.reading.read(body)
        } catch {
            logger.error(
                "an answer does not have the documented shape",
                ["route": .string(request.route.description), "error": .string(error.description)])
            var failure = EchordError(
                .decoding, "The answer to \(request.route) does not have the documented shape: \(error.description).",
                underlying: error)
            failure.mayHaveArrived = true
            throw failure
        }
    }

    /// Sends a request and returns its answer's body as it is.
    ///
    /// - Throws: as `send`.
    public func sendRaw<Response>(
        _ request: APIRequest<Response>, _ options: CallOptions = .init()
    ) async throws -> [UInt8] {
        if options.validates { _ = try request.validated() }
        if request.authorization == .bot { try checkToken(request.route) }
        var random = SystemRandomNumberGenerator()
        var call = Call(
            route: request.route, limiting: request.limiting, authorization: request.authorization,
            isRepeatable: request.isRepeatable, options: options,
            built: try builder.build(request, random: &random),
            deadline: time.now + (options.timeout ?? configuration.timeout))
        if request.authorization == .bot, let token {
            call.built.headers.append(("Authorization", "Bot \(token.reveal())"))
        }
        do {
            while true {
                if let answer = try await attempt(&call) { return answer.body }
            }
        } catch var error as EchordError {
            error.mayHaveArrived = call.mayHaveArrived
            throw error
        }
    }

    private func checkToken(_ route: APIRoute) throws {
        guard token != nil else {
            throw EchordError(.configuration, "\(route) needs a bot token, and this client has none.")
        }
        guard !isTokenRefused.withLock({ $0 }) else { throw Self.unauthorized() }
    }

    static func unauthorized() -> EchordError {
        EchordError(
            .unauthorized,
            "Discord does not accept the bot token (401): copy a fresh one from the Developer Portal, page Bot, "
                + "Reset Token, and set it as the token.", details: .http(status: 401))
    }
}

// MARK: - Trying

extension RESTClient {
    /// One call on its way.
    private struct Call {
        let route: APIRoute
        let limiting: RouteLimiting
        let authorization: RequestAuthorization
        let isRepeatable: Bool
        let options: CallOptions
        var built: RESTRequestBuilder.Built
        let deadline: Moment
        var permit: Int?
        /// Whether Discord may have carried a try out whose answer was lost.
        var mayHaveArrived = false
        var faults = 0
        var limited = 0

        /// What a user's token opens does not count against the bot's global limit.
        var countedLimiting: RouteLimiting { authorization.limitAccount == nil ? limiting : .interaction }
    }

    /// One try; `nil` when another one is to follow.
    private func attempt(_ call: inout Call) async throws -> RESTTransportAnswer? {
        let permit = try await acquire(call)
        let sent = time.now
        let answer: RESTTransportAnswer
        do {
            let request = RESTTransportRequest(
                method: call.route.method, url: call.built.url, headers: call.built.headers, body: call.built.body,
                timeout: max(
                    .milliseconds(1),
                    min(call.options.attemptTimeout ?? configuration.attemptTimeout, call.deadline - sent)))
            answer = try await transport.send(request)
        } catch let failure as RESTTransportFailure {
            await limiter.complete(permit, failure.isUnsent ? .unsent : .unknown)
            count(call.route, "none", since: sent)
            try await afterFailure(failure, &call)
            return nil
        } catch {
            await limiter.complete(permit, .unknown)
            count(call.route, "cancelled", since: sent)
            throw error
        }
        return try await judge(answer, permit, sent, &call)
    }

    private func acquire(_ call: Call) async throws -> Int {
        let start = time.now
        do {
            let permit = try await limiter.acquire(
                call.route, call.built.major, call.countedLimiting, account: call.authorization.limitAccount,
                deadline: call.deadline, again: call.permit)
            metrics.limiterSeconds.record((time.now - start).inSeconds)
            return permit
        } catch let error as EchordError {
            if let details = error.rateLimit {
                metrics.refused.increment(details.cause.rawValue)
                logger.warning("a limit refused a request", ["error": .string(error.message)])
            }
            throw error
        }
    }

    private func judge(
        _ answer: RESTTransportAnswer, _ permit: Int, _ sent: Moment, _ call: inout Call
    ) async throws -> RESTTransportAnswer? {
        let headers = RESTAnswerReading.headers(of: answer)
        guard answer.status == 429 else {
            await limiter.complete(permit, .answered(status: answer.status, headers))
            count(call.route, "\(answer.status / 100)xx", since: sent)
            if (200..<300).contains(answer.status) { return answer }
            try await afterRefusal(answer, &call)
            return nil
        }
        let (scope, retryAfter) = RESTAnswerReading.limit(of: answer)
        await limiter.complete(permit, .limited(scope: scope, retryAfter: retryAfter, headers))
        count(call.route, "429", since: sent)
        metrics.limited.increment(scope.rawValue)
        logger.warning(
            "Discord limited a request",
            [
                "route": .string(call.route.description), "scope": .string(scope.rawValue),
                "retry_after": .double(retryAfter.inSeconds), "bucket": .string(headers?.bucket ?? ""),
            ])
        call.limited += 1
        guard call.limited <= retries(call).maxLimited else {
            throw EchordError.rateLimited(
                RateLimitDetails(
                    cause: scope == .global ? .global : .bucket, scope: scope, retryAfter: retryAfter,
                    bucket: headers?.bucket, limit: headers?.limit, remaining: headers?.remaining, route: call.route))
        }
        metrics.retries.increment("limited")
        call.permit = permit
        return nil
    }

    /// Throws what a refusal means, or returns to try again after a server's fault.
    private func afterRefusal(_ answer: RESTTransportAnswer, _ call: inout Call) async throws {
        if RetryPolicy.isFault(answer.status) {
            call.mayHaveArrived = true
            let failure = EchordError(
                .http, "Discord answered \(call.route) with status \(answer.status).",
                details: .http(status: answer.status))
            return try await again(failure, "fault", mayRepeat: call.isRepeatable, &call)
        }
        guard answer.status >= 400 else {
            throw EchordError(
                .http,
                "\(call.route) was answered with status \(answer.status), which Discord's API never uses: check "
                    + "the API address \(configuration.apiURL).", details: .http(status: answer.status))
        }
        if answer.status == 401, call.authorization == .bot {
            isTokenRefused.withLock { $0 = true }
            logger.critical("Discord refused the bot token", ["route": .string(call.route.description)])
            throw Self.unauthorized()
        }
        throw EchordError.api(RESTAnswerReading.refusal(of: answer, route: call.route))
    }

    /// Throws what a failure of the connection means, or returns to try again.
    private func afterFailure(_ failure: RESTTransportFailure, _ call: inout Call) async throws {
        if !failure.isUnsent { call.mayHaveArrived = true }
        let error = EchordError(
            failure.isTimeout && time.now >= call.deadline ? .timedOut : .http,
            "\(call.route) got no answer from \(configuration.apiURL): \(failure.message).",
            details: .http(status: nil),
            underlying: failure)
        try await again(error, "connection", mayRepeat: call.isRepeatable || failure.isUnsent, &call)
    }

    private func again(
        _ error: EchordError, _ reason: String, mayRepeat: Bool, _ call: inout Call
    ) async throws {
        call.faults += 1
        call.permit = nil
        guard mayRepeat, call.faults < retries(call).maxAttempts else { throw error }
        var random = SystemRandomNumberGenerator()
        let wait = retries(call).backoff.delay(attempt: call.faults - 1, using: &random)
        guard time.now + wait < call.deadline else { throw error }
        metrics.retries.increment(reason)
        logger.info(
            "a request is sent again",
            ["route": .string(call.route.description), "reason": .string(reason), "try": .int(Int64(call.faults + 1))])
        try await time.sleep(for: wait)
    }

    private func retries(_ call: Call) -> RetryPolicy { call.options.retries ?? configuration.retries }

    private func count(_ route: APIRoute, _ outcome: String, since sent: Moment) {
        metrics.requests.increment(route.method, RESTMetrics.resource(route), outcome)
        metrics.seconds.record((time.now - sent).inSeconds)
        guard let local = limiter as? LocalRequestLimiter else { return }
        let load = local.load
        metrics.waiting.set(Double(load.waiting))
        metrics.buckets.set(Double(load.buckets))
        metrics.invalid.set(Double(load.invalid))
    }
}
