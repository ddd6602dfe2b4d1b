internal import EchordModel
public import EchordPrimitives
public import Telemetry

/// The commands of an application at Discord: compares them with what a program declares, and writes what differs.
public struct CommandRegistry: Sendable {
    private let rest: RESTClient
    private let application: ApplicationID
    private let logger: Logger

    /// The commands of an application.
    ///
    /// - Parameter rest: with the application's bot token.
    public init(rest: RESTClient, application: ApplicationID, logger: Logger = .silent) {
        self.rest = rest
        self.application = application
        self.logger = logger.labelled("commands")
    }

    /// What it would take to have these commands. Writes nothing.
    ///
    /// - Parameters:
    ///   - guild: the guild they are for; `nil` for all guilds.
    ///   - others: what becomes of commands that are not among them.
    /// - Throws: ``EchordError`` with `validation` before anything is sent when a command breaks Discord's limits; as
    ///   `RESTClient.send`.
    public func plan(
        _ commands: CommandSet, guild: GuildID? = nil, others: CommandPlan.Others = .delete
    ) async throws -> CommandPlan {
        _ = try commands.validated()
        let registered = try await rest.send(.listCommands(of: application, in: guild, withLocalizations: true))
        return CommandPlan(declared: commands, registered: registered, guild: guild, others: others)
    }

    /// Writes what a plan says.
    ///
    /// A few differences are written one by one; many go as one overwrite, which keeps the ids of what is unchanged.
    ///
    /// - Throws: as `RESTClient.send`. What was written before stays; a new plan goes on from there.
    public func carryOut(_ plan: CommandPlan) async throws {
        let guild = plan.guild
        if let all = plan.overwrite, plan.writesAtOnce {
            try await rest.send(.overwriteCommands(of: application, in: guild, with: all))
        } else {
            // Deletions first, or a full scope would have no room for the new ones.
            for command in plan.deletes { try await rest.send(.deleteCommand(command.id, of: application, in: guild)) }
            for edit in plan.edits {
                try await rest.send(.editCommand(edit.id, of: application, in: guild, edit.changes))
            }
            for command in plan.creates { try await rest.send(.createCommand(command, of: application, in: guild)) }
        }
        logger.info(
            "commands are registered",
            [
                "created": .int(Int64(plan.creates.count)), "edited": .int(Int64(plan.edits.count)),
                "deleted": .int(Int64(plan.deletes.count)), "unchanged": .int(Int64(plan.unchanged.count)),
                "writes": .int(Int64(plan.writes)),
            ])
    }

    /// Makes Discord have these commands, writing only what differs.
    ///
    /// - Parameters:
    ///   - guild: the guild they are for; `nil` for all guilds.
    ///   - others: what becomes of commands that are not among them.
    /// - Returns: what was written.
    /// - Throws: as `plan` and `carryOut`.
    @discardableResult
    public func sync(
        _ commands: CommandSet, guild: GuildID? = nil, others: CommandPlan.Others = .delete
    ) async throws -> CommandPlan {
        let plan = try await plan(commands, guild: guild, others: others)
        try await carryOut(plan)
        return plan
    }
}
