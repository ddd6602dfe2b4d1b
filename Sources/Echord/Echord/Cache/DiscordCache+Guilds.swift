internal import EchordModel
public import EchordPrimitives
internal import Locking

extension DiscordCache {
    /// Listens to what the kinds that are on need; nothing is decoded for the others. A client has attached its own
    /// cache already.
    public func attach(to hub: EventHub) {
        attachGuilds(to: hub)
        attachMembers(to: hub)
        attachMessages(to: hub)
    }

    func attachGuilds(to hub: EventHub) {
        hub.tap(Ready.self) { [self] event, context in begin(event, context.shard) }
        guard configuration.keepsAnything else { return }
        hub.tap(GuildCreate.self) { [self] event, _ in enter(event) }
        hub.tap(GuildDelete.self) { [self] event, _ in leave(event.guild) }
        if configuration.guilds.isOn || configuration.roles.isOn {
            hub.tap(GuildUpdate.self) { [self] event, _ in keep(event.guild) }
        }
        if configuration.channels.isOn || configuration.messages.isOn { attachChannels(to: hub) }
        if configuration.roles.isOn {
            hub.tap(GuildRoleCreate.self) { [self] event, _ in
                roleStore.put(event.role, event.role.id, in: event.guildID)
            }
            hub.tap(GuildRoleUpdate.self) { [self] event, _ in
                roleStore.put(event.role, event.role.id, in: event.guildID)
            }
            hub.tap(GuildRoleDelete.self) { [self] event, _ in
                roleStore.remove(event.roleID)
                takeFromMembers(event.roleID, in: event.guildID)
            }
        }
        if configuration.emojis.isOn {
            hub.tap(GuildEmojisUpdate.self) { [self] event, _ in keep(event.emojis, in: event.guildID) }
        }
        if configuration.stickers.isOn {
            hub.tap(GuildStickersUpdate.self) { [self] event, _ in keep(event.stickers, in: event.guildID) }
        }
        attachHappenings(to: hub)
    }

    private func attachChannels(to hub: EventHub) {
        hub.tap(ChannelCreate.self) { [self] event, _ in keep(event.channel) }
        hub.tap(ChannelUpdate.self) { [self] event, _ in keep(event.channel) }
        hub.tap(ChannelDelete.self) { [self] event, _ in forget(event.channel.id, in: event.channel.guildID) }
        hub.tap(ThreadCreate.self) { [self] event, _ in keep(event.thread) }
        hub.tap(ThreadUpdate.self) { [self] event, _ in keep(event.thread) }
        hub.tap(ThreadDelete.self) { [self] event, _ in forget(event.id, in: event.guildID) }
        hub.tap(ThreadListSync.self) { [self] event, _ in synchronize(event) }
        hub.tap(ChannelPinsUpdate.self) { [self] event, _ in
            channelStore.change(event.channelID, in: event.guildID) { $0.lastPinTimestamp = event.lastPinTimestamp }
        }
    }

    private func attachHappenings(to hub: EventHub) {
        if configuration.scheduledEvents.isOn {
            hub.tap(GuildScheduledEventCreate.self) { [self] event, _ in keep(event.event) }
            hub.tap(GuildScheduledEventUpdate.self) { [self] event, _ in keep(event.event) }
            hub.tap(GuildScheduledEventDelete.self) { [self] event, _ in scheduledEventStore.remove(event.event.id) }
        }
        if configuration.stageInstances.isOn {
            hub.tap(StageInstanceCreate.self) { [self] event, _ in keep(event.stage) }
            hub.tap(StageInstanceUpdate.self) { [self] event, _ in keep(event.stage) }
            hub.tap(StageInstanceDelete.self) { [self] event, _ in stageInstanceStore.remove(event.stage.id) }
        }
        if configuration.soundboardSounds.isOn {
            hub.tap(GuildSoundboardSoundCreate.self) { [self] event, _ in keep(event.sound) }
            hub.tap(GuildSoundboardSoundUpdate.self) { [self] event, _ in keep(event.sound) }
            hub.tap(GuildSoundboardSoundDelete.self) { [self] event, _ in soundStore.remove(event.soundID) }
            hub.tap(GuildSoundboardSoundsUpdate.self) { [self] event, _ in
                for sound in event.soundboardSounds {
                    soundStore.put(sound, sound.soundID, in: sound.guildID ?? event.guildID)
                }
            }
        }
    }

    // MARK: - Coming and going

    /// A new session: guilds of the shard that Discord does not list any more were left meanwhile.
    private func begin(_ ready: Ready, _ shard: ShardID) {
        userStore.put(ready.user, ready.user.id, in: 0)
        let listed = Set(ready.guilds.map(\.id))
        facts.withLock { facts in
            facts.own = ready.user
            facts.unavailable.formUnion(listed)
        }
        for (id, _) in guildStore.entries() where shard.serves(id) && !listed.contains(id) { forget(id) }
    }

    private func enter(_ event: GuildCreate) {
        let id = event.guild.id
        guard !event.isUnavailable else {
            facts.withLock { _ = $0.unavailable.insert(id) }
            return
        }
        facts.withLock { facts in
            facts.unavailable.remove(id)
            facts.memberCounts[id] = event.state.memberCount
        }
        keep(event.guild)
        let state = event.state
        // What was missed while nobody listened is not known, so what is not listed now is not kept.
        memberStore.replaceAll(
            in: id,
            with: state.members.compactMap { member in
                member.user.map { (MemberKey($0.id, in: id), member) }
            })
        for member in state.members { if let user = member.user { userStore.put(user, user.id, in: 0) } }
        channelStore.replaceAll(
            in: id,
            with: (state.channels + state.threads).map { channel in
                var channel = channel
                channel.guildID = id
                return (channel.id, channel)
            })
        presenceStore.replaceAll(
            in: id,
            with: state.presences.map { presence in
                var presence = presence
                presence.guildID = id
                return (MemberKey(presence.user.id, in: id), presence)
            })
        voiceStateStore.replaceAll(
            in: id,
            with: state.voiceStates.map { state in
                var state = state
                state.guildID = id
                return (MemberKey(state.userID, in: id), state)
            })
        stageInstanceStore.replaceAll(in: id, with: state.stageInstances.map { ($0.id, $0) })
        scheduledEventStore.replaceAll(in: id, with: state.guildScheduledEvents.map { ($0.id, $0) })
        soundStore.replaceAll(in: id, with: state.soundboardSounds.map { ($0.soundID, $0) })
    }

    private func leave(_ guild: UnavailableGuild) {
        if guild.isUnavailable == true {
            facts.withLock { _ = $0.unavailable.insert(guild.id) }
        } else {
            forget(guild.id)
        }
    }

    private func forget(_ id: GuildID) {
        facts.withLock { facts in
            facts.unavailable.remove(id)
            facts.memberCounts[id] = nil
            facts.mayHaveStrayUsers = true
        }
        for channel in channelStore.removeAll(in: id) { forgetContent(of: channel) }
        roleStore.removeAll(in: id)
        memberStore.removeAll(in: id)
        presenceStore.removeAll(in: id)
        voiceStateStore.removeAll(in: id)
        emojiStore.removeAll(in: id)
        stickerStore.removeAll(in: id)
        scheduledEventStore.removeAll(in: id)
        stageInstanceStore.removeAll(in: id)
        soundStore.removeAll(in: id)
        guildStore.remove(id)
    }

    // MARK: - Keeping

    func keep(_ guild: Guild) {
        let id = guild.id
        roleStore.replaceAll(in: id, with: guild.roles.map { ($0.id, $0) })
        keep(guild.emojis, in: id)
        keep(guild.stickers, in: id)
        var guild = guild
        guild.roles = []
        guild.emojis = []
        guild.stickers = []
        guildStore.put(guild, id, in: 0)
    }

    private func keep(_ emojis: [Emoji], in guild: GuildID) {
        emojiStore.replaceAll(in: guild, with: emojis.compactMap { emoji in emoji.id.map { ($0, emoji) } })
    }

    private func keep(_ stickers: [Sticker], in guild: GuildID) {
        stickerStore.replaceAll(in: guild, with: stickers.map { ($0.id, $0) })
    }

    private func keep(_ event: ScheduledEvent) { scheduledEventStore.put(event, event.id, in: event.guildID) }

    private func keep(_ stage: StageInstance) { stageInstanceStore.put(stage, stage.id, in: stage.guildID) }

    private func keep(_ sound: SoundboardSound) {
        if let guild = sound.guildID { soundStore.put(sound, sound.soundID, in: guild) }
    }

    func keep(_ channel: Channel) {
        // An archived thread is not active any more; Discord says no more of it.
        guard channel.threadMetadata?.isArchived != true else { return drop(channel.id) }
        channelStore.put(channel, channel.id, in: channel.guildID)
    }

    private func forget(_ channel: ChannelID, in guild: GuildID?) {
        for (id, thread) in channelStore.entries(in: guild) where thread.type.isThread && thread.parentID == channel {
            forgetContent(of: id)
            channelStore.remove(id)
        }
        forgetContent(of: channel)
        channelStore.remove(channel)
    }

    /// A thread that is not active any more; its messages are there as before.
    private func drop(_ thread: ChannelID) {
        channelStore.remove(thread)
        lastMessages.withLock { _ = $0.removeValue(forKey: thread) }
    }

    private func forgetContent(of channel: ChannelID) {
        messageStore.removeAll(in: channel)
        lastMessages.withLock { _ = $0.removeValue(forKey: channel) }
    }

    /// The active threads of some channels, or of the whole guild, are these.
    private func synchronize(_ event: ThreadListSync) {
        let listed = Set(event.threads.map(\.id))
        let parents = event.channelIDs.map(Set.init)
        for (id, thread) in channelStore.entries(in: event.guildID) where thread.type.isThread && !listed.contains(id) {
            if let parents, !(thread.parentID.map(parents.contains) ?? false) { continue }
            drop(id)
        }
        for thread in event.threads {
            var thread = thread
            thread.guildID = event.guildID
            keep(thread)
        }
    }
}

extension ShardID {
    /// Whether a guild's events come on this shard.
    ///
    /// <https://docs.discord.com/developers/events/gateway#sharding-sharding-formula>
    public func serves(_ guild: GuildID) -> Bool {
        guild.rawValue >> 22 % UInt64(max(1, count)) == UInt64(max(0, index))
    }
}
