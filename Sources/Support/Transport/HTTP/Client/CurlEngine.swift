internal import CCurl

/// libcurl's multi interface on one event loop: the loop watches curl's sockets and keeps its timer. Touched by the
/// loop's thread only.
final class CurlEngine: @unchecked Sendable {
    /// Once for the process, before the first handle; curl does not count its users.
    private static let isLibraryReady = shim_curl_global_init() == 0
    /// How many easy handles wait for reuse.
    private static let maximumIdleHandles = 32

    let loop: EventLoop
    private let configuration: HTTPClientConfiguration
    private var multi: UnsafeMutableRawPointer?
    private var registrations: [Int32: Registration] = [:]
    private var timer: LoopTimer?
    private var transfers: [UnsafeMutableRawPointer: Transfer] = [:]
    private var idleHandles: [UnsafeMutableRawPointer] = []
    private var hasEnded = false

    init(loop: EventLoop, configuration: HTTPClientConfiguration) {
        self.loop = loop
        self.configuration = configuration
    }

    // MARK: - Transfers

    /// Begins a transfer and tells `continuation` when it is over.
    func start(_ transfer: Transfer, _ continuation: CheckedContinuation<Transfer.Outcome, Never>) {
        transfer.wait(continuation)
        if transfer.isCancelled { return transfer.finish(.failure(Self.cancelled)) }
        guard !hasEnded else {
            return transfer.finish(.failure(TransportError(.closed, "the HTTP client has been shut down")))
        }
        guard transfers.count < configuration.maximumRequests else {
            return transfer.finish(
                .failure(
                    TransportError(
                        .full, "too many requests are under way", number: configuration.maximumRequests)))
        }
        guard let multi = readyMulti(), let easy = idleHandles.popLast() ?? curl_easy_init() else {
            return transfer.finish(.failure(TransportError(.system, "curl gave no handle")))
        }
        transfer.easy = easy
        let code = prepare(easy, transfer)
        guard code == CURLE_OK else {
            release(transfer)
            return transfer.finish(.failure(CurlFault.error(code, verdict: 0, origin: transfer.url.origin)))
        }
        transfers[easy] = transfer
        guard curl_multi_add_handle(multi, easy) == CURLM_OK else {
            transfers[easy] = nil
            release(transfer)
            return transfer.finish(.failure(TransportError(.system, "curl refused a transfer")))
        }
    }

    /// Stops a transfer and drops its connection.
    func cancel(_ transfer: Transfer) {
        transfer.cancel()
        end(transfer, .failure(Self.cancelled))
    }

    /// Stops every transfer and closes every connection.
    func shutdown() {
        hasEnded = true
        for transfer in transfers.values {
            end(transfer, .failure(TransportError(.closed, "the HTTP client has been shut down")))
        }
        for easy in idleHandles { curl_easy_cleanup(easy) }
        idleHandles = []
        if let multi { curl_multi_cleanup(multi) }
        multi = nil
        for registration in registrations.values { registration.cancel() }
        registrations = [:]
        timer?.cancel()
        timer = nil
    }

    private static let cancelled = TransportError(.cancelled, "the request was cancelled")

    private func end(_ transfer: Transfer, _ outcome: Transfer.Outcome) {
        guard !transfer.isFinished, let easy = transfer.easy, transfers.removeValue(forKey: easy) != nil else { return }
        if let multi { curl_multi_remove_handle(multi, easy) }
        release(transfer)
        transfer.finish(outcome)
    }

    private func release(_ transfer: Transfer) {
        guard let easy = transfer.easy else { return }
        transfer.easy = nil
        // Before the fields go: the handle still points at them.
        curl_easy_reset(easy)
        curl_slist_free_all(transfer.fields)
        transfer.fields = nil
        if idleHandles.count < Self.maximumIdleHandles { idleHandles.append(easy) } else { curl_easy_cleanup(easy) }
    }

    private func collect() {
        guard let multi else { return }
        var code: Int32 = 0
        while let easy = shim_curl_next_finished(multi, &code) {
            guard let transfer = transfers.removeValue(forKey: easy) else { continue }
            let status = shim_curl_status(easy)
            let verdict = shim_curl_verdict(easy)
            curl_multi_remove_handle(multi, easy)
            release(transfer)
            if let fault = transfer.fault {
                transfer.finish(.failure(fault))
            } else if code == 0 {
                transfer.complete(status: status)
            } else {
                transfer.finish(
                    .failure(
                        CurlFault.error(
                            CURLcode(rawValue: UInt32(code)), verdict: verdict, origin: transfer.url.origin)))
            }
        }
    }

    // MARK: - Handles

    private func readyMulti() -> UnsafeMutableRawPointer? {
        if let multi { return multi }
        guard Self.isLibraryReady else { return nil }
        var setup = shim_curl_multi_setup(
            maximum_connections: configuration.maximumConnections,
            maximum_connections_per_host: configuration.maximumConnectionsPerHost,
            maximum_idle_connections: configuration.maximumConnections,
            context: Unmanaged.passUnretained(self).toOpaque(), socket: engineSocket, timer: engineTimer)
        multi = shim_curl_multi(&setup)
        return multi
    }

    private func prepare(_ easy: UnsafeMutableRawPointer, _ transfer: Transfer) -> CURLcode {
        let request = transfer.request
        transfer.fields = Self.fields(of: request)
        var setup = shim_curl_setup()
        setup.has_body = Self.hasBody(request) ? 1 : 0
        setup.fields = transfer.fields
        setup.timeout_milliseconds = Self.milliseconds(request.timeout ?? configuration.timeout)
        setup.connect_timeout_milliseconds = Self.milliseconds(configuration.connectTimeout)
        setup.low_speed_bytes_per_second = configuration.lowSpeedBytesPerSecond
        setup.low_speed_seconds = max(1, Int(configuration.lowSpeedTime.components.seconds))
        setup.idle_seconds = max(1, Int(configuration.idleTimeout.components.seconds))
        // Zero would mean no limit.
        setup.maximum_body = curl_off_t(max(1, transfer.maximumBodyBytes))
        setup.context = Unmanaged.passUnretained(transfer).toOpaque()
        setup.body_received = transferBody
        setup.field_received = transferField
        return Self.withCStrings(
            transfer.url.description, request.method.rawValue, configuration.proxy, configuration.trust.authoritiesPEM
        ) { url, method, proxy, authorities in
            request.body.withUnsafeBytes { body in
                setup.url = url
                setup.method = method
                setup.proxy = proxy
                setup.authorities = authorities
                setup.body = body.baseAddress
                setup.body_count = body.count
                return shim_curl_prepare(easy, &setup)
            }
        }
    }

    private static func hasBody(_ request: HTTPClientRequest) -> Bool {
        !request.body.isEmpty || request.method == .post || request.method == .put || request.method == .patch
    }

    /// curl's list of fields: ours, and an empty one for each that curl would add unasked.
    private static func fields(of request: HTTPClientRequest) -> UnsafeMutablePointer<curl_slist>? {
        var list: UnsafeMutablePointer<curl_slist>?
        for (name, value) in request.headers {
            list = curl_slist_append(list, value.isEmpty ? "\(name);" : "\(name): \(value)") ?? list
        }
        for name in ["Accept", "Expect", "Content-Type"] where !request.headers.contains(name) {
            list = curl_slist_append(list, "\(name):") ?? list
        }
        return list
    }

    /// At least one: zero would mean no limit.
    private static func milliseconds(_ duration: Duration) -> Int {
        Int(clamping: max(1, duration.clampedNanoseconds / 1_000_000))
    }

    private static func withCStrings<Result>(
        _ first: String, _ second: String, _ third: String?, _ fourth: String?,
        _ body: (UnsafePointer<CChar>, UnsafePointer<CChar>, UnsafePointer<CChar>?, UnsafePointer<CChar>?) -> Result
    ) -> Result {
        func with(_ text: String?, _ body: (UnsafePointer<CChar>?) -> Result) -> Result {
            guard let text else { return body(nil) }
            return text.withCString { body($0) }
        }
        return first.withCString { first in
            second.withCString { second in
                with(third) { third in with(fourth) { fourth in body(first, second, third, fourth) } }
            }
        }
    }

    // MARK: - What curl wants watched

    fileprivate func watch(_ fd: Int32, _ interest: IOEvents?) {
        guard let interest else {
            registrations.removeValue(forKey: fd)?.cancel()
            return
        }
        do {
            if let registration = registrations[fd] {
                try registration.update(interest: interest)
            } else {
                registrations[fd] = try loop.register(fd, interest: interest) { [weak self] in self?.ready(fd, $0) }
            }
        } catch {
            // Not watched, the transfer runs into its timeout, which is the best that can be said of it.
            registrations.removeValue(forKey: fd)?.cancel()
        }
    }

    private func ready(_ fd: Int32, _ events: IOEvents) {
        if events.contains(.loopEnded) { return shutdown() }
        guard let multi else { return }
        _ = shim_curl_on_socket(
            multi, fd, events.contains(.readable) || events.contains(.hangup) ? 1 : 0,
            events.contains(.writable) ? 1 : 0, events.contains(.error) ? 1 : 0)
        collect()
    }

    fileprivate func setTimer(_ milliseconds: Int) {
        timer?.cancel()
        timer = nil
        guard milliseconds >= 0 else { return }
        // Also for zero: curl forbids calling it from this callback.
        timer = loop.schedule(after: .milliseconds(milliseconds)) { [weak self] in
            guard let self, let multi = self.multi else { return }
            self.timer = nil
            _ = shim_curl_on_timer(multi)
            self.collect()
        }
    }
}

// MARK: - Callbacks

private let engineSocket:
    @convention(c) (
        UnsafeMutableRawPointer?, curl_socket_t, Int32, UnsafeMutableRawPointer?, UnsafeMutableRawPointer?
    ) -> Int32 = { _, fd, what, context, _ in
        guard let context else { return -1 }
        let engine = Unmanaged<CurlEngine>.fromOpaque(context).takeUnretainedValue()
        switch what {
        case CURL_POLL_IN: engine.watch(fd, .readable)
        case CURL_POLL_OUT: engine.watch(fd, .writable)
        case CURL_POLL_INOUT: engine.watch(fd, [.readable, .writable])
        default: engine.watch(fd, nil)
        }
        return 0
    }

private let engineTimer: @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Int32 = {
    _, milliseconds, context in
    guard let context else { return -1 }
    Unmanaged<CurlEngine>.fromOpaque(context).takeUnretainedValue().setTimer(milliseconds)
    return 0
}

private func received(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ context: UnsafeMutableRawPointer?,
    _ take: (Transfer, UnsafeRawBufferPointer) -> Bool
) -> Int {
    guard let context else { return 0 }
    let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
    return take(transfer, UnsafeRawBufferPointer(start: bytes, count: size)) ? size : (size == 0 ? 1 : 0)
}

private let transferBody: @convention(c) (UnsafeMutablePointer<CChar>?, Int, Int, UnsafeMutableRawPointer?) -> Int = {
    bytes, size, count, context in received(bytes, size * count, context) { $0.receive(body: $1) }
}

private let transferField: @convention(c) (UnsafeMutablePointer<CChar>?, Int, Int, UnsafeMutableRawPointer?) -> Int = {
    bytes, size, count, context in received(bytes, size * count, context) { $0.receive(line: $1) }
}
