/// Which tasks a list shows. The raw values are the choices of `/task list`.
public enum TaskView: String, CaseIterable, Hashable, Sendable {
    /// The open ones that the asking member has.
    case mine
    /// The open ones that nobody has.
    case pool
    /// The open ones that are due today, or were before.
    case today
    /// The open ones that were due before now.
    case overdue
    /// The open ones that are due within the week, or were before.
    case week
    /// All of them, the newest first.
    case all
    /// The done ones, the last done first.
    case done
}

/// What a list shows, and to whom.
public struct TaskQuery: Hashable, Sendable {
    /// Which tasks.
    public var view: TaskView
    /// Only those of this member; nil for everyone's.
    public var assignee: UserID?
    /// Only those with this in their title, without regard to case.
    public var search: String?

    /// A list of `view`.
    public init(_ view: TaskView, assignee: UserID? = nil, search: String? = nil) {
        self.view = view
        self.assignee = assignee
        self.search = search
    }
}

/// A place in a list, from which the next or the previous page is read. It fits in the argument of a custom id.
public struct TaskCursor: Hashable, Sendable, LosslessStringConvertible {
    /// Which way to read.
    public enum Direction: Hashable, Sendable {
        /// What comes after.
        case after
        /// What comes before.
        case before
    }

    /// Which way to read.
    public let direction: Direction
    /// What the list is sorted by, of the task at this place; nil where that has no value.
    public let key: Int64?
    /// The number of the task at this place.
    public let number: TaskNumber

    /// The place of a task.
    public init(_ direction: Direction, key: Int64?, number: TaskNumber) {
        self.direction = direction
        self.key = key
        self.number = number
    }

    /// `n`, the key, a hyphen and the number, in base 36; `p` for the other way.
    public var description: String {
        let key = key.map { String($0, radix: 36) } ?? ""
        return "\(direction == .after ? "n" : "p")\(key)-\(String(number.rawValue, radix: 36))"
    }

    /// Reads the text of a cursor; nil for anything else.
    public init?(_ text: String) {
        guard let first = text.first, text.utf8.count <= CustomID.greatestArgumentLength else { return nil }
        let parts = text.dropFirst().split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, first == "n" || first == "p", let value = Int64(parts[1], radix: 36),
            let number = TaskNumber(rawValue: value)
        else { return nil }
        guard parts[0].isEmpty || Int64(parts[0], radix: 36) != nil else { return nil }
        self.init(first == "n" ? .after : .before, key: Int64(parts[0], radix: 36), number: number)
    }
}

/// A page of a list.
public struct TaskPage: Hashable, Sendable {
    /// The tasks, at most ten.
    public let tasks: [ChoreTask]
    /// Where the page before ends; nil on the first.
    public let previous: TaskCursor?
    /// Where the next page begins; nil on the last.
    public let next: TaskCursor?
    /// How many tasks the whole list has.
    public let total: Int

    /// A page.
    public init(tasks: [ChoreTask], previous: TaskCursor?, next: TaskCursor?, total: Int) {
        self.tasks = tasks
        self.previous = previous
        self.next = next
        self.total = total
    }
}
