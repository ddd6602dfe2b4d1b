internal import Atoms

struct EnglishGeneralTexts: GeneralTexts {
    func tooOften(wait seconds: Int) -> String {
        "You have used this command too often. Try again in \(seconds == 1 ? "1 second" : "\(seconds) seconds")."
    }
    var outOfDate: String { "This button is out of date. Use `/task show` to get a fresh card." }
    var notYours: String { "This button is for the person who asked. Run the command yourself to get your own." }
    var serverOnly: String { "This works in a server only. Open one and try again there." }
    func failed(reference: String) -> String {
        "Something went wrong on our side. Try again; if it stays, give an admin this reference: `\(reference)`."
    }
    var correct: String { "Correct it…" }
    var worked: String { "Corrected, and it worked." }
    var unknownCommand: String { "This command is not known any more. Reload Discord (Ctrl+R) and try again." }
    func issue(_ issue: ValidationIssue) -> String {
        let names = ["due": "The due time", "at": "The time when it was done"]
        let field = names[issue.path] ?? (issue.path.isEmpty ? "This" : "The \(issue.path)")
        let (least, most) = (issue.params["min"] ?? "?", issue.params["max"] ?? "?")
        return switch issue.code {
        case .empty: "\(field) is empty. Write something that can be seen."
        case .tooShort: "\(field) is too short: at least \(least) characters."
        case .tooLong:
            "\(field) is too long: \(most) characters at most, and it has \(issue.params["actual"] ?? "more")."
        case .outOfRange: "\(field) must be between \(least) and \(most)."
        case .controlCharacter: "\(field) has a line break or an invisible character that is not allowed. Type it anew."
        case .unknownValue: "\(field) is not one of the values in the list. Pick one from it."
        case .ambiguous: "\(field) can mean several times. Choose one, or write day and time, like “fri 18:00”."
        case .inPast: "\(field) is over already. Write one that is still to come."
        case .inFuture: "\(field) is still to come. Write when it was, like “yesterday 20:00”."
        case .tooFar: "\(field) is too many years away. Write a nearer one."
        case .malformed where issue.path == "due":
            "\(field) could not be understood. Write it like “fri 18:00”, “tomorrow” or “in 3 days”."
        case .malformed where issue.path == "at":
            "\(field) could not be understood. Write it like “yesterday 20:00” or “2 hours ago”."
        default: "\(field) could not be understood. Look at the examples in its description."
        }
    }
}

struct EnglishTaskTexts: TaskTexts {
    let commands = TaskCommandTexts(
        task: .init("task", "Things to do in this server"),
        create: .init("create", "Make a task"),
        list: .init("list", "Show tasks"),
        today: .init("today", "Show what is due today, and what is overdue"),
        show: .init("show", "Show the card of a task"),
        assign: .init("assign", "Give a task to a member or a role"),
        claim: .init("claim", "Take a task that nobody has"),
        release: .init("release", "Give a task back"),
        start: .init("start", "Begin with a task"),
        done: .init("done", "Tick a task off"),
        undo: .init("undo", "Take the tick back"),
        edit: .init("edit", "Change the words and numbers of a task"),
        delete: .init("delete", "Put a task in the bin"),
        restore: .init("restore", "Take a task out of the bin"),
        titleOption: .init("title", "What is to be done, in a line"),
        dueOption: .init("due", "When it should be done, such as “fri 18:00” or “tomorrow”"),
        assignOption: .init("assign", "Who gets it; nobody means that anyone may claim it"),
        pointsOption: .init("points", "What it is worth"),
        priorityOption: .init("priority", "How much it presses"),
        effortOption: .init("effort", "How many minutes it takes"),
        detailsOption: .init("details", "Open a form for more words"),
        taskOption: .init("task", "Its number or a part of its title"),
        toOption: .init("to", "Who gets it"),
        forOption: .init("for", "Who did it, if it was not you"),
        atOption: .init("at", "When it was done, such as “yesterday 20:00”, if not just now"),
        noteOption: .init("note", "What you want to say about it"),
        viewOption: .init("view", "Which tasks"),
        whoOption: .init("who", "Only the tasks of this member"),
        searchOption: .init("search", "Only tasks with this in their title"),
        publicOption: .init("public", "Let everyone in the channel see the answer"),
        views: [
            .mine: "Mine", .pool: "Free to claim", .today: "Due today", .overdue: "Overdue", .week: "Due this week",
            .all: "All", .done: "Done",
        ])

    func button(_ action: TaskAction) -> String {
        switch action {
        case .claim: "Claim"
        case .complete: "Done"
        case .start: "Start"
        case .release: "Release"
        case .undo: "Undo"
        case .create: "Create"
        case .show: "Show"
        case .assign: "Assign"
        case .edit: "Edit"
        case .delete: "Delete"
        case .restore: "Restore"
        }
    }
    var previousPage: String { "Previous" }
    var nextPage: String { "Next" }
    func state(_ state: TaskState) -> String {
        switch state {
        case .todo: "To do"
        case .doing: "In progress"
        case .waitingApproval: "Waiting for approval"
        case .done: "Done"
        case .cancelled: "Cancelled"
        case .skipped: "Skipped"
        }
    }
    func priority(_ priority: TaskPriority) -> String {
        switch priority {
        case .low: "Low priority"
        case .normal: "Normal priority"
        case .high: "High priority"
        case .urgent: "Urgent"
        }
    }
    var due: String { "Due" }
    var assignedTo: String { "Assigned to" }
    var free: String { "nobody yet: free to claim" }
    var overdue: String { "Overdue" }
    func points(_ count: Int) -> String { count == 1 ? "1 point" : "\(count) points" }
    func minutes(_ count: Int) -> String { count == 1 ? "1 minute" : "\(count) minutes" }
    func createdBy(_ user: String) -> String { "Created by \(user)" }
    func doneBy(_ user: String, at time: String) -> String { "Done by \(user) \(time)" }
    var deleted: String { "In the bin. `/task restore` brings it back." }

    func assigned(_ task: String, to assignee: String) -> String { "\(task) is now for \(assignee)." }
    func unassigned(_ task: String) -> String { "\(task) is free to claim." }
    func claimed(_ task: String, by user: String) -> String { "\(user) takes \(task)." }
    func released(_ task: String, by user: String) -> String { "\(user) gave \(task) back. It is free to claim." }
    func started(_ task: String, by user: String) -> String { "\(user) has begun with \(task)." }
    func completed(_ task: String, by user: String) -> String { "\(user) has done \(task)." }
    func completed(_ task: String, by user: String, at time: String) -> String { "\(user) did \(task) on \(time)." }
    func undone(_ task: String, by user: String) -> String { "\(user) reopened \(task)." }
    func edited(_ task: String) -> String { "\(task) is changed." }
    func deletedTask(_ task: String) -> String { "\(task) is in the bin. `/task restore` brings it back." }
    func restored(_ task: String) -> String { "\(task) is back." }

    func listTitle(_ view: TaskView, count: Int) -> String {
        let name = commands.views[view] ?? ""
        return "\(name): \(count == 1 ? "1 task" : "\(count) tasks")"
    }
    func emptyList(_ view: TaskView) -> String {
        switch view {
        case .mine: "You have nothing to do. `/task list view:Free to claim` shows what you could take."
        case .pool: "Nothing is free to claim. `/task create` makes a task."
        case .today: "Nothing is due today."
        case .overdue: "Nothing is overdue."
        case .week: "Nothing is due this week."
        case .all: "There are no tasks yet. `/task create` makes the first."
        case .done: "Nothing has been done yet."
        }
    }

    var createTitle: String { "New task" }
    func editTitle(_ number: String) -> String { "Task \(number)" }
    var titleLabel: String { "Title" }
    var detailsLabel: String { "Details" }
    func dueHint(_ zone: String) -> String { "Such as “fri 18:00” or “in 3 days”, in \(zone); empty for none" }
    var doneTitle: String { "Done" }
    var atLabel: String { "When" }
    func atHint(_ zone: String) -> String { "Such as “yesterday 20:00”, in \(zone); empty for just now" }
    var noteLabel: String { "Note" }
    var priorityLabel: String { "Priority" }
    var pointsLabel: String { "Points" }

    var unknownTask: String { "There is no such task here. Pick one from the list that appears while you type." }
    func notAllowed(_ rights: [TaskRight]) -> String {
        let names = rights.map { right in
            switch right {
            case .manager: "someone with the permission Manage Messages"
            case .author: "whoever made the task"
            case .assignee: "whoever has the task"
            case .doer: "whoever did it"
            case .role(let role): "members with the role <@&\(role)>"
            }
        }
        return "Only \(names.joined(separator: " or ")) may do this. Ask one of them."
    }
    func alreadyClaimed(by user: String) -> String { "\(user) was faster. `/task list` shows what is still free." }
    func alreadyDone(by user: String, at time: String) -> String { "\(user) has done this already, \(time)." }
    func wrongState(_ state: TaskState, for action: TaskAction) -> String {
        "“\(button(action))” does not fit: the task is “\(self.state(state))”. `/task show` tells what can be done with it."
    }
    var notAssigned: String { "Nobody has this task, so there is nothing to give back. You may claim it." }
    var conflict: String { "Somebody changed this task meanwhile. Look at it again with `/task show` and repeat." }
}
