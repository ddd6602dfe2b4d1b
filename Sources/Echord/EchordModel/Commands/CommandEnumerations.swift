public import EchordPrimitives
public import JSON

/// Kinds of application command.
///
/// <https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-types>
public struct CommandType: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `CHAT_INPUT`.
    public static let chatInput = Self(rawValue: 1)
    /// `USER`.
    public static let user = Self(rawValue: 2)
    /// `MESSAGE`.
    public static let message = Self(rawValue: 3)
    /// `PRIMARY_ENTRY_POINT`.
    public static let primaryEntryPoint = Self(rawValue: 4)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "CHAT_INPUT": .chatInput,
            "USER": .user,
            "MESSAGE": .message,
            "PRIMARY_ENTRY_POINT": .primaryEntryPoint,
        ]
    }
}

/// Kinds of option.
///
/// <https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-type>
public struct CommandOptionType: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `SUB_COMMAND`.
    public static let subcommand = Self(rawValue: 1)
    /// `SUB_COMMAND_GROUP`.
    public static let subcommandGroup = Self(rawValue: 2)
    /// `STRING`.
    public static let string = Self(rawValue: 3)
    /// `INTEGER`.
    public static let integer = Self(rawValue: 4)
    /// `BOOLEAN`.
    public static let boolean = Self(rawValue: 5)
    /// `USER`.
    public static let user = Self(rawValue: 6)
    /// `CHANNEL`.
    public static let channel = Self(rawValue: 7)
    /// `ROLE`.
    public static let role = Self(rawValue: 8)
    /// `MENTIONABLE`.
    public static let mentionable = Self(rawValue: 9)
    /// `NUMBER`.
    public static let number = Self(rawValue: 10)
    /// `ATTACHMENT`.
    public static let attachment = Self(rawValue: 11)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "SUB_COMMAND": .subcommand,
            "SUB_COMMAND_GROUP": .subcommandGroup,
            "STRING": .string,
            "INTEGER": .integer,
            "BOOLEAN": .boolean,
            "USER": .user,
            "CHANNEL": .channel,
            "ROLE": .role,
            "MENTIONABLE": .mentionable,
            "NUMBER": .number,
            "ATTACHMENT": .attachment,
        ]
    }
}

/// Who handles the command that starts an activity.
///
/// <https://docs.discord.com/developers/interactions/application-commands#application-command-object-entry-point-command-handler-types>
public struct EntryPointHandler: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `APP_HANDLER`.
    public static let appHandler = Self(rawValue: 1)
    /// `DISCORD_LAUNCH_ACTIVITY`.
    public static let discordLaunchActivity = Self(rawValue: 2)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "APP_HANDLER": .appHandler,
            "DISCORD_LAUNCH_ACTIVITY": .discordLaunchActivity,
        ]
    }
}

/// What an entry of command permissions is about.
///
/// <https://docs.discord.com/developers/interactions/application-commands#application-command-permissions-object>
public struct CommandPermissionType: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `ROLE`.
    public static let role = Self(rawValue: 1)
    /// `USER`.
    public static let user = Self(rawValue: 2)
    /// `CHANNEL`.
    public static let channel = Self(rawValue: 3)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "ROLE": .role,
            "USER": .user,
            "CHANNEL": .channel,
        ]
    }
}
