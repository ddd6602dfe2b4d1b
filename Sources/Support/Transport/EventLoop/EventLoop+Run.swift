import CLinux
import Locking
import Synchronization

extension EventLoop {
    private static let eventCapacity = 256
    /// Rounds of queued work between two looks at the descriptors: a task that yields for ever starves nobody.
    private static let roundsPerTick = 16

    /// The thread's body.
    func run() {
        thread.store(linux_current_thread(), ordering: .relaxed)
        let events = UnsafeMutablePointer<epoll_event>.allocate(capacity: Self.eventCapacity)
        defer { events.deallocate() }
        tickStart.store(linux_monotonic_nanoseconds(), ordering: .relaxed)
        while true {
            runQueued(rounds: Self.roundsPerTick)
            guard let timeout = prepareToWait() else { break }
            tickStart.store(0, ordering: .relaxed)
            let count = epoll_wait(epoll, events, Int32(Self.eventCapacity), timeout)
            let now = MonotonicInstant.now
            tickStart.store(now.nanoseconds, ordering: .relaxed)
            ticks.wrappingAdd(1, ordering: .relaxed)
            takeInbox()
            for index in 0..<max(0, Int(count)) { dispatch(events[index]) }
            fireTimers(at: now)
        }
        end()
    }

    /// Milliseconds to wait in epoll, -1 without limit; nil when the loop is to end.
    private func prepareToWait() -> Int32? {
        let hasLocal = !local.isEmpty
        let mayBlock = inbox.withLock { inbox -> Bool? in
            if case .ending = inbox.phase { return nil }
            guard !hasLocal, inbox.items.isEmpty else { return false }
            inbox.isAsleep = true
            return true
        }
        guard let mayBlock else { return nil }
        guard mayBlock else { return 0 }
        guard let deadline = timers.nextDeadline else { return -1 }
        let nanoseconds = deadline.nanoseconds - linux_monotonic_nanoseconds()
        // Rounded up: waking early would only mean another turn.
        return nanoseconds <= 0 ? 0 : Int32(clamping: (nanoseconds - 1) / 1_000_000 + 1)
    }

    private func takeInbox() {
        inbox.withLock { inbox in
            inbox.isAsleep = false
            guard !inbox.items.isEmpty else { return }
            if local.isEmpty {
                swap(&local, &inbox.items)
            } else {
                local.append(contentsOf: inbox.items)
                inbox.items.removeAll(keepingCapacity: true)
            }
        }
    }

    private func runQueued(rounds: Int) {
        var remaining = rounds
        while !local.isEmpty, remaining > 0 {
            remaining -= 1
            swap(&local, &running)
            for work in running { run(work) }
            running.removeAll(keepingCapacity: true)
        }
    }

    private func run(_ work: Work) {
        switch work {
        case .closure(let closure): closure()
        case .job(let job):
            job.runSynchronously(
                isolatedTo: asUnownedSerialExecutor(), taskExecutor: asUnownedTaskExecutor())
        }
    }

    private func dispatch(_ event: epoll_event) {
        let data = event.data.u64
        if data == Self.wakeupMark {
            linux_eventfd_clear(wakeup)
            return
        }
        // The generation tells a descriptor that was closed and reused within this batch of events.
        let fd = Int(UInt32(truncatingIfNeeded: data))
        guard fd < registrations.count, let registration = registrations[fd],
            registration.generation == UInt32(truncatingIfNeeded: data >> 32)
        else { return }
        registration.handler?(IOEvents(epoll: event.events))
    }

    private func fireTimers(at now: MonotonicInstant) {
        while let entry = timers.popExpired(at: now) {
            let action = entry.action
            entry.action = nil
            action?(.fired)
        }
    }

    // MARK: - End

    private func end() {
        acceptsRegistrations = false
        repeat {
            takeInbox()
            runQueued(rounds: .max)
            for registration in registrations { registration?.handler?(.loopEnded) }
            for registration in registrations { registration?.cancel() }
            for entry in timers.removeAll() {
                let action = entry.action
                entry.action = nil
                action?(.loopEnded)
            }
        } while !finish(draining: true)
    }

    /// Runs what arrived after the end, on a thread started for it.
    func drainAfterEnd() {
        thread.store(linux_current_thread(), ordering: .relaxed)
        repeat {
            takeInbox()
            runQueued(rounds: .max)
        } while !finish(draining: false)
    }

    /// Leaves the thread unless there is more to run; true when it left.
    private func finish(draining: Bool) -> Bool {
        guard local.isEmpty else { return false }
        let waiters = inbox.withLock { inbox -> [CheckedContinuation<Void, Never>]? in
            guard inbox.items.isEmpty else { return nil }
            thread.store(0, ordering: .relaxed)
            // Before anybody who waits for the end can look.
            tickStart.store(0, ordering: .relaxed)
            inbox.phase = .ended(draining: false)
            defer { inbox.endWaiters = [] }
            return inbox.endWaiters
        }
        guard let waiters else { return false }
        for waiter in waiters { waiter.resume() }
        return true
    }

    // MARK: - Descriptors

    /// Watches `fd` and calls `handler` on the loop when it is ready. On the loop only. Does not own `fd`: cancel the
    /// registration before closing it.
    ///
    /// - Throws: `loopEnded` when the loop is over; `system` when epoll refuses the descriptor.
    package func register(
        _ fd: Int32, interest: IOEvents, _ handler: @escaping (IOEvents) -> Void
    ) throws(TransportError) -> Registration {
        preconditionCurrent()
        guard acceptsRegistrations else { throw TransportError(.loopEnded, "the event loop has ended") }
        guard fd >= 0 else { throw TransportError(.invalidArgument, "a descriptor is not negative", number: Int(fd)) }
        let index = Int(fd)
        if index >= registrations.count {
            registrations.append(contentsOf: repeatElement(nil, count: max(64, index + 1 - registrations.count)))
        }
        guard registrations[index] == nil else {
            throw TransportError(.invalidArgument, "the descriptor is registered already", number: index)
        }
        let registration = Registration(fd: fd, generation: nextGeneration, loop: self, handler: handler)
        // The wake-up mark has all bits set; generations stay clear of it.
        nextGeneration = nextGeneration == .max - 1 ? 1 : nextGeneration + 1
        registrations[index] = registration
        registrationCount += 1
        do { try registration.update(interest: interest) } catch {
            registration.cancel()
            throw error
        }
        return registration
    }

    func forget(_ registration: Registration) {
        registrations[Int(registration.fd)] = nil
        registrationCount -= 1
    }
}
