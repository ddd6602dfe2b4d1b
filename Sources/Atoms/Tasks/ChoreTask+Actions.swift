internal import JSON

// What each action does to a task, without a database: the state machine, who has it, who has done it.
// Rights are asked before, in TaskPolicy; the instant comes from the caller.

extension ChoreTask {
    /// Gives the task to a member or a role; nil puts it in the pool. What nobody has any more is to do again.
    ///
    /// - Throws: `.wrongState` when it is no longer open.
    public mutating func assign(to assignment: Assignment?, at instant: Instant) throws(TaskRefusal) {
        try require(state.isOpen, for: .assign)
        give(to: assignment)
        if assigneeID == nil, state != .todo { try move(to: .todo, for: .assign) }
        touch(at: instant)
    }

    /// Takes the task for `user`.
    ///
    /// - Throws: `.alreadyClaimed` when somebody has it, `.alreadyDone` or `.wrongState` when it is not open.
    public mutating func claim(by user: UserID, at instant: Instant) throws(TaskRefusal) {
        try requireOpen(for: .claim)
        if let assigneeID { throw .alreadyClaimed(by: assigneeID) }
        assigneeID = user
        touch(at: instant)
    }

    /// Gives the task back; a begun one is to do again.
    ///
    /// - Throws: `.notAssigned`, or `.alreadyDone` or `.wrongState` when it is not open.
    public mutating func release(at instant: Instant) throws(TaskRefusal) {
        try requireOpen(for: .release)
        guard assigneeID != nil else { throw .notAssigned }
        if state != .todo { try move(to: .todo, for: .release) }
        assigneeID = nil
        touch(at: instant)
    }

    /// Begins; a task that nobody has is claimed by `user` with it.
    ///
    /// - Throws: `.alreadyDone` or `.wrongState` unless it is to do.
    public mutating func start(by user: UserID, at instant: Instant) throws(TaskRefusal) {
        try requireOpen(for: .start)
        try require(state == .todo, for: .start)
        try move(to: .doing, for: .start)
        assigneeID = assigneeID ?? user
        touch(at: instant)
    }

    /// Ticks the task off for `user`, who has it from then on if nobody had.
    ///
    /// - Parameters:
    ///   - user: who did it.
    ///   - time: when it was done; nil for now.
    ///   - note: what they say about it.
    ///   - instant: now.
    /// - Throws: `.alreadyDone` or `.wrongState` when it is not open, `.invalid` for a time to come.
    public mutating func complete(
        by user: UserID, doneAt time: Instant? = nil, note: CompletionNote? = nil, at instant: Instant
    ) throws(TaskRefusal) {
        if let time, time > instant { throw .invalid([ValidationIssue(.inFuture, path: "at")]) }
        try requireOpen(for: .complete)
        try move(to: .done, for: .complete)
        assigneeID = assigneeID ?? user
        completedBy = user
        completedAt = time ?? instant
        completionNote = note
        touch(at: instant)
    }

    /// Takes the tick back: the task is to do again, for whoever has it.
    ///
    /// - Throws: `.wrongState` unless it is done.
    public mutating func undo(at instant: Instant) throws(TaskRefusal) {
        try require(state == .done, for: .undo)
        try move(to: .todo, for: .undo)
        (completedBy, completedAt, completionNote) = (nil, nil, nil)
        touch(at: instant)
    }

    /// Changes words and numbers.
    public mutating func edit(_ edit: TaskEdit, at instant: Instant) {
        if let title = edit.title {
            self.title = title
            titleFolded = title.rawValue.foldedForSearch
        }
        details = edit.details.applied(to: details)
        if let priority = edit.priority { self.priority = priority }
        if let points = edit.points { self.points = points }
        effort = edit.effort.applied(to: effort)
        due = edit.due.applied(to: due)
        touch(at: instant)
    }

    /// Puts the task in the bin.
    public mutating func delete(at instant: Instant) {
        deletedAt = instant
        touch(at: instant)
    }

    /// Takes the task out of the bin.
    ///
    /// - Throws: `.wrongState` when it is not in there.
    public mutating func restore(at instant: Instant) throws(TaskRefusal) {
        try require(deletedAt != nil, for: .restore)
        deletedAt = nil
        touch(at: instant)
    }

    private mutating func move(to next: TaskState, for action: TaskAction) throws(TaskRefusal) {
        try require(state.canBecome(next), for: action)
        state = next
    }

    private mutating func touch(at instant: Instant) { updatedAt = instant }

    private func requireOpen(for action: TaskAction) throws(TaskRefusal) {
        if let completedBy, let completedAt, state == .done { throw .alreadyDone(by: completedBy, at: completedAt) }
        try require(state.isOpen, for: action)
    }

    private func require(_ condition: Bool, for action: TaskAction) throws(TaskRefusal) {
        if !condition { throw .wrongState(state, for: action) }
    }
}
