import JSON

/// The fields of guild channels. Sources: https://discord.com/developers/docs/resources/guild#create-guild-channel,
/// https://discord.com/developers/docs/resources/channel#modify-channel
extension Form {
    /// Reads a channel's fields over what they are; those its kind does not have are left aside, as Discord does.
    ///
    /// - Parameters:
    ///   - isNews: Whether the guild has announcements; nil for a new channel, whose kind is read before.
    ///   - next: Makes the id of a new tag.
    mutating func channel(over channel: Channel, isNews: Bool?, next: () -> Flake) -> Channel {
        var channel = channel
        if let isNews { readKind(into: &channel, isNews: isNews) }
        let kind = channel.kind
        set("name", &channel.name) { form, key in form.text(key, 1...100).map { Channel.name($0, of: kind) } }
        set("position", &channel.position) { $0.int($1, 0...1000) }
        if has("parent_id"), channel.kind != .category { channel.parent = flake("parent_id") }
        set("permission_overwrites", &channel.overwrites) { form, key in form.objects(key, 0...500) { $0.overwrite() } }
        guard channel.kind != .category else { return channel }
        readWriting(into: &channel)
        if channel.voice != nil { readVoice(into: &channel) }
        if channel.forum != nil { readForum(into: &channel, next) }
        return channel
    }

    /// Text and announcement channels become one another in a guild that has announcements.
    private mutating func readKind(into channel: inout Channel, isNews: Bool) {
        guard let type = choice("type", Channel.Kind.makeable.map(\.rawValue)), type != channel.kind.rawValue else {
            return
        }
        let kinds: Set<Int> = [Channel.Kind.text.rawValue, Channel.Kind.announcement.rawValue]
        guard kinds == [type, channel.kind.rawValue], isNews else {
            return complain("type", "CHANNEL_TYPE_INVALID", "Invalid channel type")
        }
        channel.kind = Channel.Kind(rawValue: type)
    }

    private mutating func readWriting(into channel: inout Channel) {
        let limit = channel.kind.isForum ? 4096 : 1024
        change("topic", &channel.topic) { form, key in form.text(key, 0...limit).flatMap { $0.isEmpty ? nil : $0 } }
        set("nsfw", &channel.isNSFW) { $0.flag($1) }
        set("rate_limit_per_user", &channel.slowmode) { $0.int($1, 0...21_600) }
        change("default_auto_archive_duration", &channel.threadArchiveMinutes) {
            $0.choice($1, Channel.Thread.archiveMinutes)
        }
        change("default_thread_rate_limit_per_user", &channel.threadSlowmode) { $0.int($1, 0...21_600) }
    }

    private mutating func readVoice(into channel: inout Channel) {
        guard var voice = channel.voice else { return }
        let isStage = channel.kind == .stage
        set("bitrate", &voice.bitrate) { $0.int($1, 8000...(isStage ? 64_000 : 96_000)) }
        set("user_limit", &voice.userLimit) { $0.int($1, 0...(isStage ? 10_000 : 99)) }
        change("rtc_region", &voice.region) { form, key in
            guard let name = form.text(key, 1...32) else { return nil }
            if !VoiceRegion.all.contains(where: { $0.id == name }) {
                form.complain(key, "CHANNEL_INVALID_RTC_REGION", "Invalid region")
            }
            return name
        }
        change("video_quality_mode", &voice.videoQuality) { $0.choice($1, [1, 2]) }
        channel.voice = voice
    }

    private mutating func readForum(into channel: inout Channel, _ next: () -> Flake) {
        guard var forum = channel.forum else { return }
        let known = forum.tags
        set("available_tags", &forum.tags) { form, key in
            form.objects(key, 0...Forum.tagLimit) { $0.tag(over: known, next) }
        }
        change("default_reaction_emoji", &forum.reaction) { form, key in form.object(key) { $0.defaultReaction() } }
        change("default_sort_order", &forum.sortOrder) { $0.choice($1, [0, 1]) }
        set("default_forum_layout", &forum.layout) { $0.choice($1, [0, 1, 2]) }
        if let bits = int("flags", 0...Int(Int32.max)) {
            let allowed: Channel.Flags = channel.kind == .media ? [.requireTag, .hideDownloads] : .requireTag
            channel.flags = channel.flags.subtracting(allowed).union(
                Channel.Flags(rawValue: bits).intersection(allowed))
        }
        channel.forum = forum
    }

    private mutating func tag(over known: [Forum.Tag], _ next: () -> Flake) -> Forum.Tag? {
        let id = flake("id")
        var tag = known.first { $0.id == id } ?? Forum.Tag(id: next(), name: "")
        if tag.name.isEmpty, body.present("name") == nil { errors.required(path + ["name"]) }
        set("name", &tag.name) { $0.text($1, 1...Forum.Tag.nameLimit) }
        set("moderated", &tag.isModerated) { $0.flag($1) }
        if has("emoji_id") || has("emoji_name") { tag.emoji = defaultReaction() }
        return tag
    }

    /// An emoji in the fields `emoji_id` or `emoji_name`.
    private mutating func defaultReaction() -> EmojiReference? {
        if let id = flake("emoji_id") { return EmojiReference(name: "", id: id) }
        guard let name = text("emoji_name", 1...32) else { return nil }
        if !EmojiReference.isUnicodeEmoji(name) { complain("emoji_name", "INVALID_EMOJI", "Invalid emoji") }
        return EmojiReference(name: name, id: nil)
    }

    /// A permission overwrite in a list.
    private mutating func overwrite() -> Overwrite? {
        let id = flake("id", required: true)
        let type = choice("type", [0, 1], required: true)
        let allow = permissions("allow") ?? []
        let deny = permissions("deny") ?? []
        guard let id, let type else { return nil }
        return Overwrite(id: id, isMember: type == 1, allow: allow.subtracting(deny), deny: deny)
    }

    /// An entry of the list that moves channels.
    mutating func channelPlace() -> ChannelPlace? {
        let position = int("position", 0...1000)
        let parent: Flake?? = has("parent_id") ? .some(flake("parent_id")) : nil
        let locks = flag("lock_permissions") ?? false
        return flake("id", required: true).map {
            ChannelPlace(id: $0, position: position, parent: parent, locksPermissions: locks)
        }
    }
}

/// Where a channel is to stand.
struct ChannelPlace: Sendable {
    var id: Flake
    var position: Int?
    /// Nil when it stays under its category, nil in nil when it leaves it.
    var parent: Flake??
    /// Whether it takes over the permissions of its new category.
    var locksPermissions = false
}

extension Channel {
    /// Text channels are written in lower case with hyphens.
    static func name(_ name: String, of kind: Kind) -> String {
        guard [.text, .announcement, .forum, .media].contains(kind) else { return name }
        return String(name.lowercased().map { $0.isWhitespace ? "-" : $0 })
    }
}
