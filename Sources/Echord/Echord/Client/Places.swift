internal import Locking

/// A bound on how much runs side by side: who begins takes a place, who is done gives it back.
///
/// For a task group that discards its results: one that keeps them holds every finished task, with the memory it worked
/// in, until somebody asks for its result.
final class Places: Sendable {
    private struct State {
        var free: Int
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state: Locked<State>

    /// - Parameter count: how many there are, at least 1.
    init(_ count: Int) { state = Locked(State(free: max(1, count))) }

    /// Takes a place, waiting until there is one; those who wait get theirs in the order they came.
    ///
    /// A cancelled task waits as well: what runs is being cancelled too, and its places come back.
    func take() async {
        await withCheckedContinuation { continuation in
            let isFree = state.withLock { state in
                guard state.free > 0 else {
                    state.waiting.append(continuation)
                    return false
                }
                state.free -= 1
                return true
            }
            if isFree { continuation.resume() }
        }
    }

    /// How many wait for a place.
    var waiting: Int { state.withLock { $0.waiting.count } }

    /// Gives a place back.
    func giveBack() {
        let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
            guard state.waiting.isEmpty else { return state.waiting.removeFirst() }
            state.free += 1
            return nil
        }
        next?.resume()
    }
}
