internal import Core
internal import Lifecycle
internal import Telemetry

/// Serving until a signal ends it: what every command does that stays.
enum Serving {
    /// Runs services; returns when a signal has drained them.
    ///
    /// - Parameters:
    ///   - limit: How long running work may take to finish.
    ///   - ready: Called once all are ready.
    /// - Throws: What a service throws that could not start or go on.
    static func run(
        _ entries: [ServiceGroup.Entry], limit: Duration, logger: Logger,
        whenReady ready: @escaping @Sendable () -> Void
    ) async throws {
        // Whoever started it with nohup wants it to outlive the terminal.
        let signals: [UnixSignal] = [.interrupt, .terminate] + (UnixSignal.hangUp.isIgnored ? [] : [.hangUp])
        let group = try ServiceGroup(entries, limits: .init(graceful: limit), logger: logger) { names in
            Console.fail("these parts did not stop: \(names.joined(separator: ", "))", status: .failure)
        }
        let arrivals = UnixSignal.arrivals(of: signals)
        let obedience = Task { await obey(arrivals, group) }
        defer { obedience.cancel() }
        try await group.run(stoppingOn: []) { ready() }
    }

    /// Makes the process fit to serve, or ends it with one sentence.
    static func prepareSurroundings() {
        Surroundings.ignoreClosedPipes()
        if let sentence = Surroundings.raiseDescriptorLimit() ?? Surroundings.probeThreads() {
            Console.fail(sentence, status: .failure)
        }
    }

    /// The first signal drains; whoever sends a second one wants the end now. A terminal that goes sends its own more
    /// than once, so that one never counts as the second.
    ///
    /// One watch serves both: between two of them a signal would reach only one.
    private static func obey(_ signals: AsyncStream<UnixSignal>, _ group: ServiceGroup) async {
        var isStopping = false
        for await signal in signals {
            if isStopping, signal != .hangUp { Console.end(.interrupted) }
            isStopping = true
            group.shutDown()
        }
    }
}
