public import EchordPrimitives

/// Why a command is not carried out. Thrown by guards and cool-downs, and by handlers that want the same kind of answer:
/// the person is told, and nothing is logged as a failure.
public enum CommandRefusal: Error, Hashable, Sendable {
    /// It works in guilds only.
    case guildOnly
    /// It works in direct messages only.
    case directMessageOnly
    /// The person lacks these permissions.
    case missingPermissions(Permissions)
    /// The bot lacks these permissions.
    case botMissingPermissions(Permissions)
    /// The person has none of the roles that may use it.
    case missingRole
    /// It is for the application's owner.
    case ownerOnly
    /// It was used too often; how long until it may be used again.
    case coolDown(Duration)
    /// The command, button or window is older than the program.
    case outOfDate
    /// In words of the program's own.
    case words(String)
}
