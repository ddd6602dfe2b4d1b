import JSON

extension Channel {
    /// What only threads have.
    struct Thread: Sendable {
        /// Who follows a thread.
        struct Member: Sendable {
            var user: Flake
            var joinedAt: Moment
            var flags = 0

            /// Source: https://discord.com/developers/docs/resources/channel#thread-member-object
            func json(in thread: Flake) -> JSONValue {
                [
                    "id": thread.json, "user_id": user.json, "join_timestamp": joinedAt.json, "flags": .number(flags),
                ]
            }
        }

        static let memberLimit = 1000
        static let archiveMinutes = [60, 1440, 4320, 10_080]

        var owner: Flake
        var isArchived = false
        var isLocked = false
        /// Whether members without Manage Threads may add others to a private thread.
        var isInvitable = true
        var autoArchiveMinutes = 1440
        var archiveChanged: Moment
        var members: [Flake: Member] = [:]
        /// Messages that stand in it, and all that were ever sent; the one it began with is not counted.
        var messageCount = 0
        var totalSent = 0
        var tags: [Flake] = []

        init(owner: Flake, archiveChanged: Moment) {
            (self.owner, self.archiveChanged) = (owner, archiveChanged)
        }

        var sortedMembers: [Member] {
            members.values.sorted { ($0.joinedAt, $0.user) < ($1.joinedAt, $1.user) }
        }

        /// A channel's fields with those of its thread.
        func adding(to bare: JSONObject, of channel: Channel) -> JSONObject {
            var fields = bare
            fields["rate_limit_per_user"] = .number(channel.slowmode)
            fields["last_message_id"] = channel.lastMessage?.json ?? .null
            if let pin = channel.lastPin { fields["last_pin_timestamp"] = pin.json }
            fields["owner_id"] = owner.json
            fields["message_count"] = .number(messageCount)
            fields["member_count"] = .number(min(members.count, 50))
            fields["total_message_sent"] = .number(totalSent)
            if !tags.isEmpty { fields["applied_tags"] = .flakes(tags) }
            var metadata: JSONObject = [
                "archived": .bool(isArchived), "locked": .bool(isLocked),
                "auto_archive_duration": .number(autoArchiveMinutes), "archive_timestamp": archiveChanged.json,
                "create_timestamp": channel.id.moment.json,
            ]
            if channel.kind == .privateThread { metadata["invitable"] = .bool(isInvitable) }
            fields["thread_metadata"] = .object(metadata)
            return fields
        }
    }
}
