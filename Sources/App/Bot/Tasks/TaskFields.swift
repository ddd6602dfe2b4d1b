internal import Atoms
internal import EchordModel
internal import JSON

/// What stands in the fields of a task's window, as it was typed.
@JSONModel
struct TaskFields: Hashable, Sendable {
    var title: String
    var details: String?
    var priority: String?
    var points: String?
    var due: String?
}

extension TaskFields {
    /// What a task says now; `zone` is that of whoever reads it.
    init(_ task: ChoreTask, in zone: Zone) {
        self.init(
            title: task.title.rawValue, details: task.details?.rawValue, priority: task.priority.rawValue,
            points: String(task.points.rawValue), due: task.due?.typed(in: zone))
    }

    /// What was written in a window.
    init(_ modal: ModalData) {
        func text(_ field: String) -> String? { modal[field]?.strings.first }
        self.init(
            title: text(TaskModals.Field.title) ?? "", details: text(TaskModals.Field.details),
            priority: text(TaskModals.Field.priority), points: text(TaskModals.Field.points),
            due: text(TaskModals.Field.due))
    }

    /// What was changed about a task; what was emptied is cleared.
    ///
    /// - Parameters:
    ///   - version: the version that filled the window.
    ///   - shownDue: what the field of the due time was filled with.
    ///   - dates: reads the due time.
    /// - Throws: every field that is not good.
    func edit(
        seenVersion version: Int, shownDue: String?, dates: DateReader
    ) throws(ValidationFailure) -> TaskEdit {
        let number = points.flatMap { $0.isEmpty ? 0 : Int($0) }
        var issues = points != nil && number == nil ? [ValidationIssue(.malformed, path: "points")] : []
        var edit: TaskEdit?
        do {
            edit = try TaskForm(
                title: title, details: details ?? "", priority: priority, points: number ?? 0, due: due
            ).edit(seenVersion: version, shownDue: shownDue, dates: dates)
        } catch {
            issues += error.issues
        }
        if let failure = ValidationFailure(issues) { throw failure }
        guard let edit else { throw ValidationFailure(ValidationIssue(.malformed)) }
        return edit
    }
}
