internal import Atoms
internal import Echord
internal import EchordModel
internal import EchordPrimitives
internal import Organisms

/// Draws the card of a task: what it is, where it stands, and the buttons that fit.
struct TaskCardView {
    private let texts: any TaskTexts
    private let now: Instant

    /// A card in these words, as it looks at `now`.
    init(_ language: Language, at now: Instant) {
        texts = language.tasks
        self.now = now
    }

    /// The card's message.
    ///
    /// - Parameter state: what its buttons point to; nil leaves them out.
    func message(_ task: ChoreTask, state: ComponentStateID?) throws -> MessageContent {
        let buttons = try state.map { try self.buttons(task, state: $0) } ?? []
        return MessageContent {
            Container(accentColor: accent(task)) {
                TextDisplay(body(task))
                if !buttons.isEmpty { ActionRow(components: buttons) }
            }
        }
    }

    /// A due time in the zone and the language of each reader, and how far away it is.
    static func due(_ instant: Instant) -> String {
        "\(time(instant, .fullDateShortTime)) (\(time(instant, .relative)))"
    }

    /// The number and the title, for a sentence.
    static func name(_ task: ChoreTask) -> String {
        Markdown.bold("\(task.number) \(Markdown.escape(task.title.rawValue))")
    }

    private func body(_ task: ChoreTask) -> String {
        let title = Markdown.escape(task.title.rawValue)
        if task.state == .done, let doer = task.completedBy, let at = task.completedAt {
            return lines([
                Markdown.heading("✔ \(task.number) \(Markdown.strikethrough(title))", level: 3),
                texts.doneBy(doer.mention, at: Self.time(at, .relative)),
                task.completionNote.map { Markdown.quote(Markdown.escape($0.rawValue)) }, worth(task),
            ])
        }
        return lines([
            Markdown.heading("\(task.number) \(title)", level: 3),
            task.details.map { Markdown.quote(Markdown.escape($0.rawValue)) }, status(task), due(task),
            "\(texts.assignedTo): \(assignee(task))", worth(task),
            Markdown.subtext(task.deletedAt == nil ? texts.createdBy(task.createdBy.mention) : texts.deleted),
        ])
    }

    private func status(_ task: ChoreTask) -> String {
        let state = task.isOverdue(at: now) ? texts.overdue : texts.state(task.state)
        return task.priority == .normal ? state : "\(state) · \(texts.priority(task.priority))"
    }

    private func due(_ task: ChoreTask) -> String? {
        task.dueAt.map { "\(texts.due): \(Self.due($0))" }
    }

    private func assignee(_ task: ChoreTask) -> String {
        task.assigneeID?.mention ?? task.roleID?.mention ?? texts.free
    }

    private func worth(_ task: ChoreTask) -> String? {
        var parts: [String] = []
        if task.points.rawValue > 0 { parts.append(texts.points(Int(task.points.rawValue))) }
        if let effort = task.effort { parts.append(texts.minutes(Int(effort.rawValue))) }
        return parts.isEmpty ? nil : parts.joined(separator: " · ")
    }

    private func buttons(_ task: ChoreTask, state: ComponentStateID) throws -> [Component] {
        try TaskCardActions.buttons(for: task).map { action in
            let id = try TaskCardFeature.customID(action, pointingTo: state)
            return .button(Button(style: Self.style(action), label: texts.button(action), customID: id.description))
        }
    }

    private static func style(_ action: TaskAction) -> ButtonStyle {
        switch action {
        case .claim, .start: .primary
        case .complete: .success
        case .delete: .danger
        default: .secondary
        }
    }

    private func accent(_ task: ChoreTask) -> Colour {
        if task.deletedAt != nil { return Colour(rawValue: 0x80_848E) }
        if task.isOverdue(at: now) { return Colour(rawValue: 0xED_4245) }
        return switch task.state {
        case .done: Colour(rawValue: 0x57_F287)
        case .doing: Colour(rawValue: 0xFE_E75C)
        default: Colour(rawValue: 0x58_65F2)
        }
    }

    private static func time(_ instant: Instant, _ style: TimestampStyle) -> String {
        DiscordTimestamp.markup(unixSeconds: instant.seconds, style)
    }

    private func lines(_ lines: [String?]) -> String { lines.compactMap(\.self).joined(separator: "\n") }
}

/// The kinds of components of tasks beside those of cards, as they stand in custom ids.
enum TaskComponentKind {
    static let list = "task-list"
    static let editModal = "task-edit"
    static let createModal = "task-create"
    static let doneModal = "task-done"
    static let deletion = "task-delete"
}
