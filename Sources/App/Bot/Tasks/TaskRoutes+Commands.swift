internal import Atoms
internal import Echord
internal import EchordModel
internal import EchordPrimitives
internal import Molecules
internal import Organisms

extension TaskRoutes {
    /// `/task create`
    func create(_ context: InteractionContext) async throws {
        let input = try input(context)
        let form = TaskForm(
            title: try input.value(Option.title), priority: try input.optional(Option.priority),
            points: try input.optional(Option.points), effort: try input.optional(Option.effort),
            due: try input.optional(Option.due), assignment: try assignment(Option.assign, input))
        guard try input.optional(Option.details) != true else { return try await openCreate(form, context) }
        try await create(form, context)
    }

    /// Makes the task of a form and sends its card.
    ///
    /// - Parameter origin: the window or the question that it comes from, which makes one task however often it is
    ///   used; nil for the interaction.
    func create(_ form: TaskForm, from origin: ComponentStateID? = nil, _ context: InteractionContext) async throws {
        let dates = try await feature.dates(for: try member(context))
        let draft: TaskDraft
        do throws(ValidationFailure) {
            draft = try form.draft(dates: dates)
        } catch {
            return try await askAgain(
                Rejected(
                    issues: error.issues, kind: TaskComponentKind.createModal,
                    kept: TaskComponentStates.Create(form, origin: origin), date: (form.due, dates)), context)
        }
        switch try await feature.create(draft, try request(context, key: origin.map(OperationKey.init(state:)))) {
        case .refused(let refusal): try await refuse(refusal, context)
        case .done(let receipt):
            try await noteMended(context)
            try await sendCard(receipt.task, context)
            try await remark(on: form.due, dates, context)
        }
    }

    /// Sends a card that everyone in the channel sees, and notes where it hangs.
    private func sendCard(_ task: ChoreTask, _ context: InteractionContext) async throws {
        let state = try await openCard(task, context)
        let message = try view(context.language).message(task, state: state).interactionMessage()
        let outcome = try await context.responder.reply(message, wantsMessage: true)
        guard let sent = outcome.message else { return }
        try await cards.hang(
            TaskCard(
                guildID: task.guildID, taskID: task.id, channelID: sent.channelID, messageID: sent.id, stateID: state,
                shownVersion: task.version))
    }

    private func openCard(_ task: ChoreTask, _ context: InteractionContext) async throws -> ComponentStateID {
        try await cards.open(task, language: context.interaction.preferredLocale.rawValue)
    }

    /// `/task show`
    func show(_ context: InteractionContext) async throws {
        guard let reference = try reference(context) else { return try await refuse(.unknownTask, context) }
        switch try await feature.show(reference, to: try member(context)) {
        case .refused(let refusal): try await refuse(refusal, context)
        case .done(let receipt):
            if try input(context).optional(Option.isPublic) == true {
                return try await sendCard(receipt.task, context)
            }
            let state = try await openCard(receipt.task, context)
            let message = try view(context.language).message(receipt.task, state: state).ephemeral()
            try await context.responder.reply(try message.interactionMessage())
        }
    }

    /// `/task list`
    func list(_ context: InteractionContext) async throws {
        let input = try input(context)
        let view = (try input.optional(Option.view) as String?).flatMap(TaskView.init) ?? .mine
        let assignee: UserID? = try input.optional(Option.who)
        let query = TaskQuery(
            assignee != nil && view == .mine ? .all : view, assignee: assignee,
            search: try input.optional(Option.search))
        try await sendList(query, context)
    }

    /// `/task today`
    func today(_ context: InteractionContext) async throws { try await sendList(TaskQuery(.today), context) }

    private func sendList(_ query: TaskQuery, _ context: InteractionContext) async throws {
        let member = try member(context)
        let page = try await feature.list(query, for: member)
        let state = page.next == nil ? nil : try await states.make(query, for: member)
        let isPublic = try input(context).optional(Option.isPublic) == true
        let message = try TaskListView(context.language, at: store.time.now())
            .message(page, of: query, state: state).ephemeral(!isPublic)
        try await context.responder.reply(try message.interactionMessage())
    }

    /// `/task assign`
    func assign(_ context: InteractionContext) async throws {
        let input = try input(context)
        guard let reference = try reference(context) else { return try await refuse(.unknownTask, context) }
        let assignment = try assignment(Option.to, input)
        try await say(try await feature.assign(reference, to: assignment, try request(context)), context)
    }

    /// `/task claim`, `release`, `start`, `undo`, `delete` and `restore`
    func act(_ action: TaskAction, _ context: InteractionContext) async throws {
        guard let reference = try reference(context) else { return try await refuse(.unknownTask, context) }
        try await say(try await carryOut(action, on: reference, try request(context)), context)
    }

    /// `/task done`
    func done(_ context: InteractionContext) async throws {
        let input = try input(context)
        let typed = TaskComponentStates.Done(
            task: try input.value(Option.task), doer: try input.optional(Option.doer),
            at: try input.optional(Option.at),
            note: try input.optional(Option.note))
        try await done(typed, context)
    }

    /// Ticks off the task of a form.
    func done(_ typed: TaskComponentStates.Done, _ context: InteractionContext) async throws {
        guard let reference = Self.reference(typed.task) else { return try await refuse(.unknownTask, context) }
        let dates = try await feature.dates(for: try member(context), towards: .past)
        let completion: Completion
        do throws(ValidationFailure) {
            completion = try CompletionForm(time: typed.at, note: typed.note).completion(dates: dates)
        } catch {
            return try await askAgain(
                Rejected(
                    issues: error.issues, kind: TaskComponentKind.doneModal, kept: typed, date: (typed.at, dates)),
                context)
        }
        let outcome = try await feature.complete(
            reference, for: typed.doer, at: completion.time, note: completion.note, try request(context))
        if outcome.task != nil { try await noteMended(context) }
        try await say(outcome, context)
        if outcome.task != nil { try await remark(on: typed.at, dates, context) }
    }

    /// Hands an action to the feature.
    func carryOut(
        _ action: TaskAction, on reference: TaskReference, _ request: MemberRequest
    ) async throws -> TaskOutcome {
        switch action {
        case .claim: try await feature.claim(reference, request)
        case .release: try await feature.release(reference, request)
        case .start: try await feature.start(reference, request)
        case .complete: try await feature.complete(reference, request)
        case .undo: try await feature.undo(reference, request)
        case .delete: try await feature.delete(reference, request)
        case .restore: try await feature.restore(reference, request)
        case .show, .create, .assign, .edit: try await feature.show(reference, to: request.member)
        }
    }

    /// Says what became of a request: aloud what others wait for, privately the rest and every refusal.
    private func say(_ outcome: TaskOutcome, _ context: InteractionContext) async throws {
        switch outcome {
        case .refused(let refusal): try await refuse(refusal, context)
        case .done(let receipt):
            let sentence = TaskAnswers(context.language).sentence(receipt, by: try member(context).userID)
            switch receipt.action {
            case .delete: try await sayDeleted(receipt.task, sentence, context)
            case .restore: try await context.responder.reply(Notice.privately(sentence))
            default: try await context.responder.reply(Notice.publicly(sentence))
            }
        }
    }

    /// Says that a task is gone, with a button that takes it back.
    private func sayDeleted(_ task: ChoreTask, _ sentence: String, _ context: InteractionContext) async throws {
        let state = try await states.make(
            undoing: TaskComponentStates.Deletion(task: task.id), for: try member(context))
        let customID = try CustomID(kind: TaskComponentKind.deletion, id: state, argument: TaskAction.restore.rawValue)
        let content = MessageContent(sentence).adding {
            ActionRow {
                Button(context.language.tasks.button(.undo), customID: customID.description, style: .secondary)
            }
        }
        try await context.responder.reply(try content.ephemeral().interactionMessage())
    }

    /// Suggests tasks with which the action can be done, and times.
    func suggest(_ action: TaskAction, _ context: InteractionContext) async throws {
        var choices: [CommandChoice] = []
        if let focused = try input(context).focused, let member = MemberContext(context) {
            switch focused.name {
            case Option.task:
                choices = try await feature.suggestions(focused.text, for: action, by: member).map { task in
                    let name = "\(task.number) \(task.title.rawValue)"
                    return CommandChoice(name.fitting(100), .string(task.number.description))
                }
            case Option.due, Option.at:
                let direction = focused.name == Option.due ? DateReader.Direction.future : .past
                let dates = try await feature.dates(for: member, towards: direction)
                choices = DateView(context).choices(dates.suggestions(focused.text))
            default: break
            }
        }
        try await context.responder.suggest(choices)
    }

    private func assignment(_ option: String, _ input: CommandInput) throws -> Assignment? {
        guard let id: GenericID = try input.optional(option) else { return nil }
        return try input.role(option) != nil ? .role(id.cast()) : .member(id.cast())
    }
}
