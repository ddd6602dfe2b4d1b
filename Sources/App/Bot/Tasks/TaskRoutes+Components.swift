internal import Atoms
internal import Echord
internal import EchordModel
internal import EchordPrimitives
internal import JSON
internal import Molecules
internal import Organisms

extension TaskRoutes {
    /// A button of a card.
    func press(_ context: InteractionContext) async throws {
        let member = try member(context)
        guard let customID = Self.customID(context.interaction.component?.customID) else {
            return try await outOfDate(context)
        }
        switch try await cards.press(customID, by: member) {
        case .outOfDate: try await outOfDate(context)
        case .forbidden: try await notYours(context)
        case .action(let action, let subject):
            switch try await carryOut(action, on: .id(subject.task), try request(context)) {
            case .refused(let refusal):
                if context.isAboutPrivateMessage { try await redraw(subject, state: customID.id, context) }
                try await refuse(refusal, context)
            case .done(let receipt):
                let message = try view(Self.language(of: subject)).message(receipt.task, state: customID.id)
                try await context.responder.update(try message.updateMessage())
                try await noteShown(receipt.task, state: customID.id, context)
            }
        }
    }

    private static func language(of subject: TaskCardFeature.Subject) -> Language {
        Catalogue.language(for: DiscordLocale(rawValue: subject.language))
    }

    /// Brings the card that was pressed up to date. Only for a private one: nobody can edit that later, so it still offers
    /// what was possible when it was sent.
    private func redraw(
        _ subject: TaskCardFeature.Subject, state: ComponentStateID, _ context: InteractionContext
    ) async throws {
        let language = Self.language(of: subject)
        let message: MessageContent
        switch try await feature.show(.id(subject.task), to: try member(context)) {
        case .done(let receipt): message = try view(language).message(receipt.task, state: state)
        case .refused(let refusal): message = MessageContent { TextDisplay(TaskAnswers(language).sentence(refusal)) }
        }
        try await context.responder.update(try message.updateMessage())
    }

    /// Notes that the card that was pressed shows the task as it is, unless only one person sees it.
    private func noteShown(_ task: ChoreTask, state: ComponentStateID, _ context: InteractionContext) async throws {
        guard let message = context.interaction.message, message.flags?.contains(.ephemeral) != true else { return }
        try await cards.hang(
            TaskCard(
                guildID: task.guildID, taskID: task.id, channelID: message.channelID, messageID: message.id,
                stateID: state, shownVersion: task.version))
    }

    /// A button that turns the pages of a list.
    func turnPage(_ context: InteractionContext) async throws {
        guard let (customID, state) = try await granted(context.interaction.component?.customID, context) else {
            return
        }
        guard let query = try JSON.decode(TaskComponentStates.List.self, from: state.subject).query else {
            return try await outOfDate(context)
        }
        let cursor = customID.argument.flatMap(TaskCursor.init)
        let page = try await feature.list(query, from: cursor, for: try member(context))
        let message = try TaskListView(context.language, at: store.time.now()).message(page, of: query, state: state.id)
        try await context.responder.update(try message.updateMessage())
    }

    /// The button that takes a deletion back.
    func takeBack(_ context: InteractionContext) async throws {
        guard let (_, state) = try await granted(context.interaction.component?.customID, context) else { return }
        let deletion = try JSON.decode(TaskComponentStates.Deletion.self, from: state.subject)
        switch try await feature.restore(.id(deletion.task), try request(context)) {
        case .refused(let refusal): try await refuse(refusal, context)
        case .done(let receipt):
            let sentence = TaskAnswers(context.language).sentence(receipt, by: try member(context).userID)
            try await answerPrivately(MessageContent(sentence), context)
        }
    }

    // MARK: - Modals

    /// Opens the window for a new task.
    ///
    /// - Parameter origin: what is corrected in it; nil when it is the first.
    func openCreate(
        _ form: TaskForm, from origin: ComponentStateID? = nil, _ context: InteractionContext
    ) async throws {
        let member = try member(context)
        let dates = try await feature.dates(for: member)
        let shownDue = form.due.map(dates.shown)
        let state = try await states.make(
            TaskComponentKind.createModal, TaskComponentStates.Create(form, shownDue: shownDue, origin: origin),
            for: member)
        let fields = TaskFields(title: form.title, details: form.details, due: shownDue)
        try await context.responder.showModal(
            try TaskModals(context.language, in: dates.zone).create(fields, state: state))
    }

    /// A new task written in a window.
    func createFromModal(_ context: InteractionContext) async throws {
        guard let modal = context.interaction.modal, let (_, state) = try await granted(modal.customID, context) else {
            return
        }
        let kept = try JSON.decode(TaskComponentStates.Create.self, from: state.subject)
        try await create(kept.form(with: TaskFields(modal)), from: kept.origin ?? state.id, context)
    }

    /// `/task edit`: opens the window with what the task says now.
    func openEdit(_ context: InteractionContext) async throws {
        guard let reference = try reference(context) else { return try await refuse(.unknownTask, context) }
        try await openEdit(reference, nil, context)
    }

    /// Opens the window with what the task says, or with what was typed in it before.
    func openEdit(
        _ reference: TaskReference, _ kept: TaskComponentStates.Edit?, _ context: InteractionContext
    ) async throws {
        let member = try member(context)
        switch try await feature.show(reference, to: member) {
        case .refused(let refusal): try await refuse(refusal, context)
        case .done(let receipt):
            let missing = TaskPolicy.missingRights(for: .edit, on: receipt.task, by: member)
            guard missing.isEmpty else { return try await refuse(.notAllowed(missing: missing), context) }
            let dates = try await feature.dates(for: member)
            var fields = TaskFields(receipt.task, in: dates.zone)
            let subject =
                kept
                ?? TaskComponentStates.Edit(
                    task: receipt.task.id, version: receipt.task.version, shownDue: fields.due)
            if let typed = kept?.fields {
                fields = typed
                fields.due = typed.due.map(dates.shown)
            }
            let state = try await states.make(TaskComponentKind.editModal, subject, for: member)
            try await context.responder.showModal(
                try TaskModals(context.language, in: dates.zone).edit(receipt.task.number, fields, state: state))
        }
    }

    /// What was written in the window of `/task edit`.
    func edit(_ context: InteractionContext) async throws {
        guard let modal = context.interaction.modal, let (_, state) = try await granted(modal.customID, context) else {
            return
        }
        let subject = try JSON.decode(TaskComponentStates.Edit.self, from: state.subject)
        try await edit(subject, TaskFields(modal), context)
    }

    /// Changes a task as its fields say.
    func edit(
        _ subject: TaskComponentStates.Edit, _ fields: TaskFields, _ context: InteractionContext
    ) async throws {
        let dates = try await feature.dates(for: try member(context))
        let edit: TaskEdit
        do throws(ValidationFailure) {
            edit = try fields.edit(seenVersion: subject.version, shownDue: subject.shownDue, dates: dates)
        } catch {
            var kept = subject
            kept.fields = fields
            return try await askAgain(
                Rejected(
                    issues: error.issues, kind: TaskComponentKind.editModal, kept: kept, date: (fields.due, dates)),
                context)
        }
        switch try await feature.edit(.id(subject.task), edit, try request(context)) {
        case .refused(let refusal): try await refuse(refusal, context)
        case .done(let receipt):
            let sentence = TaskAnswers(context.language).sentence(receipt, by: try member(context).userID)
            let isChanged = fields.due != subject.shownDue
            let remarks = isChanged ? try await remarks(on: fields.due, dates, context) : nil
            let text = [sentence, remarks].compactMap(\.self).joined(separator: "\n")
            try await answerPrivately(MessageContent(text), context)
        }
    }

    // MARK: - States

    /// The state behind a custom id; when there is none for this member, they have been told and nil comes back.
    func granted(
        _ text: String?, _ context: InteractionContext
    ) async throws -> (CustomID, ComponentState)? {
        guard let customID = Self.customID(text) else {
            try await outOfDate(context)
            return nil
        }
        switch try await states.press(customID, by: try member(context)) {
        case .granted(let state): return (customID, state)
        case .outOfDate: try await outOfDate(context)
        case .forbidden: try await notYours(context)
        }
        return nil
    }

    /// The custom id, nil when it is of another version or was never ours.
    private static func customID(_ text: String?) -> CustomID? {
        do throws(ValidationIssue) { return try CustomID(validating: text ?? "") } catch { return nil }
    }

    private func notYours(_ context: InteractionContext) async throws {
        try await context.responder.reply(Notice.privately(context.language.general.notYours))
    }

    func outOfDate(_ context: InteractionContext) async throws {
        try await context.responder.reply(Notice.privately(context.language.general.outOfDate))
    }
}
