internal import JSON

/// A new task as it was typed, before anything was found good.
public struct TaskForm: Hashable, Sendable {
    /// What was typed as title.
    public var title: String
    /// What was typed as details.
    public var details: String?
    /// What was chosen as priority.
    public var priority: String?
    /// What was typed as points.
    public var points: Int?
    /// What was typed as effort, in minutes.
    public var effort: Int?
    /// What was typed or chosen as due time.
    public var due: String?
    /// Whom it is given to.
    public var assignment: Assignment?

    /// A form.
    public init(
        title: String, details: String? = nil, priority: String? = nil, points: Int? = nil, effort: Int? = nil,
        due: String? = nil, assignment: Assignment? = nil
    ) {
        self.title = title
        self.details = details
        self.priority = priority
        self.points = points
        self.effort = effort
        self.due = due
        self.assignment = assignment
    }

    /// The draft of a task.
    ///
    /// - Parameter dates: reads the due time.
    /// - Throws: everything that is wrong with the form, each under the name of its field.
    public func draft(dates: DateReader) throws(ValidationFailure) -> TaskDraft {
        var issues: [ValidationIssue] = []
        let parsed = (
            title: issues.parsing(title, "title", TaskTitle.init(validating:)),
            details: issues.parsing(details, "details", TaskDetails.optional) ?? nil,
            priority: issues.parsing(priority, "priority", Self.priority),
            points: issues.parsing(points, "points", TaskPoints.init(validating:)),
            effort: issues.parsing(effort, "effort", TaskEffort.init(validating:)),
            due: issues.parsing(due?.unlessBlank, "due", dates.reading)?.time
        )
        if let failure = ValidationFailure(issues) { throw failure }
        guard let title = parsed.title else { throw ValidationFailure(ValidationIssue(.empty, path: "title")) }
        return TaskDraft(
            title: title, details: parsed.details, priority: parsed.priority ?? .normal,
            points: parsed.points ?? .none, effort: parsed.effort, due: parsed.due, assignment: assignment)
    }

    /// The change of a task whose form was shown filled in: a field that was emptied is cleared, one that the form did
    /// not have (priority, points, effort, due time) stays.
    ///
    /// - Parameters:
    ///   - version: the version that filled the form.
    ///   - shownDue: what the field of the due time was filled with. While it says that, the due time stays as it is:
    ///     it may have been said in another zone, or be over.
    ///   - dates: reads the due time.
    /// - Throws: everything that is wrong with the form, each under the name of its field.
    public func edit(
        seenVersion version: Int?, shownDue: String? = nil, dates: DateReader
    ) throws(ValidationFailure) -> TaskEdit {
        var form = self
        if due?.trimmed == shownDue?.trimmed { form.due = nil }
        let draft = try form.draft(dates: dates)
        return TaskEdit(
            title: draft.title, details: Patch(settingOrClearing: draft.details),
            priority: priority == nil ? nil : draft.priority, points: points == nil ? nil : draft.points,
            effort: Patch(settingOrKeeping: draft.effort),
            due: form.due == nil ? .keep : Patch(settingOrClearing: draft.due), seenVersion: version)
    }

    private static func priority(_ text: String) throws(ValidationIssue) -> TaskPriority {
        guard let priority = TaskPriority(rawValue: text) else { throw ValidationIssue(.unknownValue) }
        return priority
    }
}
