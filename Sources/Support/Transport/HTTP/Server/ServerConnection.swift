internal import CLinux
internal import CMicrohttpd
internal import Glibc
internal import Telemetry

/// One client's connection and the request it is busy with. Touched by its loop's thread only.
///
/// The library calls `began` at a request's line, `proceed` once when the head is read, for every piece of the body and
/// at the end, and `completed` when the response is sent or the connection lost.
final class ServerConnection: @unchecked Sendable {
    private enum Step {
        case head
        case body
        case handler
    }

    let address: ConnectionLedger.Address
    let addressText: String
    private(set) var phase: ConnectionPhase
    /// Its place in the daemon's list.
    var index = 0

    private let daemon: HTTPDaemon
    private let context: ServerContext
    private let handle: OpaquePointer
    private var isOpen = true
    private var step = Step.head
    /// Counts requests, so that a handler that answers late is not taken for the next one's.
    private var number = 0
    private var startedAt = MonotonicInstant(nanoseconds: 0)
    private var target = ""
    private var request = HTTPServerRequest()
    private var route: ResolvedRoute?
    private var bodyLimit = 0
    private var isBodyTooLarge = false
    /// Whether the connection ends with this request's answer.
    private var isLast = false
    /// Where the trailer section of a chunked body begins in the library's memory.
    private var trailers: UnsafeRawPointer?
    /// Whether the library ends the connection after this request's answer, for whatever reason.
    private var isEnding = false
    /// Whether another request may come on the connection, and how often the library had refused one by itself then.
    private var awaited: (isSo: Bool, refusals: Int)
    private var task: Task<Void, Never>?
    private var isStarting = false
    private var answer: HTTPServerResponse?
    private var hasQueued = false
    /// Whether what is queued next is what a handler has answered, or stands for it.
    private var isHandlersAnswer = false
    private var upgrade: WebSocketUpgrade?

    init(handle: OpaquePointer, daemon: HTTPDaemon) {
        self.handle = handle
        self.daemon = daemon
        context = daemon.context
        let socketAddress = shim_mhd_client_address(handle)
        address = socketAddress.map(PeerAddress.key) ?? ConnectionLedger.Address(bits: 0)
        addressText = socketAddress.map(PeerAddress.text) ?? ""
        phase = ConnectionPhase(limits: context.configuration, now: .now)
        awaited = (true, daemon.refusals)
    }

    // MARK: - A request

    /// A request line has arrived.
    func began(target: UnsafePointer<CChar>) {
        startedAt = .now
        number += 1
        step = .head
        self.target = String(cString: target)
        phase.receive(startedAt)
        daemon.watch(phase.deadline)
    }

    /// The head is read, or a piece of the body, or all. False closes the connection.
    func proceed(
        method: UnsafePointer<CChar>, version: UnsafePointer<CChar>, data: UnsafePointer<CChar>?,
        count: UnsafeMutablePointer<Int>
    ) -> Bool {
        switch step {
        case .head:
            step = .body
            return readHead(method: method, version: version)
        case .body where count.pointee > 0:
            defer { count.pointee = 0 }
            return readBody(UnsafeRawBufferPointer(start: data, count: count.pointee))
        case .body:
            step = .handler
            return handle(now: daemon.now)
        case .handler:
            // Resumed: the answer is queued, and the library goes on by itself. Without one the connection is of no use.
            return hasQueued
        }
    }

    /// The response is sent, or the connection lost.
    func completed() {
        abandon()
        awaited = (hasQueued && !isEnding, daemon.refusals)
        number += 1
        step = .head
        request = HTTPServerRequest()
        route = nil
        answer = nil
        hasQueued = false
        isHandlersAnswer = false
        upgrade = nil
        isBodyTooLarge = false
        isLast = false
        isEnding = false
        trailers = nil
        phase.rest(daemon.now)
        daemon.watch(phase.deadline)
        if daemon.isDraining { hangUp() }
    }

    /// The library is done with the connection; its handle is gone.
    func closed() {
        abandon()
        isOpen = false
        if wasDropped { context.refused(.malformed) }
    }

    /// Whether the library has ended the connection over a request line in which it found no method or no target: it says
    /// so to nobody. (Once it has refused something aloud meanwhile, that may have been here, and is counted.)
    private var wasDropped: Bool {
        guard case .idle = phase.state, awaited.isSo, awaited.refusals == daemon.refusals else { return false }
        return shim_mhd_has_peer(handle) != 0
    }

    // MARK: - Head

    private func readHead(method: UnsafePointer<CChar>, version: UnsafePointer<CChar>) -> Bool {
        let isVersion10 = version[7] == CChar(bitPattern: UInt8(ascii: "0"))
        do {
            let headers = try fields(method: method, version: version)
            guard let (path, query) = RequestHead.split(target: target) else { throw RequestHead.Fault.malformed }
            let name = HTTPMethod(rawValue: String(cString: method))
            guard ASCII.isToken(name.rawValue.utf8) else { throw RequestHead.Fault.malformed }
            let route = context.routes.resolve(name, path)
            bodyLimit = route.maximumBodyBytes ?? context.configuration.maximumBodyBytes
            let framing = try RequestHead.framing(headers, isVersion10: isVersion10, maximumBodyBytes: bodyLimit)
            // The library reads chunks and trailers more leniently than others may (a line feed alone ends a line), and
            // shows them to nobody. What it takes for the next request could be one that only it sees, so there is none.
            isLast = framing == .chunked
            isEnding = RequestHead.endsConnection(headers, isVersion10: isVersion10)
            if isLast { trailers = UnsafeRawPointer(method) + shim_mhd_head_size(handle) }
            self.route = route
            request.method = name
            request.path = path
            request.queryText = query
            request.headers = headers
            request.parameters = route.parameters
            request.remoteAddress = addressText
            if case .length(let length) = framing { request.body.reserveCapacity(length) }
            return true
        } catch let fault as RequestHead.Fault {
            switch fault {
            case .malformed: return refuse(.badRequest, .malformed)
            case .unsupportedTransferCoding: return refuse(.notImplemented, .unsupported)
            case .bodyTooLarge: return refuse(.contentTooLarge, .bodyTooLarge)
            }
        } catch {
            return refuse(.badRequest, .malformed)
        }
    }

    /// The header fields, read from the library's memory: the request line begins at `method`, and its last word,
    /// `version`, is eight bytes long.
    private func fields(
        method: UnsafePointer<CChar>, version: UnsafePointer<CChar>
    ) throws(RequestHead.Fault) -> HTTPHeaders {
        let size = shim_mhd_head_size(handle)
        let lineEnd = version - method + 8
        // One space after each word, no zero byte within one (RFC 9112 §3): the library takes more of both.
        let wordsEnd = strlen(method) + 1 + target.utf8.count + 1
        guard version - method == wordsEnd, size >= lineEnd + 4, method[lineEnd] == 0, method[lineEnd + 1] == 0 else {
            throw .malformed
        }
        let start = UnsafeRawPointer(method) + lineEnd + 2
        let headers = try RequestHead.fields(in: UnsafeRawBufferPointer(start: start, count: size - lineEnd - 2))
        guard headers.count == Int(shim_mhd_field_count(handle)) else { throw .malformed }
        return headers
    }

    // MARK: - Body

    /// How much of a body that is too long is read all the same: a client that gets to the end sees the answer, whereas
    /// closing at once would destroy it on the way.
    private static let toleratedExcess = 262_144

    private func readBody(_ bytes: UnsafeRawBufferPointer) -> Bool {
        if !isBodyTooLarge, request.body.count + bytes.count <= bodyLimit {
            request.body.append(contentsOf: bytes)
            return true
        }
        if !isBodyTooLarge {
            isBodyTooLarge = true
            request.body = []
            bodyLimit = Self.toleratedExcess
            context.refused(.bodyTooLarge)
        }
        bodyLimit -= bytes.count
        if bodyLimit >= 0 { return true }
        sendRaw("HTTP/1.1 413 Content Too Large\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
        return false
    }

    /// Whether there is no trailer section, or a well-formed one.
    private var hasWellFormedTrailers: Bool {
        guard let trailers else { return true }
        let found = shim_mhd_trailers_from(handle, trailers)
        return RequestHead.isTrailerSection(
            at: trailers, valuesEnd: found.end.map { UnsafeRawPointer($0) }, count: Int(found.count))
    }

    // MARK: - Handler

    private func handle(now: MonotonicInstant) -> Bool {
        if isBodyTooLarge { return queue(HTTPServerResponse(status: .contentTooLarge), closing: true) }
        guard hasWellFormedTrailers else { return refuse(.badRequest, .malformed) }
        guard let route, context.takePlace() else {
            return refuse(.serviceUnavailable, .requestLimit)
        }
        phase.handle(now, timeout: route.timeout)
        daemon.watch(phase.deadline)
        context.metrics.running.add(1)
        request.deadline = phase.deadline
        let request = request
        let number = number
        let handler = route.handler
        self.request.body = []
        isStarting = true
        // Unstructured, because the library's callback cannot wait; it ends with the connection or with the handler's
        // deadline. Immediate: a handler that does not suspend answers within this call.
        let task = Task.immediate(executorPreference: daemon.loop) {
            self.finish(await handler(request), number: number)
        }
        isStarting = false
        if let answer {
            self.answer = nil
            return queue(answer, closing: false)
        }
        self.task = task
        MHD_suspend_connection(handle)
        return true
    }

    /// The handler has answered. On the loop, in the handler's task.
    private func finish(_ response: consuming HTTPServerResponse, number: Int) {
        guard number == self.number, phase.state == .handling else { return }
        task = nil
        endHandling()
        isHandlersAnswer = true
        if isStarting {
            answer = response
        } else {
            resume(with: response, closing: false)
        }
    }

    private func resume(with response: HTTPServerResponse, closing: Bool) {
        _ = queue(response, closing: closing)
        MHD_resume_connection(handle)
        daemon.schedulePump()
    }

    private func endHandling() {
        context.givePlace()
        context.metrics.running.add(-1)
    }

    /// Cancels a handler whose answer nobody will read.
    private func abandon() {
        guard phase.state == .handling else { return }
        let task = task
        self.task = nil
        endHandling()
        task?.cancel()
    }

    /// Counts what goes out for a handler, which is not always what it answered.
    private func record(_ status: HTTPStatus) {
        guard let route, hasQueued, isHandlersAnswer else { return }
        context.metrics.routes[route.number].answered(request.method, status, after: startedAt.duration(to: .now))
    }

    // MARK: - Response

    private func refuse(_ status: HTTPStatus, _ reason: ServerMetrics.Refusal) -> Bool {
        context.refused(reason)
        var response = HTTPServerResponse(status: status)
        if status == .serviceUnavailable { response.headers.add("Retry-After", "1") }
        return queue(response, closing: true)
    }

    private func queue(_ response: consuming HTTPServerResponse, closing: Bool) -> Bool {
        if !response.isSendable {
            context.logger.error("a handler's answer cannot be sent", ["route": .string(route?.label ?? "")])
            response = HTTPServerResponse(status: .internalServerError)
        }
        switch response.body {
        case .bytes(let bytes): return queue(response, bytes, closing: closing)
        case .webSocket(let upgrade): return queue(upgrade)
        }
    }

    private func queue(_ response: HTTPServerResponse, _ bytes: [UInt8], closing: Bool) -> Bool {
        guard let made = bytes.withUnsafeBytes({ shim_mhd_response($0.count, $0.baseAddress) }) else { return false }
        defer { MHD_destroy_response(made) }
        response.headers.forEachCString { name, value in
            // The library refuses the fields it writes itself; leaving them out is what the documentation says.
            _ = MHD_add_response_header(made, name, value)
        }
        if let allowed = route?.allowed, !allowed.isEmpty {
            _ = MHD_add_response_header(made, "Allow", allowed.map(\.rawValue).joined(separator: ", "))
        }
        if closing || isLast || daemon.isDraining {
            _ = MHD_add_response_header(made, "Connection", "close")
            isEnding = true
        } else if !response.headers.values("Connection").isEmpty {
            isEnding = true
        }
        hasQueued = MHD_queue_response(handle, UInt32(response.status.rawValue), made) == .YES
        record(response.status)
        if phase.state != .closing {
            phase.respond(daemon.now, bytes: bytes.count)
            daemon.watch(phase.deadline)
        }
        return hasQueued
    }

    // MARK: - WebSocket

    private func queue(_ upgrade: WebSocketUpgrade) -> Bool {
        guard !daemon.isDraining else { return refuse(.serviceUnavailable, .draining) }
        let accept: String
        do {
            accept = try WebSocketHandshake.accept(method: request.method.rawValue) { name in
                let values = request.headers.values(name)
                return values.isEmpty ? nil : values.joined(separator: ",")
            }
        } catch {
            let status = HTTPStatus(rawValue: error.number ?? 400)
            return queue(HTTPServerResponse(status: status, headers: ["Sec-WebSocket-Version": "13"]), closing: true)
        }
        guard let made = MHD_create_response_for_upgrade(daemonUpgraded, nil) else { return false }
        defer { MHD_destroy_response(made) }
        _ = MHD_add_response_header(made, "Upgrade", "websocket")
        _ = MHD_add_response_header(made, "Sec-WebSocket-Accept", accept)
        if let chosen = upgrade.subprotocol { _ = MHD_add_response_header(made, "Sec-WebSocket-Protocol", chosen) }
        hasQueued = MHD_queue_response(handle, 101, made) == .YES
        record(.switchingProtocols)
        self.upgrade = hasQueued ? upgrade : nil
        phase.respond(daemon.now, bytes: 0)
        daemon.watch(phase.deadline)
        return hasQueued
    }

    /// The library has sent 101; `socket` stays its own.
    func upgraded(socket: Int32, leftover: [UInt8]) {
        guard let upgrade else { return }
        self.upgrade = nil
        phase.upgrade()
        let descriptor = shim_mhd_duplicate(socket)
        guard descriptor >= 0 else {
            context.logger.error("no descriptor for a WebSocket", ["errno": .int(Int64(linux_errno()))])
            return
        }
        daemon.serve(upgrade, descriptor: descriptor, leftover: leftover, address: address)
    }

    // MARK: - Time and stop

    func execute(_ verdict: ConnectionPhase.Verdict) {
        switch verdict {
        case .close(let reason):
            context.refused(reason)
            hangUp()
        case .answerTimeout:
            context.refused(.requestTimeout)
            sendRaw("HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
            hangUp()
        case .abandonHandler:
            context.refused(.handlerTimeout)
            dismissHandler()
        }
    }

    /// The server stops: closes what is idle.
    func drain() {
        if case .idle = phase.state { hangUp() }
    }

    /// The server's patience is over.
    func abort() {
        if phase.state == .handling {
            context.refused(.draining)
            dismissHandler()
        }
        hangUp()
    }

    private func dismissHandler() {
        let response = HTTPServerResponse(status: .serviceUnavailable, headers: ["Retry-After": "1"])
        isHandlersAnswer = true
        abandon()
        number += 1
        resume(with: response, closing: true)
    }

    /// Ends both directions; the library notices and closes.
    private func hangUp() {
        guard isOpen, phase.state != .closing else { return }
        phase.close()
        shutdown(shim_mhd_socket(handle), Int32(SHUT_RDWR))
    }

    /// Past the library, which answers only requests it has read whole. Nothing of a response has been sent yet.
    private func sendRaw(_ text: String) {
        var text = text
        text.withUTF8 { _ = linux_send(shim_mhd_socket(handle), $0.baseAddress, $0.count) }
    }
}
