public import EchordPrimitives
public import JSON

/// A set of permissions that members can have.
///
/// <https://docs.discord.com/developers/topics/permissions#role-object>
@JSONModel
public struct Role: Hashable, Sendable {
    /// The role's id; the default role has the guild's.
    public var id: RoleID
    /// Its name.
    public var name: String
    /// Its colour; Discord prefers ``colors``.
    public var color: Colour = Colour(rawValue: 0)
    /// Its colours.
    public var colors: RoleColors?
    /// Whether members are listed under it.
    @JSONKey("hoist") public var isHoisted: Bool = false
    /// Hash of its icon.
    public var icon: String?
    /// Its icon as an emoji.
    public var unicodeEmoji: String?
    /// Its place; equal places are ordered by id.
    public var position: Int = 0
    /// What it allows.
    public var permissions: Permissions
    /// Whether an integration owns it.
    @JSONKey("managed") public var isManaged: Bool = false
    /// Whether everybody may mention it.
    @JSONKey("mentionable") public var isMentionable: Bool = false
    /// Whose role it is.
    public var tags: RoleTags?
    /// Its flags.
    public var flags: RoleFlags?
    /// Its description; Discord does not document it yet.
    @JSONKey("description") public var roleDescription: String?
}

extension Role {
    /// Names the role in a message.
    public var mention: String { id.mention }
}

extension Role: Comparable {
    /// Lower in the guild's hierarchy comes first; of equal places the younger id is the lower.
    ///
    /// <https://docs.discord.com/developers/topics/permissions#permission-hierarchy>
    public static func < (left: Role, right: Role) -> Bool {
        left.position != right.position ? left.position < right.position : left.id > right.id
    }
}

/// The colours of a role.
///
/// <https://docs.discord.com/developers/topics/permissions#role-object-role-colors-object>
@JSONModel
public struct RoleColors: Hashable, Sendable {
    /// The first, or the only one.
    public var primaryColor: Colour = Colour(rawValue: 0)
    /// The second makes a gradient.
    public var secondaryColor: Colour?
    /// The third makes it holographic.
    public var tertiaryColor: Colour?
}

/// Whose role it is. Three of the fields are there with `null` for yes and absent for no.
///
/// <https://docs.discord.com/developers/topics/permissions#role-object-role-tags-structure>
@JSONModel
public struct RoleTags: Hashable, Sendable {
    /// The bot it belongs to.
    public var botID: UserID?
    /// The integration it belongs to.
    public var integrationID: IntegrationID?
    /// Present with `null` for the boosters' role.
    public var premiumSubscriber: Patch<Bool> = .keep
    /// The subscription that brings it.
    public var subscriptionListingID: SKUID?
    /// Present with `null` when it can be bought.
    public var availableForPurchase: Patch<Bool> = .keep
    /// Present with `null` for a linked role.
    public var guildConnections: Patch<Bool> = .keep
}

extension RoleTags {
    /// Whether it is the boosters' role.
    public var isPremiumSubscriber: Bool { premiumSubscriber != .keep }
    /// Whether it can be bought.
    public var isAvailableForPurchase: Bool { availableForPurchase != .keep }
    /// Whether it is a linked role.
    public var isLinked: Bool { guildConnections != .keep }
}
