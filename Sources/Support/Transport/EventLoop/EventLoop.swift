import CLinux
import Locking
import Synchronization

/// One thread that waits in epoll and runs what is ready: descriptors' handlers, timers, closures and Swift tasks.
///
/// Start connection tasks with `executorPreference: loop`, and they are resumed here, on the thread that read the
/// socket, without a thread hop. Never block on it. The thread lives until `shutdown()`.
package final class EventLoop: SerialExecutor, TaskExecutor, @unchecked Sendable {
    enum Work: Sendable {
        case job(UnownedJob)
        case closure(@Sendable () -> Void)
    }

    enum Phase {
        case running
        case ending
        /// The thread is gone. A job that still arrives gets a short-lived thread, so that no task hangs for ever.
        case ended(draining: Bool)
    }

    /// What other threads reach, under the lock.
    struct Inbox {
        var items: [Work] = []
        var isAsleep = false
        var phase = Phase.running
        var endWaiters: [CheckedContinuation<Void, Never>] = []
    }

    /// What the loop is called, in logs and as the thread's name (15 bytes shown by the system).
    package let name: String

    let epoll: Int32
    let wakeup: Int32
    let inbox = Locked(Inbox())
    let thread = Atomic<UInt>(0)
    /// Nanoseconds at which the present tick began; 0 while the loop waits in epoll.
    let tickStart = Atomic<Int64>(0)
    let ticks = Atomic<UInt64>(0)
    let wakeups = Atomic<UInt64>(0)

    // Touched by the loop's thread only.
    var local: [Work] = []
    var running: [Work] = []
    var timers = TimerQueue()
    var registrations: [Registration?] = []
    var registrationCount = 0
    var nextGeneration: UInt32 = 1
    var acceptsRegistrations = true
    /// Lent to whoever reads or decrypts on this loop, for the time of one call: idle connections hold no buffers.
    let readBuffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 * 1_024, alignment: 16)
    let plainBuffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 16 * 1_024, alignment: 16)

    /// Starts the thread.
    ///
    /// - Throws: `TransportError.Code.system` when the system gives no descriptor or no thread.
    package init(name: String) throws(TransportError) {
        self.name = name
        epoll = linux_epoll_create()
        let epollError = linux_errno()
        wakeup = epoll < 0 ? -1 : linux_eventfd()
        guard epoll >= 0, wakeup >= 0 else {
            let number = epoll < 0 ? epollError : linux_errno()
            throw TransportError(.system, "no descriptor for an event loop", number: Int(number))
        }
        guard linux_epoll_control(epoll, EPOLL_CTL_ADD, wakeup, linux_epoll_readable(), Self.wakeupMark) == 0 else {
            throw TransportError(.system, "epoll refused the wake-up descriptor", number: Int(linux_errno()))
        }
        try startThread { $0.run() }
    }

    deinit {
        readBuffer.deallocate()
        plainBuffer.deallocate()
        if epoll >= 0 { close(epoll) }
        if wakeup >= 0 { close(wakeup) }
    }

    static let wakeupMark = UInt64.max

    // MARK: - Executor

    /// Takes a job of the concurrency runtime. From the loop's own thread: no lock and no system call.
    package func enqueue(_ job: consuming ExecutorJob) { enqueue(.job(UnownedJob(job))) }

    /// The loop as a serial executor, for an actor that must live on it.
    package func asUnownedSerialExecutor() -> UnownedSerialExecutor { UnownedSerialExecutor(ordinary: self) }

    /// The loop as a task executor.
    package func asUnownedTaskExecutor() -> UnownedTaskExecutor { UnownedTaskExecutor(ordinary: self) }

    /// Stops the process when the caller is not on the loop.
    package func checkIsolated() { preconditionCurrent() }

    /// Whether the caller is on the loop; lets the runtime skip a hop.
    package func isIsolatingCurrentContext() -> Bool? { isCurrent }

    /// Whether the caller runs on the loop's thread.
    package var isCurrent: Bool { thread.load(ordering: .relaxed) == linux_current_thread() }

    /// Stops the process when the caller is not on the loop's thread.
    package func preconditionCurrent() { precondition(isCurrent, "must be called on event loop \(name)") }

    // MARK: - Work

    /// Runs `work` on the loop, after what is already queued. Safe from any thread; work given after the end still
    /// runs, on a thread of its own.
    package func execute(_ work: @escaping @Sendable () -> Void) { enqueue(.closure(work)) }

    /// Runs `work` on the loop: at once when already there, queued otherwise.
    package func onLoop(_ work: @escaping @Sendable () -> Void) {
        if isCurrent { work() } else { execute(work) }
    }

    private func enqueue(_ work: Work) {
        if isCurrent {
            local.append(work)
            return
        }
        enum Next { case nothing, wake, startThread }
        let next = inbox.withLock { inbox -> Next in
            inbox.items.append(work)
            if case .ended(draining: false) = inbox.phase {
                inbox.phase = .ended(draining: true)
                return .startThread
            }
            guard inbox.isAsleep else { return .nothing }
            inbox.isAsleep = false
            return .wake
        }
        switch next {
        case .nothing: break
        case .wake: wake()
        case .startThread:
            // With no thread to be had there is nowhere left to run the work; the caller's thread is the last one.
            do { try startThread { $0.drainAfterEnd() } } catch { drainAfterEnd() }
        }
    }

    private func wake() {
        wakeups.wrappingAdd(1, ordering: .relaxed)
        linux_eventfd_signal(wakeup)
    }

    // MARK: - Health

    /// How long the present tick has been running: zero while the loop waits for events. A large value means that
    /// something blocks the loop; `/live` reports it.
    package var tickAge: Duration {
        let start = tickStart.load(ordering: .relaxed)
        return start == 0 ? .zero : max(.zero, .nanoseconds(linux_monotonic_nanoseconds() - start))
    }

    /// How often the loop has woken up.
    package var tickCount: UInt64 { ticks.load(ordering: .relaxed) }

    /// How often another thread had to wake the loop by a system call.
    package var wakeupCount: UInt64 { wakeups.load(ordering: .relaxed) }

    // MARK: - End

    /// Asks the loop to end: it runs what is queued, tells every registration `.loopEnded`, ends sleepers with
    /// `loopEnded`, runs what that queued, and stops its thread. Returns at once; safe to call twice.
    package func shutdown() {
        let mustWake = inbox.withLock { inbox -> Bool in
            guard case .running = inbox.phase else { return false }
            inbox.phase = .ending
            defer { inbox.isAsleep = false }
            return inbox.isAsleep
        }
        if mustWake { wake() }
    }

    /// Waits until the loop's thread has done its last work after `shutdown()`. Not to be called on the loop itself.
    package func ended() async {
        await withCheckedContinuation { continuation in
            let isOver = inbox.withLock { inbox -> Bool in
                if case .ended = inbox.phase { return true }
                inbox.endWaiters.append(continuation)
                return false
            }
            if isOver { continuation.resume() }
        }
    }

    // MARK: - Thread

    private final class ThreadStart {
        let loop: EventLoop
        let body: (EventLoop) -> Void
        init(loop: EventLoop, body: @escaping (EventLoop) -> Void) {
            self.loop = loop
            self.body = body
        }
    }

    private func startThread(_ body: @escaping (EventLoop) -> Void) throws(TransportError) {
        let start = Unmanaged.passRetained(ThreadStart(loop: self, body: body))
        let status = linux_start_thread(
            { argument in
                guard let argument else { return nil }
                let start = Unmanaged<ThreadStart>.fromOpaque(argument).takeRetainedValue()
                linux_block_signals()
                linux_name_thread(start.loop.name)
                start.body(start.loop)
                return nil
            }, start.toOpaque())
        guard status == 0 else {
            start.release()
            throw TransportError(.system, "no thread for an event loop", number: Int(status))
        }
    }
}
