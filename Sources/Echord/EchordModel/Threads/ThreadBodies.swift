public import EchordPrimitives
public import JSON

/// What is sent to start a thread, from a message or alone.
///
/// <https://docs.discord.com/developers/resources/channel#start-thread-without-message>
@JSONModel
public struct CreateThread: Hashable, Sendable {
    /// Its name, 1 to 100 characters.
    public var name: String
    /// Minutes without activity after which it is archived.
    public var autoArchiveDuration: ThreadAutoArchiveDuration?
    /// Seconds between two messages of somebody, up to 21,600.
    public var rateLimitPerUser: Int?
    /// Its kind; only of a thread that is started alone.
    public var type: ChannelType?
    /// Whether members can add others; only of a private thread.
    @JSONKey("invitable") public var isInvitable: Bool?
}

/// What is sent to make a post in a forum or media channel: a thread with its first message.
///
/// <https://docs.discord.com/developers/resources/channel#start-thread-in-forum-or-media-channel>
@JSONModel
public struct CreateForumPost: Hashable, Sendable {
    /// Its name, 1 to 100 characters.
    public var name: String
    /// Minutes without activity after which it is archived.
    public var autoArchiveDuration: ThreadAutoArchiveDuration?
    /// Seconds between two messages of somebody, up to 21,600.
    public var rateLimitPerUser: Int?
    /// The first message.
    public var message: CreateMessage
    /// Up to five tags.
    public var appliedTags: [ForumTagID]?
}

/// Threads, and the own memberships in them.
///
/// <https://docs.discord.com/developers/resources/channel#list-public-archived-threads-response-body>
@JSONModel
public struct ThreadPage: Hashable, Sendable {
    /// The threads.
    public var threads: [Channel] = []
    /// The own memberships.
    public var members: [ThreadMember] = []
    /// Whether there are more.
    @JSONKey("has_more") public var hasMore: Bool = false
    /// The threads' first messages, where they are known.
    public var firstMessages: [Message]?
    /// How many there are in all; of a search only.
    public var totalResults: Int?
}

/// What threads are looked for by. Discord describes the search without a page.
public struct ThreadSearch: Hashable, Sendable {
    /// A part of the name, up to 100 characters.
    public var name: String?
    /// How many other words may stand between those of the name, up to 100.
    public var slop: Int?
    /// Threads after this id.
    public var minID: ChannelID?
    /// Threads before this id.
    public var maxID: ChannelID?
    /// Up to 20 tags.
    public var tags: [ForumTagID]
    /// Whether all of the tags are asked for or some.
    public var tagSetting: ThreadTagSetting?
    /// Whether they are archived.
    public var isArchived: Bool?
    /// By what they are sorted.
    public var sortBy: ThreadSortKey?
    /// In which direction.
    public var sortOrder: SearchSortOrder?
    /// How many, 1 to 25.
    public var limit: Int?
    /// How many are left out at the beginning, up to 9975.
    public var offset: Int?

    /// Looks for all threads, or for those that fit.
    public init(
        name: String? = nil, slop: Int? = nil, minID: ChannelID? = nil, maxID: ChannelID? = nil,
        tags: [ForumTagID] = [], tagSetting: ThreadTagSetting? = nil, isArchived: Bool? = nil,
        sortBy: ThreadSortKey? = nil, sortOrder: SearchSortOrder? = nil, limit: Int? = nil, offset: Int? = nil
    ) {
        self.name = name
        self.slop = slop
        self.minID = minID
        self.maxID = maxID
        self.tags = tags
        self.tagSetting = tagSetting
        self.isArchived = isArchived
        self.sortBy = sortBy
        self.sortOrder = sortOrder
        self.limit = limit
        self.offset = offset
    }
}

/// By what threads are sorted.
public struct ThreadSortKey: OpenEnum {
    /// The value on the wire.
    public let rawValue: String

    /// Wraps a value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `RELEVANCE`.
    public static let relevance = Self(rawValue: "relevance")
    /// `CREATION_TIME`.
    public static let creationTime = Self(rawValue: "creation_time")
    /// `LAST_MESSAGE_TIME`.
    public static let lastMessageTime = Self(rawValue: "last_message_time")
    /// `ARCHIVE_TIME`.
    public static let archiveTime = Self(rawValue: "archive_time")

    /// Every described value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "RELEVANCE": .relevance, "CREATION_TIME": .creationTime, "LAST_MESSAGE_TIME": .lastMessageTime,
            "ARCHIVE_TIME": .archiveTime,
        ]
    }
}
