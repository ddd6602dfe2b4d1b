internal import CLinux
internal import CMicrohttpd
internal import Locking
internal import Telemetry

/// libmicrohttpd on one event loop.
///
/// The library has no thread: its epoll descriptor is watched by the loop, and whenever that is ready, `pump` lets the
/// library run. So its callbacks, and with them the handlers, run on the loop. Everything here is touched by the loop's
/// thread only.
final class HTTPDaemon: @unchecked Sendable {
    let loop: EventLoop
    let context: ServerContext
    private(set) var isDraining = false
    private(set) var connections: [ServerConnection] = []
    /// How many requests the library has refused by itself.
    private(set) var refusals = 0
    private var sessions: [ObjectIdentifier: WebSocketSession] = [:]

    private var daemon: OpaquePointer?
    private var registration: Registration?
    private var listeningSocket: Int32 = -1
    private let log: UnsafeMutablePointer<shim_mhd_log>
    private var isPumping = false
    private var startOfRun = MonotonicInstant(nanoseconds: 0)
    private var isPumpScheduled = false
    private var timer: LoopTimer?
    private var timerDeadline = MonotonicInstant(nanoseconds: .max)
    private var mayNotWait = false
    private var whenEmpty: CheckedContinuation<Void, Never>?

    /// How often `pump` runs the library before it lets the loop look at other descriptors.
    private static let runsPerPump = 8

    init(loop: EventLoop, context: ServerContext) {
        self.loop = loop
        self.context = context
        log = .allocate(capacity: 1)
    }

    deinit { log.deallocate() }

    // MARK: - Start

    /// Takes over `socket` and begins to accept. On the loop.
    func start(socket: Int32) throws(TransportError) {
        loop.preconditionCurrent()
        let me = Unmanaged.passUnretained(self).toOpaque()
        log.initialize(to: shim_mhd_log(context: me, line: daemonLog))
        var setup = shim_mhd_setup(
            listening_socket: socket,
            // Our own limit refuses and counts; the library's is there so that its own can never be reached first.
            connection_limit: UInt32(clamping: context.configuration.maximumConnections + 1_024),
            connection_memory: max(4_096, context.configuration.connectionMemory),
            context: me, log: log, accept: daemonAccept, handle: daemonHandle, target: daemonTarget,
            completed: daemonCompleted, connection: daemonConnection)
        guard let daemon = shim_mhd_start(&setup) else {
            close(socket)
            throw TransportError(.system, "the HTTP server did not start", number: Int(linux_errno()))
        }
        self.daemon = daemon
        listeningSocket = socket
        do {
            registration = try loop.register(shim_mhd_epoll(daemon), interest: .readable) { [weak self] _ in
                self?.pump()
            }
        } catch {
            MHD_stop_daemon(daemon)
            self.daemon = nil
            throw error
        }
        pump()
    }

    // MARK: - Running

    /// Lets the library do what is ready.
    func pump() {
        guard let daemon, !isPumping else { return }
        isPumping = true
        var runs = 0
        var hasMore = true
        while hasMore, runs < Self.runsPerPump {
            startOfRun = .now
            MHD_run(daemon)
            hasMore = shim_mhd_has_pending_work(daemon) != 0
            runs += 1
        }
        isPumping = false
        if hasMore { schedulePump() }
        wakeWhenEmpty()
    }

    private var isEmpty: Bool { connections.isEmpty && sessions.isEmpty }

    private func wakeWhenEmpty() {
        guard isEmpty, let waiting = whenEmpty else { return }
        whenEmpty = nil
        waiting.resume()
    }

    /// Lets the library run once the present work of the loop is done: for what no descriptor announces.
    func schedulePump() {
        guard !isPumpScheduled, !isPumping else { return }
        isPumpScheduled = true
        loop.execute {
            self.isPumpScheduled = false
            self.pump()
        }
    }

    /// The time for limits: while the library runs, that of the run's start, which saves every request three readings.
    var now: MonotonicInstant { isPumping ? startOfRun : .now }

    // MARK: - Connections

    func opened(_ connection: ServerConnection) {
        connection.index = connections.count
        connections.append(connection)
        context.ledger.opened(connection.address)
        context.metrics.connections.add(1)
        watch(connection.phase.deadline)
    }

    func closed(_ connection: ServerConnection) {
        let last = connections.removeLast()
        if last !== connection {
            connections[connection.index] = last
            last.index = connection.index
        }
        context.ledger.closed(connection.address)
        context.metrics.connections.add(-1)
    }

    // MARK: - WebSockets

    /// Serves an upgraded connection on a descriptor of its own, which the session closes.
    func serve(_ upgrade: WebSocketUpgrade, descriptor: Int32, leftover: [UInt8], address: ConnectionLedger.Address) {
        let context = context
        context.ledger.opened(address)
        context.metrics.connections.add(1)
        let webSocket = WebSocket.server(
            fd: descriptor, leftover: leftover, loop: loop, limits: upgrade.limits, metrics: context.transportMetrics,
            logger: context.logger, subprotocol: upgrade.subprotocol
        ) { descriptor in
            _ = CLinux.close(descriptor)
            context.ledger.closed(address)
            context.metrics.connections.add(-1)
        }
        let session = WebSocketSession(webSocket, loop: loop)
        let key = ObjectIdentifier(session)
        sessions[key] = session
        session.start(upgrade.handler) {
            self.loop.onLoop {
                self.sessions[key] = nil
                self.wakeWhenEmpty()
            }
        }
    }

    // MARK: - Time

    /// Makes sure that `sweep` runs at `deadline` or before. Deadlines move later all the time and earlier seldom, so a
    /// timer is set only for an earlier one.
    func watch(_ deadline: MonotonicInstant) {
        guard deadline < timerDeadline else { return }
        timer?.cancel()
        timerDeadline = deadline
        timer = loop.schedule(after: MonotonicInstant.now.duration(to: deadline)) { [weak self] in self?.sweep() }
    }

    private func sweep() {
        timer = nil
        timerDeadline = MonotonicInstant(nanoseconds: .max)
        guard daemon != nil else { return }
        let now = MonotonicInstant.now
        for connection in connections {
            if let verdict = connection.phase.verdict(now) { connection.execute(verdict) }
        }
        if let next = connections.map(\.phase.deadline).min(), next.nanoseconds != .max { watch(next) }
        pump()
    }

    // MARK: - Stop

    /// Stops accepting and closes what is idle; what runs may finish.
    func drain() {
        guard let daemon, !isDraining else { return }
        // What has already arrived is a request made before the stop.
        pump()
        isDraining = true
        if MHD_quiesce_daemon(daemon) != -1 { close(listeningSocket) }
        for connection in connections { connection.drain() }
        for session in sessions.values { session.drain() }
        pump()
    }

    /// Waits until no connection is left, or until the task is cancelled. Once only.
    func emptied() async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                loop.onLoop {
                    if self.isEmpty || self.mayNotWait { return continuation.resume() }
                    self.whenEmpty = continuation
                }
            }
        } onCancel: {
            loop.onLoop {
                self.mayNotWait = true
                self.whenEmpty?.resume()
                self.whenEmpty = nil
            }
        }
    }

    /// Cancels every handler and closes every connection.
    func abort() {
        for connection in connections { connection.abort() }
        for session in sessions.values { session.abort() }
        pump()
    }

    /// Ends the library. Nothing may be suspended any more: call `abort` first.
    func stop() {
        guard let daemon else { return }
        abort()
        self.daemon = nil
        registration?.cancel()
        timer?.cancel()
        MHD_stop_daemon(daemon)
    }

    // MARK: - The library's words

    /// The library answers what it cannot parse without asking us; its log is the only place that says so.
    fileprivate func logged(_ text: String) {
        if text.hasPrefix("Error processing request (HTTP response code is ") {
            refusals += 1
            switch text.utf8.lazy.filter(ASCII.isDigit).prefix(3).reduce(0, { $0 * 10 + Int($1 - 0x30) }) {
            case 413: context.refused(.bodyTooLarge)
            case 414: context.refused(.targetTooLong)
            case 431: context.refused(.fieldsTooLarge)
            case 505: context.refused(.version)
            default: context.refused(.malformed)
            }
        }
    }
}

// MARK: - Callbacks

private func theDaemon(_ pointer: UnsafeMutableRawPointer?) -> HTTPDaemon? {
    pointer.map { Unmanaged<HTTPDaemon>.fromOpaque($0).takeUnretainedValue() }
}

private func theConnection(_ pointer: UnsafeMutableRawPointer?) -> ServerConnection? {
    pointer.map { Unmanaged<ServerConnection>.fromOpaque($0).takeUnretainedValue() }
}

private let daemonLog: @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<CChar>?) -> Void = { closure, text in
    guard let daemon = theDaemon(closure), let text else { return }
    daemon.logged(String(cString: text))
}

private let daemonAccept: MHD_AcceptPolicyCallback = { closure, address, _ in
    guard let context = theDaemon(closure)?.context, let address else { return .NO }
    switch context.ledger.refusal(of: PeerAddress.key(address)) {
    case nil: return .YES
    case .connectionLimit: context.refused(.connectionLimit)
    case .addressLimit: context.refused(.addressLimit)
    }
    return .NO
}

private let daemonConnection: MHD_NotifyConnectionCallback = { closure, handle, place, event in
    guard let daemon = theDaemon(closure), let handle, let place else { return }
    if shim_mhd_is_started(event) != 0 {
        let connection = ServerConnection(handle: handle, daemon: daemon)
        place.pointee = Unmanaged.passRetained(connection).toOpaque()
        daemon.opened(connection)
    } else if let pointer = place.pointee {
        place.pointee = nil
        let connection = Unmanaged<ServerConnection>.fromOpaque(pointer).takeRetainedValue()
        connection.closed()
        daemon.closed(connection)
    }
}

private let daemonTarget:
    @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<CChar>?, OpaquePointer?) -> UnsafeMutableRawPointer? = {
        _, target, handle in
        guard let target, let handle, let pointer = shim_mhd_socket_context(handle) else { return nil }
        theConnection(pointer)?.began(target: target)
        return pointer
    }

private let daemonHandle: MHD_AccessHandlerCallback = { _, _, _, method, version, data, count, place in
    guard let connection = theConnection(place?.pointee), let method, let version, let count else { return .NO }
    return connection.proceed(method: method, version: version, data: data, count: count) ? .YES : .NO
}

private let daemonCompleted: MHD_RequestCompletedCallback = { _, _, place, _ in
    theConnection(place?.pointee)?.completed()
}

/// The library has sent 101 and hands over the socket.
let daemonUpgraded: MHD_UpgradeHandler = { _, _, place, leftover, count, socket, handle in
    let bytes = UnsafeRawBufferPointer(start: leftover, count: leftover == nil ? 0 : count)
    theConnection(place)?.upgraded(socket: socket, leftover: Array(bytes))
    // The session has a descriptor of its own: the library can give back its memory for the connection at once.
    _ = shim_mhd_close_upgraded(handle)
}
