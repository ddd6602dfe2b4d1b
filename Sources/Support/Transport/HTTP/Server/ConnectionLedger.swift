internal import Locking

/// Counts a server's open connections, in all and by address. Shared by the server's loops.
final class ConnectionLedger: Sendable {
    /// An address for counting: the whole of an IPv4 one, the /64 of an IPv6 one, which one subscriber holds.
    struct Address: Hashable, Sendable {
        let bits: UInt64
    }

    enum Refusal: String, Sendable {
        case connectionLimit = "connection_limit"
        case addressLimit = "address_limit"
    }

    private struct Counts {
        var total = 0
        var byAddress: [Address: Int] = [:]
    }

    private let maximum: Int
    private let maximumPerAddress: Int
    private let counts = Locked(Counts())

    init(maximum: Int, maximumPerAddress: Int) {
        self.maximum = maximum
        self.maximumPerAddress = maximumPerAddress
    }

    var total: Int { counts.withLock { $0.total } }

    /// Why one more connection of `address` is not welcome; nil when it is. Loops may decide at the same time, so the
    /// limit can be passed by one connection per further loop.
    func refusal(of address: Address) -> Refusal? {
        counts.withLock { counts in
            if counts.total >= maximum { return .connectionLimit }
            if counts.byAddress[address, default: 0] >= maximumPerAddress { return .addressLimit }
            return nil
        }
    }

    func opened(_ address: Address) {
        counts.withLock { counts in
            counts.total += 1
            counts.byAddress[address, default: 0] += 1
        }
    }

    func closed(_ address: Address) {
        counts.withLock { counts in
            counts.total -= 1
            let left = counts.byAddress[address, default: 1] - 1
            counts.byAddress[address] = left == 0 ? nil : left
        }
    }
}
