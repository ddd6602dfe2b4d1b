public import EchordPrimitives
public import JSON

/// Whether somebody is there.
///
/// <https://docs.discord.com/developers/events/gateway-events#update-presence-status-types>
public struct PresenceStatus: OpenEnum {
    /// The value on the wire.
    public let rawValue: String

    /// Wraps a value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `ONLINE`.
    public static let online = Self(rawValue: "online")
    /// `DND`.
    public static let doNotDisturb = Self(rawValue: "dnd")
    /// `IDLE`.
    public static let idle = Self(rawValue: "idle")
    /// `INVISIBLE`.
    public static let invisible = Self(rawValue: "invisible")
    /// `OFFLINE`.
    public static let offline = Self(rawValue: "offline")

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "ONLINE": .online,
            "DND": .doNotDisturb,
            "IDLE": .idle,
            "INVISIBLE": .invisible,
            "OFFLINE": .offline,
        ]
    }
}

/// What somebody does.
///
/// <https://docs.discord.com/developers/events/gateway-events#activity-object-activity-types>
public struct ActivityType: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `PLAYING`.
    public static let playing = Self(rawValue: 0)
    /// `STREAMING`.
    public static let streaming = Self(rawValue: 1)
    /// `LISTENING`.
    public static let listening = Self(rawValue: 2)
    /// `WATCHING`.
    public static let watching = Self(rawValue: 3)
    /// `CUSTOM`.
    public static let custom = Self(rawValue: 4)
    /// `COMPETING`.
    public static let competing = Self(rawValue: 5)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "PLAYING": .playing,
            "STREAMING": .streaming,
            "LISTENING": .listening,
            "WATCHING": .watching,
            "CUSTOM": .custom,
            "COMPETING": .competing,
        ]
    }
}

/// Which text of an activity stands in the member list.
///
/// <https://docs.discord.com/developers/events/gateway-events#activity-object-status-display-types>
public struct StatusDisplayType: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `NAME`.
    public static let name = Self(rawValue: 0)
    /// `STATE`.
    public static let state = Self(rawValue: 1)
    /// `DETAILS`.
    public static let details = Self(rawValue: 2)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "NAME": .name,
            "STATE": .state,
            "DETAILS": .details,
        ]
    }
}

/// Flags of an activity.
///
/// <https://docs.discord.com/developers/events/gateway-events#activity-object-activity-flags>
public struct ActivityFlags: DiscordBitSet {
    /// The bits.
    public let rawValue: UInt64

    /// Wraps bits, known or not.
    public init(rawValue: UInt64) { self.rawValue = rawValue }

    /// `INSTANCE`, bit 0.
    public static let instance = Self(rawValue: 1 << 0)
    /// `JOIN`, bit 1.
    public static let join = Self(rawValue: 1 << 1)
    /// `SPECTATE`, bit 2.
    public static let spectate = Self(rawValue: 1 << 2)
    /// `JOIN_REQUEST`, bit 3.
    public static let joinRequest = Self(rawValue: 1 << 3)
    /// `SYNC`, bit 4.
    public static let sync = Self(rawValue: 1 << 4)
    /// `PLAY`, bit 5.
    public static let play = Self(rawValue: 1 << 5)
    /// `PARTY_PRIVACY_FRIENDS`, bit 6.
    public static let partyPrivacyFriends = Self(rawValue: 1 << 6)
    /// `PARTY_PRIVACY_VOICE_CHANNEL`, bit 7.
    public static let partyPrivacyVoiceChannel = Self(rawValue: 1 << 7)
    /// `EMBEDDED`, bit 8.
    public static let embedded = Self(rawValue: 1 << 8)

    /// Every documented flag by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "INSTANCE": .instance,
            "JOIN": .join,
            "SPECTATE": .spectate,
            "JOIN_REQUEST": .joinRequest,
            "SYNC": .sync,
            "PLAY": .play,
            "PARTY_PRIVACY_FRIENDS": .partyPrivacyFriends,
            "PARTY_PRIVACY_VOICE_CHANNEL": .partyPrivacyVoiceChannel,
            "EMBEDDED": .embedded,
        ]
    }
}
