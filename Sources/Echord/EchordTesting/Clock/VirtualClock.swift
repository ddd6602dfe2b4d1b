import FoundationEssentials
import Locking

/// A clock that runs like the wall clock until someone stops or moves it.
///
/// Every rule of the local Discord (three seconds for an answer, fifteen minutes for a token, rate limits, heartbeats)
/// reads this clock, so a test moves through a quarter of an hour in no time. Sleepers and timers are woken in the order of their
/// deadlines, each seeing `now` at its own deadline: a stopped clock that is advanced gives the same run every time.
///
/// While the clock runs freely, ``run()`` must be running somewhere for timers to fire by themselves
/// (``LocalDiscord`` does that); advancing needs nothing.
public final class VirtualClock: Clock, Sendable {
    /// A point of virtual time, counted from the Unix epoch.
    public struct Instant: InstantProtocol, Sendable {
        /// The time since 1970-01-01T00:00:00Z.
        public let sinceEpoch: Duration

        /// Makes an instant from the time since the Unix epoch.
        public init(sinceEpoch: Duration) {
            self.sinceEpoch = sinceEpoch
        }

        /// The instant `duration` later.
        public func advanced(by duration: Duration) -> Instant {
            Instant(sinceEpoch: sinceEpoch + duration)
        }

        /// The time from this instant to `other`.
        public func duration(to other: Instant) -> Duration {
            other.sinceEpoch - sinceEpoch
        }

        /// Whether `lhs` is before `rhs`.
        public static func < (lhs: Instant, rhs: Instant) -> Bool {
            lhs.sinceEpoch < rhs.sinceEpoch
        }

        /// Whole milliseconds since the Unix epoch.
        public var milliseconds: Int64 {
            let (seconds, attoseconds) = sinceEpoch.components
            return seconds * 1000 + attoseconds / 1_000_000_000_000_000
        }
    }

    /// A timer that was set with ``schedule(at:_:)``.
    struct Timer: Hashable, Sendable {
        fileprivate let deadline: Instant
        fileprivate let number: UInt64
    }

    private struct State {
        var base: Instant
        /// When `base` was taken on the machine's clock; nil while stopped.
        var anchor: ContinuousClock.Instant?
        var timers: [Timer: @Sendable () -> Void] = [:]
        var nextNumber: UInt64 = 0

        func now(_ machine: ContinuousClock.Instant) -> Instant {
            guard let anchor else { return base }
            return base.advanced(by: anchor.duration(to: machine))
        }

        func earliest() -> Timer? {
            timers.keys.min { ($0.deadline, $0.number) < ($1.deadline, $1.number) }
        }
    }

    private let state: Locked<State>
    private let machine = ContinuousClock()
    private let changed = Signal()

    /// Makes a clock.
    ///
    /// - Parameters:
    ///   - start: The first reading; nil takes the machine's wall clock.
    ///   - running: Whether time passes by itself from the beginning.
    public init(startingAt start: Instant? = nil, running: Bool = true) {
        let wall = Instant(sinceEpoch: .milliseconds(Int64((Date().timeIntervalSince1970 * 1000).rounded(.down))))
        state = Locked(State(base: start ?? wall, anchor: running ? ContinuousClock().now : nil))
    }

    /// The present reading.
    public var now: Instant {
        let machineNow = machine.now
        return state.withLock { $0.now(machineNow) }
    }

    /// The smallest step the clock makes: one nanosecond.
    public var minimumResolution: Duration { .nanoseconds(1) }

    /// Whether time passes by itself.
    public var isRunning: Bool {
        state.withLock { $0.anchor != nil }
    }

    /// Stops time where it is.
    public func stop() {
        let machineNow = machine.now
        state.withLock { state in
            state.base = state.now(machineNow)
            state.anchor = nil
        }
        changed.raise()
    }

    /// Lets time pass again.
    public func start() {
        let machineNow = machine.now
        state.withLock { state in
            if state.anchor == nil { state.anchor = machineNow }
        }
        changed.raise()
    }

    /// Moves the clock forward and fires everything that falls due on the way, in order, before it returns.
    ///
    /// - Parameter duration: Zero or more.
    public func advance(by duration: Duration) {
        guard duration > .zero else { return fireDue() }
        let machineNow = machine.now
        let target = state.withLock { $0.now(machineNow).advanced(by: duration) }
        while let work = takeDue(until: target, moving: true) { work() }
        let after = machine.now
        state.withLock { state in
            if state.now(after) < target { state.base = target }
            if state.anchor != nil { state.anchor = after }
        }
        changed.raise()
    }

    /// Waits until `deadline` on this clock.
    ///
    /// - Throws: `CancellationError` when the task is cancelled first.
    public func sleep(until deadline: Instant, tolerance: Duration? = nil) async throws {
        try Task.checkCancellation()
        guard deadline > now else { return }
        let signal = Signal()
        let timer = schedule(at: deadline) { signal.raise() }
        await signal.wait()
        cancel(timer)
        try Task.checkCancellation()
    }

    /// Drives timers while the clock runs freely; returns when the task is cancelled.
    public func run() async {
        while !Task.isCancelled {
            fireDue()
            let machineNow = machine.now
            let wait: Duration = state.withLock { state in
                guard state.anchor != nil, let next = state.earliest() else { return .seconds(3600) }
                return max(.zero, state.now(machineNow).duration(to: next.deadline))
            }
            await changed.wait(atMost: wait)
        }
    }

    /// Calls `work` once when the clock reaches `deadline`, from whichever task moves it there.
    @discardableResult
    func schedule(at deadline: Instant, _ work: @escaping @Sendable () -> Void) -> Timer {
        let timer = state.withLock { state in
            state.nextNumber += 1
            let timer = Timer(deadline: deadline, number: state.nextNumber)
            state.timers[timer] = work
            return timer
        }
        changed.raise()
        return timer
    }

    /// Forgets a timer; nothing happens when it has fired.
    func cancel(_ timer: Timer) {
        state.withLock { $0.timers[timer] = nil }
    }

    /// Fires what is due now.
    func fireDue() {
        while let work = takeDue(until: now, moving: false) { work() }
    }

    private func takeDue(until target: Instant, moving: Bool) -> (@Sendable () -> Void)? {
        let machineNow = machine.now
        return state.withLock { state in
            guard let timer = state.earliest(), timer.deadline <= target else { return nil }
            if moving, state.now(machineNow) < timer.deadline {
                state.base = timer.deadline
                if state.anchor != nil { state.anchor = machineNow }
            }
            return state.timers.removeValue(forKey: timer)
        }
    }
}
