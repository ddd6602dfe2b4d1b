public import EchordModel
public import EchordPrimitives

extension DiscordClient {
    /// Makes Discord have these commands, writing only what differs.
    ///
    /// - Parameters:
    ///   - commands: The commands there are to be.
    ///   - guild: The guild they are for; `nil` for all guilds.
    ///   - others: What becomes of commands that are not among them.
    /// - Returns: What was written.
    /// - Throws: as ``CommandRegistry/sync(_:guild:others:)``.
    @discardableResult
    public func registerCommands(
        _ commands: CommandSet, guild: GuildID? = nil, others: CommandPlan.Others = .delete
    ) async throws -> CommandPlan {
        try await CommandRegistry(rest: rest, application: try await applicationID(), logger: logger)
            .sync(commands, guild: guild, others: others)
    }

    /// As ``registerCommands(_:guild:others:)-(CommandSet,_,_)``, for commands made elsewhere.
    @discardableResult
    public func registerCommands(
        _ commands: [CreateCommand], guild: GuildID? = nil, others: CommandPlan.Others = .delete
    ) async throws -> CommandPlan {
        try await registerCommands(CommandSet(commands), guild: guild, others: others)
    }
}
