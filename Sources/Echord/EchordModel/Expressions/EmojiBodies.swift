public import EchordPrimitives
public import JSON

/// What is sent to add an emoji.
///
/// <https://docs.discord.com/developers/resources/emoji#create-guild-emoji>
@JSONModel
public struct CreateEmoji: Hashable, Sendable {
    /// Its name, 2 to 32 characters.
    public var name: String
    /// The picture, 128 × 128, up to 256 KiB.
    public var image: DataURI
    /// Roles that may use it; a guild's emoji only.
    public var roles: [RoleID]?
}

/// What is sent to change an emoji.
///
/// <https://docs.discord.com/developers/resources/emoji#modify-guild-emoji>
@JSONModel
public struct EditEmoji: Hashable, Sendable {
    /// Its name, 2 to 32 characters.
    public var name: String?
    /// Roles that may use it, `clear` for everybody; a guild's emoji only.
    public var roles: Patch<[RoleID]> = .keep
}
