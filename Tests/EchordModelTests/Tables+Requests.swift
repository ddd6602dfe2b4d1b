import EchordModel
import EchordPrimitives

extension Tables {
    /// What only requests and their answers know, as the specification gives it.
    static let requests: [EnumerationTests.Table] = [
        .init(
            ApplicationType.self,
            """
            GUILD_ROLE_SUBSCRIPTIONS=4
            """, unknown: "987"),
        .init(
            ApplicationContentFilter.self,
            """
            INHERIT=0, ALWAYS=1
            """, unknown: "987"),
        .init(
            SearchContent.self,
            """
            LINK=link, EMBED=embed, FILE=file, IMAGE=image, VIDEO=video, SOUND=sound, STICKER=sticker, \
            POLL=poll, SNAPSHOT=snapshot
            """, unknown: "\"other\""),
        .init(
            SearchAuthorType.self,
            """
            USER=user, BOT=bot, WEBHOOK=webhook
            """, unknown: "\"other\""),
        .init(
            SearchEmbedType.self,
            """
            IMAGE=image, VIDEO=video, GIFV=gif, SOUND=sound, ARTICLE=article
            """, unknown: "\"other\""),
        .init(
            MessageSortKey.self,
            """
            RELEVANCE=relevance, TIMESTAMP=timestamp
            """, unknown: "\"other\""),
        .init(
            SearchSortOrder.self,
            """
            ASC=asc, DESC=desc
            """, unknown: "\"other\""),
        .init(
            ThreadSortKey.self,
            """
            RELEVANCE=relevance, CREATION_TIME=creation_time, LAST_MESSAGE_TIME=last_message_time, \
            ARCHIVE_TIME=archive_time
            """, unknown: "\"other\""),
        .init(
            NewMemberActionType.self,
            """
            VIEW=0, TALK=1
            """, unknown: "987"),
        .init(
            JoinRequestFieldType.self,
            """
            TERMS, TEXT_INPUT, PARAGRAPH, MULTIPLE_CHOICE
            """, unknown: "\"other\""),
        .init(
            InviteTargetJobStatus.self,
            """
            UNSPECIFIED=0, PROCESSING=1, COMPLETED=2, FAILED=3
            """, unknown: "987"),
        .init(
            ScheduledEventResponse.self,
            """
            UNINTERESTED=0, INTERESTED=1
            """, unknown: "987"),
        .init(
            ExternalIdentityType.self,
            """
            OIDC, EPIC_ONLINE_SERVICES_ACCESS_TOKEN, EPIC_ONLINE_SERVICES_ID_TOKEN, STEAM_SESSION_TICKET, \
            UNITY_SERVICES_ID_TOKEN, DISCORD_BOT_ISSUED_ACCESS_TOKEN, APPLE_ID_TOKEN, \
            PLAYSTATION_NETWORK_ID_TOKEN
            """, unknown: "\"other\""),
        .init(
            WidgetStyle.self,
            """
            SHIELD=shield, BANNER1=banner1, BANNER2=banner2, BANNER3=banner3, BANNER4=banner4
            """, unknown: "\"other\""),
        .init(bits: LobbyMemberFlags.self, "CAN_LINK_LOBBY:0"),
    ]
}
