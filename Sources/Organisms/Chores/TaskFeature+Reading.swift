public import Atoms
internal import Molecules

extension TaskFeature {
    /// One task, for whoever may see it.
    public func show(_ reference: TaskReference, to member: MemberContext) async throws -> TaskOutcome {
        try await store.read(member.guildID) { connection in
            guard let task = try await find(reference, for: .show, member, connection) else {
                return .refused(.unknownTask)
            }
            return .done(TaskReceipt(action: .show, task: task))
        }
    }

    /// A page of a list, with only what the member may see, by the day in their zone.
    public func list(
        _ query: TaskQuery, from cursor: TaskCursor? = nil, for member: MemberContext
    ) async throws -> TaskPage {
        let now = store.time.now()
        return try await store.read(member.guildID) { connection in
            let zone = try await zones.zone(of: member.userID, in: member.guildID, connection).zone
            return try await tasks.page(
                query, for: member, day: LocalDay(at: now, in: zone), from: cursor, connection)
        }
    }

    /// Reads dates as the member says them: now, in their zone and their language.
    public func dates(
        for member: MemberContext, towards direction: DateReader.Direction = .future
    ) async throws -> DateReader {
        DateReader(
            zone: try await zone(of: member).zone, zones: zones.catalogue, now: store.time.now(),
            locale: member.locale, towards: direction)
    }

    /// The zone in which the member's dates are read, and who decided it.
    public func zone(of member: MemberContext) async throws -> MemberZone {
        try await store.read(member.guildID) { try await zones.zone(of: member.userID, in: member.guildID, $0) }
    }

    /// At most 25 tasks whose number or title fits what the member has typed so far and with which the action can be
    /// done.
    public func suggestions(
        _ text: String, for action: TaskAction, by member: MemberContext
    ) async throws -> [ChoreTask] {
        try await store.read(member.guildID) { connection in
            try await tasks.suggestions(text, for: action, by: member, connection)
        }
    }

    /// The task, nil when there is none or the member may not see it. What lies in the bin is there to be restored only.
    func find(
        _ reference: TaskReference, for action: TaskAction, _ member: MemberContext, _ connection: any GuildReader
    ) async throws -> ChoreTask? {
        let task: ChoreTask?
        switch reference {
        case .number(let number): task = try await tasks.find(number, in: member.guildID, connection)
        case .id(let id): task = try await tasks.find(id, in: member.guildID, connection)
        }
        guard let task, TaskPolicy.maySee(task, member), task.deletedAt == nil || action == .restore else { return nil }
        return task
    }
}
