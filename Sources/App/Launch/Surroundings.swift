internal import Glibc

/// What a process finds when it starts, made fit before anything else happens.
enum Surroundings {
    /// Opens what stands for standard input, output and error where somebody closed them: the next file or socket would
    /// become it, and what is printed would go there.
    static func openStandardDescriptors() {
        for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) < 0 {
            // The lowest free number is this one.
            _ = open("/dev/null", O_RDWR)
        }
    }

    /// A reader that goes away must not end a bot: writing to it fails, and that is all.
    static func ignoreClosedPipes() { signal(SIGPIPE, SIG_IGN) }

    private static let wantedDescriptors: rlim_t = 16_384
    private static let neededDescriptors: rlim_t = 128

    /// Allows as many open files and connections as the system lets this user have.
    ///
    /// - Returns: a sentence when they are too few to run.
    static func raiseDescriptorLimit() -> String? {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return nil }
        if limit.rlim_cur < wantedDescriptors {
            limit.rlim_cur = min(limit.rlim_max, wantedDescriptors)
            _ = setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        }
        guard limit.rlim_cur < neededDescriptors else { return nil }
        return "this process may open \(limit.rlim_cur) files and connections and needs \(neededDescriptors): "
            + "raise the limit (`ulimit -n`, LimitNOFILE= of systemd, --ulimit nofile= of Docker)"
    }

    private static let neededThreads = 16

    /// Starts as many threads as a bot needs, all at once, and lets them end.
    ///
    /// - Returns: a sentence when the system does not give them: without one a part of the bot would wait for ever.
    static func probeThreads() -> String? {
        let gate = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)
        defer { gate.deallocate() }
        sem_init(gate, 0, 0)
        var threads: [pthread_t] = []
        var refusal: Int32 = 0
        while threads.count < neededThreads, refusal == 0 {
            var thread = pthread_t()
            refusal = pthread_create(&thread, nil, { gate in waitAt(gate) }, gate)
            if refusal == 0 { threads.append(thread) }
        }
        for _ in threads { sem_post(gate) }
        for thread in threads { pthread_join(thread, nil) }
        sem_destroy(gate)
        guard refusal != 0 else { return nil }
        return "this process may start \(threads.count) more threads and needs \(neededThreads): raise the limit "
            + "(`ulimit -u`, TasksMax= of systemd, --pids-limit of Docker)"
    }
}

private func waitAt(_ gate: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let gate { sem_wait(gate.assumingMemoryBound(to: sem_t.self)) }
    return nil
}
