/// What is said about a task that was done, as it was typed.
public struct CompletionForm: Hashable, Sendable {
    /// What was typed or chosen as the time when it was done.
    public var time: String?
    /// What was typed as note.
    public var note: String?

    /// A form.
    public init(time: String? = nil, note: String? = nil) {
        self.time = time
        self.note = note
    }

    /// When it was done and what is said about it; fields that were left empty say nothing.
    ///
    /// - Parameter dates: reads the time, towards the past.
    /// - Throws: everything that is wrong with the form, under `at` and `note`.
    public func completion(dates: DateReader) throws(ValidationFailure) -> Completion {
        var issues: [ValidationIssue] = []
        let completion = Completion(
            time: issues.parsing(time?.unlessBlank, "at", dates.reading)?.time.instant,
            note: issues.parsing(note?.unlessBlank, "note", CompletionNote.init(validating:)))
        if let failure = ValidationFailure(issues) { throw failure }
        return completion
    }
}

/// When a task was done, and what is said about it.
public struct Completion: Hashable, Sendable {
    /// When; nil for now.
    public var time: Instant?
    /// What is said about it.
    public var note: CompletionNote?

    /// A completion.
    public init(time: Instant? = nil, note: CompletionNote? = nil) {
        self.time = time
        self.note = note
    }
}
