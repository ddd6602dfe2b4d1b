public import EchordPrimitives
public import JSON

/// A command as Discord has it.
///
/// <https://docs.discord.com/developers/interactions/application-commands#application-command-object>
@JSONModel
public struct ApplicationCommand: Hashable, Sendable {
    /// The command's id.
    public var id: CommandID
    /// Its kind.
    public var type: CommandType = .chatInput
    /// The application.
    public var applicationID: ApplicationID
    /// The guild, of a command that is not global.
    public var guildID: GuildID?
    /// Its name.
    public var name: String
    /// The same in other languages.
    public var nameLocalizations: Localizations?
    /// The name in the asked language.
    public var nameLocalized: String?
    /// What it does; empty for commands on users and messages.
    public var description: String = ""
    /// The same in other languages.
    public var descriptionLocalizations: Localizations?
    /// What it does, in the asked language.
    public var descriptionLocalized: String?
    /// Its options, subcommands or groups.
    public var options: [CommandOption] = []
    /// Who may use it unless the guild says otherwise; none at all means administrators.
    public var defaultMemberPermissions: Permissions?
    /// Whether it is there in direct messages, in the form of old.
    public var dmPermission: Bool?
    /// Whether it is on by default, in the form of old.
    public var defaultPermission: Bool?
    /// Whether it is age-restricted.
    @JSONKey("nsfw") public var isNSFW: Bool?
    /// Which installations bring it.
    public var integrationTypes: [IntegrationInstallType]?
    /// Where it can be used.
    public var contexts: [InteractionContextType]?
    /// Grows with every change.
    public var version: CommandVersionID
    /// Who handles the command that starts an activity.
    public var handler: EntryPointHandler?
}

/// An option, a subcommand or a group.
///
/// <https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-structure>
@JSONModel
public struct CommandOption: Hashable, Sendable {
    /// Its kind.
    public var type: CommandOptionType
    /// Its name, 1 to 32 characters.
    public var name: String
    /// The same in other languages.
    public var nameLocalizations: Localizations?
    /// The name in the asked language; when received only.
    public var nameLocalized: String?
    /// What it is, 1 to 100 characters.
    public var description: String = ""
    /// The same in other languages.
    public var descriptionLocalizations: Localizations?
    /// What it is, in the asked language; when received only.
    public var descriptionLocalized: String?
    /// Whether it must be filled in.
    @JSONKey("required") public var isRequired: Bool?
    /// Up to 25 choices.
    public var choices: [CommandChoice]?
    /// What a subcommand or group holds.
    public var options: [CommandOption]?
    /// Which channels are offered.
    public var channelTypes: [ChannelType]?
    /// The least number.
    public var minValue: ChoiceValue?
    /// The greatest number.
    public var maxValue: ChoiceValue?
    /// Characters at least, 0 to 6000.
    public var minLength: Int?
    /// Characters at most, 1 to 6000.
    public var maxLength: Int?
    /// Whether choices are asked for while somebody types.
    @JSONKey("autocomplete") public var hasAutocomplete: Bool?
    /// Which files are offered: `image`, `video`, `audio` and endings such as `.pdf`.
    public var fileTypes: [String]?
}

/// A choice of an option.
///
/// <https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-choice-structure>
@JSONModel
public struct CommandChoice: Hashable, Sendable {
    /// What is read, 1 to 100 characters.
    public var name: String
    /// The same in other languages.
    public var nameLocalizations: Localizations?
    /// The name in the asked language; when received only.
    public var nameLocalized: String?
    /// What comes back.
    public var value: ChoiceValue
}

/// What is sent to make a command, and as one of all in a bulk overwrite.
///
/// <https://docs.discord.com/developers/interactions/application-commands#create-global-application-command>
@JSONModel
public struct CreateCommand: Hashable, Sendable {
    /// The id, if it is known; in a bulk overwrite only.
    public var id: CommandID?
    /// Its name, 1 to 32 characters.
    public var name: String
    /// The same in other languages.
    public var nameLocalizations: Localizations?
    /// What it does, 1 to 100 characters.
    public var description: String?
    /// The same in other languages.
    public var descriptionLocalizations: Localizations?
    /// Its options, subcommands or groups.
    public var options: [CommandOption]?
    /// Who may use it unless the guild says otherwise; `.clear` for everybody.
    public var defaultMemberPermissions: Patch<Permissions> = .keep
    /// Whether it is there in direct messages, in the form of old; `contexts` says it now.
    public var dmPermission: Bool?
    /// Which installations bring it; global commands only.
    public var integrationTypes: [IntegrationInstallType]?
    /// Where it can be used; global commands only.
    public var contexts: [InteractionContextType]?
    /// Its kind.
    public var type: CommandType?
    /// Whether it is age-restricted.
    @JSONKey("nsfw") public var isNSFW: Bool?
    /// Who handles the command that starts an activity.
    public var handler: EntryPointHandler?
}

/// What is sent to change a command.
///
/// <https://docs.discord.com/developers/interactions/application-commands#edit-global-application-command>
@JSONModel
public struct EditCommand: Hashable, Sendable {
    /// Its name.
    public var name: Patch<String> = .keep
    /// The same in other languages.
    public var nameLocalizations: Patch<Localizations> = .keep
    /// What it does.
    public var description: Patch<String> = .keep
    /// The same in other languages.
    public var descriptionLocalizations: Patch<Localizations> = .keep
    /// Its options, subcommands or groups.
    public var options: Patch<[CommandOption]> = .keep
    /// Who may use it; `.clear` for everybody.
    public var defaultMemberPermissions: Patch<Permissions> = .keep
    /// Whether it is there in direct messages, in the form of old; `contexts` says it now.
    public var dmPermission: Patch<Bool> = .keep
    /// Which installations bring it.
    public var integrationTypes: Patch<[IntegrationInstallType]> = .keep
    /// Where it can be used.
    public var contexts: Patch<[InteractionContextType]> = .keep
    /// Whether it is age-restricted.
    @JSONKey("nsfw") public var isNSFW: Patch<Bool> = .keep
    /// Who handles the command that starts an activity.
    public var handler: Patch<EntryPointHandler> = .keep
}

/// Who may use a command in a guild.
///
/// <https://docs.discord.com/developers/interactions/application-commands#application-command-permissions-object>
@JSONModel
public struct GuildCommandPermissions: Hashable, Sendable {
    /// The command, or the application for all of them.
    public var id: GenericID
    /// The application.
    public var applicationID: ApplicationID
    /// The guild.
    public var guildID: GuildID
    /// Up to 100 entries.
    public var permissions: [CommandPermission] = []
}

/// Whether a role, a user or a channel may use a command.
///
/// <https://docs.discord.com/developers/interactions/application-commands#application-command-permissions-object-application-command-permissions-structure>
@JSONModel
public struct CommandPermission: Hashable, Sendable {
    /// The role, user or channel; the guild's id for everybody, one less for all channels.
    public var id: GenericID
    /// Which of them.
    public var type: CommandPermissionType
    /// Whether it may.
    @JSONKey("permission") public var isAllowed: Bool
}

/// Who may use a command in a guild, as it is sent.
///
/// <https://docs.discord.com/developers/interactions/application-commands#edit-application-command-permissions>
@JSONModel
public struct CommandPermissionList: Hashable, Sendable {
    /// Up to 100 entries.
    public var permissions: [CommandPermission]
}
