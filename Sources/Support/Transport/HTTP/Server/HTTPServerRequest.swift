/// A request that was read whole.
package struct HTTPServerRequest: Sendable {
    /// The method.
    package var method: HTTPMethod
    /// The path, still encoded, without the query; begins with `/`, or is `*`.
    package var path: String
    /// What followed `?`, still encoded; empty when there was none.
    package var queryText: String
    /// The header fields.
    package var headers: HTTPHeaders
    /// The body, at most as long as the server's or the route's limit.
    package var body: [UInt8]
    /// What stood in the parameters of the route's template, decoded.
    package var parameters: RouteParameters
    /// The client's address without the port, such as `127.0.0.1`.
    package var remoteAddress: String
    /// When the server gives up on the handler, cancels it and answers 503.
    package var deadline: MonotonicInstant

    /// A request, for a test of a handler without a server.
    package init(
        method: HTTPMethod = .get, path: String = "/", queryText: String = "", headers: HTTPHeaders = [:],
        body: [UInt8] = [], parameters: RouteParameters = RouteParameters(), remoteAddress: String = "127.0.0.1",
        deadline: MonotonicInstant = MonotonicInstant(nanoseconds: .max)
    ) {
        self.method = method
        self.path = path
        self.queryText = queryText
        self.headers = headers
        self.body = body
        self.parameters = parameters
        self.remoteAddress = remoteAddress
        self.deadline = deadline
    }

    /// The query's items, decoded; nil when it is malformed. Parsed on every call.
    package var queryItems: QueryItems? { QueryItems.parse(queryText) }

    /// The first value of `name` in the query; nil when it is absent or the query is malformed.
    package func query(_ name: String) -> String? { queryText.isEmpty ? nil : queryItems?[name] }
}
