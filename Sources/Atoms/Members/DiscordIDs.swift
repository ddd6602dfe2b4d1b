public import EchordPrimitives

// Discord's ids are words of every layer; with these names a feature needs no import of the Discord library.

/// The id of a user account.
public typealias UserID = EchordPrimitives.UserID
/// The id of a guild, which is the shard key of everything a guild owns.
public typealias GuildID = EchordPrimitives.GuildID
/// The id of a role of a guild.
public typealias RoleID = EchordPrimitives.RoleID
/// The id of a channel or thread.
public typealias ChannelID = EchordPrimitives.ChannelID
/// The id of a message.
public typealias MessageID = EchordPrimitives.MessageID
