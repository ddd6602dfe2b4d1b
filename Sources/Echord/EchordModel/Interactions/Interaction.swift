public import EchordPrimitives
public import JSON

/// Something a person did with the application.
///
/// <https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object>
@JSONModel
public struct Interaction: Hashable, Sendable {
    /// The interaction's id.
    public var id: InteractionID
    /// The application.
    public var applicationID: ApplicationID?
    /// Its kind.
    public var type: InteractionType
    /// What was done; absent for a ping.
    public var data: InteractionData?
    /// The guild, partially.
    public var guild: InteractionGuild?
    /// The guild.
    public var guildID: GuildID?
    /// The channel, partially.
    public var channel: Channel?
    /// The channel.
    public var channelID: ChannelID?
    /// Who did it, in a guild.
    public var member: Member?
    /// Who did it, elsewhere.
    public var user: User?
    /// What it takes to answer, for 15 minutes; keep it secret.
    public var token: String
    /// Always 1.
    public var version: Int = 1
    /// The message whose component it was.
    public var message: Message?
    /// What the application may do there.
    public var appPermissions: Permissions?
    /// The person's language.
    public var locale: DiscordLocale?
    /// The guild's language.
    public var guildLocale: DiscordLocale?
    /// What the person has bought.
    public var entitlements: [Entitlement] = []
    /// Who installed the application.
    public var authorizingIntegrationOwners: IntegrationOwners?
    /// Where it happened.
    public var context: InteractionContextType?
    /// Bytes a file can have.
    public var attachmentSizeLimit: Int?
    /// Not documented.
    public var challenge: String?
}

extension Interaction {
    /// Who did it, wherever it was.
    public var author: User? { member?.user ?? user }

    /// The language to answer in: the person's, or else the guild's.
    public var preferredLocale: DiscordLocale { locale ?? guildLocale ?? .americanEnglish }

    /// The command, for commands and autocomplete.
    public var command: CommandData? { if case .command(let data)? = data { data } else { nil } }

    /// The component, for components.
    public var component: ComponentData? { if case .component(let data)? = data { data } else { nil } }

    /// The modal, for modals.
    public var modal: ModalData? { if case .modal(let data)? = data { data } else { nil } }
}

/// As much of a guild as an interaction holds.
///
/// <https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object>
@JSONModel
public struct InteractionGuild: Hashable, Sendable {
    /// The guild's id.
    public var id: GuildID
    /// Its language.
    public var locale: DiscordLocale?
    /// What it has or may do.
    public var features: [GuildFeature] = []
}

/// Who installed an application, by kind of installation.
///
/// <https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-authorizing-integration-owners-object>
@JSONModel
public struct IntegrationOwners: Hashable, Sendable {
    /// The guild; 0 in direct messages with the bot.
    @JSONKey("0") public var guild: GuildID?
    /// The user.
    @JSONKey("1") public var user: UserID?
}

/// A command somebody used, or is typing.
///
/// <https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-application-command-data-structure>
@JSONModel
public struct CommandData: Hashable, Sendable {
    /// The command's id.
    public var id: CommandID
    /// Its name.
    public var name: String
    /// Its kind.
    public var type: CommandType
    /// What the options name.
    public var resolved: ResolvedData?
    /// The options.
    public var options: [CommandOptionData] = []
    /// The guild it is registered in.
    public var guildID: GuildID?
    /// The user or message it was used on.
    public var targetID: GenericID?
    /// Its version; not documented.
    public var version: CommandVersionID?
}

/// An option somebody filled in, or a subcommand they chose.
///
/// <https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-application-command-interaction-data-option-structure>
@JSONModel
public struct CommandOptionData: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Its kind.
    public var type: CommandOptionType
    /// Its value; ids are strings. In autocomplete a number may still be a text.
    public var value: ChoiceValue?
    /// The options of a subcommand.
    public var options: [CommandOptionData]?
    /// Whether it is being typed.
    @JSONKey("focused") public var isFocused: Bool?
}

/// A component somebody used.
///
/// <https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-message-component-data-structure>
@JSONModel
public struct ComponentData: Hashable, Sendable {
    /// Its custom id.
    public var customID: String
    /// Its kind.
    public var componentType: ComponentType
    /// Its id in the message.
    public var id: Int?
    /// What was chosen.
    public var values: [String]?
    /// What the values name.
    public var resolved: ResolvedData?
}

/// A modal somebody filled in.
///
/// <https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-modal-submit-data-structure>
@JSONModel
public struct ModalData: Hashable, Sendable {
    /// Its custom id.
    public var customID: String
    /// What was filled in.
    public var components: [SubmittedComponent] = []
    /// What the values name.
    public var resolved: ResolvedData?
}

extension ModalData {
    /// Every field with a custom id, at whatever depth.
    public var fields: [SubmittedComponent] { components.flatMap(\.flattened).filter { $0.customID != nil } }

    /// The field with a custom id.
    public subscript(customID: String) -> SubmittedComponent? { fields.first { $0.customID == customID } }
}

/// What the ids of an interaction stand for.
///
/// <https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-resolved-data-structure>
public struct ResolvedData: Hashable, Sendable {
    /// Users.
    public var users: [UserID: User] = [:]
    /// Their members, without the user.
    public var members: [UserID: Member] = [:]
    /// Roles.
    public var roles: [RoleID: Role] = [:]
    /// Channels, partially.
    public var channels: [ChannelID: Channel] = [:]
    /// Messages, partially.
    public var messages: [MessageID: Message] = [:]
    /// Files.
    public var attachments: [AttachmentID: Attachment] = [:]

    /// Things by their ids.
    public init(
        users: [UserID: User] = [:], members: [UserID: Member] = [:], roles: [RoleID: Role] = [:],
        channels: [ChannelID: Channel] = [:], messages: [MessageID: Message] = [:],
        attachments: [AttachmentID: Attachment] = [:]
    ) {
        self.users = users
        self.members = members
        self.roles = roles
        self.channels = channels
        self.messages = messages
        self.attachments = attachments
    }
}

extension ResolvedData: JSONDecodable, JSONEncodable {
    /// Reads an object; what is absent or `null` is empty.
    public init(json: JSONReader) throws(JSONError) {
        users = try json.decodeIfPresent(at: "users") ?? [:]
        members = try json.decodeIfPresent(at: "members") ?? [:]
        roles = try json.decodeIfPresent(at: "roles") ?? [:]
        channels = try json.decodeIfPresent(at: "channels") ?? [:]
        messages = try json.decodeIfPresent(at: "messages") ?? [:]
        attachments = try json.decodeIfPresent(at: "attachments") ?? [:]
    }

    /// Writes an object.
    public func encode(to writer: inout JSONWriter) {
        writer.object {
            $0.member("users", users)
            $0.member("members", members)
            $0.member("roles", roles)
            $0.member("channels", channels)
            $0.member("messages", messages)
            $0.member("attachments", attachments)
        }
    }
}
