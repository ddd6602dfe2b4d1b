import Glibc
import Locking
import Synchronization

/// The thread that one connection lives on, as a task executor: a task that prefers it runs its code there, so the
/// statements of a transaction cost no change of thread.
///
/// The thread keeps this object alive until `stop`; what was enqueued before is still run.
final class ConnectionThread: TaskExecutor, Sendable {
    private struct State {
        var jobs: [UnownedJob] = []
        var work: [@Sendable () -> Void] = []
        var isStopping = false
    }

    private let state = Locked(State())
    private let wake = Semaphore()
    private let thread = Atomic<UInt>(0)

    init(name: String) {
        NamedThread.start(name) { [self] in run() }
    }

    /// True on this thread.
    var isCurrent: Bool { thread.load(ordering: .relaxed) == UInt(pthread_self()) }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        add { $0.jobs.append(job) }
    }

    /// Runs `work` on the thread, between two jobs.
    func perform(_ work: @escaping @Sendable () -> Void) {
        add { $0.work.append(work) }
    }

    /// Lets the thread end once nothing is left to run. Nobody may enqueue afterwards.
    func stop() {
        add { $0.isStopping = true }
    }

    private func add(_ change: (inout State) -> Void) {
        let wasEmpty = state.withLock { state in
            defer { change(&state) }
            return state.jobs.isEmpty && state.work.isEmpty
        }
        // A thread with something left to do looks at the lists again before it sleeps.
        if wasEmpty { wake.post() }
    }

    private func run() {
        thread.store(UInt(pthread_self()), ordering: .relaxed)
        let executor = asUnownedTaskExecutor()
        var spare: [UnownedJob] = []
        while true {
            let (work, isStopping) = state.withLock { state in
                swap(&state.jobs, &spare)
                defer { state.work = [] }
                return (state.work, state.isStopping)
            }
            for body in work { body() }
            for job in spare { job.runSynchronously(on: executor) }
            if spare.isEmpty && work.isEmpty {
                if isStopping { return }
                wake.wait()
            }
            spare.removeAll(keepingCapacity: true)
        }
    }
}
