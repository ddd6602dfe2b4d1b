public import EchordPrimitives
public import JSON

/// What is sent to make a role; what is left out is as in Discord's own client.
///
/// <https://docs.discord.com/developers/resources/guild#create-guild-role>
@JSONModel
public struct CreateRole: Hashable, Sendable {
    /// Its name, 1 to 100 characters.
    public var name: String?
    /// What it allows; the default role's permissions when left out.
    public var permissions: Permissions?
    /// Its colour; Discord prefers ``colors``.
    public var color: Colour?
    /// Its colours.
    public var colors: RoleColors?
    /// Whether members are listed under it.
    @JSONKey("hoist") public var isHoisted: Bool?
    /// Whether everybody may mention it.
    @JSONKey("mentionable") public var isMentionable: Bool?
    /// Its icon; the guild needs the feature `ROLE_ICONS`.
    public var icon: DataURI?
    /// Its icon as an emoji; the guild needs the feature `ROLE_ICONS`.
    public var unicodeEmoji: String?
}

/// What is sent to change a role; `keep` leaves a part as it is, `clear` takes it away.
///
/// <https://docs.discord.com/developers/resources/guild#modify-guild-role>
@JSONModel
public struct EditRole: Hashable, Sendable {
    /// Its name, 1 to 100 characters.
    public var name: Patch<String> = .keep
    /// What it allows.
    public var permissions: Patch<Permissions> = .keep
    /// Its colour; Discord prefers ``colors``.
    public var color: Patch<Colour> = .keep
    /// Its colours.
    public var colors: Patch<RoleColors> = .keep
    /// Whether members are listed under it.
    @JSONKey("hoist") public var isHoisted: Patch<Bool> = .keep
    /// Whether everybody may mention it.
    @JSONKey("mentionable") public var isMentionable: Patch<Bool> = .keep
    /// Its icon; the guild needs the feature `ROLE_ICONS`.
    public var icon: Patch<DataURI> = .keep
    /// Its icon as an emoji; the guild needs the feature `ROLE_ICONS`.
    public var unicodeEmoji: Patch<String> = .keep
}

/// The place that a role is to have.
///
/// <https://docs.discord.com/developers/resources/guild#modify-guild-role-positions>
@JSONModel
public struct RolePosition: Hashable, Sendable {
    /// The role.
    public var id: RoleID
    /// Its place.
    public var position: Int?
}
