internal import Atoms
internal import EchordPrimitives

/// Puts what became of a request into a sentence.
struct TaskAnswers {
    private let texts: any TaskTexts
    private let general: any GeneralTexts

    init(_ language: Language) {
        texts = language.tasks
        general = language.general
    }

    /// The sentence after something was done by `user`.
    func sentence(_ receipt: TaskReceipt, by user: UserID) -> String {
        let task = TaskCardView.name(receipt.task)
        switch receipt.action {
        case .claim: return texts.claimed(task, by: user.mention)
        case .release: return texts.released(task, by: user.mention)
        case .start: return texts.started(task, by: user.mention)
        case .complete: return completed(receipt.task, by: user)
        case .undo: return texts.undone(task, by: user.mention)
        case .edit: return texts.edited(task)
        case .delete: return texts.deletedTask(task)
        case .restore: return texts.restored(task)
        case .assign:
            guard let assignee = receipt.task.assigneeID?.mention ?? receipt.task.roleID?.mention else {
                return texts.unassigned(task)
            }
            return texts.assigned(task, to: assignee)
        case .create, .show: return task
        }
    }

    /// Who did it, when if that was not just now, and what they say about it.
    private func completed(_ task: ChoreTask, by user: UserID) -> String {
        let (name, doer) = (TaskCardView.name(task), (task.completedBy ?? user).mention)
        let earlier = task.completedAt.flatMap { $0 < task.updatedAt ? $0 : nil }
        let sentence =
            earlier.map { instant in
                let time = DiscordTimestamp.markup(unixSeconds: instant.seconds, .longDateShortTime)
                return texts.completed(name, by: doer, at: time)
            } ?? texts.completed(name, by: doer)
        guard let note = task.completionNote else { return sentence }
        return "\(sentence)\n\(Markdown.quote(Markdown.escape(note.rawValue)))"
    }

    /// The sentence when nothing was done.
    func sentence(_ refusal: TaskRefusal) -> String {
        switch refusal {
        case .unknownTask: texts.unknownTask
        case .notAllowed(let rights): texts.notAllowed(rights)
        case .alreadyClaimed(let user): texts.alreadyClaimed(by: user.mention)
        case .alreadyDone(let user, let at):
            texts.alreadyDone(by: user.mention, at: DiscordTimestamp.markup(unixSeconds: at.seconds, .relative))
        case .wrongState(let state, let action): texts.wrongState(state, for: action)
        case .notAssigned: texts.notAssigned
        case .conflict: texts.conflict
        case .invalid(let issues): issues.map(general.issue).joined(separator: "\n")
        }
    }
}
