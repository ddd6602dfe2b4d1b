public import Atoms
internal import EchordPrimitives
public import SQL

extension TaskRepository {
    /// How many tasks a page has.
    public static let pageSize = 10

    /// A page of a list, with only what the member may see.
    ///
    /// - Parameters:
    ///   - query: what to list.
    ///   - member: who asks.
    ///   - day: the day that it is for the member.
    ///   - cursor: where to read on; nil for the first page.
    public func page(
        _ query: TaskQuery, for member: MemberContext, day: LocalDay, from cursor: TaskCursor? = nil,
        _ connection: any Queryable
    ) async throws -> TaskPage {
        let condition = Self.condition(query, for: member, day: day)
        let order = ListOrder(query.view)
        let isBackwards = cursor?.direction == .before
        let rows = try await connection.query(
            """
            SELECT * FROM tasks WHERE \(condition) AND \(order.condition(cursor))
            ORDER BY \(order.clause(isBackwards: isBackwards)) LIMIT \(Self.pageSize + 1)
            """)
        var tasks = try rows.prefix(Self.pageSize).map { row in try ChoreTask(row: row) }
        if isBackwards { tasks.reverse() }
        let hasMore = rows.count > Self.pageSize
        let hasPrevious = isBackwards ? hasMore : cursor != nil
        let hasNext = isBackwards || hasMore
        return TaskPage(
            tasks: tasks,
            previous: hasPrevious ? tasks.first.map { order.cursor(.before, at: $0) } : nil,
            next: hasNext ? tasks.last.map { order.cursor(.after, at: $0) } : nil,
            total: try await connection.count("SELECT count(*) FROM tasks WHERE \(condition)"))
    }

    /// Tasks whose number or title fits what a member has typed so far, the best fit first.
    ///
    /// - Parameters:
    ///   - text: a number, or part of a title without regard to case; empty for the newest tasks.
    ///   - action: only tasks with which this can be done; what the member lacks the right for is left in, so that the
    ///     answer can say so.
    ///   - limit: at most so many; Discord shows 25.
    public func suggestions(
        _ text: String, for action: TaskAction, by member: MemberContext, limit: Int = 25, _ connection: any Queryable
    ) async throws -> [ChoreTask] {
        let folded = text.foldedForSearch
        let digits = folded.hasPrefix("#") ? String(folded.dropFirst()) : folded
        let starts = Self.pattern(folded) + "%"
        let numbers = Self.pattern(digits) + "%"
        let isNumber: SQL = digits.isEmpty ? "1 = 0" : "CAST(number AS TEXT) LIKE \(numbers) ESCAPE '\\'"
        return try await connection.query(
            """
            SELECT * FROM tasks
            WHERE guild_id = \(member.guildID) AND \(Self.visible(to: member)) AND \(Self.possible(action, member))
                AND (\(isNumber) OR title_folded LIKE \("%" + starts) ESCAPE '\\')
            ORDER BY CAST(number AS TEXT) = \(digits) DESC, \(isNumber) DESC,
                title_folded LIKE \(starts) ESCAPE '\\' DESC, number DESC
            LIMIT \(min(max(limit, 0), 25))
            """
        ).map { row in try ChoreTask(row: row) }
    }

    // MARK: - Conditions

    private static func condition(_ query: TaskQuery, for member: MemberContext, day: LocalDay) -> SQL {
        var parts: [SQL] = ["guild_id = \(member.guildID)", "deleted_at IS NULL", visible(to: member)]
        switch query.view {
        case .mine: parts += [open, "assignee_id = \(member.userID)"]
        case .pool: parts += [open, "assignee_id IS NULL"]
        case .today: parts += [open, "due_at < \(day.end)"]
        case .overdue: parts += [open, "due_at < \(day.now)"]
        case .week: parts += [open, "due_at < \(day.endOfWeek)"]
        case .all: break
        case .done: parts.append("state = \(TaskState.done)")
        }
        if let assignee = query.assignee { parts.append("assignee_id = \(assignee)") }
        if let search = query.search?.foldedForSearch, !search.isEmpty {
            parts.append("title_folded LIKE \("%" + pattern(search) + "%") ESCAPE '\\'")
        }
        return parts.joined(separator: " AND ")
    }

    private static var open: SQL { "state IN (\(list: TaskState.allCases.filter(\.isOpen)))" }

    /// `TaskPolicy.maySee`, in SQL.
    private static func visible(to member: MemberContext) -> SQL {
        if member.isManager { return "1 = 1" }
        return """
            (private = 0 OR created_by = \(member.userID) OR assignee_id = \(member.userID)
                OR role_id IN (\(list: member.roles.sorted())))
            """
    }

    /// Where the state of a task allows an action.
    private static func possible(_ action: TaskAction, _ member: MemberContext) -> SQL {
        switch action {
        case .create, .show, .edit, .delete: "deleted_at IS NULL"
        case .restore: "deleted_at IS NOT NULL"
        case .undo: "deleted_at IS NULL AND state = \(TaskState.done)"
        case .assign, .complete: "deleted_at IS NULL AND \(open)"
        case .start: "deleted_at IS NULL AND state = \(TaskState.todo)"
        case .claim: "deleted_at IS NULL AND \(open) AND assignee_id IS NULL"
        case .release: "deleted_at IS NULL AND \(open) AND assignee_id IS NOT NULL"
        }
    }

    /// A text to look for as it is, whatever it holds.
    private static func pattern(_ text: String) -> String {
        var pattern = ""
        for character in text.unicodeScalars {
            if character == "%" || character == "_" || character == "\\" { pattern += "\\" }
            pattern.unicodeScalars.append(character)
        }
        return pattern
    }
}

/// What a view is sorted by; the number decides between equals.
private struct ListOrder {
    private let isAscending: Bool
    private let key: @Sendable (ChoreTask) -> Int64?
    private let column: SQL
    private let missing: Int64

    init(_ view: TaskView) {
        switch view {
        case .mine, .pool, .today, .overdue, .week:
            (isAscending, column, missing) = (true, "due_at", .max)
            key = { $0.dueAt?.milliseconds }
        case .done:
            (isAscending, column, missing) = (false, "completed_at", .min)
            key = { $0.completedAt?.milliseconds }
        case .all:
            (isAscending, column, missing) = (false, "NULL", .min)
            key = { _ in nil }
        }
    }

    func cursor(_ direction: TaskCursor.Direction, at task: ChoreTask) -> TaskCursor {
        TaskCursor(direction, key: key(task), number: task.number)
    }

    func condition(_ cursor: TaskCursor?) -> SQL {
        guard let cursor else { return "1 = 1" }
        let isGreater = isAscending == (cursor.direction == .after)
        return """
            (coalesce(\(column), \(missing)), number) \(unsafe: isGreater ? ">" : "<")
                (\(cursor.key ?? missing), \(cursor.number))
            """
    }

    func clause(isBackwards: Bool) -> SQL {
        let way: SQL = isAscending != isBackwards ? "ASC" : "DESC"
        return "coalesce(\(column), \(missing)) \(way), number \(way)"
    }
}
