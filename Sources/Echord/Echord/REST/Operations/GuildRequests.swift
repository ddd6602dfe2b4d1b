public import EchordModel
public import EchordPrimitives

extension APIRequest {
    /// One guild; with counts also about how many members it has and how many are online.
    ///
    /// <https://docs.discord.com/developers/resources/guild#get-guild>
    public static func getGuild(_ guild: GuildID, withCounts: Bool? = nil) -> APIRequest<Guild> {
        .init(.get, "/guilds/\(guild)", query: [.value("with_counts", withCounts)])
    }

    /// A guild's channels without its threads. Channels that the bot can not see are left out from 16 November 2026 on.
    ///
    /// <https://docs.discord.com/developers/resources/guild#get-guild-channels>
    public static func listGuildChannels(of guild: GuildID) -> APIRequest<[Channel]> {
        .init(.get, "/guilds/\(guild)/channels", reading: .list())
    }
}
