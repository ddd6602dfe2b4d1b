/// What happens to a group of services.
enum GroupEvent: Sendable {
    case ready(Int)
    case ended(Int, (any Error)?)
    case stopRequested
    case gracefulLimitPassed
    case cancellationLimitPassed
}

/// What the group has to do next.
enum GroupAction {
    case start(Int)
    case allReady
    case requestStop(Int)
    case startGracefulTimer
    case startCancellationTimer
    case cancel([Int])
    case giveUp([Int])
    case finished((any Error)?)
}

/// Decides in which order services start and stop. Knows no tasks and no time: events come in, actions go out.
///
/// Services are numbered in start order, so every dependency has a lower number than what needs it.
struct GroupMachine {
    private enum State { case waiting, starting, ready, stopping, ended }

    private let names: [String]
    private let dependencies: [[Int]]
    private var states: [State]
    private var isStopping = false
    private var isFinished = false
    private var failure: (any Error)?

    init(names: [String], after: [[String]]) {
        self.names = names
        dependencies = after.map { $0.compactMap(names.firstIndex(of:)) }
        states = Array(repeating: .waiting, count: names.count)
    }

    mutating func start() -> [GroupAction] {
        names.isEmpty ? [.allReady] : startable()
    }

    mutating func handle(_ event: GroupEvent) -> [GroupAction] {
        guard !isFinished else { return [] }
        switch event {
        case .ready(let index):
            guard states[index] == .starting else { return [] }
            states[index] = .ready
            guard !isStopping else { return [] }
            return startable() + (states.allSatisfy { $0 == .ready } ? [.allReady] : [])
        case .ended(let index, let error):
            let wasAsked = states[index] == .stopping
            states[index] = .ended
            if failure == nil { failure = reason(index, error, wasAsked: wasAsked) }
            return isStopping ? stopNext() : beginStop()
        case .stopRequested:
            return isStopping ? [] : beginStop()
        case .gracefulLimitPassed:
            let running = running
            for index in running { states[index] = .stopping }
            return [.cancel(running), .startCancellationTimer]
        case .cancellationLimitPassed:
            return [.giveUp(running)]
        }
    }

    private var running: [Int] {
        states.indices.filter { states[$0] != .waiting && states[$0] != .ended }
    }

    private func reason(_ index: Int, _ error: (any Error)?, wasAsked: Bool) -> (any Error)? {
        if wasAsked && (error == nil || error is CancellationError) { return nil }
        return error
            ?? LifecycleError(code: .endedEarly, message: "\(names[index]) ended although nobody asked it to")
    }

    private mutating func startable() -> [GroupAction] {
        var actions: [GroupAction] = []
        for index in states.indices
        where states[index] == .waiting && dependencies[index].allSatisfy({ states[$0] == .ready }) {
            states[index] = .starting
            actions.append(.start(index))
        }
        return actions
    }

    private mutating func beginStop() -> [GroupAction] {
        isStopping = true
        return [.startGracefulTimer] + stopNext()
    }

    /// One at a time, the last started first; those that never became ready need nobody's patience and go together.
    private mutating func stopNext() -> [GroupAction] {
        let running = running
        guard let last = running.last else {
            isFinished = true
            return [.finished(failure)]
        }
        guard !running.contains(where: { states[$0] == .stopping }) else { return [] }
        let unready = running.filter { states[$0] == .starting }
        let chosen = unready.isEmpty ? [last] : unready
        for index in chosen { states[index] = .stopping }
        return chosen.map(GroupAction.requestStop)
    }
}
