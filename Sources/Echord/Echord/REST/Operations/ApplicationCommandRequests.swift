public import EchordModel
public import EchordPrimitives
public import Telemetry

/// An application's commands: those of a guild, or without one those of all guilds.
extension APIRequest {
    /// The application's commands.
    ///
    /// <https://docs.discord.com/developers/interactions/application-commands#get-global-application-commands>
    ///
    /// - Parameter withLocalizations: Whether names and descriptions are wanted in all languages.
    public static func listCommands(
        of application: ApplicationID, in guild: GuildID? = nil, withLocalizations: Bool? = nil
    ) -> APIRequest<[ApplicationCommand]> {
        .init(
            .get, commandsPath(application, guild), query: [.value("with_localizations", withLocalizations)],
            reading: .list())
    }

    /// Makes a command, or replaces the one of the same kind and name. 200 new ones a day in a guild.
    ///
    /// <https://docs.discord.com/developers/interactions/application-commands#create-global-application-command>
    public static func createCommand(
        _ command: CreateCommand, of application: ApplicationID, in guild: GuildID? = nil
    ) -> APIRequest<ApplicationCommand> {
        .init(.post, commandsPath(application, guild), body: .json(command), isRepeatable: true)
    }

    /// One command.
    ///
    /// <https://docs.discord.com/developers/interactions/application-commands#get-global-application-command>
    public static func getCommand(
        _ command: CommandID, of application: ApplicationID, in guild: GuildID? = nil
    ) -> APIRequest<ApplicationCommand> {
        .init(.get, "\(commandsPath(application, guild))/\(command)")
    }

    /// Changes a command; each field that is given replaces what was there.
    ///
    /// <https://docs.discord.com/developers/interactions/application-commands#edit-global-application-command>
    public static func editCommand(
        _ command: CommandID, of application: ApplicationID, in guild: GuildID? = nil, _ changes: EditCommand
    ) -> APIRequest<ApplicationCommand> {
        .init(.patch, "\(commandsPath(application, guild))/\(command)", body: .json(changes))
    }

    /// Deletes a command.
    ///
    /// <https://docs.discord.com/developers/interactions/application-commands#delete-global-application-command>
    public static func deleteCommand(
        _ command: CommandID, of application: ApplicationID, in guild: GuildID? = nil
    ) -> APIRequest<Void> {
        .init(.delete, "\(commandsPath(application, guild))/\(command)")
    }

    /// Replaces all commands of every kind with these.
    ///
    /// <https://docs.discord.com/developers/interactions/application-commands#bulk-overwrite-global-application-commands>
    public static func overwriteCommands(
        of application: ApplicationID, in guild: GuildID? = nil, with commands: [CreateCommand]
    ) -> APIRequest<[ApplicationCommand]> {
        .init(
            .put, commandsPath(application, guild), body: .json(CommandSet(commands)), reading: .list())
    }

    /// Who may use the application's commands in a guild.
    ///
    /// <https://docs.discord.com/developers/interactions/application-commands#get-guild-application-command-permissions>
    public static func listCommandPermissions(
        of application: ApplicationID, in guild: GuildID
    ) -> APIRequest<[GuildCommandPermissions]> {
        .init(.get, "\(commandsPath(application, guild))/permissions")
    }

    /// Who may use a command in a guild.
    ///
    /// <https://docs.discord.com/developers/interactions/application-commands#get-application-command-permissions>
    public static func getCommandPermissions(
        of command: CommandID, _ application: ApplicationID, in guild: GuildID
    ) -> APIRequest<GuildCommandPermissions> {
        .init(.get, "\(commandsPath(application, guild))/\(command)/permissions")
    }

    /// Says who may use a command in a guild; up to 100 entries replace what was there.
    ///
    /// <https://docs.discord.com/developers/interactions/application-commands#edit-application-command-permissions>
    ///
    /// - Parameter token: The access token of a user who may manage the guild and its roles, with the scope
    ///   `applications.commands.permissions.update`; the bot's own is refused.
    public static func editCommandPermissions(
        of command: CommandID, _ application: ApplicationID, in guild: GuildID, _ permissions: [CommandPermission],
        token: Secret<String>
    ) -> APIRequest<GuildCommandPermissions> {
        .init(
            .put, "\(commandsPath(application, guild))/\(command)/permissions",
            body: .json(CommandPermissionList(permissions: permissions)), as: .bearer(token))
    }

    /// Says who may use several commands in a guild. Discord has switched it off since the second version of
    /// permissions; use ``editCommandPermissions(of:_:in:_:token:)``.
    ///
    /// <https://docs.discord.com/developers/interactions/application-commands#batch-edit-application-command-permissions>
    public static func editAllCommandPermissions(
        of application: ApplicationID, in guild: GuildID, _ permissions: [GuildCommandPermissions],
        token: Secret<String>
    ) -> APIRequest<[GuildCommandPermissions]> {
        .init(
            .put, "\(commandsPath(application, guild))/permissions", body: .json(permissions), as: .bearer(token))
    }

    private static func commandsPath(_ application: ApplicationID, _ guild: GuildID?) -> RequestPath {
        guard let guild else { return "/applications/\(application)/commands" }
        return "/applications/\(application)/guilds/\(guild)/commands"
    }
}
