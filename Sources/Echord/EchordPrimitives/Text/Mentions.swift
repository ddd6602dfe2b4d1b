extension Snowflake where Of == IDMarker.User {
    /// Names the user in a message, and pings unless `AllowedMentions` forbids it.
    public var mention: String { "<@\(rawValue)>" }
}

extension Snowflake where Of == IDMarker.Role {
    /// Names the role in a message, and pings unless `AllowedMentions` forbids it.
    public var mention: String { "<@&\(rawValue)>" }
}

extension Snowflake where Of == IDMarker.Channel {
    /// Links the channel or thread in a message.
    public var mention: String { "<#\(rawValue)>" }
}

extension Snowflake where Of == IDMarker.Command {
    /// A link that opens the command in the input field.
    ///
    /// - Parameter path: the command's name with its group and subcommand, such as `["task", "create"]`.
    public func mention(_ path: [String]) -> String { "</\(path.joined(separator: " ")):\(rawValue)>" }
}

extension Snowflake where Of == IDMarker.Emoji {
    /// Shows the custom emoji in a message.
    ///
    /// - Parameters:
    ///   - name: the emoji's name.
    ///   - isAnimated: whether it moves.
    public func mention(name: String, isAnimated: Bool = false) -> String {
        "<\(isAnimated ? "a" : ""):\(name):\(rawValue)>"
    }
}

/// Links to pages of the guild the message is in.
///
/// <https://docs.discord.com/developers/reference#message-formatting>
public enum GuildNavigation {
    /// Channels & Roles with the onboarding prompts.
    public static let customize = "<id:customize>"
    /// Browse Channels.
    public static let browse = "<id:browse>"
    /// The Server Guide.
    public static let guide = "<id:guide>"
    /// All linked roles.
    public static let linkedRoles = "<id:linked-roles>"

    /// One linked role, opening its connection dialog.
    public static func linkedRole(_ role: RoleID) -> String { "<id:linked-roles:\(role)>" }
}

/// Addresses of things in Discord's own client.
public enum DiscordLink {
    /// Opens a message.
    ///
    /// - Parameters:
    ///   - message: the message.
    ///   - channel: its channel.
    ///   - guild: its guild, `nil` for direct messages.
    public static func message(_ message: MessageID, in channel: ChannelID, of guild: GuildID?) -> String {
        "https://discord.com/channels/\(guild.map { String($0.rawValue) } ?? "@me")/\(channel)/\(message)"
    }

    /// Opens a channel or thread.
    ///
    /// - Parameters:
    ///   - channel: the channel.
    ///   - guild: its guild, `nil` for direct messages.
    public static func channel(_ channel: ChannelID, of guild: GuildID?) -> String {
        "https://discord.com/channels/\(guild.map { String($0.rawValue) } ?? "@me")/\(channel)"
    }
}
