public import EchordPrimitives
public import JSON

/// What messages of a guild are looked for by.
///
/// <https://docs.discord.com/developers/resources/message#search-guild-messages>
public struct MessageSearch: Hashable, Sendable {
    /// Words, up to 1024 characters.
    public var content: String?
    /// How many other words may stand between them, up to 100.
    public var slop: Int?
    /// Up to 500 channels.
    public var channels: [ChannelID] = []
    /// Up to 100 authors.
    public var authors: [UserID] = []
    /// Kinds of author, or those that it is not.
    public var authorTypes: [SearchAuthorType] = []
    /// Up to 100 users who are mentioned.
    public var mentions: [UserID] = []
    /// Up to 100 roles that are mentioned.
    public var mentionedRoles: [RoleID] = []
    /// Whether everybody is mentioned.
    public var mentionsEveryone: Bool?
    /// Up to 100 users who are answered.
    public var repliedToUsers: [UserID] = []
    /// Up to 100 messages that are answered.
    public var repliedToMessages: [MessageID] = []
    /// What the messages have, or do not have.
    public var has: [SearchContent] = []
    /// Up to 100 hosts that are linked to, 256 characters each.
    public var linkHostnames: [String] = []
    /// Up to 100 providers of embeds, 256 characters each.
    public var embedProviders: [String] = []
    /// Kinds of embed.
    public var embedTypes: [SearchEmbedType] = []
    /// Up to 100 endings of files, 256 characters each.
    public var attachmentExtensions: [String] = []
    /// Up to 100 names of files, 1024 characters each.
    public var attachmentFilenames: [String] = []
    /// Whether they are pinned.
    public var isPinned: Bool?
    /// Whether age-restricted channels are looked at.
    public var includesNSFW: Bool?
    /// Messages after this id.
    public var minID: MessageID?
    /// Messages before this id.
    public var maxID: MessageID?
    /// By what they are sorted.
    public var sortBy: MessageSortKey?
    /// In which direction.
    public var sortOrder: SearchSortOrder?
    /// How many, 1 to 25.
    public var limit: Int?
    /// How many are left out at the beginning, up to 9975.
    public var offset: Int?

    /// Looks for messages with these words, or for all; set what else they must be.
    public init(content: String? = nil) { self.content = content }
}

/// What a search of messages found.
///
/// <https://docs.discord.com/developers/resources/message#search-guild-messages-response-body>
@JSONModel
public struct MessageSearchResult: Hashable, Sendable {
    /// What was found; each with the messages around it in the form of old, so look for ``Message/isHit``.
    public var messages: [[Message]] = []
    /// Whether older messages are still being looked at.
    @JSONKey("doing_deep_historical_index") public var isStillIndexing: Bool = false
    /// How many there are in all.
    public var totalResults: Int = 0
    /// The threads that they stand in.
    public var threads: [Channel]?
    /// The own memberships in those.
    public var members: [ThreadMember]?
    /// How many messages were looked at until now.
    public var documentsIndexed: Int?
}

/// The answer of a search: what it found, or that Discord must first look through what there is.
public enum SearchAnswer<Result> {
    /// What it found.
    case found(Result)
    /// Try again after a while.
    case indexing(SearchIndexing)
}

extension SearchAnswer: Sendable where Result: Sendable {}
extension SearchAnswer: Equatable where Result: Equatable {}
extension SearchAnswer: Hashable where Result: Hashable {}

extension SearchAnswer {
    /// What it found, if it did.
    public var found: Result? { if case .found(let result) = self { result } else { nil } }
}

extension SearchAnswer: JSONDecodable where Result: JSONDecodable {
    /// Reads either; only the second says when to try again.
    public init(json: JSONReader) throws(JSONError) {
        let isIndexing = try json.decodeIfPresent(Double.self, at: "retry_after") != nil
        self = isIndexing ? .indexing(try SearchIndexing(json: json)) : .found(try Result(json: json))
    }
}

extension SearchAnswer: JSONEncodable where Result: JSONEncodable {
    /// Writes what it is.
    public func encode(to writer: inout JSONWriter) {
        switch self {
        case .found(let result): result.encode(to: &writer)
        case .indexing(let indexing): indexing.encode(to: &writer)
        }
    }
}

/// That Discord must first look through what there is.
///
/// <https://docs.discord.com/developers/resources/message#search-guild-messages>
@JSONModel
public struct SearchIndexing: Hashable, Sendable {
    /// In words.
    public var message: String
    /// 110000.
    public var code: Int
    /// How much was looked at until now.
    public var documentsIndexed: Int = 0
    /// Seconds to wait; 0 for a time of one's own.
    public var retryAfter: Double
}
