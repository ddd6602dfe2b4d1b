import JSON

/// The fields of threads. Source: https://discord.com/developers/docs/resources/channel#start-thread-from-message
extension Form {
    /// Reads a thread's fields over what they are, except what forums add.
    mutating func thread(over channel: Channel) -> Channel {
        var channel = channel
        set("name", &channel.name) { $0.text($1, 1...100) }
        set("rate_limit_per_user", &channel.slowmode) { $0.int($1, 0...21_600) }
        guard var thread = channel.thread else { return channel }
        set("archived", &thread.isArchived) { $0.flag($1) }
        set("locked", &thread.isLocked) { $0.flag($1) }
        set("auto_archive_duration", &thread.autoArchiveMinutes) { $0.choice($1, Channel.Thread.archiveMinutes) }
        if channel.kind == .privateThread { set("invitable", &thread.isInvitable) { $0.flag($1) } }
        set("applied_tags", &thread.tags) { $0.flakes($1, 0...5) }
        if let flags = int("flags", 0...Int(Int32.max)) {
            let isPinned = Channel.Flags(rawValue: flags).contains(.pinned)
            if isPinned { channel.flags.insert(.pinned) } else { channel.flags.remove(.pinned) }
        }
        channel.thread = thread
        return channel
    }

    /// The kind of a thread that begins without a message: private unless asked otherwise.
    mutating func threadKind(in parent: Channel) -> Channel.Kind {
        let isAnnouncement = parent.kind == .announcement
        let kinds: [Channel.Kind] = isAnnouncement ? [.announcementThread] : [.publicThread, .privateThread]
        let standard: Channel.Kind = isAnnouncement ? .announcementThread : .privateThread
        return choice("type", kinds.map(\.rawValue)).map { .init(rawValue: $0) } ?? standard
    }
}
