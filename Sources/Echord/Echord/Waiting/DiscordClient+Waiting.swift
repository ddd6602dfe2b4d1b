public import EchordModel
public import EchordPrimitives
internal import Telemetry

extension DiscordClient {
    /// Collects events of a type from now on.
    ///
    /// - Parameters:
    ///   - limits: When it ends.
    ///   - filter: What is collected. It is called on the connection's own thread, so it must be quick.
    public func collect<Event: DispatchEvent>(
        _ key: EventKey<Event>, limits: CollectorLimits = .init(),
        where filter: @escaping @Sendable (Event) -> Bool = { _ in true }
    ) -> Collector<Event> {
        hub.collect(key, limits: limits, time: time, where: filter)
    }

    /// Waits for one event.
    ///
    /// ```swift
    /// guard let joined = try await client.waitFor(.guildMemberAdd, timeout: .seconds(60), where: { $0.guildID == home })
    /// else { return print("Nobody came.") }
    /// ```
    ///
    /// It listens from the moment in which the call begins. When something is done first that the event answers, make a
    /// collector before and read it afterwards: a collector listens from the moment it is made.
    ///
    /// - Parameters:
    ///   - timeout: How long; `nil` for as long as the client runs.
    ///   - filter: Which event. It is called on the connection's own thread, so it must be quick.
    /// - Returns: The event; `nil` when the time is over or the client has ended.
    /// - Throws: `CancellationError` when the task is cancelled.
    public func waitFor<Event: DispatchEvent>(
        _ key: EventKey<Event>, timeout: Duration? = .seconds(60),
        where filter: @escaping @Sendable (Event) -> Bool = { _ in true }
    ) async throws -> Event? {
        let event = await collect(key, limits: .first(within: timeout), where: filter).next()
        if event == nil { try Task.checkCancellation() }
        return event
    }

    // MARK: - Messages and reactions

    /// Collects messages of a channel or thread; ends when it is deleted.
    ///
    /// - Parameter guild: The channel's guild, so that leaving it ends the collector; looked up in the cache when left
    ///   out.
    public func collectMessages(
        in channel: ChannelID, of guild: GuildID? = nil, limits: CollectorLimits = .init(),
        where filter: @escaping @Sendable (Message) -> Bool = { _ in true }
    ) -> Collector<Message> {
        let ends = CollectorTrigger.channel(channel, of: guild ?? self.guild(of: channel))
        return hub.collect(MessageCreate.self, limits: limits, time: time, endingWith: ends) { event, _ in
            event.message.channelID == channel && filter(event.message) ? event.message : nil
        }
    }

    /// Collects reactions to a message; ends when it is deleted.
    ///
    /// - Parameter guild: The channel's guild, so that leaving it ends the collector; looked up in the cache when left
    ///   out.
    public func collectReactions(
        on message: MessageID, in channel: ChannelID, of guild: GuildID? = nil, limits: CollectorLimits = .init(),
        where filter: @escaping @Sendable (MessageReactionAdd) -> Bool = { _ in true }
    ) -> Collector<MessageReactionAdd> {
        let ends = CollectorTrigger.message(message, in: channel, of: guild ?? self.guild(of: channel))
        return hub.collect(MessageReactionAdd.self, limits: limits, time: time, endingWith: ends) { event, _ in
            event.messageID == message && filter(event) ? event : nil
        }
    }

    private func guild(of channel: ChannelID) -> GuildID? { cache.channels[channel]?.guildID }

    // MARK: - Components and modals

    /// Collects what people do with the components of a message; ends when it is deleted.
    ///
    /// What is collected goes to no handler. Whoever reads it answers it, within three seconds of its arrival: nobody
    /// acknowledges it before.
    ///
    /// - Parameter guild: The channel's guild, so that leaving it ends the collector; looked up in the cache when left
    ///   out.
    public func collectComponents(
        on message: MessageID, in channel: ChannelID, of guild: GuildID? = nil, limits: CollectorLimits = .init(),
        where filter: @escaping @Sendable (Interaction) -> Bool = { _ in true }
    ) -> Collector<InteractionContext> {
        let ends = CollectorTrigger.message(message, in: channel, of: guild ?? self.guild(of: channel))
        return collectInteractions(.messageComponent, limits: limits, endingWith: ends) { interaction in
            interaction.message?.id == message && filter(interaction)
        }
    }

    /// Collects modals that are filled in.
    ///
    /// What is collected goes to no handler. Whoever reads it answers it, within three seconds of its arrival: nobody
    /// acknowledges it before.
    ///
    /// - Parameter customID: Those with this custom id; any when left out.
    public func collectModals(
        customID: String? = nil, limits: CollectorLimits = .init(),
        where filter: @escaping @Sendable (Interaction) -> Bool = { _ in true }
    ) -> Collector<InteractionContext> {
        collectInteractions(.modalSubmit, limits: limits, endingWith: []) { interaction in
            (customID == nil || interaction.modal?.customID == customID) && filter(interaction)
        }
    }

    private func collectInteractions(
        _ type: InteractionType, limits: CollectorLimits, endingWith ends: [CollectorTrigger],
        where filter: @escaping @Sendable (Interaction) -> Bool
    ) -> Collector<InteractionContext> {
        let core = CollectorCore<InteractionContext>(limits, time: time) { [metrics = hub.metrics] in
            metrics.dropped.increment(DispatchEventName.interactionCreate.rawValue, "full")
        }
        let token = interactions.add { [rest, time] interaction, context in
            guard interaction.type == type, filter(interaction) else { return false }
            let responder = InteractionResponder(interaction, api: rest, time: time, received: context.received)
            return core.offer(
                InteractionContext(
                    interaction, responder: responder, received: context.received, shard: context.shard))
        }
        core.hold([token] + hub.ends(of: core, ends))
        return Collector(core)
    }
}
