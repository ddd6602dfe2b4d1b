import CLinux

/// What a channel tells its owner; every call comes on the loop.
protocol SocketChannelHandler: AnyObject {
    /// The TLS handshake is complete. Not called on a plain channel.
    func channelDidSecure()
    /// Bytes have arrived. They are lent for the time of the call.
    func channelDidRead(_ bytes: UnsafeRawBufferPointer)
    /// The peer sends no more. Called once.
    func channelDidEndReading()
    /// Some of what waited to be written has been taken by the system.
    func channelDidWrite()
    /// The connection is lost. The last call.
    func channelDidFail(_ error: TransportError)
}

/// A connected stream socket on a loop, with or without TLS: reads into its handler, writes what the system takes and
/// keeps the rest. Lives on the loop's thread.
final class SocketChannel {
    let loop: EventLoop
    let fd: Int32
    private let release: @Sendable (Int32) -> Void
    private let tls: TLSSession?
    private let writeTimeout: Duration
    private weak var handler: (any SocketChannelHandler)?

    private var registration: Registration?
    private var pending = ByteQueue()
    private var isReadingPaused = false
    private var hasReadEnd = false
    private var mustEndWriting = false
    private var hasEndedWriting = false
    private(set) var isClosed = false
    /// The system refused to write; what the peer sent before is still to be read.
    private var isBroken = false
    private var hasWritten = false
    private var lastProgress = MonotonicInstant.now
    private var stallTimer: LoopTimer?

    /// Reads in one turn of the loop: a busy peer leaves time for the others.
    private static let readsPerTurn = 4

    /// - Parameters:
    ///   - release: gives the descriptor back, on the loop, when the channel is closed.
    ///   - writeTimeout: how long the peer may take nothing while something waits to be written.
    init(
        fd: Int32, loop: EventLoop, tls: TLSSession? = nil, writeTimeout: Duration,
        release: @escaping @Sendable (Int32) -> Void = { _ = CLinux.close($0) }
    ) {
        self.fd = fd
        self.loop = loop
        self.tls = tls
        self.writeTimeout = writeTimeout
        self.release = release
    }

    /// Bytes that wait for the system to take them.
    var pendingBytes: Int { pending.count }

    /// Begins to watch the socket; a TLS client sends its greeting. The loop keeps the handler until `close()`.
    func start(_ handler: any SocketChannelHandler) {
        self.handler = handler
        do {
            registration = try loop.register(fd, interest: []) { [self, handler] events in
                handle(events)
                withExtendedLifetime(handler) {}
            }
        } catch {
            return fail(error)
        }
        if tls != nil { advanceTLS() }
        updateInterest()
    }

    /// Replaces the handler, when a handshake hands the connection on.
    func handOver(to next: any SocketChannelHandler) {
        guard !isClosed else { return }
        handler = next
        registration?.cancel()
        registration = nil
        do {
            registration = try loop.register(fd, interest: []) { [self, next] events in
                handle(events)
                withExtendedLifetime(next) {}
            }
        } catch {
            return fail(error)
        }
        updateInterest()
    }

    /// Stops or goes on reading: the system's buffers fill, and the peer has to wait.
    func pauseReading(_ isPaused: Bool) {
        guard isPaused != isReadingPaused else { return }
        isReadingPaused = isPaused
        updateInterest()
    }

    /// Sends `bytes` now as far as the system takes them; the rest waits in memory. The caller watches `pendingBytes`.
    func write(_ bytes: UnsafeRawBufferPointer) {
        guard !isClosed, !isBroken, !mustEndWriting, !bytes.isEmpty else { return }
        if let tls {
            do { try tls.write(bytes, into: &pending) } catch { return breakOff(error) }
            flush()
        } else if pending.isEmpty {
            let sent = linux_send(fd, bytes.baseAddress, bytes.count)
            if sent < 0, linux_would_block(linux_errno()) == 0 { return breakOff(Self.lost(linux_errno())) }
            if sent < bytes.count { pending.append(UnsafeRawBufferPointer(rebasing: bytes[max(0, sent)...])) }
        } else {
            pending.append(bytes)
        }
        updateInterest()
    }

    /// Ends our direction once everything is written; the peer may still send.
    func endWriting() {
        guard !isClosed, !mustEndWriting else { return }
        tls?.end(into: &pending)
        mustEndWriting = true
        flush()
        updateInterest()
    }

    /// Gives the descriptor back. Nothing is called afterwards.
    func close() {
        guard !isClosed else { return }
        isClosed = true
        stallTimer?.cancel()
        stallTimer = nil
        registration?.cancel()
        registration = nil
        handler = nil
        pending = ByteQueue()
        release(fd)
    }

    // MARK: - Events

    private func handle(_ events: IOEvents) {
        if events.contains(.loopEnded) {
            return fail(TransportError(.loopEnded, "the event loop ended with the connection open"))
        }
        if events.contains(.writable) { flush() }
        let wantsRead = !isReadingPaused && !hasReadEnd
        if !isClosed, wantsRead, !events.isDisjoint(with: [.readable, .hangup, .error]) {
            read()
        } else if !isClosed, !events.isDisjoint(with: [.hangup, .error]) {
            // Nobody reads, so nobody would see the end otherwise.
            return fail(Self.lost(linux_socket_error(fd)))
        }
        updateInterest()
        // Only from here, never from within a call of the handler.
        if hasWritten, !isClosed {
            hasWritten = false
            handler?.channelDidWrite()
        }
    }

    private func read() {
        let buffer = loop.readBuffer
        for _ in 0..<Self.readsPerTurn {
            let count = linux_receive(fd, buffer.baseAddress, buffer.count)
            if count > 0 {
                received(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            } else if count == 0 {
                return receivedEnd()
            } else {
                let number = linux_errno()
                if linux_would_block(number) == 0 { fail(Self.lost(number)) }
                return
            }
            // A short read emptied the socket: another call would only say so.
            guard count == buffer.count, !isClosed, !isReadingPaused, !hasReadEnd else { return }
        }
    }

    private func received(_ bytes: UnsafeRawBufferPointer) {
        guard let tls else {
            handler?.channelDidRead(bytes)
            return
        }
        do { try tls.feed(bytes) } catch { return fail(error) }
        advanceTLS()
    }

    private func receivedEnd() {
        hasReadEnd = true
        if tls != nil {
            // Without close_notify the end may be an attacker's.
            return fail(TransportError(.closed, "the connection ended without TLS close_notify"))
        }
        handler?.channelDidEndReading()
    }

    private func advanceTLS() {
        guard let tls else { return }
        do {
            if !tls.isSecure {
                let done = try tls.handshake(into: &pending)
                flush()
                guard done, !isClosed else { return }
                handler?.channelDidSecure()
            }
            while !isClosed {
                let count = try tls.read(into: loop.plainBuffer, replies: &pending)
                guard count > 0 else { break }
                handler?.channelDidRead(UnsafeRawBufferPointer(rebasing: loop.plainBuffer[..<count]))
            }
            guard !isClosed else { return }
            flush()
            if tls.hasPeerEnded, !hasReadEnd {
                hasReadEnd = true
                handler?.channelDidEndReading()
            }
        } catch {
            // The alert that says why is worth sending.
            tls.drain(into: &pending)
            flush()
            fail(error)
        }
    }

    // MARK: - Writing

    private func flush() {
        guard !isClosed, !isBroken else { return }
        while !pending.isEmpty {
            let sent = pending.withFirstBytes { linux_send(fd, $0.baseAddress, $0.count) }
            if sent < 0 {
                let number = linux_errno()
                if linux_would_block(number) == 0 { return breakOff(Self.lost(number)) }
                break
            }
            pending.removeFirst(sent)
            hasWritten = true
            lastProgress = .now
        }
        if pending.isEmpty, mustEndWriting, !hasEndedWriting {
            hasEndedWriting = true
            shutdown(fd, Int32(SHUT_WR))
        }
    }

    /// Nothing can be written any more. The handler is told later, for it may be the caller, and after what the peer
    /// sent before: its last words say why it left.
    private func breakOff(_ error: any Error) {
        guard !isClosed, !isBroken else { return }
        isBroken = true
        pending = ByteQueue()
        let channel = LoopBound(self)
        loop.execute {
            let channel = channel.value
            if !channel.isClosed, !channel.isReadingPaused, !channel.hasReadEnd { channel.read() }
            channel.fail(error)
        }
    }

    private static func lost(_ number: Int32) -> TransportError {
        TransportError(.closed, "the connection was lost", number: number == 0 ? nil : Int(number))
    }

    private func fail(_ error: any Error) {
        guard !isClosed else { return }
        let handler = handler
        close()
        handler?.channelDidFail(error as? TransportError ?? TransportError(.closed, "the connection was lost"))
    }

    private func updateInterest() {
        guard !isClosed, let registration else { return }
        var interest: IOEvents = []
        if !isReadingPaused, !hasReadEnd { interest.insert(.readable) }
        if !pending.isEmpty { interest.insert(.writable) }
        do { try registration.update(interest: interest) } catch { return fail(error) }
        if !pending.isEmpty, stallTimer == nil {
            lastProgress = .now
            watchForStall(after: writeTimeout)
        }
    }

    private func watchForStall(after delay: Duration) {
        let channel = LoopBound(self)
        stallTimer = loop.schedule(after: delay) {
            let channel = channel.value
            channel.stallTimer = nil
            guard !channel.pending.isEmpty, !channel.isClosed else { return }
            let idle = channel.lastProgress.duration(to: .now)
            if idle >= channel.writeTimeout {
                channel.fail(TransportError(.timeout, "the peer took no data", number: channel.pending.count))
            } else {
                channel.watchForStall(after: channel.writeTimeout - idle)
            }
        }
    }
}

/// Carries a loop-bound object in a closure that is sure to run on that loop.
struct LoopBound<Object: AnyObject>: @unchecked Sendable {
    let value: Object
    init(_ value: Object) { self.value = value }
}
