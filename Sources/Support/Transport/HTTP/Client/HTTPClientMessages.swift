/// A request to send.
package struct HTTPClientRequest: Sendable {
    /// The method; must be a token.
    package var method: HTTPMethod
    /// An absolute `http` or `https` URL; see `HTTPURL`.
    package var url: String
    /// The fields besides `Host`, `Content-Length` and `Connection`, which the client writes. A field with a control
    /// character is refused.
    package var headers: HTTPHeaders
    /// The body; POST, PUT and PATCH announce an empty one too.
    package var body: [UInt8]
    /// How long all may take, waiting for a connection included; nil means the client's own limit.
    package var timeout: Duration?
    /// Bytes of the response's body at most; nil means the client's own limit.
    package var maximumBodyBytes: Int?

    /// A request.
    package init(
        method: HTTPMethod = .get, url: String, headers: HTTPHeaders = HTTPHeaders(), body: [UInt8] = [],
        timeout: Duration? = nil, maximumBodyBytes: Int? = nil
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.timeout = timeout
        self.maximumBodyBytes = maximumBodyBytes
    }
}

/// A response that was read whole. Redirects are responses like any other: they are not followed.
package struct HTTPClientResponse: Sendable {
    /// The status.
    package var status: HTTPStatus
    /// The header fields.
    package var headers: HTTPHeaders
    /// The body.
    package var body: [UInt8]

    /// A response, for a test of what reads one.
    package init(status: HTTPStatus, headers: HTTPHeaders = HTTPHeaders(), body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}
