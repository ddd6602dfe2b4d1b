public import EchordModel
public import EchordPrimitives
internal import Telemetry

/// What a registration of commands wrote.
public struct CommandRegistration: Hashable, Sendable {
    /// Commands that were made.
    public var created: Int
    /// Commands that were changed.
    public var edited: Int
    /// Commands that were deleted.
    public var deleted: Int
    /// Commands that were as they should be.
    public var unchanged: Int
    /// Requests that wrote.
    public var writes: Int
}

extension DiscordClient {
    /// Makes Discord have these commands, writing only what differs.
    ///
    /// A few differences are written one by one; many go as one overwrite, which keeps the ids of what is unchanged.
    ///
    /// - Parameters:
    ///   - commands: The commands there are to be.
    ///   - guild: The guild they are for; `nil` for all guilds.
    ///   - removesOthers: Whether commands that are not among them are deleted.
    /// - Returns: What was written.
    /// - Throws: `EchordError` with `validation` before anything is sent when a command breaks Discord's limits; as
    ///   `RESTClient.send`.
    @discardableResult
    public func registerCommands(
        _ commands: [CreateCommand], guild: GuildID? = nil, removesOthers: Bool = true
    ) async throws -> CommandRegistration {
        for command in commands { _ = try command.validated() }
        let application = try await applicationID()
        let registry = CommandRegistry(rest: rest, application: application, guild: guild)
        let comparison = CommandComparison(declared: commands, registered: try await registry.list())
        let deletes = removesOthers ? comparison.deletes : []
        let changes = comparison.creates.count + comparison.edits.count + deletes.count
        var report = CommandRegistration(
            created: comparison.creates.count, edited: comparison.edits.count, deleted: deletes.count,
            unchanged: comparison.unchanged.count, writes: min(changes, 1))
        if changes > 3, removesOthers {
            try await registry.overwrite(comparison.overwrite)
        } else {
            for command in comparison.creates { try await registry.create(command) }
            for edit in comparison.edits { try await registry.edit(edit) }
            for id in deletes { try await registry.delete(id) }
            report.writes = changes
        }
        logger.info(
            "commands are registered",
            [
                "created": .int(Int64(report.created)), "edited": .int(Int64(report.edited)),
                "deleted": .int(Int64(report.deleted)), "unchanged": .int(Int64(report.unchanged)),
            ])
        return report
    }
}

/// The commands of an application, of all guilds or of one.
private struct CommandRegistry {
    let rest: RESTClient
    let application: ApplicationID
    let guild: GuildID?

    func list() async throws -> [ApplicationCommand] {
        try await rest.send(.listCommands(of: application, in: guild, withLocalizations: true))
    }

    func create(_ command: CreateCommand) async throws {
        try await rest.send(.createCommand(command, of: application, in: guild))
    }

    func edit(_ edit: CommandComparison.Edit) async throws {
        try await rest.send(.editCommand(edit.id, of: application, in: guild, edit.changes))
    }

    func delete(_ id: CommandID) async throws {
        try await rest.send(.deleteCommand(id, of: application, in: guild))
    }

    func overwrite(_ commands: [CreateCommand]) async throws {
        try await rest.send(.overwriteCommands(of: application, in: guild, with: commands))
    }
}
