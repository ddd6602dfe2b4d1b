public import EchordPrimitives
public import JSON

// These payloads are an object of Discord's with fields of the event's own among it, so they are read twice.

/// A guild came into sight: at the start, after an outage, or because the bot joined.
///
/// <https://docs.discord.com/developers/events/gateway-events#guild-create>
public struct GuildCreate: Hashable, Sendable, DispatchEvent {
    /// `GUILD_CREATE`.
    public static let eventName = DispatchEventName.guildCreate
    /// The guild; only its id counts when it is unavailable.
    public var guild: Guild
    /// What comes with it.
    public var state: GuildState

    /// An event.
    public init(guild: Guild, state: GuildState) {
        self.guild = guild
        self.state = state
    }

    /// Whether the guild is down, so that nothing but the id is known.
    public var isUnavailable: Bool { state.isUnavailable ?? false }

    /// Reads the guild and what comes with it.
    public init(json: JSONReader) throws(JSONError) {
        guild = try Guild(json: json)
        state = try GuildState(json: json)
    }

    /// Writes both as one object.
    public func encode(to writer: inout JSONWriter) { Composite.encode(guild, state, to: &writer) }
}

/// Somebody joined.
///
/// <https://docs.discord.com/developers/events/gateway-events#guild-member-add>
public struct GuildMemberAdd: Hashable, Sendable, DispatchEvent {
    /// `GUILD_MEMBER_ADD`.
    public static let eventName = DispatchEventName.guildMemberAdd
    /// The guild.
    public var guildID: GuildID
    /// The member.
    public var member: Member

    /// An event.
    public init(guildID: GuildID, member: Member) {
        self.guildID = guildID
        self.member = member
    }

    /// Reads the member and the guild's id.
    public init(json: JSONReader) throws(JSONError) {
        guildID = try json.decode(at: "guild_id")
        member = try Member(json: json)
    }

    /// Writes both as one object.
    public func encode(to writer: inout JSONWriter) {
        Composite.encode(member, InGuild(guildID: guildID), to: &writer)
    }
}

/// An integration was added.
///
/// <https://docs.discord.com/developers/events/gateway-events#integration-create>
public struct IntegrationCreate: Hashable, Sendable, DispatchEvent {
    /// `INTEGRATION_CREATE`.
    public static let eventName = DispatchEventName.integrationCreate
    /// The guild.
    public var guildID: GuildID
    /// The integration.
    public var integration: Integration

    /// An event.
    public init(guildID: GuildID, integration: Integration) {
        self.guildID = guildID
        self.integration = integration
    }

    /// Reads the integration and the guild's id.
    public init(json: JSONReader) throws(JSONError) {
        guildID = try json.decode(at: "guild_id")
        integration = try Integration(json: json)
    }

    /// Writes both as one object.
    public func encode(to writer: inout JSONWriter) {
        Composite.encode(integration, InGuild(guildID: guildID), to: &writer)
    }
}

/// An integration changed.
///
/// <https://docs.discord.com/developers/events/gateway-events#integration-update>
public struct IntegrationUpdate: Hashable, Sendable, DispatchEvent {
    /// `INTEGRATION_UPDATE`.
    public static let eventName = DispatchEventName.integrationUpdate
    /// The guild.
    public var guildID: GuildID
    /// The integration.
    public var integration: Integration

    /// An event.
    public init(guildID: GuildID, integration: Integration) {
        self.guildID = guildID
        self.integration = integration
    }

    /// Reads the integration and the guild's id.
    public init(json: JSONReader) throws(JSONError) {
        guildID = try json.decode(at: "guild_id")
        integration = try Integration(json: json)
    }

    /// Writes both as one object.
    public func encode(to writer: inout JSONWriter) {
        Composite.encode(integration, InGuild(guildID: guildID), to: &writer)
    }
}

/// What comes with a guild when it comes into sight.
///
/// <https://docs.discord.com/developers/events/gateway-events#guild-create-guild-create-extra-fields>
@JSONModel
public struct GuildState: Hashable, Sendable {
    /// When the bot joined.
    public var joinedAt: DiscordTimestamp?
    /// Whether offline members are left out.
    @JSONKey("large") public var isLarge: Bool?
    /// Whether the guild is down.
    @JSONKey("unavailable") public var isUnavailable: Bool?
    /// How many members there are.
    public var memberCount: Int?
    /// Who is in voice, without the guild's id.
    public var voiceStates: [VoiceState] = []
    /// Members; in large guilds those that are online or in voice.
    public var members: [Member] = []
    /// Channels.
    public var channels: [Channel] = []
    /// Active threads the bot sees.
    public var threads: [Channel] = []
    /// Presences.
    public var presences: [Presence] = []
    /// Stages that are live.
    public var stageInstances: [StageInstance] = []
    /// Events that are announced.
    public var guildScheduledEvents: [ScheduledEvent] = []
    /// Sounds.
    public var soundboardSounds: [SoundboardSound] = []
}

@JSONModel
struct InGuild: Hashable, Sendable {
    var guildID: GuildID
}

/// Writes two values as one object.
enum Composite {
    static func encode(_ first: some JSONEncodable, _ second: some JSONEncodable, to writer: inout JSONWriter) {
        // Each writes its own braces; what lies between them is joined.
        let left = JSON.encode(first).dropFirst().dropLast()
        let right = JSON.encode(second).dropFirst().dropLast()
        var joined: [UInt8] = [UInt8(ascii: "{")]
        joined += left
        if !left.isEmpty, !right.isEmpty { joined.append(UInt8(ascii: ",")) }
        joined += right
        joined.append(UInt8(ascii: "}"))
        writer.write(json: joined)
    }
}
