public import Atoms
public import EchordPrimitives
public import Molecules
public import Organisms

/// Test data: what a test does not name is ordinary.
public enum Sample {
    /// The guild of most tests.
    public static let guild: GuildID = 100
    /// Another guild.
    public static let otherGuild: GuildID = 200
    /// A manager.
    public static let ann: UserID = 1
    /// A member.
    public static let ben: UserID = 2
    /// Another member.
    public static let cas: UserID = 3

    /// Ann, who may manage messages.
    public static func manager(_ user: UserID = ann, in guild: GuildID = guild) -> MemberContext {
        MemberContext(userID: user, guildID: guild, permissions: .manageMessages)
    }

    /// A member without rights of their own.
    public static func member(
        _ user: UserID = ben, in guild: GuildID = guild, roles: Set<RoleID> = [], locale: DiscordLocale = .dutch
    ) -> MemberContext {
        MemberContext(userID: user, guildID: guild, roles: roles, permissions: .sendMessages, locale: locale)
    }

    /// A title; one that is not good is a fault of the test.
    public static func title(_ text: String = "Water the plants") -> TaskTitle { TaskTitle(trusted: text) }

    /// A draft.
    public static func draft(_ text: String = "Water the plants", assignment: Assignment? = nil) -> TaskDraft {
        TaskDraft(title: title(text), assignment: assignment)
    }

    /// A task by Ann, to do, in the pool.
    public static func task(
        _ text: String = "Water the plants", number: Int64 = 1, author: UserID = ann, assignment: Assignment? = nil,
        isPrivate: Bool = false, dueAt: Instant? = nil, guild: GuildID = guild, at instant: Instant = TestTime.start,
        identifiers: Identifiers = Identifiers()
    ) -> ChoreTask {
        let due = dueAt.map { ZonedTime($0, in: .utc) }
        let draft = TaskDraft(title: title(text), due: due, assignment: assignment, isPrivate: isPrivate)
        return ChoreTask(
            draft, id: identifiers.next(), guildID: guild, number: TaskNumber(rawValue: number) ?? .first,
            author: author, at: instant)
    }

    /// A request with the key of an interaction.
    public static func request(_ member: MemberContext, interaction: UInt64) -> MemberRequest {
        MemberRequest(member, key: OperationKey(interaction: interaction))
    }
}
