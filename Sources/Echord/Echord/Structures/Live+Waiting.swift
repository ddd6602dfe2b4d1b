public import EchordModel
internal import EchordPrimitives

extension DiscordThing where Model == Message {
    /// Collects reactions to it; see `DiscordClient.collectReactions`.
    ///
    /// - Throws: `EchordError` with `configuration` without a client, which brings the events.
    public func collectReactions(
        limits: CollectorLimits = .init(),
        where filter: @escaping @Sendable (MessageReactionAdd) -> Bool = { _ in true }
    ) throws -> Collector<MessageReactionAdd> {
        try discord.client().collectReactions(on: messageID, in: channelID, limits: limits, where: filter)
    }

    /// Collects what people do with its components; see `DiscordClient.collectComponents`.
    ///
    /// - Throws: `EchordError` with `configuration` without a client, which brings the events.
    public func collectComponents(
        limits: CollectorLimits = .init(), where filter: @escaping @Sendable (Interaction) -> Bool = { _ in true }
    ) throws -> Collector<InteractionContext> {
        try discord.client().collectComponents(on: messageID, in: channelID, limits: limits, where: filter)
    }
}

extension DiscordThing where Model == Channel {
    /// Collects its messages; see `DiscordClient.collectMessages`.
    ///
    /// - Throws: `EchordError` with `configuration` without a client, which brings the events.
    public func collectMessages(
        limits: CollectorLimits = .init(), where filter: @escaping @Sendable (Message) -> Bool = { _ in true }
    ) throws -> Collector<Message> {
        try discord.client().collectMessages(in: channelID, limits: limits, where: filter)
    }
}

extension Discord {
    func client() throws -> DiscordClient {
        guard let client = link.client else {
            throw EchordError(.configuration, "Events are collected with a client, and there is none.")
        }
        return client
    }
}
