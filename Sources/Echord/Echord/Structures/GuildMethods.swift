public import EchordModel
public import EchordPrimitives

extension DiscordThing where Model == Guild {
    /// Its id.
    public var guildID: GuildID { id }

    /// Its roles.
    public var roles: All<Role, Guild> { All(remote) }
    /// Its members.
    public var members: All<Member, Guild> { All(remote) }
    /// Its channels.
    public var channels: All<Channel, Guild> { All(remote) }
    /// Its bans.
    public var bans: All<Ban, Guild> { All(remote) }
    /// Its custom emojis.
    public var emojis: All<Emoji, Guild> { All(remote) }
    /// Its stickers.
    public var stickers: All<Sticker, Guild> { All(remote) }
    /// Its sounds.
    public var sounds: All<SoundboardSound, Guild> { All(remote) }
    /// The events it announces.
    public var scheduledEvents: All<ScheduledEvent, Guild> { All(remote) }
    /// Its rules for automatic moderation.
    public var autoModeration: All<AutoModerationRule, Guild> { All(remote) }
    /// Invites into it.
    public var invites: All<Invite, Guild> { All(remote) }
    /// Webhooks of its channels.
    public var webhooks: All<Webhook, Guild> { All(remote) }
    /// Its integrations.
    public var integrations: All<Integration, Guild> { All(remote) }
    /// Templates that were made of it.
    public var templates: All<GuildTemplate, Guild> { All(remote) }
    /// Requests to join it.
    public var joinRequests: All<JoinRequest, Guild> { All(remote) }
    /// Who is in voice.
    public var voiceStates: All<VoiceState, Guild> { All(remote) }

    /// Changes a guild. Needs MANAGE_GUILD; ADMINISTRATOR for the feature `COMMUNITY`.
    @discardableResult
    public func edit(_ changes: EditGuild, reason: String? = nil) async throws -> Live<Guild> {
        try await live(.editGuild(guildID, changes, reason: reason))
    }

    /// Leaves a guild.
    public func leave() async throws { try await discord.send(.leaveGuild(guildID)) }

    /// What a guild shows to those outside. The bot must be in it, or it must be discoverable.
    public func preview() async throws -> GuildPreview { try await discord.send(.getGuildPreview(guildID)) }

    /// As Discord knows it now, with about how many members there are and how many are online.
    public func fetchWithCounts() async throws -> Live<Guild> { try await live(.getGuild(guildID, withCounts: true)) }

    /// Voice regions that a guild can use, with those of VIP guilds.
    public func voiceRegions() async throws -> [VoiceRegion] {
        try await discord.send(.listGuildVoiceRegions(of: guildID))
    }

    /// A guild's own invite; the code is absent where there is none. Needs MANAGE_GUILD.
    public func vanityURL() async throws -> VanityURL { try await discord.send(.getVanityURL(of: guildID)) }

    /// Takes measures against a raid, or ends them. Needs MANAGE_GUILD.
    @discardableResult
    public func editIncidentActions(
        _ changes: EditIncidentActions, reason: String? = nil
    ) async throws -> IncidentsData {
        try await discord.send(.editIncidentActions(of: guildID, changes, reason: reason))
    }

    /// A guild's active threads, the youngest first.
    public func activeThreads() async throws -> ThreadPage { try await discord.send(.listActiveThreads(of: guildID)) }
}

extension DiscordThing where Model == Guild {
    // MARK: - Widget and newcomers

    /// Whether a guild has a widget. Needs MANAGE_GUILD.
    public func widgetSettings() async throws -> GuildWidgetSettings {
        try await discord.send(.getWidgetSettings(of: guildID))
    }

    /// Changes a guild's widget. Needs MANAGE_GUILD.
    @discardableResult
    public func editWidget(_ changes: EditGuildWidget, reason: String? = nil) async throws -> GuildWidgetSettings {
        try await discord.send(.editWidget(of: guildID, changes, reason: reason))
    }

    /// What a guild's widget tells; without one refused with code 50004.
    public func widget() async throws -> GuildWidget { try await discord.send(.getWidget(of: guildID)) }

    /// A guild's widget as a PNG picture.
    ///
    /// - Parameter style: How it looks; `shield` when left out.
    public func widgetImage(style: WidgetStyle? = nil) async throws -> [UInt8] {
        try await discord.send(.getWidgetImage(of: guildID, style: style))
    }

    /// What newcomers see. Needs MANAGE_GUILD where the welcome screen is off.
    public func welcomeScreen() async throws -> WelcomeScreen { try await discord.send(.getWelcomeScreen(of: guildID)) }

    /// Changes what newcomers see. Needs MANAGE_GUILD.
    @discardableResult
    public func editWelcomeScreen(_ changes: EditWelcomeScreen, reason: String? = nil) async throws -> WelcomeScreen {
        try await discord.send(.editWelcomeScreen(of: guildID, changes, reason: reason))
    }

    /// The questions newcomers are asked.
    public func onboarding() async throws -> GuildOnboarding { try await discord.send(.getOnboarding(of: guildID)) }

    /// Changes the questions newcomers are asked. Needs MANAGE_GUILD and MANAGE_ROLES. While it is on there must be at
    /// least seven default channels, five of which everybody may write in.
    @discardableResult
    public func editOnboarding(_ changes: EditOnboarding, reason: String? = nil) async throws -> GuildOnboarding {
        try await discord.send(.editOnboarding(of: guildID, changes, reason: reason))
    }

    /// What a guild's home says to newcomers, if it says something. Discord describes it without a page.
    public func newMemberWelcome() async throws -> NewMemberWelcome? {
        try await discord.send(.getNewMemberWelcome(of: guildID))
    }
}

extension DiscordThing where Model == Guild {
    // MARK: - Records

    /// The audit log, the newest entry first. Needs VIEW_AUDIT_LOG.
    ///
    /// - Parameters:
    ///   - user: Only what this user did.
    ///   - target: Only what was done to this.
    ///   - action: Only this kind.
    ///   - before: Those before this one.
    ///   - limit: How many at most; all there are when left out, which are those of 45 days.
    public func auditLog(
        by user: UserID? = nil, on target: GenericID? = nil, action: AuditLogEvent? = nil,
        before: AuditLogEntryID? = nil, limit: Int? = nil
    ) -> PagedSequence<AuditLogEntry> {
        .keyset(from: before, limit: limit, pageSize: 100, key: \.id) { [self] in
            try await discord.send(
                .getAuditLog(of: guildID, user: user, target: target, action: action, before: $0, limit: $1)
            ).auditLogEntries
        }
    }

    /// Looks for messages. Needs READ_MESSAGE_HISTORY.
    public func searchMessages(_ search: MessageSearch) async throws -> SearchAnswer<MessageSearchResult> {
        try await discord.send(.searchMessages(of: guildID, search))
    }
}

extension All where Element == Integration, Owner == Guild {
    /// All of them, up to 50. Needs MANAGE_GUILD.
    public func list() async throws -> [Integration] { try await discord.send(.listIntegrations(of: owner.id)) }

    /// Removes an integration with its webhooks, and kicks its bot. Needs MANAGE_GUILD.
    public func delete(_ integration: IntegrationID, reason: String? = nil) async throws {
        try await discord.send(.deleteIntegration(integration, of: owner.id, reason: reason))
    }
}

extension All where Element == GuildTemplate, Owner == Guild {
    /// All of them. Needs MANAGE_GUILD.
    public func list() async throws -> [GuildTemplate] { try await discord.send(.listTemplates(of: owner.id)) }

    /// Makes a template of a guild. Needs MANAGE_GUILD.
    @discardableResult
    public func create(_ template: CreateTemplate) async throws -> GuildTemplate {
        try await discord.send(.createTemplate(template, of: owner.id))
    }

    /// Brings a template up to date with its guild. Needs MANAGE_GUILD.
    @discardableResult
    public func synchronize(_ code: String) async throws -> GuildTemplate {
        try await discord.send(.syncTemplate(code, of: owner.id))
    }

    /// Changes what a template is called. Needs MANAGE_GUILD.
    @discardableResult
    public func edit(_ code: String, _ changes: EditTemplate) async throws -> GuildTemplate {
        try await discord.send(.editTemplate(code, of: owner.id, changes))
    }

    /// Deletes a template. Needs MANAGE_GUILD.
    @discardableResult
    public func delete(_ code: String) async throws -> GuildTemplate {
        try await discord.send(.deleteTemplate(code, of: owner.id))
    }
}

extension All where Element == JoinRequest, Owner == Guild {
    /// Requests to join, the newest first. Needs KICK_MEMBERS.
    ///
    /// - Parameters:
    ///   - status: Only those of this status.
    ///   - limit: How many at most.
    public func list(status: JoinRequestStatus? = nil, limit: Int? = nil) -> PagedSequence<JoinRequest> {
        .keyset(from: nil, limit: limit, pageSize: 100, key: \.id) { [owner] in
            try await owner.discord.send(.listJoinRequests(of: owner.id, status: status, before: $0, limit: $1))
                .guildJoinRequests
        }
    }

    /// Approves a request to join a guild or turns it down. Needs KICK_MEMBERS. Discord describes it without a page.
    @discardableResult
    public func decide(_ request: JoinRequestID, _ decision: JoinRequestDecision) async throws -> JoinRequest {
        try await discord.send(.decideJoinRequest(request, of: owner.id, decision))
    }
}

extension All where Element == VoiceState, Owner == Guild {
    /// Where the bot itself is.
    public func own() async throws -> VoiceState { try await discord.send(.getCurrentVoiceState(in: owner.id)) }

    /// Where somebody is, out of the cache or else asked for; refused with 404 when the user is in no voice channel.
    ///
    /// - Parameter force: Whether Discord is asked in any case.
    public func fetch(_ user: UserID, force: Bool = false) async throws -> VoiceState {
        if !force, let known = discord.cache?.voiceStates[MemberKey(user, in: owner.id)] { return known }
        return try await discord.send(.getVoiceState(of: user, in: owner.id))
    }

    /// Those in the cache.
    public var cached: [VoiceState] { discord.cache?.voiceStates.all(in: owner.id) ?? [] }

    /// Changes the bot's own state in the stage it is in.
    public func editOwn(_ changes: EditCurrentVoiceState) async throws {
        try await discord.send(.editCurrentVoiceState(in: owner.id, changes))
    }

    /// Changes somebody's state in the stage they are in.
    public func edit(of user: UserID, _ changes: EditVoiceState) async throws {
        try await discord.send(.editVoiceState(of: user, in: owner.id, changes))
    }
}
