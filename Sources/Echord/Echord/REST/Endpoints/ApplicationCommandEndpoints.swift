public import EchordModel
public import EchordPrimitives
internal import JSON

/// The application's commands of all guilds. Discord: *Application Commands › Get Global Application Command*.
public struct ListGlobalCommandsRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = [ApplicationCommand]
    /// `GET /applications/{application_id}/commands`
    public static let route = APIRoute(method: "GET", path: "/applications/{application_id}/commands")
    /// The application.
    public var applicationID: ApplicationID
    /// Whether names and descriptions in all languages are wanted.
    public var withLocalizations: Bool?

    /// Makes the request.
    public init(applicationID: ApplicationID, withLocalizations: Bool? = nil) {
        self.applicationID = applicationID
        self.withLocalizations = withLocalizations
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [.id(applicationID)] }
    /// What stands after the `?`.
    public var query: [QueryParameter] { [QueryParameter("with_localizations", withLocalizations)].compactMap { $0 } }
}

/// Makes a command of all guilds, or replaces the one of the same name. Discord: *Application Commands › Create Global Application Command*.
public struct CreateGlobalCommandRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = ApplicationCommand
    /// `POST /applications/{application_id}/commands`
    public static let route = APIRoute(method: "POST", path: "/applications/{application_id}/commands")
    /// The application.
    public var applicationID: ApplicationID
    /// The command.
    public var command: CreateCommand

    /// Makes the request.
    public init(applicationID: ApplicationID, command: CreateCommand) {
        self.applicationID = applicationID
        self.command = command
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [.id(applicationID)] }
    /// What is sent.
    public var body: RequestBody { .json(command) }
    /// A command of the same name is replaced.
    public var isIdempotent: Bool { true }
}

/// One command of all guilds. Discord: *Application Commands › Get Global Application Command*.
public struct GetGlobalCommandRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = ApplicationCommand
    /// `GET /applications/{application_id}/commands/{command_id}`
    public static let route = APIRoute(method: "GET", path: "/applications/{application_id}/commands/{command_id}")
    /// The application.
    public var applicationID: ApplicationID
    /// The command.
    public var commandID: CommandID

    /// Makes the request.
    public init(applicationID: ApplicationID, commandID: CommandID) {
        self.applicationID = applicationID
        self.commandID = commandID
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [.id(applicationID), .id(commandID)] }
}

/// Changes a command of all guilds. Discord: *Application Commands › Edit Global Application Command*.
public struct EditGlobalCommandRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = ApplicationCommand
    /// `PATCH /applications/{application_id}/commands/{command_id}`
    public static let route = APIRoute(method: "PATCH", path: "/applications/{application_id}/commands/{command_id}")
    /// The application.
    public var applicationID: ApplicationID
    /// The command.
    public var commandID: CommandID
    /// What is to change.
    public var changes: EditCommand

    /// Makes the request.
    public init(applicationID: ApplicationID, commandID: CommandID, changes: EditCommand) {
        self.applicationID = applicationID
        self.commandID = commandID
        self.changes = changes
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [.id(applicationID), .id(commandID)] }
    /// What is sent.
    public var body: RequestBody { .json(changes) }
}

/// Deletes a command of all guilds. Discord: *Application Commands › Delete Global Application Command*.
public struct DeleteGlobalCommandRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = Void
    /// `DELETE /applications/{application_id}/commands/{command_id}`
    public static let route = APIRoute(method: "DELETE", path: "/applications/{application_id}/commands/{command_id}")
    /// The application.
    public var applicationID: ApplicationID
    /// The command.
    public var commandID: CommandID

    /// Makes the request.
    public init(applicationID: ApplicationID, commandID: CommandID) {
        self.applicationID = applicationID
        self.commandID = commandID
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [.id(applicationID), .id(commandID)] }
}

/// Replaces all commands of all guilds. Discord: *Application Commands › Bulk Overwrite Global Application Command*.
public struct OverwriteGlobalCommandsRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = [ApplicationCommand]
    /// `PUT /applications/{application_id}/commands`
    public static let route = APIRoute(method: "PUT", path: "/applications/{application_id}/commands")
    /// The application.
    public var applicationID: ApplicationID
    /// All the commands there are to be.
    public var commands: [CreateCommand]

    /// Makes the request.
    public init(applicationID: ApplicationID, commands: [CreateCommand]) {
        self.applicationID = applicationID
        self.commands = commands
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [.id(applicationID)] }
    /// What is sent.
    public var body: RequestBody { .json(commands) }
}

/// The application's commands of a guild. Discord: *Application Commands › Get Guild Application Command*.
public struct ListGuildCommandsRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = [ApplicationCommand]
    /// `GET /applications/{application_id}/guilds/{guild_id}/commands`
    public static let route = APIRoute(method: "GET", path: "/applications/{application_id}/guilds/{guild_id}/commands")
    /// The application.
    public var applicationID: ApplicationID
    /// The guild.
    public var guildID: GuildID
    /// Whether names and descriptions in all languages are wanted.
    public var withLocalizations: Bool?

    /// Makes the request.
    public init(applicationID: ApplicationID, guildID: GuildID, withLocalizations: Bool? = nil) {
        self.applicationID = applicationID
        self.guildID = guildID
        self.withLocalizations = withLocalizations
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [.id(applicationID), .guild(guildID)] }
    /// What stands after the `?`.
    public var query: [QueryParameter] { [QueryParameter("with_localizations", withLocalizations)].compactMap { $0 } }
}

/// Makes a command of a guild, or replaces the one of the same name. Discord: *Application Commands › Create Guild Application Command*.
public struct CreateGuildCommandRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = ApplicationCommand
    /// `POST /applications/{application_id}/guilds/{guild_id}/commands`
    public static let route = APIRoute(
        method: "POST", path: "/applications/{application_id}/guilds/{guild_id}/commands")
    /// The application.
    public var applicationID: ApplicationID
    /// The guild.
    public var guildID: GuildID
    /// The command.
    public var command: CreateCommand

    /// Makes the request.
    public init(applicationID: ApplicationID, guildID: GuildID, command: CreateCommand) {
        self.applicationID = applicationID
        self.guildID = guildID
        self.command = command
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [.id(applicationID), .guild(guildID)] }
    /// What is sent.
    public var body: RequestBody { .json(command) }
    /// A command of the same name is replaced.
    public var isIdempotent: Bool { true }
}

/// One command of a guild. Discord: *Application Commands › Get Guild Application Command*.
public struct GetGuildCommandRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = ApplicationCommand
    /// `GET /applications/{application_id}/guilds/{guild_id}/commands/{command_id}`
    public static let route = APIRoute(
        method: "GET", path: "/applications/{application_id}/guilds/{guild_id}/commands/{command_id}")
    /// The application.
    public var applicationID: ApplicationID
    /// The guild.
    public var guildID: GuildID
    /// The command.
    public var commandID: CommandID

    /// Makes the request.
    public init(applicationID: ApplicationID, guildID: GuildID, commandID: CommandID) {
        self.applicationID = applicationID
        self.guildID = guildID
        self.commandID = commandID
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [.id(applicationID), .guild(guildID), .id(commandID)] }
}

/// Changes a command of a guild. Discord: *Application Commands › Edit Guild Application Command*.
public struct EditGuildCommandRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = ApplicationCommand
    /// `PATCH /applications/{application_id}/guilds/{guild_id}/commands/{command_id}`
    public static let route = APIRoute(
        method: "PATCH", path: "/applications/{application_id}/guilds/{guild_id}/commands/{command_id}")
    /// The application.
    public var applicationID: ApplicationID
    /// The guild.
    public var guildID: GuildID
    /// The command.
    public var commandID: CommandID
    /// What is to change.
    public var changes: EditCommand

    /// Makes the request.
    public init(applicationID: ApplicationID, guildID: GuildID, commandID: CommandID, changes: EditCommand) {
        self.applicationID = applicationID
        self.guildID = guildID
        self.commandID = commandID
        self.changes = changes
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [.id(applicationID), .guild(guildID), .id(commandID)] }
    /// What is sent.
    public var body: RequestBody { .json(changes) }
}

/// Deletes a command of a guild. Discord: *Application Commands › Delete Guild Application Command*.
public struct DeleteGuildCommandRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = Void
    /// `DELETE /applications/{application_id}/guilds/{guild_id}/commands/{command_id}`
    public static let route = APIRoute(
        method: "DELETE", path: "/applications/{application_id}/guilds/{guild_id}/commands/{command_id}")
    /// The application.
    public var applicationID: ApplicationID
    /// The guild.
    public var guildID: GuildID
    /// The command.
    public var commandID: CommandID

    /// Makes the request.
    public init(applicationID: ApplicationID, guildID: GuildID, commandID: CommandID) {
        self.applicationID = applicationID
        self.guildID = guildID
        self.commandID = commandID
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [.id(applicationID), .guild(guildID), .id(commandID)] }
}

/// Replaces all commands of a guild. Discord: *Application Commands › Bulk Overwrite Guild Application Command*.
public struct OverwriteGuildCommandsRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = [ApplicationCommand]
    /// `PUT /applications/{application_id}/guilds/{guild_id}/commands`
    public static let route = APIRoute(method: "PUT", path: "/applications/{application_id}/guilds/{guild_id}/commands")
    /// The application.
    public var applicationID: ApplicationID
    /// The guild.
    public var guildID: GuildID
    /// All the commands there are to be.
    public var commands: [CreateCommand]

    /// Makes the request.
    public init(applicationID: ApplicationID, guildID: GuildID, commands: [CreateCommand]) {
        self.applicationID = applicationID
        self.guildID = guildID
        self.commands = commands
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [.id(applicationID), .guild(guildID)] }
    /// What is sent.
    public var body: RequestBody { .json(commands) }
}

/// Who may use the application's commands in a guild. Discord: *Application Commands › Get Guild Application Command Permissions*.
public struct ListCommandPermissionsRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = [GuildCommandPermissions]
    /// `GET /applications/{application_id}/guilds/{guild_id}/commands/permissions`
    public static let route = APIRoute(
        method: "GET", path: "/applications/{application_id}/guilds/{guild_id}/commands/permissions")
    /// The application.
    public var applicationID: ApplicationID
    /// The guild.
    public var guildID: GuildID

    /// Makes the request.
    public init(applicationID: ApplicationID, guildID: GuildID) {
        self.applicationID = applicationID
        self.guildID = guildID
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [.id(applicationID), .guild(guildID)] }
}

/// Who may use a command in a guild. Discord: *Application Commands › Get Application Command Permissions*.
public struct GetCommandPermissionsRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = GuildCommandPermissions
    /// `GET /applications/{application_id}/guilds/{guild_id}/commands/{command_id}/permissions`
    public static let route = APIRoute(
        method: "GET", path: "/applications/{application_id}/guilds/{guild_id}/commands/{command_id}/permissions")
    /// The application.
    public var applicationID: ApplicationID
    /// The guild.
    public var guildID: GuildID
    /// The command.
    public var commandID: CommandID

    /// Makes the request.
    public init(applicationID: ApplicationID, guildID: GuildID, commandID: CommandID) {
        self.applicationID = applicationID
        self.guildID = guildID
        self.commandID = commandID
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [.id(applicationID), .guild(guildID), .id(commandID)] }
}

/// Says who may use a command in a guild; needs a user's bearer token. Discord: *Application Commands › Edit Application Command Permissions*.
public struct EditCommandPermissionsRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = GuildCommandPermissions
    /// `PUT /applications/{application_id}/guilds/{guild_id}/commands/{command_id}/permissions`
    public static let route = APIRoute(
        method: "PUT", path: "/applications/{application_id}/guilds/{guild_id}/commands/{command_id}/permissions")
    /// The application.
    public var applicationID: ApplicationID
    /// The guild.
    public var guildID: GuildID
    /// The command.
    public var commandID: CommandID
    /// Everyone who may or may not, up to 100.
    public var permissions: [CommandPermission]

    /// Makes the request.
    public init(applicationID: ApplicationID, guildID: GuildID, commandID: CommandID, permissions: [CommandPermission])
    {
        self.applicationID = applicationID
        self.guildID = guildID
        self.commandID = commandID
        self.permissions = permissions
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [.id(applicationID), .guild(guildID), .id(commandID)] }
    /// What is sent.
    public var body: RequestBody { .json(PermissionsBody(permissions: permissions)) }

    private struct PermissionsBody: JSONEncodable {
        let permissions: [CommandPermission]

        func encode(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("permissions", permissions)
            writer.endObject()
        }
    }
}
