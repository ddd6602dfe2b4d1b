internal import EchordModel
internal import EchordPrimitives
internal import Locking

extension DiscordCache {
    func attachMembers(to hub: EventHub) {
        hub.tap(UserUpdate.self) { [self] event, _ in
            facts.withLock { facts in if facts.own?.id == event.user.id { facts.own = event.user } }
            userStore.put(event.user, event.user.id, in: 0)
        }
        guard configuration.keepsAnything else { return }
        let knowsMembers = configuration.members.isOn || configuration.users.isOn
        hub.tap(GuildMemberAdd.self) { [self] event, _ in
            facts.withLock { $0.memberCounts[event.guildID]? += 1 }
            keep(event.member, in: event.guildID)
        }
        hub.tap(GuildMemberRemove.self) { [self] event, _ in
            facts.withLock { facts in
                facts.memberCounts[event.guildID]? -= 1
                facts.mayHaveStrayUsers = true
            }
            let key = MemberKey(event.user.id, in: event.guildID)
            memberStore.remove(key)
            presenceStore.remove(key)
            voiceStateStore.remove(key)
        }
        if knowsMembers {
            hub.tap(GuildMemberUpdate.self) { [self] event, _ in update(event) }
            hub.tap(InteractionCreate.self) { [self] event, _ in
                if let guild = event.interaction.guildID, let member = event.interaction.member {
                    keep(member, in: guild)
                } else if let user = event.interaction.user {
                    userStore.put(user, user.id, in: 0)
                }
            }
        }
        if knowsMembers || configuration.presences.isOn {
            hub.tap(GuildMembersChunk.self) { [self] event, _ in
                for member in event.members { keep(member, in: event.guildID) }
                for presence in event.presences ?? [] { keep(presence, in: event.guildID) }
            }
        }
        if configuration.presences.isOn {
            hub.tap(PresenceUpdate.self) { [self] event, _ in
                if let guild = event.presence.guildID { keep(event.presence, in: guild) }
            }
        }
        if configuration.voiceStates.isOn || knowsMembers {
            hub.tap(VoiceStateUpdate.self) { [self] event, _ in keep(event.state) }
        }
    }

    /// Keeps a member that came whole.
    func keep(_ member: Member, in guild: GuildID) {
        guard let user = member.user else { return }
        let key = MemberKey(user.id, in: guild)
        var member = member
        // Members of interactions and messages do not say this.
        if member.isDeaf == nil || member.isMute == nil, let known = memberStore.peek(key) {
            member.isDeaf = member.isDeaf ?? known.isDeaf
            member.isMute = member.isMute ?? known.isMute
        }
        // The member first: users without one are swept out.
        memberStore.put(member, key, in: guild)
        userStore.put(user, user.id, in: 0)
    }

    /// Takes a role that is gone from all who had it; Discord says no word about them.
    func takeFromMembers(_ role: RoleID, in guild: GuildID) {
        guard configuration.members.isOn else { return }
        for key in memberStore.keys(in: guild) where memberStore.peek(key)?.roles.contains(role) == true {
            memberStore.change(key, in: guild) { member in member.roles.removeAll { $0 == role } }
        }
    }

    private func update(_ event: GuildMemberUpdate) {
        let key = MemberKey(event.user.id, in: event.guildID)
        let known = memberStore.peek(key)
        let member = Member(
            user: event.user, nick: event.nick, avatar: event.avatar, banner: event.banner, roles: event.roles,
            joinedAt: event.joinedAt ?? known?.joinedAt, premiumSince: event.premiumSince,
            isDeaf: event.isDeaf ?? known?.isDeaf, isMute: event.isMute ?? known?.isMute,
            flags: event.flags ?? known?.flags, isPending: event.isPending ?? known?.isPending ?? false,
            communicationDisabledUntil: event.communicationDisabledUntil,
            avatarDecorationData: event.avatarDecorationData, collectibles: event.collectibles)
        memberStore.put(member, key, in: event.guildID)
        userStore.put(event.user, event.user.id, in: 0)
    }

    private func keep(_ presence: Presence, in guild: GuildID) {
        var presence = presence
        presence.guildID = guild
        let key = MemberKey(presence.user.id, in: guild)
        guard presence.status != .offline || !presence.activities.isEmpty else { return presenceStore.remove(key) }
        presenceStore.put(presence, key, in: guild)
    }

    private func keep(_ state: VoiceState) {
        guard let guild = state.guildID else { return }
        if let member = state.member { keep(member, in: guild) }
        let key = MemberKey(state.userID, in: guild)
        guard state.channelID != nil else { return voiceStateStore.remove(key) }
        var state = state
        state.member = nil
        voiceStateStore.put(state, key, in: guild)
    }
}
