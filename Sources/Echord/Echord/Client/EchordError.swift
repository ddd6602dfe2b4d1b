public import EchordModel

/// Everything that the library throws, in one shape; only `CancellationError` passes through as it is.
///
/// `description` is safe to log and to show: it never holds a token or a payload. Numbers are in `details`.
public struct EchordError: Error, Sendable, CustomStringConvertible {
    /// The kind of failure. Open: new kinds do not break a switch with a default.
    public struct Code: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// The stable name, such as `rate_limited`.
        public let rawValue: String

        /// A code of any name.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The stable name.
        public var description: String { rawValue }

        /// Discord refused the request; `details` is `.api`.
        public static let api = Code(rawValue: "api")
        /// A limit refused the request before it was sent, or for longer than it could wait; `details` is `.rateLimit`.
        public static let rateLimited = Code(rawValue: "rate_limited")
        /// No usable answer came: no connection, no TLS, a broken answer, or a server's fault; `details` is `.http`.
        public static let http = Code(rawValue: "http")
        /// The call's time was over.
        public static let timedOut = Code(rawValue: "timed_out")
        /// Discord does not accept the token.
        public static let unauthorized = Code(rawValue: "unauthorized")
        /// An answer or event does not have the shape that Discord documents; the message names the path.
        public static let decoding = Code(rawValue: "decoding")
        /// What was to be sent breaks a limit that is known here; `details` is `.validation`.
        public static let validation = Code(rawValue: "validation")
        /// Discord ended the gateway connection for good; `details` is `.gateway`.
        public static let gatewayRefused = Code(rawValue: "gateway_refused")
        /// The gateway connection is not there, or was lost on the way.
        public static let gatewayClosed = Code(rawValue: "gateway_closed")
        /// Too few session starts are left in this period.
        public static let sessionStarts = Code(rawValue: "session_starts")
        /// A queue with a bound is full.
        public static let queueFull = Code(rawValue: "queue_full")
        /// The interaction was answered already, or its time is over.
        public static let interactionState = Code(rawValue: "interaction_state")
        /// The configuration makes no sense.
        public static let configuration = Code(rawValue: "configuration")
    }

    /// What belongs to a kind of failure.
    public enum Details: Sendable {
        /// Nothing more than the message.
        case none
        /// Discord's refusal.
        case api(DiscordAPIError)
        /// A status without a usable body, or none at all.
        case http(status: Int?)
        /// The limit's exact numbers.
        case rateLimit(RateLimitDetails)
        /// Every fault that was found.
        case validation([FieldIssue])
        /// The gateway's close code.
        case gateway(closeCode: UInt16?)
    }

    /// The kind of failure.
    public let code: Code
    /// One sentence with the cause and, where there is one, the way out.
    public let message: String
    /// What belongs to the kind of failure.
    public let details: Details
    /// The error beneath, when there is one.
    public let underlying: (any Error)?
    /// Where in the library it was made.
    public let file: StaticString
    /// Where in the library it was made.
    public let line: UInt
    /// Whether Discord may have carried the request out although nothing said so: a try of it was sent, and its answer
    /// was lost. Beside a refusal this speaks of the tries before the refused one.
    public internal(set) var mayHaveArrived = false

    /// Makes an error; `message` must hold neither token nor payload.
    public init(
        _ code: Code, _ message: String, details: Details = .none, underlying: (any Error)? = nil,
        file: StaticString = #fileID, line: UInt = #line
    ) {
        self.code = code
        self.message = message
        self.details = details
        self.underlying = underlying
        self.file = file
        self.line = line
    }

    /// Discord's refusal, if it is one.
    public var api: DiscordAPIError? { if case .api(let error) = details { error } else { nil } }

    /// The limit's numbers, if a limit refused.
    public var rateLimit: RateLimitDetails? { if case .rateLimit(let details) = details { details } else { nil } }

    /// The faults, if it is a validation error.
    public var issues: [FieldIssue] {
        switch details {
        case .validation(let issues): issues
        case .api(let error): error.fields
        case .none, .http, .rateLimit, .gateway: []
        }
    }

    /// Whether the same call may succeed later: Discord did not refuse it, it could not be reached or was too busy.
    public var isPassing: Bool {
        switch (code, details) {
        case (.http, .http(let status?)): status >= 500
        case (.http, .http(nil)): (underlying as? RESTTransportFailure)?.isLasting != true
        case (.timedOut, _), (.rateLimited, _): true
        default: false
        }
    }

    /// `code: message`, safe to log.
    public var description: String { "\(code.rawValue): \(message)" }
}

/// Discord's refusal of a request. Discord: *Opcodes and Status Codes › JSON*.
public struct DiscordAPIError: Hashable, Sendable {
    /// The HTTP status.
    public var status: Int
    /// Discord's own code; `generalError`, 0, when it named none.
    public var code: APIErrorCode
    /// Discord's sentence. It may quote what was sent.
    public var message: String
    /// Every field that was refused, with its path.
    public var fields: [FieldIssue]
    /// The route.
    public var route: APIRoute
    /// The id of the request at Discord, when the answer named one.
    public var requestID: String?

    /// Makes a refusal from its parts.
    public init(
        status: Int, code: APIErrorCode, message: String, fields: [FieldIssue], route: APIRoute, requestID: String?
    ) {
        self.status = status
        self.code = code
        self.message = message
        self.fields = fields
        self.route = route
        self.requestID = requestID
    }

    /// One sentence without anything that was sent.
    var sentence: String {
        var text = "Discord refused \(route) with status \(status)"
        if code != .generalError { text += ", code \(code.rawValue)" }
        if !fields.isEmpty {
            text += ": " + fields.prefix(8).map { "\($0.path) \($0.code)" }.joined(separator: ", ")
            if fields.count > 8 { text += " and \(fields.count - 8) more" }
        }
        return text + "."
    }
}

extension EchordError {
    static func api(_ error: DiscordAPIError, file: StaticString = #fileID, line: UInt = #line) -> EchordError {
        EchordError(.api, error.sentence, details: .api(error), file: file, line: line)
    }

    static func rateLimited(_ details: RateLimitDetails, file: StaticString = #fileID, line: UInt = #line)
        -> EchordError
    {
        EchordError(.rateLimited, details.sentence, details: .rateLimit(details), file: file, line: line)
    }
}

extension RateLimitDetails {
    /// One sentence with the numbers.
    var sentence: String {
        let wait = retryAfter.map { "the next request could leave in \($0.rounded) s" } ?? "an answer must come first"
        switch cause {
        case .bucket:
            let numbers = limit.map { ", \(remaining ?? 0) of \($0) left" } ?? ""
            return "\(route) is limited (\(scope.rawValue)\(numbers)): \(wait), which is later than the call can wait."
        case .global:
            return "The global limit of \(limit ?? 0) requests/s holds \(route): \(wait), which is later than the call "
                + "can wait."
        case .invalidRequests:
            return "Too many invalid requests (401, 403, 429): \(remaining ?? 0) of \(limit ?? 0) are left before "
                + "Discord refuses this address, so nothing is sent; \(wait)."
        case .queue:
            return "\(limit ?? 0) requests wait for Discord's limits already, so \(route) was not taken."
        }
    }
}

extension Duration {
    /// Seconds with at most three decimals.
    fileprivate var rounded: String {
        let milliseconds = Int((inSeconds * 1_000).rounded(.up))
        let fraction = String(1_000 + milliseconds % 1_000).dropFirst()
        return milliseconds % 1_000 == 0 ? "\(milliseconds / 1_000)" : "\(milliseconds / 1_000).\(fraction)"
    }
}
