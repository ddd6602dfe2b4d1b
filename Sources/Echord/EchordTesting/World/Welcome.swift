import JSON

/// What a guild shows to who comes in.
struct Welcome: Sendable {
    /// A channel that is recommended.
    struct Place: Sendable {
        var channel: Flake
        var description: String
        var emoji: EmojiReference?

        /// Source: https://discord.com/developers/docs/resources/guild#welcome-screen-object
        var json: JSONValue {
            [
                "channel_id": channel.json, "description": .string(description),
                "emoji_id": emoji?.id?.json ?? .null, "emoji_name": .text(emoji?.name),
            ]
        }
    }

    /// A question to who comes in.
    struct Prompt: Sendable {
        struct Choice: Sendable {
            var id: Flake
            var title: String
            var description: String
            var emoji: EmojiReference?
            var roles: [Flake]
            var channels: [Flake]

            var json: JSONValue {
                [
                    "id": id.json, "title": .string(title), "description": .string(description),
                    "emoji": [
                        "id": emoji?.id?.json ?? .null, "name": .text(emoji?.name),
                        "animated": .bool(emoji?.isAnimated == true),
                    ],
                    "role_ids": .flakes(roles), "channel_ids": .flakes(channels),
                ]
            }
        }

        var id: Flake
        var title: String
        var kind: Int
        var choices: [Choice]
        var isSingle: Bool
        var isRequired: Bool
        var isInOnboarding: Bool

        /// Source: https://discord.com/developers/docs/resources/guild#guild-onboarding-object-onboarding-prompt-structure
        var json: JSONValue {
            [
                "id": id.json, "title": .string(title), "type": .number(kind), "options": .array(choices.map(\.json)),
                "single_select": .bool(isSingle), "required": .bool(isRequired), "in_onboarding": .bool(isInOnboarding),
            ]
        }
    }

    static let placeLimit = 5
    /// Channels and choices that onboarding needs before it can be turned on.
    static let neededChannels = 7
    static let neededWritable = 5

    var isScreenOn = false
    var description: String?
    var places: [Place] = []
    var prompts: [Prompt] = []
    var defaultChannels: [Flake] = []
    var isOnboardingOn = false
    var mode = 0

    /// Source: https://discord.com/developers/docs/resources/guild#welcome-screen-object
    var screen: JSONValue {
        ["description": .text(description), "welcome_channels": .array(places.map(\.json))]
    }

    /// Source: https://discord.com/developers/docs/resources/guild#guild-onboarding-object
    func onboarding(of guild: Flake) -> JSONValue {
        [
            "guild_id": guild.json, "prompts": .array(prompts.map(\.json)),
            "default_channel_ids": .flakes(defaultChannels), "enabled": .bool(isOnboardingOn), "mode": .number(mode),
            "below_requirements": false, "responses": [], "onboarding_prompts_seen": [:],
            "onboarding_responses_seen": [:],
        ]
    }
}
