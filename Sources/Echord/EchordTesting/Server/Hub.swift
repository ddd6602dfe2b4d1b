import Locking

/// Owns the realm: runs one change at a time, then wakes whom the change concerns.
///
/// The lock is held for the change alone; frames are sent and continuations resumed after it.
final class Hub: Sendable {
    private struct Box {
        var realm: Realm
        /// Who writes a connection or feeds a subscriber.
        var signals: [Realm.Effect: Signal] = [:]
        /// Who waits for the world to change.
        var watchers: [Int: Signal] = [:]
        var lastWatcher = 0
        /// The deadline for which the clock's timer is set.
        var armed: (deadline: Moment, timer: VirtualClock.Timer?)?
    }

    let clock: VirtualClock
    private let box: Locked<Box>

    init(_ realm: Realm, clock: VirtualClock) {
        self.clock = clock
        box = Locked(Box(realm: realm))
    }

    /// Changes the realm, after what has fallen due by now was applied.
    func change<Result: Sendable, Failure: Error>(
        _ body: (inout Realm) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let now = Moment(clock.now.milliseconds)
        var result: Swift.Result<Result, Failure>?
        let (signals, deadline) = box.withLock { box in
            box.realm.now = max(box.realm.now, now)
            box.realm.fireDue()
            do throws(Failure) {
                result = .success(try body(&box.realm))
            } catch {
                result = .failure(error)
            }
            let signals = Set(box.realm.effects).compactMap { box.signals[$0] } + box.watchers.values
            box.realm.effects = []
            return (signals, box.realm.nextDeadline)
        }
        for signal in signals { signal.raise() }
        arm(deadline)
        guard let result else { preconditionFailure("the change has run") }
        return try result.get()
    }

    /// Reads the realm as it is.
    func read<Result: Sendable, Failure: Error>(_ body: (Realm) throws(Failure) -> Result) throws(Failure) -> Result {
        var result: Swift.Result<Result, Failure>?
        box.withLock { box in
            do throws(Failure) {
                result = .success(try body(box.realm))
            } catch {
                result = .failure(error)
            }
        }
        guard let result else { preconditionFailure("the reading has run") }
        return try result.get()
    }

    // MARK: - Time

    /// Sets the clock's timer for the next deadline, in place of a later one.
    private func arm(_ deadline: Moment?) {
        guard let deadline else { return }
        let instant = VirtualClock.Instant(sinceEpoch: .milliseconds(deadline.milliseconds))
        let (isNew, later) = box.withLock { box in
            if let armed = box.armed, armed.deadline <= deadline { return (false, nil as VirtualClock.Timer?) }
            let later = box.armed?.timer
            box.armed = (deadline, nil)
            return (true, later)
        }
        guard isNew else { return }
        if let later { clock.cancel(later) }
        let timer = clock.schedule(at: instant) { [weak self] in self?.fire(deadline) }
        box.withLock { box in
            if box.armed?.deadline == deadline { box.armed?.timer = timer }
        }
    }

    private func fire(_ deadline: Moment) {
        box.withLock { box in
            if box.armed?.deadline == deadline { box.armed = nil }
        }
        change { _ in }
    }

    // MARK: - Waiting

    /// The signal that is raised for an effect.
    func signal(for effect: Realm.Effect) -> Signal {
        box.withLock { box in
            if let signal = box.signals[effect] { return signal }
            let signal = Signal()
            box.signals[effect] = signal
            return signal
        }
    }

    func forget(_ effect: Realm.Effect) {
        box.withLock { $0.signals[effect] = nil }
    }

    /// Waits until `condition` gives a value, looking again after every change.
    ///
    /// - Parameter limit: At most so long by the machine's time, in case the virtual clock stands still.
    /// - Throws: `CancellationError`; ``LocalDiscordError`` when the time is over.
    func wait<Result: Sendable>(
        atMost limit: Duration, _ what: String, _ condition: @Sendable (Realm) throws -> Result?
    ) async throws -> Result {
        let signal = Signal()
        let number = box.withLock { box in
            box.lastWatcher += 1
            box.watchers[box.lastWatcher] = signal
            return box.lastWatcher
        }
        defer { box.withLock { box in _ = box.watchers.removeValue(forKey: number) } }
        let end = ContinuousClock.now.advanced(by: limit)
        while true {
            let outcome = read { realm in Swift.Result { try condition(realm) } }
            if let value = try outcome.get() { return value }
            try Task.checkCancellation()
            let left = ContinuousClock.now.duration(to: end)
            guard left > .zero else { throw LocalDiscordError(.timeout, "\(what) did not happen within \(limit).") }
            await signal.wait(atMost: left)
        }
    }
}
