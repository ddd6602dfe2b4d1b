public import Atoms
internal import Locking
public import Molecules

/// A subscriber that remembers what it was given and answers as it was told.
public final class EventSpy: EventSubscriber {
    /// Decides how a delivery ends.
    public typealias Answer = @Sendable (EventEnvelope, EventContext) async throws -> EventOutcome

    private struct State {
        var seen: [EventEnvelope] = []
        var attempts: [Int] = []
        var waiters: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []
    }

    /// The consumer group.
    public let group: String
    /// What it wants.
    public let subscriptions: [Subscription]
    private let recorder: Recorder

    private final class Recorder: Sendable {
        let state = Locked(State())

        func note(_ envelope: EventEnvelope, attempt: Int) {
            let woken = state.withLock { state in
                state.seen.append(envelope)
                state.attempts.append(attempt)
                let woken = state.waiters.filter { $0.count <= state.seen.count }
                state.waiters.removeAll { $0.count <= state.seen.count }
                return woken
            }
            for waiter in woken { waiter.continuation.resume() }
        }
    }

    /// A spy in a group.
    ///
    /// - Parameters:
    ///   - group: the consumer group.
    ///   - events: the names of the events it wants.
    ///   - retry: what becomes of failures.
    ///   - timeout: how long an attempt may take.
    ///   - answer: how deliveries end; they are acknowledged unless told otherwise.
    public init(
        _ group: String = "spy", events: [String] = [TaskClaimed.name], retry: RetryPolicy = RetryPolicy(),
        timeout: Duration = .seconds(30), answer: @escaping Answer = { _, _ in .acknowledge }
    ) {
        let recorder = Recorder()
        self.group = group
        self.recorder = recorder
        subscriptions = events.map { event in
            Subscription(event: event, group: group, retry: retry, timeout: timeout) { envelope, context in
                recorder.note(envelope, attempt: context.attempt)
                return try await answer(envelope, context)
            }
        }
    }

    /// What it was given, in order; a repeated delivery stands there again.
    public var seen: [EventEnvelope] { recorder.state.withLock { $0.seen } }
    /// The numbers of the subjects it was given, in order.
    public var numbers: [Int64] { seen.compactMap(\.subject.number) }
    /// Which attempt each delivery was.
    public var attempts: [Int] { recorder.state.withLock { $0.attempts } }

    /// Waits until it was given so many deliveries.
    public func waitFor(_ count: Int) async {
        await withCheckedContinuation { continuation in
            let isEnough = recorder.state.withLock { state in
                if state.seen.count < count { state.waiters.append((count, continuation)) }
                return state.seen.count >= count
            }
            if isEnough { continuation.resume() }
        }
    }
}
