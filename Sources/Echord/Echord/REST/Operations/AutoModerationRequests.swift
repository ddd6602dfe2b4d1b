public import EchordModel
public import EchordPrimitives

/// Rules that Discord itself enforces. All of it needs MANAGE_GUILD.
extension APIRequest {
    /// A guild's rules.
    ///
    /// <https://docs.discord.com/developers/resources/auto-moderation#list-auto-moderation-rules-for-guild>
    public static func listAutoModerationRules(of guild: GuildID) -> APIRequest<[AutoModerationRule]> {
        .init(.get, "/guilds/\(guild)/auto-moderation/rules", reading: .list())
    }

    /// One rule.
    ///
    /// <https://docs.discord.com/developers/resources/auto-moderation#get-auto-moderation-rule>
    public static func getAutoModerationRule(
        _ rule: AutoModerationRuleID, of guild: GuildID
    ) -> APIRequest<AutoModerationRule> {
        .init(.get, "/guilds/\(guild)/auto-moderation/rules/\(rule)")
    }

    /// Makes a rule.
    ///
    /// <https://docs.discord.com/developers/resources/auto-moderation#create-auto-moderation-rule>
    public static func createAutoModerationRule(
        _ rule: CreateAutoModerationRule, in guild: GuildID, reason: String? = nil
    ) -> APIRequest<AutoModerationRule> {
        .init(.post, "/guilds/\(guild)/auto-moderation/rules", body: .json(rule), reason: reason)
    }

    /// Changes a rule.
    ///
    /// <https://docs.discord.com/developers/resources/auto-moderation#modify-auto-moderation-rule>
    public static func editAutoModerationRule(
        _ rule: AutoModerationRuleID, of guild: GuildID, _ changes: EditAutoModerationRule, reason: String? = nil
    ) -> APIRequest<AutoModerationRule> {
        .init(.patch, "/guilds/\(guild)/auto-moderation/rules/\(rule)", body: .json(changes), reason: reason)
    }

    /// Deletes a rule.
    ///
    /// <https://docs.discord.com/developers/resources/auto-moderation#delete-auto-moderation-rule>
    public static func deleteAutoModerationRule(
        _ rule: AutoModerationRuleID, of guild: GuildID, reason: String? = nil
    ) -> APIRequest<Void> {
        .init(.delete, "/guilds/\(guild)/auto-moderation/rules/\(rule)", reason: reason)
    }
}
