import CLinux

/// An address a stream socket can connect to, as the system calls want it.
package struct SocketAddress: Sendable, Hashable, CustomStringConvertible {
    private let bytes: [UInt8]

    /// Copies an address of the system.
    init(_ address: UnsafePointer<sockaddr>, length: Int) {
        bytes = [UInt8](UnsafeRawBufferPointer(start: address, count: length))
    }

    /// `AF_INET`, `AF_INET6` or another family.
    package var family: Int32 {
        bytes.withUnsafeBytes { $0.count < 2 ? AF_UNSPEC : Int32($0.loadUnaligned(as: sa_family_t.self)) }
    }

    /// Lends the address to a system call.
    func withSystemAddress<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
        var storage = sockaddr_storage()
        return withUnsafeMutableBytes(of: &storage) { target in
            target.copyBytes(from: bytes.prefix(target.count))
            let length = socklen_t(min(bytes.count, target.count))
            return target.withMemoryRebound(to: sockaddr.self) { addresses in
                guard let base = addresses.baseAddress else { preconditionFailure("sockaddr_storage is not empty") }
                return body(base, length)
            }
        }
    }

    /// The address and port in numbers, such as `127.0.0.1:443`.
    package var description: String {
        var host = [CChar](repeating: 0, count: 64)
        var port = [CChar](repeating: 0, count: 8)
        let status = withSystemAddress { address, length in
            getnameinfo(
                address, length, &host, socklen_t(host.count), &port, socklen_t(port.count),
                NI_NUMERICHOST | NI_NUMERICSERV)
        }
        guard status == 0 else { return "unknown" }
        func text(_ characters: [CChar]) -> String {
            String(decoding: characters.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
        return family == AF_INET6 ? "[\(text(host))]:\(text(port))" : "\(text(host)):\(text(port))"
    }
}
