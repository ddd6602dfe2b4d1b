public import Atoms
public import Molecules

/// What members do with tasks.
///
/// Every change is one transaction: the task, its events, the line of the audit log and the answer to the request.
/// Whatever is refused comes back as `TaskOutcome.refused`; what is thrown is a fault of the machinery.
public struct TaskFeature: Sendable {
    let store: GuildStore
    let tasks = TaskRepository()
    let zones: MemberZones

    /// The feature over a store.
    ///
    /// - Parameter zones: whose zone is which, for lists by day and week.
    public init(store: GuildStore, zones: MemberZones) {
        self.store = store
        self.zones = zones
    }

    // MARK: - Changes

    /// Makes a task, and gives it to somebody if the draft says so.
    public func create(_ draft: TaskDraft, _ request: MemberRequest) async throws -> TaskOutcome {
        try await once(request) { work in
            let task = ChoreTask(
                draft, id: store.identifiers.next(), guildID: request.member.guildID,
                number: try await tasks.nextNumber(in: request.member.guildID, work.transaction),
                author: request.member.userID, at: work.now)
            try await tasks.insert(task, in: work.transaction)
            let created = TaskCreated(Difference(from: nil, to: task))
            let assigned = task.assignment == nil ? [] : [TaskAssigned(Difference(assignmentOf: task))]
            try await work.record(created, assigned, about: task.subject)
            return .done(TaskReceipt(action: .create, task: task))
        }
    }

    /// Gives a task to a member or a role; nil puts it back in the pool.
    public func assign(
        _ reference: TaskReference, to assignment: Assignment?, _ request: MemberRequest
    ) async throws -> TaskOutcome {
        try await change(reference, .assign, request) { task, now throws(TaskRefusal) in
            try task.assign(to: assignment, at: now)
        } events: {
            $0.changesState ? [TaskAssignmentChanged($0), TaskStatusChanged($0)] : [TaskAssignmentChanged($0)]
        }
    }

    /// Takes a task that nobody has.
    public func claim(_ reference: TaskReference, _ request: MemberRequest) async throws -> TaskOutcome {
        try await change(reference, .claim, request) { task, now throws(TaskRefusal) in
            try task.claim(by: request.member.userID, at: now)
        } events: {
            [TaskClaimed($0)]
        }
    }

    /// Gives a task back to the pool or to its role.
    public func release(_ reference: TaskReference, _ request: MemberRequest) async throws -> TaskOutcome {
        try await change(reference, .release, request) { task, now throws(TaskRefusal) in
            try task.release(at: now)
        } events: {
            $0.changesState ? [TaskReleased($0), TaskStatusChanged($0)] : [TaskReleased($0)]
        }
    }

    /// Begins a task; one that nobody has is taken with it.
    public func start(_ reference: TaskReference, _ request: MemberRequest) async throws -> TaskOutcome {
        try await change(reference, .start, request) { task, now throws(TaskRefusal) in
            try task.start(by: request.member.userID, at: now)
        } events: {
            $0.changesAssignee ? [TaskStatusChanged($0), TaskClaimed($0)] : [TaskStatusChanged($0)]
        }
    }

    /// Ticks a task off.
    ///
    /// - Parameters:
    ///   - reference: which task.
    ///   - doer: who did it; nil for the member who asks.
    ///   - time: when it was done; nil for now.
    ///   - note: what is said about it.
    ///   - request: who asks.
    public func complete(
        _ reference: TaskReference, for doer: UserID? = nil, at time: Instant? = nil, note: CompletionNote? = nil,
        _ request: MemberRequest
    ) async throws -> TaskOutcome {
        try await change(reference, .complete, doer: doer, request) { task, now throws(TaskRefusal) in
            try task.complete(by: doer ?? request.member.userID, doneAt: time, note: note, at: now)
        } events: {
            [TaskCompleted($0), TaskStatusChanged($0)]
        } beside: { task, work in
            try await tasks.insertCompletion(of: task, recordedBy: request.member.userID, in: work.transaction)
        }
    }

    /// Takes the tick back; the task is to do again.
    public func undo(_ reference: TaskReference, _ request: MemberRequest) async throws -> TaskOutcome {
        try await change(reference, .undo, request) { task, now throws(TaskRefusal) in
            try task.undo(at: now)
        } events: {
            [TaskCompletionUndone($0), TaskStatusChanged($0)]
        } beside: { task, work in
            try await tasks.undoCompletion(
                of: task, by: request.member.userID, at: work.now, in: work.transaction)
        }
    }

    /// Changes words, numbers and due time of a task.
    public func edit(
        _ reference: TaskReference, _ edit: TaskEdit, _ request: MemberRequest
    ) async throws -> TaskOutcome {
        try await change(reference, .edit, request) { task, now throws(TaskRefusal) in
            if let seen = edit.seenVersion, seen != task.version { throw .conflict }
            task.edit(edit, at: now)
        } events: { difference in
            let rescheduled = difference.ofDue.map { [TaskRescheduled($0)] } ?? []
            return [TaskUpdated(difference)] + rescheduled
        }
    }

    /// Puts a task in the bin.
    public func delete(_ reference: TaskReference, _ request: MemberRequest) async throws -> TaskOutcome {
        try await change(reference, .delete, request) { task, now throws(TaskRefusal) in
            task.delete(at: now)
        } events: {
            [TaskDeleted($0)]
        }
    }

    /// Takes a task out of the bin.
    public func restore(_ reference: TaskReference, _ request: MemberRequest) async throws -> TaskOutcome {
        try await change(reference, .restore, request) { task, now throws(TaskRefusal) in
            try task.restore(at: now)
        } events: {
            [TaskRestored($0)]
        }
    }
}
