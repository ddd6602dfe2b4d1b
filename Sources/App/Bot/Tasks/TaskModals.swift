internal import Atoms
internal import Echord
internal import EchordModel
internal import JSON

/// The windows in which tasks are written.
struct TaskModals {
    /// The fields' names.
    enum Field {
        static let title = "title"
        static let details = "details"
        static let priority = "priority"
        static let points = "points"
        static let due = "due"
        static let at = "at"
        static let note = "note"
    }

    private let texts: any TaskTexts
    private let zone: Zone

    /// Windows in these words, for somebody in a zone.
    init(_ language: Language, in zone: Zone) {
        texts = language.tasks
        self.zone = zone
    }

    /// The window for a new task.
    func create(_ fields: TaskFields, state: ComponentStateID) throws -> ModalBody {
        let id = try CustomID(kind: TaskComponentKind.createModal, id: state)
        return ModalBody(texts.createTitle, customID: id.description) {
            title(fields)
            details(fields)
            due(fields)
        }
    }

    /// The window for a task that is there.
    func edit(_ number: TaskNumber, _ fields: TaskFields, state: ComponentStateID) throws -> ModalBody {
        let id = try CustomID(kind: TaskComponentKind.editModal, id: state)
        return ModalBody(texts.editTitle(number.description), customID: id.description) {
            title(fields)
            details(fields)
            due(fields)
            Label(
                texts.priorityLabel,
                StringSelect(
                    customID: Field.priority,
                    options: TaskPriority.allCases.map { priority in
                        SelectOption(
                            texts.priority(priority), value: priority.rawValue,
                            isDefault: priority.rawValue == fields.priority)
                    }))
            Label(texts.pointsLabel, Self.input(Field.points, fields.points, upTo: 4))
        }
    }

    /// The window for when a task was done, and what is said about it.
    func done(at time: String?, note: String?, state: ComponentStateID) throws -> ModalBody {
        let id = try CustomID(kind: TaskComponentKind.doneModal, id: state)
        return ModalBody(texts.doneTitle, customID: id.description) {
            Label(
                texts.atLabel, description: texts.atHint(zone.name.rawValue).fitting(100),
                Self.input(Field.at, time, upTo: DateReader.greatestLength))
            Label(
                texts.noteLabel,
                Self.input(Field.note, note, upTo: CompletionNote.lengths.upperBound, style: .paragraph))
        }
    }

    private func title(_ fields: TaskFields) -> Label {
        Label(
            texts.titleLabel,
            Self.input(Field.title, fields.title, upTo: TaskTitle.lengths.upperBound, isRequired: true))
    }

    private func details(_ fields: TaskFields) -> Label {
        Label(
            texts.detailsLabel,
            Self.input(Field.details, fields.details, upTo: TaskDetails.lengths.upperBound, style: .paragraph))
    }

    private func due(_ fields: TaskFields) -> Label {
        Label(
            texts.due, description: texts.dueHint(zone.name.rawValue).fitting(100),
            Self.input(Field.due, fields.due, upTo: DateReader.greatestLength))
    }

    /// A field with what was typed in it; Discord takes no empty value.
    private static func input(
        _ field: String, _ value: String?, upTo length: Int, style: TextInputStyle = .short, isRequired: Bool = false
    ) -> TextInput {
        TextInput(
            customID: field, style: style, maxLength: length, isRequired: isRequired,
            value: value?.isEmpty == true ? nil : value)
    }
}
