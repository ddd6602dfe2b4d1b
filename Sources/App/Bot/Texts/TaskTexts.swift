package import Atoms

/// Everything the bot says about tasks, in one language.
///
/// A language is a type that conforms, so a missing text does not compile. Titles and names that come in as arguments
/// are escaped already; users are given as mentions, times as Discord timestamps.
package protocol TaskTexts: Sendable {
    /// Names and descriptions of the commands, as Discord's client lists them.
    var commands: TaskCommandTexts { get }

    // MARK: Card

    /// The label of a button.
    func button(_ action: TaskAction) -> String
    /// The label of the button that turns a page.
    var previousPage: String { get }
    /// The label of the button that turns a page.
    var nextPage: String { get }
    /// Where a task stands.
    func state(_ state: TaskState) -> String
    /// How much it presses.
    func priority(_ priority: TaskPriority) -> String
    /// Before the due time.
    var due: String { get }
    /// Before the person who has it.
    var assignedTo: String { get }
    /// What stands in the place of a person while nobody has it.
    var free: String { get }
    /// The state of a task whose time is over.
    var overdue: String { get }
    /// Points, with their plural.
    func points(_ count: Int) -> String
    /// Minutes, with their plural.
    func minutes(_ count: Int) -> String
    /// Who made it.
    func createdBy(_ user: String) -> String
    /// The line of a finished task.
    func doneBy(_ user: String, at time: String) -> String
    /// The line of a task in the bin.
    var deleted: String { get }

    // MARK: Answers

    /// After a task was given to somebody.
    func assigned(_ task: String, to assignee: String) -> String
    /// After a task went back to the pool.
    func unassigned(_ task: String) -> String
    /// After a task was taken.
    func claimed(_ task: String, by user: String) -> String
    /// After a task was given back.
    func released(_ task: String, by user: String) -> String
    /// After a task was begun.
    func started(_ task: String, by user: String) -> String
    /// After a task was ticked off.
    func completed(_ task: String, by user: String) -> String
    /// After a task was ticked off that was done earlier.
    func completed(_ task: String, by user: String, at time: String) -> String
    /// After the tick was taken back.
    func undone(_ task: String, by user: String) -> String
    /// After words or numbers changed.
    func edited(_ task: String) -> String
    /// After a task went to the bin.
    func deletedTask(_ task: String) -> String
    /// After a task came back from the bin.
    func restored(_ task: String) -> String

    // MARK: Lists

    /// The heading of a list.
    func listTitle(_ view: TaskView, count: Int) -> String
    /// What an empty list says, and how to fill it.
    func emptyList(_ view: TaskView) -> String

    // MARK: Modal

    /// The title of the modal that makes a task with details.
    var createTitle: String { get }
    /// The title of the modal that changes a task.
    func editTitle(_ number: String) -> String
    /// The label of the title field.
    var titleLabel: String { get }
    /// The label of the details field.
    var detailsLabel: String { get }
    /// What stands below the due time in a window, where ``due`` is its label.
    func dueHint(_ zone: String) -> String
    /// The title of the modal about a task that was done.
    var doneTitle: String { get }
    /// The label of the field for when it was done.
    var atLabel: String { get }
    /// What stands below that field.
    func atHint(_ zone: String) -> String
    /// The label of the field for the note.
    var noteLabel: String { get }
    /// The label of the priority field.
    var priorityLabel: String { get }
    /// The label of the points field.
    var pointsLabel: String { get }

    // MARK: Refusals

    /// There is no such task for this member.
    var unknownTask: String { get }
    /// The member lacks every one of these rights.
    func notAllowed(_ rights: [TaskRight]) -> String
    /// Somebody was faster.
    func alreadyClaimed(by user: String) -> String
    /// Somebody has done it.
    func alreadyDone(by user: String, at time: String) -> String
    /// The action does not fit the state.
    func wrongState(_ state: TaskState, for action: TaskAction) -> String
    /// Nobody has it.
    var notAssigned: String { get }
    /// It changed meanwhile.
    var conflict: String { get }
}

/// What Discord's client shows of the commands.
package struct TaskCommandTexts: CommandTexts {
    package typealias Entry = CommandEntry

    /// Those of a language.
    package static func of(_ language: Language) -> Self { language.tasks.commands }

    package let task: Entry
    package let create: Entry
    package let list: Entry
    package let today: Entry
    package let show: Entry
    package let assign: Entry
    package let claim: Entry
    package let release: Entry
    package let start: Entry
    package let done: Entry
    package let undo: Entry
    package let edit: Entry
    package let delete: Entry
    package let restore: Entry

    package let titleOption: Entry
    package let dueOption: Entry
    package let assignOption: Entry
    package let pointsOption: Entry
    package let priorityOption: Entry
    package let effortOption: Entry
    package let detailsOption: Entry
    package let taskOption: Entry
    package let toOption: Entry
    package let forOption: Entry
    package let atOption: Entry
    package let noteOption: Entry
    package let viewOption: Entry
    package let whoOption: Entry
    package let searchOption: Entry
    package let publicOption: Entry
    /// The choices of `/task list view`.
    package let views: [TaskView: String]
}
