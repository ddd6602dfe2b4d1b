internal import Atoms
internal import Echord
internal import EchordModel
internal import EchordPrimitives

/// Draws a page of tasks with the buttons that turn it.
struct TaskListView {
    private let texts: any TaskTexts
    private let now: Instant

    init(_ language: Language, at now: Instant) {
        texts = language.tasks
        self.now = now
    }

    /// The page's message. Ten tasks need one text and one row of buttons, far below Discord's forty components.
    func message(_ page: TaskPage, of query: TaskQuery, state: ComponentStateID?) throws -> MessageContent {
        let buttons = try state.map { try self.buttons(page, state: $0) } ?? []
        let heading = Markdown.heading(texts.listTitle(query.view, count: page.total), level: 3)
        let lines = page.tasks.isEmpty ? [texts.emptyList(query.view)] : page.tasks.map(line)
        return MessageContent {
            Container {
                TextDisplay(([heading] + lines).joined(separator: "\n"))
                if !buttons.isEmpty { ActionRow(components: buttons) }
            }
        }
    }

    private func line(_ task: ChoreTask) -> String {
        var parts = [TaskCardView.name(task)]
        if task.isOverdue(at: now) { parts.append(Markdown.bold(texts.overdue)) }
        if let due = task.dueAt { parts.append(TaskCardView.due(due)) }
        if let who = task.assigneeID?.mention ?? task.roleID?.mention { parts.append(who) }
        if task.state != .todo { parts.append(texts.state(task.state)) }
        return parts.joined(separator: " · ")
    }

    private func buttons(_ page: TaskPage, state: ComponentStateID) throws -> [Component] {
        guard page.previous != nil || page.next != nil else { return [] }
        return try [(texts.previousPage, page.previous), (texts.nextPage, page.next)].enumerated().map { place, turn in
            let argument = turn.1?.description ?? "none\(place)"
            let id = try CustomID(kind: TaskComponentKind.list, id: state, argument: argument)
            return .button(
                Button(
                    style: .secondary, label: turn.0, customID: id.description, isDisabled: turn.1 == nil ? true : nil))
        }
    }
}
