public import EchordPrimitives

/// A path with its parameters in place: `"/channels/\(channel)/messages/\(message)"`.
///
/// From one literal come the template that limits and metrics go by (`/channels/{channel_id}/messages/{message_id}`),
/// the escaped path, and the top-level resource that limits are counted for.
public struct RequestPath: Hashable, Sendable, ExpressibleByStringInterpolation {
    let template: String
    let text: String
    let major: MajorParameter
    /// Whether a parameter can not stand in a path: it is empty, or a step up.
    let isBroken: Bool

    /// A path without parameters.
    public init(stringLiteral path: String) {
        template = path
        text = path
        major = .none
        isBroken = false
    }

    /// A path with parameters.
    public init(stringInterpolation path: StringInterpolation) {
        template = path.template
        text = path.text
        major = path.major
        isBroken = path.isBroken
    }

    /// What a path literal is read into.
    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var template = ""
        fileprivate var text = ""
        fileprivate var major = MajorParameter.none
        fileprivate var isBroken = false

        /// Begins a path.
        public init(literalCapacity: Int, interpolationCount: Int) {
            template.reserveCapacity(literalCapacity + interpolationCount * 16)
            text.reserveCapacity(literalCapacity + interpolationCount * 20)
        }

        /// What stands between parameters.
        public mutating func appendLiteral(_ literal: String) {
            template += literal
            text += literal
        }

        /// A channel: limits are counted for it.
        public mutating func appendInterpolation(_ id: ChannelID) {
            count(for: .channel(id.rawValue))
            append(id.description, "channel_id")
        }

        /// A guild: limits are counted for it.
        public mutating func appendInterpolation(_ id: GuildID) {
            count(for: .guild(id.rawValue))
            append(id.description, "guild_id")
        }

        /// A webhook that the bot's token opens: limits are counted for it.
        public mutating func appendInterpolation(_ id: WebhookID) {
            count(for: .webhook(id.rawValue))
            append(id.description, "webhook_id")
        }

        /// A webhook and its token, as two segments: limits are counted for both.
        public mutating func appendInterpolation(_ id: WebhookID, token: String) {
            count(for: .webhookToken(id.rawValue, token))
            append(id.description, "webhook_id")
            appendLiteral("/")
            append(token, "webhook_token")
        }

        /// An application as the webhook of an interaction, and the interaction's token.
        public mutating func appendInterpolation(_ id: ApplicationID, token: String) {
            appendInterpolation(id.cast(to: WebhookID.self), token: token)
        }

        /// An interaction and its token, as two segments: limits are counted for both.
        public mutating func appendInterpolation(_ id: InteractionID, token: String) {
            count(for: .webhookToken(id.rawValue, token))
            append(id.description, "interaction_id")
            appendLiteral("/")
            append(token, "interaction_token")
        }

        /// Any other id, by the name its kind has in paths.
        public mutating func appendInterpolation<Of: PathNamed>(_ id: Snowflake<Of>) {
            append(id.description, Of.pathName)
        }

        /// Any other id, by a name of its own.
        public mutating func appendInterpolation<Of>(_ id: Snowflake<Of>, _ name: String) {
            append(id.description, name)
        }

        /// A number.
        public mutating func appendInterpolation(_ number: Int, _ name: String) {
            append(String(number), name)
        }

        /// A text, as an emoji or a code; it is escaped.
        public mutating func appendInterpolation(_ text: String, _ name: String) {
            append(text, name)
        }

        /// The beginning of a path that several requests share.
        public mutating func appendInterpolation(_ path: RequestPath) {
            template += path.template
            text += path.text
            count(for: path.major)
            isBroken = isBroken || path.isBroken
        }

        private mutating func append(_ value: String, _ name: String) {
            // A segment of dots would be taken for a step up by some servers on the way.
            if value.isEmpty || value == "." || value == ".." { isBroken = true }
            template += "{\(name)}"
            text += PercentText.encode(value)
        }

        /// The first channel, guild or webhook of a path counts.
        private mutating func count(for resource: MajorParameter) {
            if major == .none { major = resource }
        }
    }
}

/// A kind of id that has one name in Discord's paths.
public protocol PathNamed {
    /// The name, such as `message_id`.
    static var pathName: String { get }
}

extension IDMarker.User: PathNamed {
    /// `user_id`
    public static var pathName: String { "user_id" }
}
extension IDMarker.Message: PathNamed {
    /// `message_id`
    public static var pathName: String { "message_id" }
}
extension IDMarker.Role: PathNamed {
    /// `role_id`
    public static var pathName: String { "role_id" }
}
extension IDMarker.Application: PathNamed {
    /// `application_id`
    public static var pathName: String { "application_id" }
}
extension IDMarker.Command: PathNamed {
    /// `command_id`
    public static var pathName: String { "command_id" }
}
extension IDMarker.Emoji: PathNamed {
    /// `emoji_id`
    public static var pathName: String { "emoji_id" }
}
extension IDMarker.Sticker: PathNamed {
    /// `sticker_id`
    public static var pathName: String { "sticker_id" }
}
extension IDMarker.StickerPack: PathNamed {
    /// `pack_id`
    public static var pathName: String { "pack_id" }
}
extension IDMarker.Integration: PathNamed {
    /// `integration_id`
    public static var pathName: String { "integration_id" }
}
extension IDMarker.Entitlement: PathNamed {
    /// `entitlement_id`
    public static var pathName: String { "entitlement_id" }
}
extension IDMarker.SKU: PathNamed {
    /// `sku_id`
    public static var pathName: String { "sku_id" }
}
extension IDMarker.Subscription: PathNamed {
    /// `subscription_id`
    public static var pathName: String { "subscription_id" }
}
extension IDMarker.ScheduledEvent: PathNamed {
    /// `guild_scheduled_event_id`
    public static var pathName: String { "guild_scheduled_event_id" }
}
extension IDMarker.SoundboardSound: PathNamed {
    /// `sound_id`
    public static var pathName: String { "sound_id" }
}
extension IDMarker.AutoModerationRule: PathNamed {
    /// `rule_id`
    public static var pathName: String { "rule_id" }
}
extension IDMarker.Lobby: PathNamed {
    /// `lobby_id`
    public static var pathName: String { "lobby_id" }
}
extension IDMarker.JoinRequest: PathNamed {
    /// `request_id`
    public static var pathName: String { "request_id" }
}
