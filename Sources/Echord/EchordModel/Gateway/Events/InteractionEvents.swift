import EchordPrimitives
public import JSON

/// Somebody did something with the application.
///
/// <https://docs.discord.com/developers/events/gateway-events#interaction-create>
public struct InteractionCreate: Hashable, Sendable, DispatchEvent {
    /// `INTERACTION_CREATE`.
    public static let eventName = DispatchEventName.interactionCreate
    /// What the event is about.
    public var interaction: Interaction

    /// An event.
    public init(interaction: Interaction) { self.interaction = interaction }

    /// Reads the payload, which is what the event is about.
    public init(json: JSONReader) throws(JSONError) { interaction = try Interaction(json: json) }

    /// Writes the payload.
    public func encode(to writer: inout JSONWriter) { interaction.encode(to: &writer) }
}

/// Who may use a command changed.
///
/// <https://docs.discord.com/developers/events/gateway-events#application-command-permissions-update>
public struct ApplicationCommandPermissionsUpdate: Hashable, Sendable, DispatchEvent {
    /// `APPLICATION_COMMAND_PERMISSIONS_UPDATE`.
    public static let eventName = DispatchEventName.applicationCommandPermissionsUpdate
    /// What the event is about.
    public var permissions: GuildCommandPermissions

    /// An event.
    public init(permissions: GuildCommandPermissions) { self.permissions = permissions }

    /// Reads the payload, which is what the event is about.
    public init(json: JSONReader) throws(JSONError) { permissions = try GuildCommandPermissions(json: json) }

    /// Writes the payload.
    public func encode(to writer: inout JSONWriter) { permissions.encode(to: &writer) }
}
