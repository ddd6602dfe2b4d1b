package import Transport

/// Carries requests over the library's own HTTP client.
package struct HTTPClientTransport: RESTTransport {
    private let client: HTTPClient

    /// Uses this client, whose owner shuts it down.
    package init(client: HTTPClient) {
        self.client = client
    }

    /// Sends a request and reads its answer whole.
    package func send(_ request: RESTTransportRequest) async throws -> RESTTransportAnswer {
        var headers = HTTPHeaders()
        for header in request.headers { headers.add(header.name, header.value) }
        do {
            let answer = try await client.send(
                HTTPClientRequest(
                    method: HTTPMethod(rawValue: request.method), url: request.url, headers: headers,
                    body: request.body, timeout: request.timeout))
            return RESTTransportAnswer(
                status: answer.status.rawValue, headers: answer.headers.map { ($0.name, $0.value) }, body: answer.body)
        } catch {
            if error.code == .cancelled { throw CancellationError() }
            throw RESTTransportFailure(
                isUnsent: Self.unsent.contains(error.code), isTimeout: error.code == .timeout,
                isLasting: Self.lasting.contains(error.code), message: error.message)
        }
    }

    /// Failures before the first byte of a request has left.
    private static let unsent: Set<TransportError.Code> = [
        .nameNotResolved, .connectFailed, .tlsWrongHost, .tlsUnknownIssuer, .tlsExpired, .tlsUntrusted, .tlsFailed,
        .invalidURL, .invalidRequest, .full,
    ]

    /// Failures that time does not heal. An expired certificate is none: this machine's clock may be wrong until it has
    /// asked the network.
    private static let lasting: Set<TransportError.Code> = [
        .tlsWrongHost, .tlsUnknownIssuer, .tlsUntrusted, .tlsFailed, .invalidURL, .invalidRequest, .invalidResponse,
    ]
}
