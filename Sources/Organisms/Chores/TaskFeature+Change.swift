internal import Atoms
internal import Molecules

extension TaskFeature {
    /// Somebody else changed the task between the look and the write; everything is undone and tried anew.
    private struct LostRace: Error {}

    /// Answers a request once, in one transaction.
    func once(
        _ request: MemberRequest, _ body: (GuildWork) async throws -> TaskOutcome
    ) async throws -> TaskOutcome {
        try await store.once(
            request.key, by: .user(request.member.userID), in: request.member.guildID, reason: request.reason, body)
    }

    /// Changes a task: finds it, applies the action, asks for the right, keeps it, and writes the events.
    ///
    /// The state is asked before the right, so that who comes too late reads who was faster.
    ///
    /// - Parameters:
    ///   - reference: which task.
    ///   - action: what is asked for.
    ///   - doer: for whom it is ticked off, when that is somebody else.
    ///   - request: who asks.
    ///   - apply: the action itself, without a database.
    ///   - events: what it means, the principal one first.
    ///   - beside: what else is kept; false when the database has it already.
    func change(
        _ reference: TaskReference, _ action: TaskAction, doer: UserID? = nil, _ request: MemberRequest,
        _ apply: (inout ChoreTask, Instant) throws(TaskRefusal) -> Void,
        events: (Difference<TaskChange>) -> [any DomainEvent],
        beside: (ChoreTask, GuildWork) async throws -> Bool = { _, _ in true }
    ) async throws -> TaskOutcome {
        for _ in 0..<3 {
            do {
                return try await once(request) { work in
                    let found = try await find(reference, for: action, request.member, work.transaction)
                    guard let found else { return .refused(.unknownTask) }
                    var task = found
                    do throws(TaskRefusal) {
                        try apply(&task, work.now)
                    } catch {
                        return .refused(error)
                    }
                    let missing = TaskPolicy.missingRights(for: action, on: found, by: request.member, doer: doer)
                    guard missing.isEmpty else { return .refused(.notAllowed(missing: missing)) }
                    guard let kept = try await tasks.update(task, in: work.transaction),
                        try await beside(kept, work)
                    else { throw LostRace() }
                    try await record(events(Difference(from: found, to: kept)), about: kept, in: work)
                    return .done(TaskReceipt(action: action, task: kept))
                }
            } catch is LostRace {
                continue
            }
        }
        return .refused(.conflict)
    }

    private func record(_ events: [any DomainEvent], about task: ChoreTask, in work: GuildWork) async throws {
        guard let principal = events.first else { return }
        try await work.record(principal, Array(events.dropFirst()), about: task.subject)
    }
}
