public import EchordModel
internal import EchordPrimitives
public import JSON

/// One call of Discord's API as a value: where it goes, what it sends, and how its answer is read.
///
/// Each of Discord's operations is a static function, one file per resource:
///
/// ```swift
/// let message = try await rest.send(.createMessage(in: channel, CreateMessage(content: "hello")))
/// ```
///
/// What the library does not know yet is written the same way: `APIRequest<Thing>(.get, "/channels/\(channel)/things")`.
public struct APIRequest<Response: Sendable>: Sendable {
    /// The method and the path's template, which limits and metrics go by.
    public let route: APIRoute
    /// What stands after the `?`, in order.
    public var query: [QueryParameter]
    /// What is sent.
    public var body: RequestBody
    /// Why it is done, for the guild's audit log; up to 512 characters.
    public var reason: String?
    /// Whose right it is done with.
    public var authorization: RequestAuthorization
    /// How it counts against the global limit.
    public var limiting: RouteLimiting
    /// Whether sending it twice does what sending it once does, so that it may be sent again after a failure that
    /// leaves open whether it arrived.
    public var isRepeatable: Bool

    /// Headers of this request alone, each value percent-encoded where it must be.
    var headers: [(name: String, value: String)] = []
    let path: RequestPath
    let reading: AnswerReading<Response>

    /// Makes a request whose answer is read in a way of its own.
    ///
    /// - Parameters:
    ///   - path: The path with its parameters in place, as `"/channels/\(channel)/messages"`.
    ///   - isRepeatable: Whether sending it twice does no harm; without, every method but POST counts so.
    public init(
        _ method: RequestMethod, _ path: RequestPath, query: [QueryParameter] = [], body: RequestBody = .none,
        reason: String? = nil, as authorization: RequestAuthorization = .bot, limiting: RouteLimiting = .ordinary,
        isRepeatable: Bool? = nil, reading: AnswerReading<Response>
    ) {
        route = APIRoute(method: method.rawValue, path: path.template)
        self.path = path
        self.query = query
        self.body = body
        self.reason = reason
        self.authorization = authorization
        self.limiting = limiting
        self.isRepeatable = isRepeatable ?? (method != .post)
        self.reading = reading
    }

    /// Makes a request whose answer is JSON.
    public init(
        _ method: RequestMethod, _ path: RequestPath, query: [QueryParameter] = [], body: RequestBody = .none,
        reason: String? = nil, as authorization: RequestAuthorization = .bot, limiting: RouteLimiting = .ordinary,
        isRepeatable: Bool? = nil
    ) where Response: JSONDecodable {
        self.init(
            method, path, query: query, body: body, reason: reason, as: authorization, limiting: limiting,
            isRepeatable: isRepeatable, reading: .json)
    }

    /// Makes a request whose answer says nothing but that it is done.
    public init(
        _ method: RequestMethod, _ path: RequestPath, query: [QueryParameter] = [], body: RequestBody = .none,
        reason: String? = nil, as authorization: RequestAuthorization = .bot, limiting: RouteLimiting = .ordinary,
        isRepeatable: Bool? = nil
    ) where Response == Void {
        self.init(
            method, path, query: query, body: body, reason: reason, as: authorization, limiting: limiting,
            isRepeatable: isRepeatable, reading: .nothing)
    }

    /// The same request with another right, such as a user's access token where Discord takes either.
    public func authorized(by authorization: RequestAuthorization) -> APIRequest {
        var request = self
        request.authorization = authorization
        return request
    }
}

extension APIRequest: LocallyValidated {
    /// Everything that Discord would refuse, as far as it is known here.
    public var issues: [FieldIssue] {
        var issues = query.compactMap(\.issue) + body.issues
        let longest = DiscordLimits.REST.auditLogReason.upperBound
        issues += FaultCollector.collect { $0.length(reason, upTo: longest, at: "reason") }
        return issues
    }
}

extension APIRequest: CustomStringConvertible, CustomReflectable {
    /// The route: path, query and body may hold tokens.
    public var description: String { route.description }
    /// A mirror of the route alone, so that `dump` shows no token.
    public var customMirror: Mirror { Mirror(self, children: ["route": route]) }
}

/// The methods that Discord's API knows.
public enum RequestMethod: String, Sendable {
    /// Reads.
    case get = "GET"
    /// Makes, or does.
    case post = "POST"
    /// Puts in place.
    case put = "PUT"
    /// Changes.
    case patch = "PATCH"
    /// Takes away.
    case delete = "DELETE"
}
