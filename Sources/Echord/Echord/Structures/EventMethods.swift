public import EchordModel
public import EchordPrimitives

extension DiscordThing where Model == ScheduledEvent {
    /// Changes an event, starts it or ends it. The own one needs CREATE_EVENTS, another's MANAGE_EVENTS.
    @discardableResult
    public func edit(_ changes: EditScheduledEvent, reason: String? = nil) async throws -> Live<ScheduledEvent> {
        try await live(.editScheduledEvent(id, of: GuildID(placeID), changes, reason: reason), of: placeID)
    }

    /// Deletes an event. The own one needs CREATE_EVENTS, another's MANAGE_EVENTS.
    public func delete(reason: String? = nil) async throws {
        try await discord.send(.deleteScheduledEvent(id, of: GuildID(placeID), reason: reason))
    }

    /// Who wants to come, by rising id.
    ///
    /// - Parameters:
    ///   - withMember: Whether the guild's members come with them.
    ///   - limit: How many at most.
    public func users(withMember: Bool? = nil, limit: Int? = nil) -> PagedSequence<ScheduledEventUser> {
        // `after` begins with the smallest id; without it Discord hands out the greatest ones.
        .keyset(from: UserID(0), limit: limit, pageSize: 100, key: { $0.userID ?? $0.user?.id }) { [self] in
            try await discord.send(
                .listScheduledEventUsers(
                    of: id, in: GuildID(placeID), withMember: withMember, after: $0, limit: $1))
        }
    }

    /// How many want to come, to all times and to single ones. Discord describes it without a page.
    ///
    /// - Parameter exceptions: Up to 10 single times.
    public func userCounts(exceptions: [ScheduledEventExceptionID] = []) async throws -> ScheduledEventUserCounts {
        try await discord.send(.getScheduledEventUserCounts(of: id, in: GuildID(placeID), exceptions: exceptions))
    }

    /// Moves one time of an event that comes back, or drops it. Discord describes it without a page.
    @discardableResult
    public func createException(_ exception: CreateEventException) async throws -> ScheduledEventException {
        try await discord.send(.createEventException(exception, of: id, in: GuildID(placeID)))
    }

    /// Changes how one time of an event is moved or dropped. Discord describes it without a page.
    @discardableResult
    public func editException(
        _ exception: ScheduledEventExceptionID, _ changes: EditEventException
    ) async throws -> ScheduledEventException {
        try await discord.send(.editEventException(exception, of: id, in: GuildID(placeID), changes))
    }

    /// Lets one time of an event take place as it was. Discord describes it without a page.
    public func deleteException(_ exception: ScheduledEventExceptionID) async throws {
        try await discord.send(.deleteEventException(exception, of: id, in: GuildID(placeID)))
    }

    /// Who wants to come to one time of the event, by rising id.
    ///
    /// - Parameters:
    ///   - withMember: Whether the guild's members come with them.
    ///   - limit: How many at most.
    public func users(
        of exception: ScheduledEventExceptionID, withMember: Bool? = nil, limit: Int? = nil
    ) -> PagedSequence<ScheduledEventUser> {
        .keyset(from: UserID(0), limit: limit, pageSize: 100, key: { $0.userID ?? $0.user?.id }) { [self] in
            try await discord.send(
                .listEventExceptionUsers(
                    of: exception, of: id, in: GuildID(placeID), withMember: withMember, after: $0, limit: $1))
        }
    }
}

extension All where Element == ScheduledEvent, Owner == Guild {
    private var guildID: GuildID { owner.id }

    /// A guild's scheduled events.
    ///
    /// - Parameter withCount: Whether how many want to come stands with each.
    public func list(withCount: Bool? = nil) async throws -> [Live<ScheduledEvent>] {
        try await live(.listScheduledEvents(of: guildID, withCount: withCount), of: guildID.rawValue)
    }

    /// Those in the cache, the last written first.
    public var cached: [Live<ScheduledEvent>] {
        discord.cache?.scheduledEvents.all(in: guildID).map { discord.live($0) } ?? []
    }

    /// Announces an event; up to 100 at a time. Needs CREATE_EVENTS, and in a channel MANAGE_CHANNELS, MUTE_MEMBERS and
    /// MOVE_MEMBERS for a stage, VIEW_CHANNEL and CONNECT for voice.
    @discardableResult
    public func create(_ event: CreateScheduledEvent, reason: String? = nil) async throws -> Live<ScheduledEvent> {
        try await live(.createScheduledEvent(event, in: guildID, reason: reason), of: guildID.rawValue)
    }
}

extension DiscordThing where Model == StageInstance {
    /// Changes an open stage. Needs MANAGE_CHANNELS, MUTE_MEMBERS and MOVE_MEMBERS there.
    @discardableResult
    public func edit(_ changes: EditStageInstance, reason: String? = nil) async throws -> Live<StageInstance> {
        try await live(.editStageInstance(in: id, changes, reason: reason))
    }

    /// Closes a stage. Needs MANAGE_CHANNELS, MUTE_MEMBERS and MOVE_MEMBERS there.
    public func delete(reason: String? = nil) async throws {
        try await discord.send(.deleteStageInstance(in: id, reason: reason))
    }

    /// Opens a stage in the channel. Needs MANAGE_CHANNELS, MUTE_MEMBERS and MOVE_MEMBERS.
    ///
    /// - Parameters:
    ///   - topic: What it is about, 1 to 120 characters.
    ///   - notifiesEveryone: Whether everybody is told; needs MENTION_EVERYONE.
    @discardableResult
    public func open(
        topic: String, notifiesEveryone: Bool? = nil, reason: String? = nil
    ) async throws -> Live<StageInstance> {
        let stage = CreateStageInstance(channelID: id, topic: topic, sendStartNotification: notifiesEveryone)
        return try await live(.createStageInstance(stage, reason: reason))
    }
}

extension DiscordThing where Model == AutoModerationRule {
    /// Changes a rule.
    @discardableResult
    public func edit(
        _ changes: EditAutoModerationRule, reason: String? = nil
    ) async throws -> Live<AutoModerationRule> {
        try await live(.editAutoModerationRule(id, of: GuildID(placeID), changes, reason: reason), of: placeID)
    }

    /// Deletes a rule.
    public func delete(reason: String? = nil) async throws {
        try await discord.send(.deleteAutoModerationRule(id, of: GuildID(placeID), reason: reason))
    }
}

extension All where Element == AutoModerationRule, Owner == Guild {
    private var guildID: GuildID { owner.id }

    /// A guild's rules.
    public func list() async throws -> [Live<AutoModerationRule>] {
        try await live(.listAutoModerationRules(of: guildID), of: guildID.rawValue)
    }

    /// Makes a rule.
    @discardableResult
    public func create(
        _ rule: CreateAutoModerationRule, reason: String? = nil
    ) async throws -> Live<AutoModerationRule> {
        try await live(.createAutoModerationRule(rule, in: guildID, reason: reason), of: guildID.rawValue)
    }
}
