import JSON

/// A subscriber's number.
struct SubscriberID: Hashable, Sendable {
    let value: Int
}

/// Who watches the world through the control API, and what waits for them.
struct ControlFeed: Sendable {
    struct Subscriber: Sendable {
        var viewer: Flake?
        var wantsRecords: Bool
        var outbox: [JSONValue] = []
        /// Did not keep up: to be closed.
        var isLost = false
    }

    static let outboxLimit = 5000
    static let subscriberLimit = 100

    var subscribers: [SubscriberID: Subscriber] = [:]
    private var last = 0
    /// The number of the last event, for `cursor`.
    private(set) var cursor = 0

    mutating func subscribe(viewer: Flake?, records: Bool) -> SubscriberID? {
        guard subscribers.count < Self.subscriberLimit else { return nil }
        last += 1
        let id = SubscriberID(value: last)
        subscribers[id] = Subscriber(viewer: viewer, wantsRecords: records)
        subscribers[id]?.outbox.append(["seq": .number(cursor), "type": "hello", "cursor": .number(cursor)])
        return id
    }

    /// Puts an event into every outbox that it concerns.
    ///
    /// - Parameters:
    ///   - concerns: Whether a viewer sees it; asked only for subscribers who look through a member.
    ///   - body: The event for a viewer (nil looks at everything); nil leaves them out.
    /// - Returns: Who got something.
    mutating func publish(
        _ type: String, concerns: (Flake) -> Bool = { _ in true }, recordsOnly: Bool = false,
        _ body: (Flake?) -> JSONObject?
    ) -> [SubscriberID] {
        cursor += 1
        var woken: [SubscriberID] = []
        for (id, subscriber) in subscribers {
            if recordsOnly, !subscriber.wantsRecords { continue }
            if let viewer = subscriber.viewer, !concerns(viewer) { continue }
            guard var fields = body(subscriber.viewer) else { continue }
            fields["seq"] = .number(cursor)
            fields["type"] = .string(type)
            if subscriber.outbox.count >= Self.outboxLimit {
                subscribers[id]?.isLost = true
            } else {
                subscribers[id]?.outbox.append(.object(fields))
            }
            woken.append(id)
        }
        return woken
    }

    mutating func take(_ id: SubscriberID) -> (events: [JSONValue], isLost: Bool)? {
        guard let subscriber = subscribers[id] else { return nil }
        subscribers[id]?.outbox = []
        return (subscriber.outbox, subscriber.isLost)
    }
}

/// What is told to the watchers.
extension Realm {
    /// Tells the watchers; `concerns` and `body` are given the realm, for it is being changed.
    mutating func tell(
        _ type: String, concerns: (Realm, Flake) -> Bool = { _, _ in true }, recordsOnly: Bool = false,
        _ body: (Realm, Flake?) -> JSONObject?
    ) {
        // Taken out while the closures read the rest, put back after; it is not copied.
        var taken = ControlFeed()
        swap(&taken, &feed)
        let realm = self
        let woken = taken.publish(
            type, concerns: { concerns(realm, $0) }, recordsOnly: recordsOnly, { body(realm, $0) })
        swap(&taken, &feed)
        for id in woken { effects.append(.feed(id)) }
    }

    mutating func notePost(_ type: String, _ post: Post) {
        tell(type, concerns: { $0.sees($1, post) }) { realm, viewer in
            ["channel_id": post.channel.json, "message": realm.localJSON(post, for: viewer)]
        }
    }

    mutating func notePostsGone(_ posts: [Flake], in channel: Flake, visibleTo: Flake? = nil) {
        tell(
            "message_delete",
            concerns: { realm, viewer in visibleTo == nil ? realm.seesChannel(viewer, channel) : visibleTo == viewer }
        ) { _, _ in
            ["channel_id": channel.json, "message_ids": .flakes(posts)]
        }
    }

    mutating func noteInteraction(_ id: Flake) {
        guard let interaction = interactions[id] else { return }
        tell("interaction_update", concerns: { $1 == interaction.user }) { realm, viewer in
            ["interaction": realm.interactionJSON(interaction, for: viewer ?? interaction.user)]
        }
    }

    mutating func noteTyping(_ user: Flake, in channel: Flake) {
        tell("typing_start", concerns: { $0.seesChannel($1, channel) }) { _, _ in
            ["channel_id": channel.json, "user_id": user.json]
        }
    }

    mutating func noteGuild(_ id: Flake) {
        guard let guild = world.guilds[id] else { return }
        tell("guild_update", concerns: { guild.members[$1] != nil }) { realm, _ in ["guild": realm.guildJSON(guild)] }
    }

    mutating func noteDirectChannel(_ channel: Channel) {
        tell("dm_create", concerns: { $1 == channel.recipient }) { realm, _ in ["dm": realm.directJSON(channel)] }
    }

    mutating func noteCommands() {
        tell("commands_update") { realm, _ in ["commands": realm.commandsJSON()] }
    }

    mutating func noteApplication() {
        tell("application_update") { realm, _ in ["application": realm.applicationStateJSON()] }
    }

    mutating func noteClock(isRunning: Bool) {
        tell("clock_update") { realm, _ in ["clock": realm.clockJSON(isRunning: isRunning)] }
    }

    mutating func noteRecord(_ body: Recorder.Entry.Body) {
        let entry = recorder.add(body, at: now)
        guard feed.subscribers.values.contains(where: \.wantsRecords) else { return }
        tell("record", recordsOnly: true) { _, _ in ["entry": entry.json] }
    }

    // MARK: - Who sees what

    func seesChannel(_ viewer: Flake, _ id: Flake) -> Bool {
        guard let channel = world.channels[id] else { return false }
        if channel.kind == .direct { return channel.recipient == viewer || viewer == world.application.id }
        return world.permissions(of: viewer, in: channel, at: now).contains(.viewChannel)
    }

    func sees(_ viewer: Flake, _ post: Post) -> Bool {
        if let only = post.visibleTo { return only == viewer }
        return seesChannel(viewer, post.channel)
    }
}
