internal import Atoms
package import Echord
internal import EchordModel
internal import EchordPrimitives
package import Molecules
package import Organisms

/// Turns interactions about tasks into requests to the feature, and its outcomes into answers.
///
/// Nothing is decided here: who may do what, what fits and who was faster is for the layers below.
package struct TaskRoutes: MemberRoutes {
    typealias Option = TaskCommandDeclaration.Option

    let feature: TaskFeature
    let cards: TaskCardFeature
    let store: GuildStore
    let states: TaskComponentStates

    /// Routes to a feature.
    package init(feature: TaskFeature, cards: TaskCardFeature, store: GuildStore) {
        self.feature = feature
        self.cards = cards
        self.store = store
        states = TaskComponentStates(store: store)
    }

    /// Adds everything about tasks to a router.
    package func register(in router: inout InteractionRouter) {
        router.command("task create", acknowledging: .by(Self.opensModal), create)
        router.command("task list", acknowledging: .by(Self.shownTo), list)
        router.command("task today", acknowledging: .by(Self.shownTo), today)
        router.command("task show", acknowledging: .by(Self.shownTo), show)
        router.command("task edit", acknowledging: .never, openEdit)
        router.command("task assign", acknowledging: .publicly, assign)
        router.command("task done", acknowledging: .publicly, done)
        for (word, action) in Self.plainActions {
            let acknowledgement: Acknowledgement = Self.isPublic(action) ? .publicly : .privately
            router.command("task \(word)", acknowledging: acknowledgement) { try await act(action, $0) }
        }
        for (word, action) in Self.suggestingCommands {
            router.autocomplete("task \(word)") { try await suggest(action, $0) }
        }
        router.component("1.\(TaskCardFeature.kind).", acknowledging: .update, press)
        router.component("1.\(TaskComponentKind.list).", acknowledging: .update, turnPage)
        router.component("1.\(TaskComponentKind.deletion).", acknowledging: .update, takeBack)
        for (kind, isPublic, mend, send) in [
            (TaskComponentKind.createModal, true, mendCreate, createFromModal),
            (TaskComponentKind.editModal, false, mendEdit, edit),
            (TaskComponentKind.doneModal, true, mendDone, doneFromModal),
        ] as [(String, Bool, InteractionRouter.Handler, InteractionRouter.Handler)] {
            router.component("1.\(kind).", acknowledging: .by(Self.mends), mend)
            router.modal("1.\(kind).", acknowledging: .by { Self.sent($0, isPublic: isPublic) }, send)
        }
    }

    private static let plainActions: [(String, TaskAction)] = [
        ("claim", .claim), ("release", .release), ("start", .start), ("undo", .undo), ("delete", .delete),
        ("restore", .restore),
    ]

    private static let suggestingCommands: [(String, TaskAction)] =
        plainActions + [
            ("create", .create), ("show", .show), ("assign", .assign), ("done", .complete), ("edit", .edit),
        ]

    /// Whether the channel sees the answer: what others wait for is said aloud, the rest is not.
    private static func isPublic(_ action: TaskAction) -> Bool {
        switch action {
        case .create, .assign, .claim, .release, .start, .complete, .undo: true
        case .show, .edit, .delete, .restore: false
        }
    }

    private static func opensModal(_ context: InteractionContext) -> InteractionDeferral {
        context[option: Option.details] == .bool(true) ? .none : .message(ephemeral: false)
    }

    private static func shownTo(_ context: InteractionContext) -> InteractionDeferral {
        .message(ephemeral: context[option: Option.isPublic] != .bool(true))
    }

    /// A window that was opened from a private message changes that message.
    private static func sent(_ context: InteractionContext, isPublic: Bool) -> InteractionDeferral {
        context.isAboutPrivateMessage ? .update : .message(ephemeral: !isPublic)
    }

    // MARK: - What the handlers share

    /// The task that an option names, by number or by a choice of the suggestions; nil when it can be no task.
    func reference(_ context: InteractionContext) throws -> TaskReference? {
        Self.reference(try input(context).value(Option.task))
    }

    static func reference(_ text: String) -> TaskReference? {
        do { return .number(try TaskNumber(validating: text)) } catch { return nil }
    }

    func refuse(_ refusal: TaskRefusal, _ context: InteractionContext) async throws {
        try await context.responder.reply(Notice.privately(TaskAnswers(context.language).sentence(refusal)))
    }

    func view(_ language: Language) -> TaskCardView { TaskCardView(language, at: store.time.now()) }
}
