public import EchordModel
public import EchordPrimitives

extension APIRequest {
    /// Looks for messages of a guild. Needs READ_MESSAGE_HISTORY, and the intent MESSAGE_CONTENT.
    ///
    /// <https://docs.discord.com/developers/resources/message#search-guild-messages>
    public static func searchMessages(
        of guild: GuildID, _ search: MessageSearch
    ) -> APIRequest<SearchAnswer<MessageSearchResult>> {
        .init(.get, "/guilds/\(guild)/messages/search", query: search.query)
    }
}

extension MessageSearch {
    fileprivate var query: [QueryParameter] { text + people + contents + files + page }

    private var text: [QueryParameter] {
        [
            .text("content", content, length: 0...1024), .number("slop", slop, in: DiscordLimits.Search.slop),
            .each("channel_id", channels, upTo: DiscordLimits.Search.channels),
        ]
    }

    private var people: [QueryParameter] {
        let limit = DiscordLimits.Search.values
        return [
            .each("author_id", authors, upTo: limit), .choices("author_type", authorTypes),
            .each("mentions", mentions, upTo: limit), .each("mentions_role_id", mentionedRoles, upTo: limit),
            .value("mention_everyone", mentionsEveryone), .each("replied_to_user_id", repliedToUsers, upTo: limit),
            .each("replied_to_message_id", repliedToMessages, upTo: limit),
        ]
    }

    private var contents: [QueryParameter] {
        let limit = DiscordLimits.Search.values
        return [
            .choices("has", has), .texts("link_hostname", linkHostnames, length: 0...256, upTo: limit),
            .texts("embed_provider", embedProviders, length: 0...256, upTo: limit), .choices("embed_type", embedTypes),
        ]
    }

    private var files: [QueryParameter] {
        let limit = DiscordLimits.Search.values
        return [
            .texts("attachment_extension", attachmentExtensions, length: 0...256, upTo: limit),
            .texts("attachment_filename", attachmentFilenames, length: 0...1024, upTo: limit),
            .value("pinned", isPinned), .value("include_nsfw", includesNSFW),
        ]
    }

    private var page: [QueryParameter] {
        [
            .value("min_id", minID), .value("max_id", maxID), .choice("sort_by", sortBy),
            .choice("sort_order", sortOrder), .number("limit", limit, in: DiscordLimits.Search.page),
            .number("offset", offset, in: DiscordLimits.Search.offset),
        ]
    }
}
