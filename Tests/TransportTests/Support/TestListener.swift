import CLinux
import Synchronization

@testable import Transport

/// A listening socket on 127.0.0.1 with a port of its own.
final class TestListener: Sendable {
    let port: UInt16
    private let socket: OwnedDescriptor
    private let loop: EventLoop

    init(loop: EventLoop, backlog: Int32 = 16) throws {
        let fd = linux_socket_stream(AF_INET)
        socket = OwnedDescriptor(fd)
        self.loop = loop
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(fd, $0, length) == 0 && listen(fd, backlog) == 0 && getsockname(fd, $0, &length) == 0
            }
        }
        guard isBound else { throw TransportError(.system, "cannot listen", number: Int(linux_errno())) }
        port = UInt16(bigEndian: address.sin_port)
    }

    /// The next connection.
    func accept() async throws -> OwnedDescriptor {
        let fd = socket.fd
        let loop = loop
        return try await loop.wait { waiter in
            let accepted = linux_accept(fd)
            if accepted >= 0 {
                waiter.resume(.success(OwnedDescriptor(accepted)))
                return
            }
            do {
                _ = try loop.register(fd, interest: .readable) { events in
                    loop.registrations[Int(fd)]?.cancel()
                    let accepted = linux_accept(fd)
                    waiter.resume(
                        accepted >= 0
                            ? .success(OwnedDescriptor(accepted)) : .failure(TransportError(.closed, "no connection")))
                }
            } catch { waiter.resume(.failure(error)) }
        }
    }
}

/// Two connected stream sockets.
func socketPair() -> (OwnedDescriptor, OwnedDescriptor) {
    var pair: [Int32] = [-1, -1]
    precondition(linux_socket_pair(&pair) == 0, "socketpair failed")
    return (OwnedDescriptor(pair[0]), OwnedDescriptor(pair[1]))
}
