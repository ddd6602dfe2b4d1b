/// Answers a request. Runs on the event loop that read it: it must not block.
package typealias HTTPHandler = @Sendable (HTTPServerRequest) async -> HTTPServerResponse

/// The routes of a server and what is answered where there is none.
package struct HTTPRouter: Sendable {
    /// A handler with what the server must know before it reads the body.
    struct Endpoint: Sendable {
        let handler: HTTPHandler
        let maximumBodyBytes: Int?
        let timeout: Duration?
    }

    private(set) var routes = Router<Endpoint>()
    /// Answers when no route fits the path. By default 404 without a body.
    package var notFound: HTTPHandler = { _ in HTTPServerResponse(status: .notFound) }
    /// Answers when the path has routes, but none for the method; the server adds `Allow`. By default 405 without a body.
    package var methodNotAllowed: HTTPHandler = { _ in HTTPServerResponse(status: .methodNotAllowed) }

    /// A router without routes.
    package init() {}

    /// Registers a handler.
    ///
    /// - Parameters:
    ///   - template: see `Router.add`.
    ///   - maximumBodyBytes: nil means the server's own limit.
    ///   - timeout: how long the handler may take; nil means the server's own limit.
    /// - Throws: `invalidArgument` when the template is malformed or the pair of method and template is taken.
    package mutating func on(
        _ method: HTTPMethod, _ template: String, maximumBodyBytes: Int? = nil, timeout: Duration? = nil,
        _ handler: @escaping HTTPHandler
    ) throws(TransportError) {
        let endpoint = Endpoint(handler: handler, maximumBodyBytes: maximumBodyBytes, timeout: timeout)
        try routes.add(method, template, endpoint)
    }

    /// Registers a handler for GET and HEAD.
    package mutating func get(_ template: String, _ handler: @escaping HTTPHandler) throws(TransportError) {
        try on(.get, template, handler)
    }

    /// Registers a handler for POST.
    package mutating func post(_ template: String, _ handler: @escaping HTTPHandler) throws(TransportError) {
        try on(.post, template, handler)
    }

    /// Registers a handler for PUT.
    package mutating func put(_ template: String, _ handler: @escaping HTTPHandler) throws(TransportError) {
        try on(.put, template, handler)
    }

    /// Registers a handler for PATCH.
    package mutating func patch(_ template: String, _ handler: @escaping HTTPHandler) throws(TransportError) {
        try on(.patch, template, handler)
    }

    /// Registers a handler for DELETE.
    package mutating func delete(_ template: String, _ handler: @escaping HTTPHandler) throws(TransportError) {
        try on(.delete, template, handler)
    }
}

/// What a request is answered by, known as soon as its head is read.
struct ResolvedRoute: Sendable {
    var handler: HTTPHandler
    /// The template, or a name for what has none; a metric's label.
    var label: String
    /// The label's place in the table's labels.
    var number: Int
    var parameters = RouteParameters()
    var maximumBodyBytes: Int?
    var timeout: Duration?
    /// What a 405 names in `Allow`.
    var allowed: [HTTPMethod] = []
}

/// Which route a request takes.
struct RouteTable: Sendable {
    /// Every label that `resolve` gives.
    let labels: [String]
    let resolve: @Sendable (HTTPMethod, String) -> ResolvedRoute

    /// One handler for everything.
    init(_ handler: @escaping HTTPHandler) {
        labels = ["any"]
        resolve = { _, _ in ResolvedRoute(handler: handler, label: "any", number: 0) }
    }

    init(_ router: HTTPRouter) {
        let templates = router.routes.templates
        labels = templates + ["not_found", "method_not_allowed"]
        resolve = { method, path in
            switch router.routes.resolve(method, path) {
            case .found(let match):
                ResolvedRoute(
                    handler: match.value.handler, label: match.template, number: match.templateNumber,
                    parameters: match.parameters, maximumBodyBytes: match.value.maximumBodyBytes,
                    timeout: match.value.timeout)
            case .notFound:
                ResolvedRoute(handler: router.notFound, label: "not_found", number: templates.count)
            case .methodNotAllowed(let allowed):
                ResolvedRoute(
                    handler: router.methodNotAllowed, label: "method_not_allowed", number: templates.count + 1,
                    allowed: allowed)
            }
        }
    }
}
