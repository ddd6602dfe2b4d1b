internal import Locking

/// A command on its way, and what became of it.
final class CommandReceipt: Sendable {
    enum Outcome: Sendable {
        case sent
        case stopped
    }

    private let outcome = Locked<Outcome?>(nil)
    let waker = Waker()

    var result: Outcome? { outcome.withLock { $0 } }

    func settle(_ outcome: Outcome) {
        self.outcome.withLock { if $0 == nil { $0 = outcome } }
        waker.fire()
    }
}
