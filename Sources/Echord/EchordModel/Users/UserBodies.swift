public import EchordPrimitives
public import JSON
public import Telemetry

/// What is sent to open a channel for direct messages: a user, or the users of a group.
///
/// <https://docs.discord.com/developers/resources/user#create-dm>
@JSONModel
public struct CreateDirectChannel: Hashable, Sendable {
    /// The user, for a channel with one.
    public var recipientID: UserID?
    /// Access tokens of the users (scope `gdm.join`), for a group.
    public var accessTokens: [Secret<String>]?
    /// Names in the group.
    public var nicks: [UserID: String]?
}

/// What is sent to change the bot's account; `keep` leaves a part as it is, `clear` takes it away.
///
/// <https://docs.discord.com/developers/resources/user#modify-current-user>
@JSONModel
public struct EditCurrentUser: Hashable, Sendable {
    /// The name, 2 to 32 characters.
    public var username: String?
    /// The picture.
    public var avatar: Patch<DataURI> = .keep
    /// The banner.
    public var banner: Patch<DataURI> = .keep
}
