import Locking
import Telemetry

/// The part of a WebSocket that lives on the loop: moves bytes between the channel and the machine, and tells the
/// tasks that wait.
final class WebSocketConnection: SocketChannelHandler, @unchecked Sendable {
    /// What other threads may ask.
    struct Closing: Sendable {
        var code: UInt16?
        var reason = ""
    }

    let loop: EventLoop
    let closing = Locked(Closing())
    private let channel: SocketChannel
    private var machine: WebSocketMachine
    private let role: WebSocketMachine.Role
    private let limits: WebSocketLimits
    private let metrics: TransportMetrics
    private let logger: Logger

    private var receiver: LoopWaiter<WebSocketMessage?>?
    private var senders: [(message: WebSocketMessage, waiter: LoopWaiter<Void>)] = []
    private var closers: [LoopWaiter<Void>] = []
    private var untoldFailure: TransportError?
    private var isEnding = false
    private(set) var isOver = false
    private var closeTimer: LoopTimer?
    private var keepAliveTimer: LoopTimer?
    private var peerLife = KeepAlive()
    private var countedDiscards = 0

    init(
        channel: SocketChannel, role: WebSocketMachine.Role, limits: WebSocketLimits, metrics: TransportMetrics,
        logger: Logger
    ) {
        loop = channel.loop
        self.channel = channel
        self.role = role
        self.limits = limits
        self.metrics = metrics
        self.logger = logger
        machine = WebSocketMachine(role: role, limits: limits)
    }

    /// Takes the connection into use.
    ///
    /// - Parameters:
    ///   - leftover: bytes that came with the handshake.
    ///   - isRunning: whether the channel served a handshake before and only changes hands.
    ///   - hasEnded: whether the peer has ended its direction already.
    func start(leftover: [UInt8], isRunning: Bool, hasEnded: Bool = false) {
        guard !isOver else { return }
        metrics.openWebSockets.add(1, role.rawValue)
        if isRunning { channel.handOver(to: self) } else { channel.start(self) }
        guard !isOver else { return }
        if let interval = limits.keepAlive { keepAlive(every: interval) }
        leftover.withUnsafeBytes { channelDidRead($0) }
        if hasEnded { channelDidEndReading() }
    }

    // MARK: - Tasks

    /// The next message when there is one already: saves the suspension.
    func takeMessage() -> WebSocketMessage? {
        guard receiver?.isDone ?? true, let message = machine.nextMessage() else { return nil }
        updateReading()
        return message
    }

    func receive(_ waiter: LoopWaiter<WebSocketMessage?>) {
        if let receiver, !receiver.isDone {
            waiter.resume(.failure(TransportError(.invalidArgument, "another task is receiving")))
            return
        }
        receiver = waiter
        serveReceiver()
    }

    /// True when the message went out at once: saves the suspension.
    func sendNow(_ message: WebSocketMessage) -> Bool {
        guard senders.isEmpty, !isOver, machine.canSend, channel.pendingBytes < limits.sendBufferBytes else {
            return false
        }
        push(message)
        return true
    }

    func send(_ message: WebSocketMessage, _ waiter: LoopWaiter<Void>) {
        guard !isOver, machine.canSend else {
            waiter.resume(.failure(Self.closed))
            return
        }
        senders.removeAll { $0.waiter.isDone }
        guard senders.count < limits.maxWaitingSends else {
            metrics.sendsRefused.increment(role.rawValue)
            waiter.resume(
                .failure(TransportError(.full, "too many sends are waiting", number: limits.maxWaitingSends)))
            return
        }
        senders.append((message, waiter))
        serveSenders()
    }

    func close(code: UInt16, reason: String, _ waiter: LoopWaiter<Void>?) {
        guard !isOver, !isEnding else {
            waiter?.resume(.success(()))
            return
        }
        if let waiter { closers.append(waiter) }
        guard !machine.hasSentClose else { return }
        machine.close(code: code, reason: reason)
        limitClosing()
        advance()
    }

    func abort() { finish(TransportError(.cancelled, "the connection was aborted")) }

    // MARK: - Channel

    func channelDidSecure() {}

    func channelDidRead(_ bytes: UnsafeRawBufferPointer) {
        peerLife.received()
        machine.receive(bytes)
        advance()
    }

    func channelDidEndReading() {
        finish(TransportError(.closed, "the peer ended the connection"))
    }

    func channelDidWrite() {
        serveSenders()
        updateReading()
    }

    func channelDidFail(_ error: TransportError) { finish(error) }

    // MARK: - Flow

    /// After anything that moved the machine: sends, tells, ends.
    private func advance() {
        sendOutput()
        if machine.discardedMessages > countedDiscards {
            metrics.messagesDiscarded.increment(by: machine.discardedMessages - countedDiscards, role.rawValue)
            countedDiscards = machine.discardedMessages
        }
        if let closure = machine.peerClosure, !isEnding {
            closing.withLock {
                $0.code = closure.code
                $0.reason = closure.reason
            }
        }
        if machine.isFinished, !isEnding { beginEnd() }
        serveReceiver()
        serveSenders()
        updateReading()
    }

    /// The machine is let go of before the channel is called: no call into it may find it in use.
    private func sendOutput() {
        guard machine.outputCount > 0 else { return }
        let output = machine.takeOutput()
        output.withUnsafeBytes { channel.write($0) }
        machine.recycle(output)
    }

    /// Both sides have said goodbye, or the peer broke a rule: our direction ends once everything is written, and the
    /// peer gets a while to end its own, or it might lose our last frame.
    private func beginEnd() {
        isEnding = true
        if let violation = machine.violation {
            metrics.framesRefused.increment(role.rawValue, violation.rawValue)
            untoldFailure = machine.failure
            closing.withLock { $0.code = $0.code ?? WebSocketCloseCode.abnormal }
            logger.info(
                "WebSocket frame refused", ["rule": .string(violation.rawValue), "role": .string(role.rawValue)])
        }
        if closeTimer == nil { limitClosing() }
        failSenders(Self.closed)
        channel.endWriting()
        for closer in closers { closer.resume(.success(())) }
        closers = []
    }

    private func limitClosing() {
        closeTimer = loop.schedule(after: limits.closeTimeout) { [self] in
            finish(TransportError(.timeout, "the peer did not close in time"))
        }
    }

    /// The connection is over. Called once.
    private func finish(_ reason: TransportError) {
        guard !isOver else { return }
        isOver = true
        closeTimer?.cancel()
        keepAliveTimer?.cancel()
        channel.close()
        metrics.openWebSockets.add(-1, role.rawValue)
        let wasDropped = closing.withLock { closing -> Bool in
            guard closing.code == nil else { return false }
            closing.code = WebSocketCloseCode.abnormal
            return true
        }
        if wasDropped {
            metrics.dropped.increment(role.rawValue, reason.code.rawValue)
            logger.debug(
                "WebSocket dropped", ["reason": .string(reason.code.rawValue), "role": .string(role.rawValue)])
        }
        serveReceiver()
        failSenders(Self.closed)
        for closer in closers { closer.resume(.success(())) }
        closers = []
    }

    private func serveReceiver() {
        guard let waiter = receiver, !waiter.isDone else { return }
        if let message = machine.nextMessage() {
            waiter.resume(.success(message))
        } else if let failure = untoldFailure {
            untoldFailure = nil
            waiter.resume(.failure(failure))
        } else if isOver || !machine.isReading {
            waiter.resume(.success(nil))
        } else {
            return
        }
        receiver = nil
        updateReading()
    }

    private func serveSenders() {
        while !senders.isEmpty, !isOver, channel.pendingBytes < limits.sendBufferBytes {
            let (message, waiter) = senders.removeFirst()
            guard !waiter.isDone else { continue }
            guard machine.canSend else {
                waiter.resume(.failure(Self.closed))
                continue
            }
            push(message)
            waiter.resume(isOver ? .failure(Self.closed) : .success(()))
        }
    }

    private func push(_ message: WebSocketMessage) {
        _ = machine.send(message)
        sendOutput()
    }

    private func failSenders(_ error: TransportError) {
        let waiting = senders
        senders = []
        for sender in waiting { sender.waiter.resume(.failure(error)) }
    }

    /// A peer is left unread while its messages or our answers to it pile up.
    private func updateReading() {
        guard !isOver else { return }
        let isAnsweringTooMuch = !machine.hasSentClose && channel.pendingBytes >= 2 * limits.sendBufferBytes
        channel.pauseReading(machine.hasFullReceiveBuffer || isAnsweringTooMuch)
    }

    private func keepAlive(every interval: Duration) {
        keepAliveTimer = loop.schedule(after: interval) { [weak self] in
            guard let self, !isOver, !isEnding else { return }
            switch peerLife.intervalPassed(isListening: !machine.hasFullReceiveBuffer) {
            case .nothing: break
            case .ping:
                machine.ping()
                advance()
            case .drop: return finish(TransportError(.timeout, "the peer is silent"))
            }
            guard !isOver else { return }
            keepAlive(every: interval)
        }
    }

    private static let closed = TransportError(.closed, "the WebSocket is closed")
}
