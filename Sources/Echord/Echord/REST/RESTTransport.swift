/// A request as it goes over the wire.
public struct RESTTransportRequest: Sendable, CustomStringConvertible {
    /// The method, in capitals.
    public var method: String
    /// The whole address.
    public var url: String
    /// The header fields.
    public var headers: [(name: String, value: String)]
    /// The body; empty for none.
    public var body: [UInt8]
    /// How long it may take in all.
    public var timeout: Duration

    /// Makes a request from its parts.
    public init(
        method: String, url: String, headers: [(name: String, value: String)], body: [UInt8], timeout: Duration
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.timeout = timeout
    }

    /// The method only: address, fields and body may hold tokens.
    public var description: String { "\(method) request" }
}

/// An answer as it came over the wire.
public struct RESTTransportAnswer: Sendable {
    /// The status.
    public var status: Int
    /// The header fields.
    public var headers: [(name: String, value: String)]
    /// The body.
    public var body: [UInt8]

    /// Makes an answer from its parts.
    public init(status: Int, headers: [(name: String, value: String)], body: [UInt8]) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// The first field with this name, whatever the letters' case.
    public func header(_ name: String) -> String? {
        headers.first { $0.name.utf8.count == name.utf8.count && $0.name.lowercased() == name.lowercased() }?.value
    }
}

/// Why no answer came.
public struct RESTTransportFailure: Error, Sendable {
    /// Whether it is certain that Discord has not seen the request.
    public var isUnsent: Bool
    /// Whether the time was over.
    public var isTimeout: Bool
    /// Whether it will fail again until somebody changes something, such as the address or a certificate.
    public var isLasting: Bool
    /// One clause without token or payload.
    public var message: String

    /// Makes a failure from its parts.
    public init(isUnsent: Bool, isTimeout: Bool = false, isLasting: Bool = false, message: String) {
        self.isUnsent = isUnsent
        self.isTimeout = isTimeout
        self.isLasting = isLasting
        self.message = message
    }
}

/// What carries requests: the library's own HTTP client, or anything else.
public protocol RESTTransport: Sendable {
    /// Sends a request and reads its answer whole.
    ///
    /// - Throws: `RESTTransportFailure`, or `CancellationError` when the task is cancelled.
    func send(_ request: RESTTransportRequest) async throws -> RESTTransportAnswer
}
