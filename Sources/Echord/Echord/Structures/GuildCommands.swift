public import EchordModel
public import EchordPrimitives
public import Telemetry

/// An application's commands in one guild, and who may use its commands there.
public struct GuildCommands: DiscordBound {
    /// The application.
    public let application: Remote<Application>
    /// The guild.
    public let guild: GuildID

    init(_ application: Remote<Application>, _ guild: GuildID) {
        self.application = application
        self.guild = guild
    }

    /// Where calls go.
    public var discord: Discord { application.discord }

    /// The same with calls that keep to something else, such as a deadline of their own.
    public func with(_ options: CallOptions) -> GuildCommands { GuildCommands(application.with(options), guild) }

    /// The application's commands.
    ///
    /// - Parameter withLocalizations: Whether names and descriptions are wanted in all languages.
    public func list(withLocalizations: Bool? = nil) async throws -> [ApplicationCommand] {
        try await discord.send(.listCommands(of: application.id, in: guild, withLocalizations: withLocalizations))
    }

    /// Makes a command, or replaces the one of the same kind and name. 200 new ones a day in a guild.
    @discardableResult
    public func create(_ command: CreateCommand) async throws -> ApplicationCommand {
        try await discord.send(.createCommand(command, of: application.id, in: guild))
    }

    /// One command.
    public func get(_ command: CommandID) async throws -> ApplicationCommand {
        try await discord.send(.getCommand(command, of: application.id, in: guild))
    }

    /// Changes a command; each field that is given replaces what was there.
    @discardableResult
    public func edit(_ command: CommandID, _ changes: EditCommand) async throws -> ApplicationCommand {
        try await discord.send(.editCommand(command, of: application.id, in: guild, changes))
    }

    /// Deletes a command.
    public func delete(_ command: CommandID) async throws {
        try await discord.send(.deleteCommand(command, of: application.id, in: guild))
    }

    /// Replaces all commands of every kind with these.
    @discardableResult
    public func overwrite(with commands: [CreateCommand]) async throws -> [ApplicationCommand] {
        try await discord.send(.overwriteCommands(of: application.id, in: guild, with: commands))
    }

    /// Who may use the application's commands in a guild.
    public func permissions() async throws -> [GuildCommandPermissions] {
        try await discord.send(.listCommandPermissions(of: application.id, in: guild))
    }

    /// Who may use a command in a guild.
    public func permissions(of command: CommandID) async throws -> GuildCommandPermissions {
        try await discord.send(.getCommandPermissions(of: command, application.id, in: guild))
    }

    /// Says who may use a command in a guild; up to 100 entries replace what was there.
    ///
    /// - Parameter token: The access token of a user who may manage the guild and its roles, with the scope
    ///   `applications.commands.permissions.update`; the bot's own is refused.
    @discardableResult
    public func editPermissions(
        of command: CommandID, _ permissions: [CommandPermission], token: Secret<String>
    ) async throws -> GuildCommandPermissions {
        try await discord.send(
            .editCommandPermissions(of: command, application.id, in: guild, permissions, token: token))
    }

    /// Says who may use several commands in a guild. Discord has switched it off since the second version of
    /// permissions; use ``editPermissions(of:_:token:)``.
    @discardableResult
    public func editAllPermissions(
        _ permissions: [GuildCommandPermissions], token: Secret<String>
    ) async throws -> [GuildCommandPermissions] {
        try await discord.send(.editAllCommandPermissions(of: application.id, in: guild, permissions, token: token))
    }
}
