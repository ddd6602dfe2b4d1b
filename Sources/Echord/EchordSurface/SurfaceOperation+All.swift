extension SurfaceOperation {
    /// Every operation, by Discord's own grouping; a test holds the table against the requests themselves.
    public static let all: [SurfaceOperation] = [
        application, applicationCommands, emoji, entitlement, applicationRoleConnectionMetadata, channel, message, poll,
        soundboard, webhook, gateway, guildTemplate, guild, auditLog, autoModeration, guildScheduledEvent, sticker,
        voice, receivingAndResponding, invite, lobby, oauth2, partnerSdk, subscription, stageInstance, user, sku,
        oauth2Tokens,
    ].flatMap(\.self)

    private static let application: [SurfaceOperation] = [
        .init("GET", "/applications/@me", "getCurrentApplication"),
        .init("PATCH", "/applications/@me", "editCurrentApplication"),
        .init("GET", "/applications/{application_id}", "getApplication"),
        .init("PATCH", "/applications/{application_id}", "editApplication"),
        .init("GET", "/applications/{application_id}/activity-instances/{instance_id}", "getRunningActivity"),
        .init("POST", "/applications/{application_id}/attachment", "uploadAttachment"),
    ]

    private static let applicationCommands: [SurfaceOperation] = [
        .init("GET", "/applications/{application_id}/commands", "listCommands"),
        .init("PUT", "/applications/{application_id}/commands", "overwriteCommands"),
        .init("POST", "/applications/{application_id}/commands", "createCommand"),
        .init("GET", "/applications/{application_id}/commands/{command_id}", "getCommand"),
        .init("DELETE", "/applications/{application_id}/commands/{command_id}", "deleteCommand"),
        .init("PATCH", "/applications/{application_id}/commands/{command_id}", "editCommand"),
        .init("GET", "/applications/{application_id}/guilds/{guild_id}/commands", "listCommands"),
        .init("PUT", "/applications/{application_id}/guilds/{guild_id}/commands", "overwriteCommands"),
        .init("POST", "/applications/{application_id}/guilds/{guild_id}/commands", "createCommand"),
        .init("GET", "/applications/{application_id}/guilds/{guild_id}/commands/permissions", "listCommandPermissions"),
        .init("GET", "/applications/{application_id}/guilds/{guild_id}/commands/{command_id}", "getCommand"),
        .init("DELETE", "/applications/{application_id}/guilds/{guild_id}/commands/{command_id}", "deleteCommand"),
        .init("PATCH", "/applications/{application_id}/guilds/{guild_id}/commands/{command_id}", "editCommand"),
        .init(
            "GET", "/applications/{application_id}/guilds/{guild_id}/commands/{command_id}/permissions",
            "getCommandPermissions"),
        .init(
            "PUT", "/applications/{application_id}/guilds/{guild_id}/commands/{command_id}/permissions",
            "editCommandPermissions"),
        .init(
            "PUT", "/applications/{application_id}/guilds/{guild_id}/commands/permissions", "editAllCommandPermissions"),
    ]

    private static let emoji: [SurfaceOperation] = [
        .init("GET", "/applications/{application_id}/emojis", "listApplicationEmojis"),
        .init("POST", "/applications/{application_id}/emojis", "createApplicationEmoji"),
        .init("GET", "/applications/{application_id}/emojis/{emoji_id}", "getApplicationEmoji"),
        .init("DELETE", "/applications/{application_id}/emojis/{emoji_id}", "deleteApplicationEmoji"),
        .init("PATCH", "/applications/{application_id}/emojis/{emoji_id}", "editApplicationEmoji"),
        .init("GET", "/guilds/{guild_id}/emojis", "listGuildEmojis"),
        .init("POST", "/guilds/{guild_id}/emojis", "createGuildEmoji"),
        .init("GET", "/guilds/{guild_id}/emojis/{emoji_id}", "getGuildEmoji"),
        .init("DELETE", "/guilds/{guild_id}/emojis/{emoji_id}", "deleteGuildEmoji"),
        .init("PATCH", "/guilds/{guild_id}/emojis/{emoji_id}", "editGuildEmoji"),
    ]

    private static let entitlement: [SurfaceOperation] = [
        .init("GET", "/applications/{application_id}/entitlements", "listEntitlements"),
        .init("POST", "/applications/{application_id}/entitlements", "createTestEntitlement"),
        .init("GET", "/applications/{application_id}/entitlements/{entitlement_id}", "getEntitlement"),
        .init("DELETE", "/applications/{application_id}/entitlements/{entitlement_id}", "deleteTestEntitlement"),
        .init("POST", "/applications/{application_id}/entitlements/{entitlement_id}/consume", "consumeEntitlement"),
        .init("GET", "/users/@me/applications/{application_id}/entitlements", "listOwnEntitlements"),
    ]

    private static let applicationRoleConnectionMetadata: [SurfaceOperation] = [
        .init("GET", "/applications/{application_id}/role-connections/metadata", "listRoleConnectionMetadata"),
        .init("PUT", "/applications/{application_id}/role-connections/metadata", "setRoleConnectionMetadata"),
    ]

    private static let channel: [SurfaceOperation] = [
        .init("GET", "/channels/{channel_id}", "getChannel"),
        .init("DELETE", "/channels/{channel_id}", "deleteChannel"),
        .init("PATCH", "/channels/{channel_id}", "editChannel", "editGroupChannel", "editThread"),
        .init("POST", "/channels/{channel_id}/followers", "followChannel"),
        .init("GET", "/channels/{channel_id}/invites", "listChannelInvites"),
        .init("POST", "/channels/{channel_id}/invites", "createInvite", "createGroupInvite"),
        .init("POST", "/channels/{channel_id}/messages/{message_id}/threads", "createThread"),
        .init("PUT", "/channels/{channel_id}/permissions/{overwrite_id}", "editPermissions"),
        .init("DELETE", "/channels/{channel_id}/permissions/{overwrite_id}", "deletePermissions"),
        .init("PUT", "/channels/{channel_id}/recipients/{user_id}", "addRecipient"),
        .init("DELETE", "/channels/{channel_id}/recipients/{user_id}", "removeRecipient"),
        .init("GET", "/channels/{channel_id}/thread-members", "listThreadMembers"),
        .init("PUT", "/channels/{channel_id}/thread-members/@me", "joinThread"),
        .init("DELETE", "/channels/{channel_id}/thread-members/@me", "leaveThread"),
        .init("GET", "/channels/{channel_id}/thread-members/{user_id}", "getThreadMember"),
        .init("PUT", "/channels/{channel_id}/thread-members/{user_id}", "addThreadMember"),
        .init("DELETE", "/channels/{channel_id}/thread-members/{user_id}", "removeThreadMember"),
        .init("POST", "/channels/{channel_id}/threads", "createThread", "createForumPost"),
        .init("GET", "/channels/{channel_id}/threads/archived/private", "listPrivateArchivedThreads"),
        .init("GET", "/channels/{channel_id}/threads/archived/public", "listPublicArchivedThreads"),
        .init("GET", "/channels/{channel_id}/threads/search", "searchThreads"),
        .init("POST", "/channels/{channel_id}/typing", "triggerTyping"),
        .init("GET", "/channels/{channel_id}/users/@me/threads/archived/private", "listJoinedArchivedThreads"),
        .init("PUT", "/channels/{channel_id}/voice-status", "setVoiceStatus"),
    ]

    private static let message: [SurfaceOperation] = [
        .init("GET", "/channels/{channel_id}/messages", "listMessages"),
        .init("POST", "/channels/{channel_id}/messages", "createMessage"),
        .init("POST", "/channels/{channel_id}/messages/bulk-delete", "bulkDeleteMessages"),
        .init("GET", "/channels/{channel_id}/messages/pins", "listPins"),
        .init("PUT", "/channels/{channel_id}/messages/pins/{message_id}", "pinMessage"),
        .init("DELETE", "/channels/{channel_id}/messages/pins/{message_id}", "unpinMessage"),
        .init("GET", "/channels/{channel_id}/messages/{message_id}", "getMessage"),
        .init("DELETE", "/channels/{channel_id}/messages/{message_id}", "deleteMessage"),
        .init("PATCH", "/channels/{channel_id}/messages/{message_id}", "editMessage"),
        .init("POST", "/channels/{channel_id}/messages/{message_id}/crosspost", "crosspostMessage"),
        .init("DELETE", "/channels/{channel_id}/messages/{message_id}/reactions", "deleteAllReactions"),
        .init("GET", "/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}", "listReactions"),
        .init("DELETE", "/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}", "deleteAllReactions"),
        .init("PUT", "/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me", "createReaction"),
        .init("DELETE", "/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me", "deleteOwnReaction"),
        .init(
            "DELETE", "/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/{user_id}", "deleteReaction"),
        .init("GET", "/channels/{channel_id}/pins", "listPinsInOldForm"),
        .init("PUT", "/channels/{channel_id}/pins/{message_id}", "pinMessageInOldForm"),
        .init("DELETE", "/channels/{channel_id}/pins/{message_id}", "unpinMessageInOldForm"),
        .init("GET", "/guilds/{guild_id}/messages/search", "searchMessages"),
    ]

    private static let poll: [SurfaceOperation] = [
        .init("GET", "/channels/{channel_id}/polls/{message_id}/answers/{answer_id}", "listPollVoters"),
        .init("POST", "/channels/{channel_id}/polls/{message_id}/expire", "endPoll"),
    ]

    private static let soundboard: [SurfaceOperation] = [
        .init("POST", "/channels/{channel_id}/send-soundboard-sound", "sendSoundboardSound"),
        .init("GET", "/guilds/{guild_id}/soundboard-sounds", "listSoundboardSounds"),
        .init("POST", "/guilds/{guild_id}/soundboard-sounds", "createSoundboardSound"),
        .init("GET", "/guilds/{guild_id}/soundboard-sounds/{sound_id}", "getSoundboardSound"),
        .init("DELETE", "/guilds/{guild_id}/soundboard-sounds/{sound_id}", "deleteSoundboardSound"),
        .init("PATCH", "/guilds/{guild_id}/soundboard-sounds/{sound_id}", "editSoundboardSound"),
        .init("GET", "/soundboard-default-sounds", "listDefaultSoundboardSounds"),
    ]

    private static let webhook: [SurfaceOperation] = [
        .init("GET", "/channels/{channel_id}/webhooks", "listChannelWebhooks"),
        .init("POST", "/channels/{channel_id}/webhooks", "createWebhook"),
        .init("GET", "/guilds/{guild_id}/webhooks", "listGuildWebhooks"),
        .init("GET", "/webhooks/{webhook_id}", "getWebhook"),
        .init("DELETE", "/webhooks/{webhook_id}", "deleteWebhook"),
        .init("PATCH", "/webhooks/{webhook_id}", "editWebhook"),
        .init("GET", "/webhooks/{webhook_id}/{webhook_token}", "getWebhook"),
        .init("DELETE", "/webhooks/{webhook_id}/{webhook_token}", "deleteWebhook"),
        .init("PATCH", "/webhooks/{webhook_id}/{webhook_token}", "editWebhook"),
        .init("POST", "/webhooks/{webhook_id}/{webhook_token}/github", "executeGitHubWebhook"),
        .init("POST", "/webhooks/{webhook_id}/{webhook_token}/slack", "executeSlackWebhook"),
    ]

    private static let gateway: [SurfaceOperation] = [
        .init("GET", "/gateway", "getGateway"),
        .init("GET", "/gateway/bot", "getGatewayBot"),
    ]

    private static let guildTemplate: [SurfaceOperation] = [
        .init("GET", "/guilds/templates/{code}", "getTemplate"),
        .init("GET", "/guilds/{guild_id}/templates", "listTemplates"),
        .init("POST", "/guilds/{guild_id}/templates", "createTemplate"),
        .init("PUT", "/guilds/{guild_id}/templates/{code}", "syncTemplate"),
        .init("DELETE", "/guilds/{guild_id}/templates/{code}", "deleteTemplate"),
        .init("PATCH", "/guilds/{guild_id}/templates/{code}", "editTemplate"),
    ]

    private static let guild: [SurfaceOperation] = [
        .init("GET", "/guilds/{guild_id}", "getGuild"),
        .init("PATCH", "/guilds/{guild_id}", "editGuild"),
        .init("GET", "/guilds/{guild_id}/bans", "listBans"),
        .init("GET", "/guilds/{guild_id}/bans/{user_id}", "getBan"),
        .init("PUT", "/guilds/{guild_id}/bans/{user_id}", "createBan"),
        .init("DELETE", "/guilds/{guild_id}/bans/{user_id}", "removeBan"),
        .init("POST", "/guilds/{guild_id}/bulk-ban", "bulkBan"),
        .init("GET", "/guilds/{guild_id}/channels", "listGuildChannels"),
        .init("POST", "/guilds/{guild_id}/channels", "createChannel"),
        .init("PATCH", "/guilds/{guild_id}/channels", "moveChannels"),
        .init("PUT", "/guilds/{guild_id}/incident-actions", "editIncidentActions"),
        .init("GET", "/guilds/{guild_id}/integrations", "listIntegrations"),
        .init("DELETE", "/guilds/{guild_id}/integrations/{integration_id}", "deleteIntegration"),
        .init("GET", "/guilds/{guild_id}/invites", "listGuildInvites"),
        .init("GET", "/guilds/{guild_id}/members", "listMembers"),
        .init("PATCH", "/guilds/{guild_id}/members/@me", "editCurrentMember"),
        .init("GET", "/guilds/{guild_id}/members/search", "searchMembers"),
        .init("GET", "/guilds/{guild_id}/members/{user_id}", "getMember"),
        .init("PUT", "/guilds/{guild_id}/members/{user_id}", "addMember"),
        .init("DELETE", "/guilds/{guild_id}/members/{user_id}", "removeMember"),
        .init("PATCH", "/guilds/{guild_id}/members/{user_id}", "editMember"),
        .init("PUT", "/guilds/{guild_id}/members/{user_id}/roles/{role_id}", "addRole"),
        .init("DELETE", "/guilds/{guild_id}/members/{user_id}/roles/{role_id}", "removeRole"),
        .init("GET", "/guilds/{guild_id}/new-member-welcome", "getNewMemberWelcome"),
        .init("GET", "/guilds/{guild_id}/onboarding", "getOnboarding"),
        .init("PUT", "/guilds/{guild_id}/onboarding", "editOnboarding"),
        .init("GET", "/guilds/{guild_id}/preview", "getGuildPreview"),
        .init("GET", "/guilds/{guild_id}/prune", "getPruneCount"),
        .init("POST", "/guilds/{guild_id}/prune", "prune"),
        .init("GET", "/guilds/{guild_id}/regions", "listGuildVoiceRegions"),
        .init("GET", "/guilds/{guild_id}/requests", "listJoinRequests"),
        .init("PATCH", "/guilds/{guild_id}/requests/{request_id}", "decideJoinRequest"),
        .init("GET", "/guilds/{guild_id}/roles", "listRoles"),
        .init("POST", "/guilds/{guild_id}/roles", "createRole"),
        .init("PATCH", "/guilds/{guild_id}/roles", "moveRoles"),
        .init("GET", "/guilds/{guild_id}/roles/member-counts", "getRoleMemberCounts"),
        .init("GET", "/guilds/{guild_id}/roles/{role_id}", "getRole"),
        .init("DELETE", "/guilds/{guild_id}/roles/{role_id}", "deleteRole"),
        .init("PATCH", "/guilds/{guild_id}/roles/{role_id}", "editRole"),
        .init("GET", "/guilds/{guild_id}/threads/active", "listActiveThreads"),
        .init("GET", "/guilds/{guild_id}/vanity-url", "getVanityURL"),
        .init("GET", "/guilds/{guild_id}/welcome-screen", "getWelcomeScreen"),
        .init("PATCH", "/guilds/{guild_id}/welcome-screen", "editWelcomeScreen"),
        .init("GET", "/guilds/{guild_id}/widget", "getWidgetSettings"),
        .init("PATCH", "/guilds/{guild_id}/widget", "editWidget"),
        .init("GET", "/guilds/{guild_id}/widget.json", "getWidget"),
        .init("GET", "/guilds/{guild_id}/widget.png", "getWidgetImage"),
        .init("PATCH", "/guilds/{guild_id}/members/@me/nick", "editCurrentNick"),
    ]

    private static let auditLog: [SurfaceOperation] = [
        .init("GET", "/guilds/{guild_id}/audit-logs", "getAuditLog")
    ]

    private static let autoModeration: [SurfaceOperation] = [
        .init("GET", "/guilds/{guild_id}/auto-moderation/rules", "listAutoModerationRules"),
        .init("POST", "/guilds/{guild_id}/auto-moderation/rules", "createAutoModerationRule"),
        .init("GET", "/guilds/{guild_id}/auto-moderation/rules/{rule_id}", "getAutoModerationRule"),
        .init("DELETE", "/guilds/{guild_id}/auto-moderation/rules/{rule_id}", "deleteAutoModerationRule"),
        .init("PATCH", "/guilds/{guild_id}/auto-moderation/rules/{rule_id}", "editAutoModerationRule"),
    ]

    private static let guildScheduledEvent: [SurfaceOperation] = [
        .init("GET", "/guilds/{guild_id}/scheduled-events", "listScheduledEvents"),
        .init("POST", "/guilds/{guild_id}/scheduled-events", "createScheduledEvent"),
        .init("GET", "/guilds/{guild_id}/scheduled-events/{guild_scheduled_event_id}", "getScheduledEvent"),
        .init("DELETE", "/guilds/{guild_id}/scheduled-events/{guild_scheduled_event_id}", "deleteScheduledEvent"),
        .init("PATCH", "/guilds/{guild_id}/scheduled-events/{guild_scheduled_event_id}", "editScheduledEvent"),
        .init(
            "POST", "/guilds/{guild_id}/scheduled-events/{guild_scheduled_event_id}/exceptions", "createEventException"),
        .init(
            "DELETE", "/guilds/{guild_id}/scheduled-events/{guild_scheduled_event_id}/exceptions/{exception_id}",
            "deleteEventException"),
        .init(
            "PATCH", "/guilds/{guild_id}/scheduled-events/{guild_scheduled_event_id}/exceptions/{exception_id}",
            "editEventException"),
        .init("GET", "/guilds/{guild_id}/scheduled-events/{guild_scheduled_event_id}/users", "listScheduledEventUsers"),
        .init(
            "GET", "/guilds/{guild_id}/scheduled-events/{guild_scheduled_event_id}/users/counts",
            "getScheduledEventUserCounts"),
        .init(
            "GET",
            "/guilds/{guild_id}/scheduled-events/{guild_scheduled_event_id}/{guild_scheduled_event_exception_id}/users",
            "listEventExceptionUsers"),
    ]

    private static let sticker: [SurfaceOperation] = [
        .init("GET", "/guilds/{guild_id}/stickers", "listGuildStickers"),
        .init("POST", "/guilds/{guild_id}/stickers", "createGuildSticker"),
        .init("GET", "/guilds/{guild_id}/stickers/{sticker_id}", "getGuildSticker"),
        .init("DELETE", "/guilds/{guild_id}/stickers/{sticker_id}", "deleteGuildSticker"),
        .init("PATCH", "/guilds/{guild_id}/stickers/{sticker_id}", "editGuildSticker"),
        .init("GET", "/sticker-packs", "listStickerPacks"),
        .init("GET", "/sticker-packs/{pack_id}", "getStickerPack"),
        .init("GET", "/stickers/{sticker_id}", "getSticker"),
    ]

    private static let voice: [SurfaceOperation] = [
        .init("GET", "/guilds/{guild_id}/voice-states/@me", "getCurrentVoiceState"),
        .init("PATCH", "/guilds/{guild_id}/voice-states/@me", "editCurrentVoiceState"),
        .init("GET", "/guilds/{guild_id}/voice-states/{user_id}", "getVoiceState"),
        .init("PATCH", "/guilds/{guild_id}/voice-states/{user_id}", "editVoiceState"),
        .init("GET", "/voice/regions", "listVoiceRegions"),
    ]

    private static let receivingAndResponding: [SurfaceOperation] = [
        .init("POST", "/interactions/{interaction_id}/{interaction_token}/callback", "createInteractionResponse"),
        .init("POST", "/webhooks/{webhook_id}/{webhook_token}", "createFollowup", "executeWebhook"),
        .init("GET", "/webhooks/{webhook_id}/{webhook_token}/messages/@original", "getOriginalResponse"),
        .init("DELETE", "/webhooks/{webhook_id}/{webhook_token}/messages/@original", "deleteOriginalResponse"),
        .init("PATCH", "/webhooks/{webhook_id}/{webhook_token}/messages/@original", "editOriginalResponse"),
        .init(
            "GET", "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}", "getFollowup", "getWebhookMessage"),
        .init(
            "DELETE", "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}", "deleteFollowup",
            "deleteWebhookMessage"),
        .init(
            "PATCH", "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}", "editFollowup",
            "editWebhookMessage"),
    ]

    private static let invite: [SurfaceOperation] = [
        .init("GET", "/invites/{code}", "getInvite"),
        .init("DELETE", "/invites/{code}", "deleteInvite"),
        .init("GET", "/invites/{code}/target-users", "getInviteTargets"),
        .init("PUT", "/invites/{code}/target-users", "setInviteTargets"),
        .init("GET", "/invites/{code}/target-users/job-status", "getInviteTargetJob"),
    ]

    private static let lobby: [SurfaceOperation] = [
        .init("PUT", "/lobbies", "joinLobby"),
        .init("POST", "/lobbies", "createLobby"),
        .init("GET", "/lobbies/{lobby_id}", "getLobby"),
        .init("DELETE", "/lobbies/{lobby_id}", "deleteLobby"),
        .init("PATCH", "/lobbies/{lobby_id}", "editLobby"),
        .init("PATCH", "/lobbies/{lobby_id}/channel-linking", "linkLobby"),
        .init("DELETE", "/lobbies/{lobby_id}/members/@me", "leaveLobby"),
        .init("POST", "/lobbies/{lobby_id}/members/@me/invites", "createOwnLobbyInvite"),
        .init("POST", "/lobbies/{lobby_id}/members/bulk", "editLobbyMembers"),
        .init("PUT", "/lobbies/{lobby_id}/members/{user_id}", "editLobbyMember"),
        .init("DELETE", "/lobbies/{lobby_id}/members/{user_id}", "removeLobbyMember"),
        .init("POST", "/lobbies/{lobby_id}/members/{user_id}/invites", "createLobbyInvite"),
        .init("GET", "/lobbies/{lobby_id}/messages", "listLobbyMessages"),
        .init("POST", "/lobbies/{lobby_id}/messages", "createLobbyMessage"),
        .init("PUT", "/lobbies/{lobby_id}/messages/{message_id}/moderation-metadata", "setModerationMetadata"),
    ]

    private static let oauth2: [SurfaceOperation] = [
        .init("GET", "/oauth2/@me", "getCurrentAuthorization"),
        .init("GET", "/oauth2/applications/@me", "getCurrentBotApplication"),
        .init("GET", "/oauth2/keys", "getSigningKeys"),
        .init("GET", "/oauth2/userinfo", "getOpenIDUserInfo"),
    ]

    private static let partnerSdk: [SurfaceOperation] = [
        .init(
            "PUT", "/partner-sdk/dms/{user_id_1}/{user_id_2}/messages/{message_id}/moderation-metadata",
            "setModerationMetadata"),
        .init("POST", "/partner-sdk/provisional-accounts/unmerge", "unmergeProvisionalAccount"),
        .init("POST", "/partner-sdk/provisional-accounts/unmerge/bot", "unmergeProvisionalAccount"),
        .init("POST", "/partner-sdk/token", "createProvisionalToken"),
        .init("POST", "/partner-sdk/token/bot", "createProvisionalToken"),
    ]

    private static let subscription: [SurfaceOperation] = [
        .init("GET", "/skus/{sku_id}/subscriptions", "listSubscriptions"),
        .init("GET", "/skus/{sku_id}/subscriptions/{subscription_id}", "getSubscription"),
    ]

    private static let stageInstance: [SurfaceOperation] = [
        .init("POST", "/stage-instances", "createStageInstance"),
        .init("GET", "/stage-instances/{channel_id}", "getStageInstance"),
        .init("DELETE", "/stage-instances/{channel_id}", "deleteStageInstance"),
        .init("PATCH", "/stage-instances/{channel_id}", "editStageInstance"),
    ]

    private static let user: [SurfaceOperation] = [
        .init("GET", "/users/@me", "getCurrentUser"),
        .init("PATCH", "/users/@me", "editCurrentUser"),
        .init("GET", "/users/@me/applications/{application_id}/role-connection", "getRoleConnection"),
        .init("PUT", "/users/@me/applications/{application_id}/role-connection", "setRoleConnection"),
        .init("DELETE", "/users/@me/applications/{application_id}/role-connection", "deleteRoleConnection"),
        .init("POST", "/users/@me/channels", "createDirectChannel"),
        .init("GET", "/users/@me/connections", "listConnections"),
        .init("GET", "/users/@me/guilds", "listCurrentUserGuilds"),
        .init("DELETE", "/users/@me/guilds/{guild_id}", "leaveGuild"),
        .init("GET", "/users/@me/guilds/{guild_id}/member", "getCurrentUserMember"),
        .init("GET", "/users/{user_id}", "getUser"),
    ]

    private static let sku: [SurfaceOperation] = [
        .init("GET", "/applications/{application_id}/skus", "listSKUs")
    ]

    private static let oauth2Tokens: [SurfaceOperation] = [
        .init("POST", "/oauth2/token", "createToken"),
        .init("POST", "/oauth2/token/revoke", "revokeToken"),
    ]
}
