/// What an address of Discord's own client leads to.
public enum DiscordLinkTarget: Hashable, Sendable {
    /// A message; without a guild in direct messages.
    case message(MessageID, in: ChannelID, of: GuildID?)
    /// A channel or thread; without a guild a direct message.
    case channel(ChannelID, of: GuildID?)
    /// A guild.
    case guild(GuildID)
    /// An event that a guild announces.
    case scheduledEvent(ScheduledEventID, of: GuildID)
    /// A user's profile.
    case user(UserID)
    /// An invite, by its code.
    case invite(String)
    /// A template of a guild, by its code.
    case template(String)
}

extension DiscordLink {
    /// Opens a guild.
    public static func guild(_ guild: GuildID) -> String { "https://discord.com/channels/\(guild)" }

    /// Opens an event that a guild announces.
    public static func scheduledEvent(_ event: ScheduledEventID, of guild: GuildID) -> String {
        "https://discord.com/events/\(guild)/\(event)"
    }

    /// Opens a user's profile.
    public static func user(_ user: UserID) -> String { "https://discord.com/users/\(user)" }

    /// Opens an invite.
    public static func invite(_ code: String) -> String { "https://discord.gg/\(code)" }

    /// Opens a template of a guild.
    public static func template(_ code: String) -> String { "https://discord.new/\(code)" }

    /// Reads an address: of the website, of its test versions (`ptb.`, `canary.`), of old (`discordapp.com`), of an
    /// invite or a template.
    ///
    /// - Returns: `nil` for any other address.
    public static func parse(_ address: some StringProtocol) -> DiscordLinkTarget? {
        var rest = Substring(address)
        for scheme in ["https://", "http://", "discord://"] where rest.lowercased().hasPrefix(scheme) {
            rest = rest.dropFirst(scheme.count)
            if scheme == "discord://" { rest = "discord.com/" + rest.drop { $0 == "-" || $0 == "/" } }
            break
        }
        rest = rest.prefix { $0 != "?" && $0 != "#" }
        let parts = rest.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
        guard let host = parts.first?.lowercased() else { return nil }
        let path = Array(parts.dropFirst())
        switch host {
        case "discord.gg": return path.count == 1 ? code(path[0]).map { .invite($0) } : nil
        case "discord.new": return path.count == 1 ? code(path[0]).map { .template($0) } : nil
        default: return isDiscord(host) ? target(path) : nil
        }
    }

    private static func isDiscord(_ host: String) -> Bool {
        let names = ["discord.com", "discordapp.com"]
        return names.contains(host)
            || ["www.", "ptb.", "canary."].contains { prefix in
                names.contains { host == prefix + $0 }
            }
    }

    private static func target(_ path: [String]) -> DiscordLinkTarget? {
        switch (path.first, path.count) {
        case ("channels", 2): return GuildID(path[1]).map { .guild($0) }
        case ("channels", 3), ("channels", 4): return place(path)
        case ("events", 3):
            guard let guild = GuildID(path[1]), let event = ScheduledEventID(path[2]) else { return nil }
            return .scheduledEvent(event, of: guild)
        case ("users", 2): return UserID(path[1]).map { .user($0) }
        case ("invite", 2): return code(path[1]).map { .invite($0) }
        case ("template", 2): return code(path[1]).map { .template($0) }
        default: return nil
        }
    }

    private static func place(_ path: [String]) -> DiscordLinkTarget? {
        let guild = GuildID(path[1])
        guard guild != nil || path[1] == "@me", let channel = ChannelID(path[2]) else { return nil }
        guard path.count == 4 else { return .channel(channel, of: guild) }
        return MessageID(path[3]).map { .message($0, in: channel, of: guild) }
    }

    /// Codes are letters, digits and hyphens.
    private static func code(_ text: String) -> String? {
        !text.isEmpty && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") } ? text : nil
    }
}
