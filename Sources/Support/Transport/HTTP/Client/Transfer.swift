internal import CCurl

/// One request on its way. Touched by its loop's thread only.
final class Transfer: @unchecked Sendable {
    typealias Outcome = Result<HTTPClientResponse, TransportError>

    let request: HTTPClientRequest
    let url: HTTPURL
    let maximumBodyBytes: Int
    private let maximumHeaderBytes: Int
    private var response = HTTPClientResponse(status: HTTPStatus(rawValue: 0))
    private var headerBytes = 0
    private var isHeadComplete = false
    private var continuation: CheckedContinuation<Outcome, Never>?
    /// Why we ourselves stopped the transfer; curl only knows that a callback refused.
    private(set) var fault: TransportError?
    private(set) var isCancelled = false
    private(set) var isFinished = false
    var easy: UnsafeMutableRawPointer?
    var fields: UnsafeMutablePointer<curl_slist>?

    init(_ request: HTTPClientRequest, url: HTTPURL, configuration: HTTPClientConfiguration) {
        self.request = request
        self.url = url
        maximumBodyBytes = request.maximumBodyBytes ?? configuration.maximumBodyBytes
        maximumHeaderBytes = configuration.maximumHeaderBytes
    }

    func wait(_ continuation: CheckedContinuation<Outcome, Never>) { self.continuation = continuation }

    func cancel() { isCancelled = true }

    func finish(_ outcome: Outcome) {
        isFinished = true
        let waiting = continuation
        continuation = nil
        waiting?.resume(returning: outcome)
    }

    func complete(status: Int) {
        response.status = HTTPStatus(rawValue: status)
        finish(.success(response))
    }

    // MARK: - From curl

    /// Takes a piece of the body; false ends the transfer.
    func receive(body: UnsafeRawBufferPointer) -> Bool {
        guard response.body.count + body.count <= maximumBodyBytes else {
            fault = TransportError(
                .bodyTooLarge, "\(url.origin) answered with a body above the limit", number: maximumBodyBytes)
            return false
        }
        response.body.append(contentsOf: body)
        return true
    }

    /// Takes a line of the head, its end included; false ends the transfer.
    func receive(line: UnsafeRawBufferPointer) -> Bool {
        headerBytes += line.count
        guard headerBytes <= maximumHeaderBytes else {
            fault = TransportError(
                .headersTooLarge, "\(url.origin) answered with fields above the limit", number: maximumHeaderBytes)
            return false
        }
        // Fields after the body are trailers, which nobody here asked for.
        guard !isHeadComplete else { return true }
        if line.starts(with: "HTTP/".utf8) {
            // A further head follows an interim response.
            response.headers = HTTPHeaders()
            return true
        }
        let text = UnsafeRawBufferPointer(rebasing: line.prefix { $0 != 0x0D && $0 != 0x0A })
        guard !text.isEmpty else {
            isHeadComplete = easy.map { shim_curl_status($0) >= 200 } ?? true
            return true
        }
        guard let colon = text.firstIndex(of: UInt8(ascii: ":")), ASCII.isToken(text[..<colon]) else {
            fault = TransportError(.invalidResponse, "\(url.origin) answered with a malformed field")
            return false
        }
        response.headers.add(
            name: UnsafeRawBufferPointer(rebasing: text[..<colon]),
            value: UnsafeRawBufferPointer(rebasing: ASCII.trimmed(text[(colon + 1)...])))
        return true
    }
}
