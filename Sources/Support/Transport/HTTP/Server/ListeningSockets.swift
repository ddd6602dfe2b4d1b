internal import CLinux

/// Bound and listening TCP sockets, one per loop.
struct ListeningSockets {
    let descriptors: [Int32]
    /// The port, which the system chose when 0 was asked for.
    let port: Int

    /// Binds `count` sockets to one address.
    ///
    /// - Throws: `addressInUse`, `addressNotAvailable`, `portDenied`, `invalidArgument`, `system`.
    static func bind(host: String, port: Int, count: Int, backlog: Int) throws(TransportError) -> ListeningSockets {
        guard (0...65_535).contains(port) else {
            throw TransportError(.invalidArgument, "a port is a number from 0 to 65535", number: port)
        }
        var descriptors: [Int32] = []
        do throws(TransportError) {
            let first = try open(host: host, port: port, isShared: false)
            descriptors.append(first)
            let bound = Self.port(of: first)
            for _ in 1..<max(1, count) {
                // Bound alone first, so that another process on the port is noticed; from here on it is shared.
                _ = linux_set_option(first, SOL_SOCKET, SO_REUSEPORT, 1)
                descriptors.append(try open(host: host, port: bound, isShared: true))
            }
            for descriptor in descriptors where listen(descriptor, Int32(backlog)) != 0 {
                throw fault(host: host, port: bound, number: linux_errno())
            }
            return ListeningSockets(descriptors: descriptors, port: bound)
        } catch {
            for descriptor in descriptors { close(descriptor) }
            throw error
        }
    }

    private static func open(host: String, port: Int, isShared: Bool) throws(TransportError) -> Int32 {
        var found: UnsafeMutablePointer<addrinfo>?
        let name = host == "localhost" ? "127.0.0.1" : host
        guard linux_resolve(name, String(port), 1, &found) == 0, let found else {
            throw TransportError(.invalidArgument, "the host to listen on is not a numeric address: \(host)")
        }
        defer { freeaddrinfo(found) }
        let descriptor = linux_socket_stream(found.pointee.ai_family)
        guard descriptor >= 0 else {
            throw TransportError(.system, "no socket to listen on", number: Int(linux_errno()))
        }
        _ = linux_set_option(descriptor, SOL_SOCKET, SO_REUSEADDR, 1)
        if isShared { _ = linux_set_option(descriptor, SOL_SOCKET, SO_REUSEPORT, 1) }
        guard CLinux.bind(descriptor, found.pointee.ai_addr, found.pointee.ai_addrlen) == 0 else {
            let number = linux_errno()
            close(descriptor)
            throw fault(host: host, port: port, number: number)
        }
        return descriptor
    }

    static func close(_ descriptor: Int32) { _ = CLinux.close(descriptor) }

    private static func fault(host: String, port: Int, number: Int32) -> TransportError {
        switch number {
        case EADDRINUSE: TransportError(.addressInUse, "\(host):\(port) is in use by another process", number: port)
        case EACCES, EPERM:
            TransportError(.portDenied, "\(host):\(port) may not be used without more rights", number: port)
        case EADDRNOTAVAIL:
            TransportError(.addressNotAvailable, "\(host) is not an address of this machine", number: port)
        default:
            TransportError(
                .system, "\(host):\(port) cannot be listened on: \(String(cString: strerror(number)))",
                number: Int(number))
        }
    }

    private static func port(of descriptor: Int32) -> Int {
        var address = sockaddr_storage()
        var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let status = withUnsafeMutableBytes(of: &address) { bytes in
            getsockname(descriptor, bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self), &size)
        }
        // The port is at the same place in IPv4 and IPv6 addresses, in network order.
        return status == 0 ? withUnsafeBytes(of: address) { Int($0[2]) << 8 | Int($0[3]) } : 0
    }
}
