internal import Locking

/// Calls something once a number of steps has been taken, each counted once.
final class Countdown: Sendable {
    private let left: Locked<Int>
    private let done: @Sendable () -> Void

    init(_ count: Int, _ done: @escaping @Sendable () -> Void) {
        left = Locked(count)
        self.done = done
    }

    /// One of the steps; taking it again counts nothing.
    func step() -> @Sendable () -> Void {
        let box = Box()
        return { [self] in
            let isFirst = box.flag.withLock { taken in
                defer { taken = true }
                return !taken
            }
            guard isFirst else { return }
            let isLast = left.withLock { left in
                left -= 1
                return left == 0
            }
            if isLast { done() }
        }
    }

    private final class Box: Sendable {
        let flag = Locked(false)
    }
}
