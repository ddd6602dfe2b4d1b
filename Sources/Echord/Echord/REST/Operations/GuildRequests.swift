public import EchordModel
public import EchordPrimitives

extension APIRequest {
    /// One guild; with counts also about how many members it has and how many are online.
    ///
    /// <https://docs.discord.com/developers/resources/guild#get-guild>
    public static func getGuild(_ guild: GuildID, withCounts: Bool? = nil) -> APIRequest<Guild> {
        .init(.get, "/guilds/\(guild)", query: [.value("with_counts", withCounts)])
    }

    /// Changes a guild. Needs MANAGE_GUILD; ADMINISTRATOR for the feature `COMMUNITY`.
    ///
    /// <https://docs.discord.com/developers/resources/guild#modify-guild>
    public static func editGuild(
        _ guild: GuildID, _ changes: EditGuild, reason: String? = nil
    ) -> APIRequest<Guild> {
        .init(.patch, "/guilds/\(guild)", body: .json(changes), reason: reason)
    }

    /// What a guild shows to those outside. The bot must be in it, or it must be discoverable.
    ///
    /// <https://docs.discord.com/developers/resources/guild#get-guild-preview>
    public static func getGuildPreview(_ guild: GuildID) -> APIRequest<GuildPreview> {
        .init(.get, "/guilds/\(guild)/preview")
    }

    /// Voice regions that a guild can use, with those of VIP guilds.
    ///
    /// <https://docs.discord.com/developers/resources/guild#get-guild-voice-regions>
    public static func listGuildVoiceRegions(of guild: GuildID) -> APIRequest<[VoiceRegion]> {
        .init(.get, "/guilds/\(guild)/regions", reading: .list())
    }

    /// A guild's own invite; the code is absent where there is none. Needs MANAGE_GUILD.
    ///
    /// <https://docs.discord.com/developers/resources/guild#get-guild-vanity-url>
    public static func getVanityURL(of guild: GuildID) -> APIRequest<VanityURL> {
        .init(.get, "/guilds/\(guild)/vanity-url")
    }

    /// Takes measures against a raid, or ends them. Needs MANAGE_GUILD.
    ///
    /// <https://docs.discord.com/developers/resources/guild#modify-guild-incident-actions>
    public static func editIncidentActions(
        of guild: GuildID, _ changes: EditIncidentActions, reason: String? = nil
    ) -> APIRequest<IncidentsData> {
        .init(.put, "/guilds/\(guild)/incident-actions", body: .json(changes), reason: reason)
    }

    // MARK: - Integrations

    /// Up to 50 integrations of a guild. Needs MANAGE_GUILD.
    ///
    /// <https://docs.discord.com/developers/resources/guild#get-guild-integrations>
    public static func listIntegrations(of guild: GuildID) -> APIRequest<[Integration]> {
        .init(.get, "/guilds/\(guild)/integrations", reading: .list())
    }

    /// Removes an integration with its webhooks, and kicks its bot. Needs MANAGE_GUILD.
    ///
    /// <https://docs.discord.com/developers/resources/guild#delete-guild-integration>
    public static func deleteIntegration(
        _ integration: IntegrationID, of guild: GuildID, reason: String? = nil
    ) -> APIRequest<Void> {
        .init(.delete, "/guilds/\(guild)/integrations/\(integration)", reason: reason)
    }

    // MARK: - Widget

    /// Whether a guild has a widget. Needs MANAGE_GUILD.
    ///
    /// <https://docs.discord.com/developers/resources/guild#get-guild-widget-settings>
    public static func getWidgetSettings(of guild: GuildID) -> APIRequest<GuildWidgetSettings> {
        .init(.get, "/guilds/\(guild)/widget")
    }

    /// Changes a guild's widget. Needs MANAGE_GUILD.
    ///
    /// <https://docs.discord.com/developers/resources/guild#modify-guild-widget>
    public static func editWidget(
        of guild: GuildID, _ changes: EditGuildWidget, reason: String? = nil
    ) -> APIRequest<GuildWidgetSettings> {
        .init(.patch, "/guilds/\(guild)/widget", body: .json(changes), reason: reason)
    }

    /// What a guild's widget tells; without one refused with code 50004.
    ///
    /// <https://docs.discord.com/developers/resources/guild#get-guild-widget>
    public static func getWidget(of guild: GuildID) -> APIRequest<GuildWidget> {
        .init(.get, "/guilds/\(guild)/widget.json", as: .none)
    }

    /// A guild's widget as a PNG picture.
    ///
    /// <https://docs.discord.com/developers/resources/guild#get-guild-widget-image>
    ///
    /// - Parameter style: How it looks; `shield` when left out.
    public static func getWidgetImage(of guild: GuildID, style: WidgetStyle? = nil) -> APIRequest<[UInt8]> {
        .init(
            .get, "/guilds/\(guild)/widget.png", query: [.choice("style", style)], as: .none, reading: .bytes)
    }
}
