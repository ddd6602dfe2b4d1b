import JSON

/// Gateway payloads as Discord sends them: every field it sends, also those that the models leave out.
enum Payloads {
    private static func id(_ number: Int) -> JSONValue { JSONValue(String(223_456_789_012_345_678 + number)) }

    private static func user(_ number: Int) -> JSONValue {
        [
            "username": "member\(number)", "public_flags": 64, "primary_guild": nil, "id": id(number),
            "global_name": "Member Number \(number)", "discriminator": "0", "clan": nil, "avatar_decoration_data": nil,
            "avatar": "0123456789abcdef0123456789abcdef",
        ]
    }

    private static func member(_ number: Int, withUser: Bool) -> JSONValue {
        var member: JSONValue = [
            "roles": .array((0..<(number % 4)).map { id(9_000 + $0) }), "premium_since": nil, "pending": false,
            "nick": number.isMultiple(of: 3) ? "Nick \(number)" : nil, "mute": false,
            "joined_at": "2021-03-19T12:34:56.123000+00:00", "flags": 0, "deaf": false,
            "communication_disabled_until": nil, "banner": nil, "avatar": nil,
        ]
        if withUser { member["user"] = user(number) }
        return member
    }

    static let messageCreate: [UInt8] = JSON.encode(
        [
            "t": "MESSAGE_CREATE", "s": 42, "op": 0,
            "d": [
                "type": 0, "tts": false, "timestamp": "2026-03-19T12:34:56.123000+00:00", "referenced_message": nil,
                "pinned": false, "nonce": "1088888888888888888", "mentions": [user(1)], "mention_roles": [],
                "mention_everyone": false, "member": member(3, withUser: false), "id": id(4),
                "flags": 0,
                "embeds": [
                    [
                        "type": "rich", "title": "Chores of the week", "color": 5_814_783,
                        "description": "The trash goes out on Tuesday, the plants want water on Friday, thank you!",
                        "fields": [
                            ["name": "Trash", "value": "Ada", "inline": true],
                            ["name": "Plants", "value": "Grace", "inline": true],
                        ],
                    ]
                ],
                "edited_timestamp": nil,
                "content": "Hello <@223456789012345679>, could you please take the trash out today? Your turn, thanks!",
                "components": [], "channel_id": id(5), "author": user(2), "attachments": [], "guild_id": id(6),
            ],
        ] as JSONValue)

    /// 100 members, 20 channels, 15 roles.
    static let guildCreate: [UInt8] = {
        let roles = (0..<15).map { number -> JSONValue in
            [
                "id": id(9_000 + number), "name": "Role \(number)", "color": 3_447_003, "hoist": false,
                "position": JSONValue(number), "permissions": "2248473465835073", "managed": false,
                "mentionable": true, "flags": 0, "icon": nil, "unicode_emoji": nil, "version": 1_710_000_000_000,
            ]
        }
        let channels = (0..<20).map { number -> JSONValue in
            [
                "id": id(8_000 + number), "type": 0, "name": "channel-\(number)",
                "topic": "What we do about room \(number)",
                "position": JSONValue(number), "nsfw": false, "rate_limit_per_user": 0, "flags": 0,
                "parent_id": id(8_100), "last_message_id": id(7_000 + number), "version": 1_710_000_000_000,
                "permission_overwrites": [["id": id(9_001), "type": 0, "allow": "1024", "deny": "0"]],
            ]
        }
        return JSON.encode(
            [
                "t": "GUILD_CREATE", "s": 2, "op": 0,
                "d": [
                    "id": id(6), "name": "Home", "icon": nil, "owner_id": id(1), "preferred_locale": "en-US",
                    "verification_level": 1, "features": ["COMMUNITY", "NEWS"], "member_count": 100, "large": false,
                    "joined_at": "2021-03-19T12:34:56.123000+00:00", "roles": .array(roles),
                    "channels": .array(channels), "members": .array((0..<100).map { member($0, withUser: true) }),
                    "premium_tier": 0, "system_channel_id": id(8_000), "emojis": [], "stickers": [], "threads": [],
                    "voice_states": [], "presences": [], "stage_instances": [], "guild_scheduled_events": [],
                    "afk_timeout": 300, "afk_channel_id": nil, "vanity_url_code": nil, "description": nil,
                ],
            ] as JSONValue)
    }()
}
