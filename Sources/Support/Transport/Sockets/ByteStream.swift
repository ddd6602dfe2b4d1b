import CLinux
import Synchronization
import Telemetry

/// A connection as a stream of bytes, for tasks: read with back-pressure, write with back-pressure, half-close.
///
/// Cheapest from a task that prefers the stream's loop, safe from anywhere. One task reads at a time. The connection
/// closes with the last reference.
package final class ByteStream: Sendable {
    /// Bounds of a stream.
    package struct Limits: Sendable {
        /// Bytes kept for the reader before the socket is left unread. Default 256 KiB.
        package var receiveBuffer = 256 * 1_024
        /// Bytes that may wait to be sent before writers wait. Default 256 KiB.
        package var sendBuffer = 256 * 1_024
        /// How long the peer may take nothing while something waits to be sent. Default 30 s.
        package var writeTimeout = Duration.seconds(30)

        /// The defaults.
        package init() {}
    }

    let core: Core

    private init(core: Core) { self.core = core }

    deinit {
        let core = core
        core.loop.onLoop { core.close(TransportError(.closed, "the stream was let go")) }
    }

    /// Connects to a host, with TLS when `tls` is given.
    ///
    /// - Parameters:
    ///   - tls: the trust to verify the peer by; nil for a plain connection.
    ///   - timeout: for name, connection and TLS handshake together.
    /// - Throws: see `TCPConnector.connect` and `TLSSession`.
    package static func connect(
        host: String, port: UInt16, tls: TLSClientContext? = nil, loop: EventLoop, timeout: Duration = .seconds(10),
        limits: Limits = Limits(), resolver: NameResolver = .shared, metrics: TransportMetrics = .discarded
    ) async throws -> ByteStream {
        let start = MonotonicInstant.now
        let socket = try await TCPConnector.connect(
            host: host, port: port, loop: loop, timeout: timeout, resolver: resolver, metrics: metrics)
        guard let tls else { return try await adopt(socket, loop: loop, limits: limits) }
        do {
            let session = try tls.session(host: host)
            let remaining = max(.milliseconds(1), timeout - start.duration(to: .now))
            return try await loop.withTimeout(remaining, "the TLS handshake") {
                try await adopt(socket, tls: session, loop: loop, limits: limits)
            }
        } catch {
            metrics.tlsFailures.increment("client", ((error as? TransportError)?.code ?? .cancelled).rawValue)
            throw error
        }
    }

    /// Takes over a connected, non-blocking socket; with TLS it returns once the handshake is complete.
    package static func adopt(
        _ socket: OwnedDescriptor, tls: TLSSession? = nil, loop: EventLoop, limits: Limits = Limits()
    ) async throws -> ByteStream {
        let core = Core(fd: socket.take(), tls: tls, loop: loop, limits: limits)
        let stream = ByteStream(core: core)
        try await loop.wait(for: Void.self) { core.start($0) }
        return stream
    }

    /// The next bytes, as many as have arrived; nil after the peer's end.
    ///
    /// - Throws: `closed` when the connection was lost or closed here; `CancellationError`, which loses nothing.
    package func read() async throws -> [UInt8]? {
        try await core.loop.wait { [core] in core.read($0) }
    }

    /// Sends `bytes`; returns when they are sent or wait within the bound of the send buffer.
    ///
    /// - Throws: `closed`; `timeout` when the peer takes nothing; `CancellationError` when cancelled while waiting for
    ///   room, and then nothing was sent.
    package func write(_ bytes: [UInt8]) async throws {
        try await core.loop.wait { [core] in core.write(bytes, $0) }
    }

    /// Ends our direction after what waits to be sent; the peer may go on.
    package func endWriting() {
        core.loop.onLoop { [core] in core.endWriting() }
    }

    /// Closes the connection at once; what waits is dropped, readers and writers end with `closed`.
    package func close() {
        core.loop.onLoop { [core] in core.close(TransportError(.closed, "the stream was closed")) }
    }
}

extension ByteStream {
    /// The part that lives on the loop.
    final class Core: SocketChannelHandler, @unchecked Sendable {
        let loop: EventLoop
        private let channel: SocketChannel
        private let limits: Limits
        private let isTLS: Bool
        private var received: [UInt8] = []
        private var hasEnded = false
        private var failure: TransportError?
        private var starter: LoopWaiter<Void>?
        private var reader: LoopWaiter<[UInt8]?>?
        private var writers: [(bytes: [UInt8], waiter: LoopWaiter<Void>)] = []

        init(fd: Int32, tls: TLSSession?, loop: EventLoop, limits: Limits) {
            self.loop = loop
            self.limits = limits
            isTLS = tls != nil
            channel = SocketChannel(fd: fd, loop: loop, tls: tls, writeTimeout: limits.writeTimeout)
        }

        func start(_ waiter: LoopWaiter<Void>) {
            if isTLS { starter = waiter }
            channel.start(self)
            if !isTLS { waiter.resume(failure.map { .failure($0) } ?? .success(())) }
        }

        func read(_ waiter: LoopWaiter<[UInt8]?>) {
            if let reader, !reader.isDone {
                waiter.resume(.failure(TransportError(.invalidArgument, "another task is reading the stream")))
                return
            }
            reader = waiter
            serveReader()
        }

        func write(_ bytes: [UInt8], _ waiter: LoopWaiter<Void>) {
            if let failure {
                waiter.resume(.failure(failure))
                return
            }
            writers.append((bytes, waiter))
            serveWriters()
        }

        func endWriting() { channel.endWriting() }

        /// Gives the connection and what was read of it to another handler.
        func handOver() -> (channel: SocketChannel, leftover: [UInt8], hasEnded: Bool)? {
            guard failure == nil else { return nil }
            failure = TransportError(.closed, "the stream was handed over")
            defer { received = [] }
            return (channel, received, hasEnded)
        }

        func close(_ reason: TransportError) {
            guard failure == nil else { return }
            channel.close()
            channelDidFail(reason)
        }

        // MARK: - Channel

        func channelDidSecure() {
            starter?.resume(.success(()))
            starter = nil
        }

        func channelDidRead(_ bytes: UnsafeRawBufferPointer) {
            received.append(contentsOf: bytes)
            serveReader()
            if received.count >= limits.receiveBuffer { channel.pauseReading(true) }
        }

        func channelDidEndReading() {
            hasEnded = true
            serveReader()
        }

        func channelDidWrite() { serveWriters() }

        func channelDidFail(_ error: TransportError) {
            guard failure == nil else { return }
            failure = error
            starter?.resume(.failure(error))
            starter = nil
            serveReader()
            for writer in writers { writer.waiter.resume(.failure(error)) }
            writers = []
        }

        private func serveReader() {
            guard let waiter = reader, !waiter.isDone else { return }
            if !received.isEmpty {
                waiter.resume(.success(received))
                received = []
                channel.pauseReading(false)
            } else if hasEnded {
                waiter.resume(.success(nil))
            } else if let failure {
                waiter.resume(.failure(failure))
            } else {
                return
            }
            reader = nil
        }

        private func serveWriters() {
            while !writers.isEmpty, failure == nil, channel.pendingBytes < limits.sendBuffer {
                let (bytes, waiter) = writers.removeFirst()
                guard !waiter.isDone else { continue }
                bytes.withUnsafeBytes { channel.write($0) }
                waiter.resume(failure.map { .failure($0) } ?? .success(()))
            }
        }
    }
}
