/// What a handler answers.
package struct HTTPServerResponse: Sendable {
    /// What follows the head.
    package enum Body: Sendable {
        /// These bytes; the server writes `Content-Length`, and leaves them out for HEAD, 204 and 304.
        case bytes([UInt8])
        /// The connection becomes a WebSocket. The server answers the handshake: 101, or 400 or 426 when the request asks
        /// for none; status and headers of the response are then not used.
        case webSocket(WebSocketUpgrade)
    }

    /// The status.
    package var status: HTTPStatus
    /// The fields besides `Date`, `Content-Length` and `Connection`, which the server writes. One with an empty value is
    /// left out.
    package var headers: HTTPHeaders
    /// The body.
    package var body: Body

    /// A response; without a body unless given.
    package init(status: HTTPStatus = .ok, headers: HTTPHeaders = HTTPHeaders(), body: Body = .bytes([])) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// Whether the server may send it as it is.
    var isSendable: Bool {
        if case .webSocket = body { return true }
        return headers.firstFault == nil && (200...599).contains(status.rawValue)
    }

    /// The connection becomes a WebSocket; see `WebSocketUpgrade`.
    package static func webSocket(
        subprotocol: String? = nil, limits: WebSocketLimits = .server,
        _ handler: @escaping @Sendable (WebSocket) async -> Void
    ) -> HTTPServerResponse {
        HTTPServerResponse(
            status: .switchingProtocols,
            body: .webSocket(WebSocketUpgrade(subprotocol: subprotocol, limits: limits, handler: handler)))
    }

    /// A response of `bytes` with this `Content-Type`.
    package static func bytes(
        _ bytes: [UInt8], type: String, status: HTTPStatus = .ok, headers: HTTPHeaders = HTTPHeaders()
    ) -> HTTPServerResponse {
        var headers = headers
        headers.set("Content-Type", type)
        return HTTPServerResponse(status: status, headers: headers, body: .bytes(bytes))
    }

    /// A JSON document that is encoded already.
    package static func json(
        _ bytes: [UInt8], status: HTTPStatus = .ok, headers: HTTPHeaders = HTTPHeaders()
    ) -> HTTPServerResponse {
        .bytes(bytes, type: "application/json", status: status, headers: headers)
    }

    /// Plain text in UTF-8.
    package static func text(
        _ text: String, status: HTTPStatus = .ok, headers: HTTPHeaders = HTTPHeaders()
    ) -> HTTPServerResponse {
        .bytes(Array(text.utf8), type: "text/plain; charset=utf-8", status: status, headers: headers)
    }
}
