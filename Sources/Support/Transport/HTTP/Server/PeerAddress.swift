internal import CLinux

/// Reads a client's socket address.
enum PeerAddress {
    /// The address as text without the port, such as `127.0.0.1` or `2001:db8::1`.
    static func text(_ address: UnsafePointer<sockaddr>) -> String {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(INET6_ADDRSTRLEN)) { buffer in
            guard let base = buffer.baseAddress else { return "" }
            let raw = UnsafeRawPointer(address)
            let family = Self.family(raw)
            let offset = family == AF_INET ? 4 : 8
            guard family == AF_INET || family == AF_INET6,
                inet_ntop(family, raw + offset, base, socklen_t(buffer.count)) != nil
            else { return "" }
            return String(cString: base)
        }
    }

    private static func family(_ raw: UnsafeRawPointer) -> Int32 { Int32(raw.load(as: sa_family_t.self)) }

    /// What the address counts as; see `ConnectionLedger.Address`.
    static func key(_ address: UnsafePointer<sockaddr>) -> ConnectionLedger.Address {
        let raw = UnsafeRawPointer(address)
        switch family(raw) {
        case AF_INET:
            return ConnectionLedger.Address(bits: UInt64(raw.loadUnaligned(fromByteOffset: 4, as: UInt32.self)))
        case AF_INET6:
            // An IPv4 client of an IPv6 socket (::ffff:a.b.c.d) counts by its IPv4 address.
            let high = raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
            let middle = raw.loadUnaligned(fromByteOffset: 16, as: UInt32.self)
            guard high == 0, UInt32(bigEndian: middle) == 0xFFFF else { return ConnectionLedger.Address(bits: high) }
            return ConnectionLedger.Address(bits: UInt64(raw.loadUnaligned(fromByteOffset: 20, as: UInt32.self)))
        default: return ConnectionLedger.Address(bits: 0)
        }
    }
}
