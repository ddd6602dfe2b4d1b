public import EchordModel
public import EchordPrimitives

extension APIRequest {
    /// A guild's scheduled events.
    ///
    /// <https://docs.discord.com/developers/resources/guild-scheduled-event#list-scheduled-events-for-guild>
    ///
    /// - Parameter withCount: Whether how many want to come stands with each.
    public static func listScheduledEvents(
        of guild: GuildID, withCount: Bool? = nil
    ) -> APIRequest<[ScheduledEvent]> {
        .init(
            .get, "/guilds/\(guild)/scheduled-events", query: [.value("with_user_count", withCount)],
            reading: .list())
    }

    /// Announces an event; up to 100 at a time. Needs CREATE_EVENTS, and in a channel MANAGE_CHANNELS, MUTE_MEMBERS and
    /// MOVE_MEMBERS for a stage, VIEW_CHANNEL and CONNECT for voice.
    ///
    /// <https://docs.discord.com/developers/resources/guild-scheduled-event#create-guild-scheduled-event>
    public static func createScheduledEvent(
        _ event: CreateScheduledEvent, in guild: GuildID, reason: String? = nil
    ) -> APIRequest<ScheduledEvent> {
        .init(.post, "/guilds/\(guild)/scheduled-events", body: .json(event), reason: reason)
    }

    /// One scheduled event.
    ///
    /// <https://docs.discord.com/developers/resources/guild-scheduled-event#get-guild-scheduled-event>
    ///
    /// - Parameter withCount: Whether how many want to come stands with it.
    public static func getScheduledEvent(
        _ event: ScheduledEventID, of guild: GuildID, withCount: Bool? = nil
    ) -> APIRequest<ScheduledEvent> {
        .init(
            .get, "/guilds/\(guild)/scheduled-events/\(event)", query: [.value("with_user_count", withCount)])
    }

    /// Changes an event, starts it or ends it. The own one needs CREATE_EVENTS, another's MANAGE_EVENTS.
    ///
    /// <https://docs.discord.com/developers/resources/guild-scheduled-event#modify-guild-scheduled-event>
    public static func editScheduledEvent(
        _ event: ScheduledEventID, of guild: GuildID, _ changes: EditScheduledEvent, reason: String? = nil
    ) -> APIRequest<ScheduledEvent> {
        .init(.patch, "/guilds/\(guild)/scheduled-events/\(event)", body: .json(changes), reason: reason)
    }

    /// Deletes an event. The own one needs CREATE_EVENTS, another's MANAGE_EVENTS.
    ///
    /// <https://docs.discord.com/developers/resources/guild-scheduled-event#delete-guild-scheduled-event>
    public static func deleteScheduledEvent(
        _ event: ScheduledEventID, of guild: GuildID, reason: String? = nil
    ) -> APIRequest<Void> {
        .init(.delete, "/guilds/\(guild)/scheduled-events/\(event)", reason: reason)
    }

    /// Who wants to come, in the order of their ids.
    ///
    /// <https://docs.discord.com/developers/resources/guild-scheduled-event#get-guild-scheduled-event-users>
    ///
    /// - Parameters:
    ///   - withMember: Whether the guild's member comes with each.
    ///   - limit: 1 to 100, which it is when left out.
    ///   - before: Users before this one; goes before `after`.
    public static func listScheduledEventUsers(
        of event: ScheduledEventID, in guild: GuildID, withMember: Bool? = nil, before: UserID? = nil,
        after: UserID? = nil, limit: Int? = nil
    ) -> APIRequest<[ScheduledEventUser]> {
        .init(
            .get, "/guilds/\(guild)/scheduled-events/\(event)/users",
            query: page(withMember, before, after, limit), reading: .list())
    }

    /// How many want to come, to all times and to single ones. Discord describes it without a page.
    ///
    /// - Parameter exceptions: Up to 10 single times.
    public static func getScheduledEventUserCounts(
        of event: ScheduledEventID, in guild: GuildID, exceptions: [ScheduledEventExceptionID] = []
    ) -> APIRequest<ScheduledEventUserCounts> {
        .init(
            .get, "/guilds/\(guild)/scheduled-events/\(event)/users/counts",
            query: [.each("guild_scheduled_event_exception_ids", exceptions, upTo: 10)])
    }

    // MARK: - Single times of an event that comes back

    /// Moves one time of an event that comes back, or drops it. Discord describes it without a page.
    public static func createEventException(
        _ exception: CreateEventException, of event: ScheduledEventID, in guild: GuildID
    ) -> APIRequest<ScheduledEventException> {
        .init(.post, "/guilds/\(guild)/scheduled-events/\(event)/exceptions", body: .json(exception))
    }

    /// Changes how one time of an event is moved or dropped. Discord describes it without a page.
    public static func editEventException(
        _ exception: ScheduledEventExceptionID, of event: ScheduledEventID, in guild: GuildID,
        _ changes: EditEventException
    ) -> APIRequest<ScheduledEventException> {
        .init(
            .patch, "/guilds/\(guild)/scheduled-events/\(event)/exceptions/\(exception, "exception_id")",
            body: .json(changes))
    }

    /// Lets one time of an event take place as it was. Discord describes it without a page.
    public static func deleteEventException(
        _ exception: ScheduledEventExceptionID, of event: ScheduledEventID, in guild: GuildID
    ) -> APIRequest<Void> {
        .init(.delete, "/guilds/\(guild)/scheduled-events/\(event)/exceptions/\(exception, "exception_id")")
    }

    /// Who wants to come to one time of an event. Discord describes it without a page.
    ///
    /// - Parameters:
    ///   - withMember: Whether the guild's member comes with each.
    ///   - limit: 1 to 100.
    public static func listEventExceptionUsers(
        of exception: ScheduledEventExceptionID, of event: ScheduledEventID, in guild: GuildID,
        withMember: Bool? = nil, before: UserID? = nil, after: UserID? = nil, limit: Int? = nil
    ) -> APIRequest<[ScheduledEventUser]> {
        .init(
            .get,
            "/guilds/\(guild)/scheduled-events/\(event)/\(exception, "guild_scheduled_event_exception_id")/users",
            query: page(withMember, before, after, limit), reading: .list())
    }

    private static func page(
        _ withMember: Bool?, _ before: UserID?, _ after: UserID?, _ limit: Int?
    ) -> [QueryParameter] {
        [
            .value("with_member", withMember), .number("limit", limit, in: 1...100), .value("before", before),
            .value("after", after),
        ]
    }
}
