import CLinux
import Telemetry

/// Makes outgoing TCP connections without blocking the loop.
package enum TCPConnector {
    /// Resolves `host` and tries its addresses in order until one accepts.
    ///
    /// Each address gets an equal share of what is left of `timeout`, so that a silent first one leaves time for the
    /// others. The socket has no Nagle delay and keep-alive probes on.
    ///
    /// - Throws: `nameNotResolved`, `connectFailed` (number: errno of the last attempt), `timeout`, `full`, `system`;
    ///   `CancellationError`.
    package static func connect(
        host: String, port: UInt16, loop: EventLoop, timeout: Duration = .seconds(10),
        resolver: NameResolver = .shared, metrics: TransportMetrics = .discarded
    ) async throws -> OwnedDescriptor {
        do {
            return try await loop.withTimeout(timeout, "connecting") {
                let deadline = MonotonicInstant.now.advanced(by: timeout)
                let addresses = try await resolver.resolve(host: host, port: port)
                return try await connect(to: addresses, loop: loop, deadline: deadline)
            }
        } catch {
            let code = (error as? TransportError)?.code ?? .cancelled
            metrics.connectFailures.increment(code.rawValue)
            throw error
        }
    }

    private static func connect(
        to addresses: [SocketAddress], loop: EventLoop, deadline: MonotonicInstant
    ) async throws -> OwnedDescriptor {
        var failure = TransportError(.nameNotResolved, "the host name has no address")
        for (index, address) in addresses.enumerated() {
            let remaining = MonotonicInstant.now.duration(to: deadline)
            let limit = max(.milliseconds(1), remaining / (addresses.count - index))
            do { return try await attempt(address, loop: loop, limit: limit) } catch let error as TransportError {
                failure = error
            }
        }
        throw failure
    }

    private static func attempt(
        _ address: SocketAddress, loop: EventLoop, limit: Duration
    ) async throws -> OwnedDescriptor {
        let fd = linux_socket_stream(address.family)
        guard fd >= 0 else { throw TransportError(.system, "no socket", number: Int(linux_errno())) }
        let socket = OwnedDescriptor(fd)
        configure(fd)
        let status = address.withSystemAddress { CLinux.connect(fd, $0, $1) }
        if status == 0 { return socket }
        let number = linux_errno()
        guard number == EINPROGRESS || number == EINTR else { throw refused(number) }
        let attempt = Attempt()
        // The descriptor is closed with `socket`, after the loop has let go of it.
        defer { loop.onLoop { [socket] in attempt.end(socket) } }
        try await loop.wait(for: Void.self) { waiter in
            do throws(TransportError) {
                attempt.registration = try loop.register(fd, interest: .writable) { events in
                    let number = events == .loopEnded ? ECANCELED : linux_socket_error(fd)
                    attempt.registration?.cancel()
                    waiter.resume(number == 0 ? .success(()) : .failure(refused(number)))
                }
                attempt.timer = loop.schedule(after: limit) {
                    waiter.resume(.failure(TransportError(.timeout, "the address did not answer in time")))
                }
            } catch { waiter.resume(.failure(error)) }
        }
        return socket
    }

    private static func refused(_ number: Int32) -> TransportError {
        TransportError(.connectFailed, "the connection was refused or failed", number: Int(number))
    }

    private static func configure(_ fd: Int32) {
        // Both only tune; a socket without them works, so a refusal is of no consequence.
        _ = linux_set_option(fd, Int32(IPPROTO_TCP), TCP_NODELAY, 1)
        _ = linux_set_option(fd, SOL_SOCKET, SO_KEEPALIVE, 1)
    }

    /// What one attempt holds on the loop.
    private final class Attempt: @unchecked Sendable {
        var registration: Registration?
        var timer: LoopTimer?

        func end(_ socket: OwnedDescriptor) {
            registration?.cancel()
            timer?.cancel()
            withExtendedLifetime(socket) {}
        }
    }
}
