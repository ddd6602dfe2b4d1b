internal import Atoms
internal import Echord
internal import EchordModel
internal import EchordPrimitives
internal import JSON
internal import Molecules
internal import Organisms

// What a member typed is never lost: who is told that something is wrong with it opens it again in a window, or chooses
// what was meant from a list.

extension TaskRoutes {
    /// What was typed, of which something is not good.
    struct Rejected<Kept: JSONEncodable> {
        /// What is wrong.
        let issues: [ValidationIssue]
        /// Who mends it, as in custom ids.
        let kind: String
        /// What was typed, to be shown again.
        let kept: Kept
        /// The time in it, and who read it.
        let date: (text: String?, reader: DateReader)
    }

    /// Says what is wrong, and offers to mend it.
    func askAgain(_ rejected: Rejected<some JSONEncodable>, _ context: InteractionContext) async throws {
        let state = try await states.make(rejected.kind, rejected.kept, for: try member(context))
        let readings =
            rejected.issues.contains { $0.code == .ambiguous }
            ? rejected.date.reader.suggestions(rejected.date.text ?? "") : []
        let (choice, again) = (
            try CustomID(kind: rejected.kind, id: state, argument: "choose"),
            try CustomID(kind: rejected.kind, id: state, argument: "again")
        )
        let sentence = TaskAnswers(context.language).sentence(.invalid(rejected.issues))
        let content = MessageContent(sentence).adding {
            if !readings.isEmpty { ActionRow { DateView(context).select(readings, customID: choice) } }
            ActionRow { Button(context.language.general.correct, customID: again.description, style: .primary) }
        }
        try await answerPrivately(content, context)
    }

    /// Opens a window, unless a time was chosen from a list.
    static func mends(_ context: InteractionContext) -> InteractionDeferral {
        context.interaction.component?.values?.isEmpty == false ? .update : .none
    }

    /// Tells, in place of the sentence that asked to mend something, that it has worked; what was done is said apart.
    func noteMended(_ context: InteractionContext) async throws {
        guard context.isAboutPrivateMessage else { return }
        try await context.responder.update(try MessageContent(context.language.general.worked).updateMessage())
    }

    /// Tells whoever gave a time what they should know about it, apart from the answer that all see.
    func remark(on text: String?, _ dates: DateReader, _ context: InteractionContext) async throws {
        guard let sentences = try await remarks(on: text, dates, context) else { return }
        try await context.responder.reply(Notice.privately(sentences))
    }

    /// What somebody should know about a time that they gave: what clocks do to it, and that its zone is nobody's choice.
    func remarks(on text: String?, _ dates: DateReader, _ context: InteractionContext) async throws -> String? {
        guard let text, !text.isEmpty else { return nil }
        let zone = try await feature.zone(of: try member(context))
        let guess =
            zone.source == .standard ? context.language.settings.zoneGuessed(zone.zone.name.rawValue) : nil
        let sentences = [DateView(context).sentence(about: dates.plainReading(text)), guess].compactMap(\.self)
        return sentences.isEmpty ? nil : sentences.joined(separator: "\n")
    }

    /// A press on what ``askAgain(_:_:)`` offered about a new task.
    func mendCreate(_ context: InteractionContext) async throws {
        guard let component = context.interaction.component,
            let (_, state) = try await granted(component.customID, context)
        else { return }
        let kept = try JSON.decode(TaskComponentStates.Create.self, from: state.subject)
        guard var form = kept.form else { return try await outOfDate(context) }
        let origin = kept.origin ?? state.id
        guard let chosen = component.values?.first else {
            return try await openCreate(form, from: origin, context)
        }
        form.due = chosen
        try await create(form, from: origin, context)
    }

    /// The same about a change of a task.
    func mendEdit(_ context: InteractionContext) async throws {
        guard let component = context.interaction.component,
            let (_, state) = try await granted(component.customID, context)
        else { return }
        let subject = try JSON.decode(TaskComponentStates.Edit.self, from: state.subject)
        guard var fields = subject.fields else { return try await outOfDate(context) }
        guard let chosen = component.values?.first else {
            return try await openEdit(.id(subject.task), subject, context)
        }
        fields.due = chosen
        try await edit(subject, fields, context)
    }

    /// The same about a task that was done.
    func mendDone(_ context: InteractionContext) async throws {
        guard let component = context.interaction.component,
            let (_, state) = try await granted(component.customID, context)
        else { return }
        var typed = try JSON.decode(TaskComponentStates.Done.self, from: state.subject)
        if let chosen = component.values?.first {
            typed.at = chosen
            return try await done(typed, context)
        }
        let zone = try await feature.dates(for: try member(context)).zone
        let window = try TaskModals(context.language, in: zone).done(at: typed.at, note: typed.note, state: state.id)
        try await context.responder.showModal(window)
    }

    /// What was written in the window of a task that was done.
    func doneFromModal(_ context: InteractionContext) async throws {
        guard let modal = context.interaction.modal, let (_, state) = try await granted(modal.customID, context) else {
            return
        }
        var typed = try JSON.decode(TaskComponentStates.Done.self, from: state.subject)
        typed.at = modal[TaskModals.Field.at]?.strings.first
        typed.note = modal[TaskModals.Field.note]?.strings.first
        try await done(typed, context)
    }
}
