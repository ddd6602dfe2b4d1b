internal import Atoms
internal import Echord
internal import EchordModel
internal import JSON

/// The windows in which tasks are written, and what comes back from them.
enum TaskModals {
    /// The fields' names.
    private enum Field {
        static let title = "title"
        static let details = "details"
        static let priority = "priority"
        static let points = "points"
    }

    /// The window for a new task; `title` is what was typed in the command.
    static func create(title: String, state: ComponentStateID, _ language: Language) throws -> ModalBody {
        let texts = language.tasks
        let id = try CustomID(kind: TaskComponentKind.createModal, id: state)
        return ModalBody(texts.createTitle, customID: id.description) {
            titleField(title, texts)
            detailsField(nil, texts)
        }
    }

    /// The window with what a task says now.
    static func edit(_ task: ChoreTask, state: ComponentStateID, _ language: Language) throws -> ModalBody {
        let texts = language.tasks
        let id = try CustomID(kind: TaskComponentKind.editModal, id: state)
        return ModalBody(texts.editTitle(task.number.description), customID: id.description) {
            titleField(task.title.rawValue, texts)
            detailsField(task.details?.rawValue, texts)
            Label(
                texts.priorityLabel,
                StringSelect(
                    customID: Field.priority,
                    options: TaskPriority.allCases.map { priority in
                        SelectOption(
                            texts.priority(priority), value: priority.rawValue, isDefault: priority == task.priority)
                    }))
            Label(
                texts.pointsLabel,
                TextInput(
                    customID: Field.points, style: .short, minLength: 1, maxLength: 4, isRequired: false,
                    value: String(task.points.rawValue)))
        }
    }

    private static func titleField(_ title: String, _ texts: any TaskTexts) -> Label {
        Label(
            texts.titleLabel,
            TextInput(
                customID: Field.title, style: .short, minLength: 1, maxLength: 100, isRequired: true, value: title))
    }

    private static func detailsField(_ details: String?, _ texts: any TaskTexts) -> Label {
        Label(
            texts.detailsLabel,
            TextInput(
                customID: Field.details, style: .paragraph, maxLength: 4_000, isRequired: false, value: details))
    }

    /// What was written for a new task.
    static func created(_ modal: ModalData) -> (title: String, details: String?) {
        (text(Field.title, modal) ?? "", text(Field.details, modal))
    }

    /// What was changed.
    ///
    /// - Throws: every field that is not good.
    static func edited(
        _ modal: ModalData, seen version: Int, dates: DateReader
    ) throws(ValidationFailure) -> TaskEdit {
        try TaskForm(
            title: text(Field.title, modal) ?? "", details: text(Field.details, modal) ?? "",
            priority: text(Field.priority, modal), points: try points(modal)
        ).edit(seenVersion: version, dates: dates)
    }

    private static func points(_ modal: ModalData) throws(ValidationFailure) -> Int? {
        guard let written = text(Field.points, modal), !written.isEmpty else { return 0 }
        guard let number = Int(written) else {
            throw ValidationFailure(ValidationIssue(.malformed, path: "points"))
        }
        return number
    }

    private static func text(_ field: String, _ modal: ModalData) -> String? { modal[field]?.strings.first }
}
