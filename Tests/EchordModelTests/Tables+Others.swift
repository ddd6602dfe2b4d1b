import EchordModel
import EchordPrimitives

extension Tables {
    /// The smaller tables, most of them as the specification gives them.
    static let others: [EnumerationTests.Table] = [
        .init(
            TextInputStyle.self,
            """
            SHORT=1, PARAGRAPH=2
            """, unknown: "987"),
        .init(
            SeparatorSpacing.self,
            """
            SMALL=1, LARGE=2
            """, unknown: "987"),
        .init(
            IntegrationInstallType.self,
            """
            GUILD_INSTALL=0, USER_INSTALL=1
            """, unknown: "987"),
        .init(
            EventWebhookStatus.self,
            """
            DISABLED=1, ENABLED=2, DISABLED_BY_DISCORD=3
            """, unknown: "987"),
        .init(
            TeamMembershipState.self,
            """
            INVITED=1, ACCEPTED=2
            """, unknown: "987"),
        .init(
            AutoModerationKeywordPreset.self,
            """
            PROFANITY=1, SEXUAL_CONTENT=2, SLURS=3
            """, unknown: "987"),
        .init(
            VideoQualityMode.self,
            """
            AUTO=1, FULL=2
            """, unknown: "987"),
        .init(
            ForumSortOrder.self,
            """
            LATEST_ACTIVITY=0, CREATION_DATE=1
            """, unknown: "987"),
        .init(
            ForumLayout.self,
            """
            NOT_SET=0, LIST_VIEW=1, GALLERY_VIEW=2
            """, unknown: "987"),
        .init(
            ThreadAutoArchiveDuration.self,
            """
            ONE_HOUR=60, ONE_DAY=1440, THREE_DAYS=4320, SEVEN_DAYS=10080
            """, unknown: "987"),
        .init(
            MessageActivityType.self,
            """
            JOIN=1, SPECTATE=2, LISTEN=3, JOIN_REQUEST=5, STREAM_REQUEST=6
            """, unknown: "987"),
        .init(
            MessageReferenceType.self,
            """
            DEFAULT=0, FORWARD=1
            """, unknown: "987"),
        .init(
            ReactionType.self,
            """
            NORMAL=0, BURST=1
            """, unknown: "987"),
        .init(
            ThemeBase.self,
            """
            UNSET=0, DARK=1, LIGHT=2, DARKER=3, MIDNIGHT=4
            """, unknown: "987"),
        .init(
            PollLayout.self,
            """
            DEFAULT=1
            """, unknown: "987"),
        .init(
            EntitlementOwnerType.self,
            """
            GUILD=1, USER=2
            """, unknown: "987"),
        .init(
            VerificationLevel.self,
            """
            NONE=0, LOW=1, MEDIUM=2, HIGH=3, VERY_HIGH=4
            """, unknown: "987"),
        .init(
            MessageNotificationLevel.self,
            """
            ALL_MESSAGES=0, ONLY_MENTIONS=1
            """, unknown: "987"),
        .init(
            ExplicitContentFilterLevel.self,
            """
            DISABLED=0, MEMBERS_WITHOUT_ROLES=1, ALL_MEMBERS=2
            """, unknown: "987"),
        .init(
            GuildMFALevel.self,
            """
            NONE=0, ELEVATED=1
            """, unknown: "987"),
        .init(
            GuildNSFWLevel.self,
            """
            DEFAULT=0, EXPLICIT=1, SAFE=2, AGE_RESTRICTED=3
            """, unknown: "987"),
        .init(
            PremiumTier.self,
            """
            NONE=0, TIER_1=1, TIER_2=2, TIER_3=3
            """, unknown: "987"),
        .init(
            OnboardingMode.self,
            """
            ONBOARDING_DEFAULT=0, ONBOARDING_ADVANCED=1
            """, unknown: "987"),
        .init(
            OnboardingPromptType.self,
            """
            MULTIPLE_CHOICE=0, DROPDOWN=1
            """, unknown: "987"),
        .init(
            IntegrationExpireBehavior.self,
            """
            REMOVE_ROLE=0, KICK=1
            """, unknown: "987"),
        .init(
            ScheduledEventPrivacyLevel.self,
            """
            GUILD_ONLY=2
            """, unknown: "987"),
        .init(
            RecurrenceFrequency.self,
            """
            DAILY=3, WEEKLY=2, MONTHLY=1, YEARLY=0
            """, unknown: "987"),
        .init(
            RecurrenceWeekday.self,
            """
            MONDAY=0, TUESDAY=1, WEDNESDAY=2, THURSDAY=3, FRIDAY=4, SATURDAY=5, SUNDAY=6
            """, unknown: "987"),
        .init(
            RecurrenceMonth.self,
            """
            JANUARY=1, FEBRUARY=2, MARCH=3, APRIL=4, MAY=5, JUNE=6, JULY=7, AUGUST=8, SEPTEMBER=9, \
            OCTOBER=10, NOVEMBER=11, DECEMBER=12
            """, unknown: "987"),
        .init(
            StagePrivacyLevel.self,
            """
            PUBLIC=1, GUILD_ONLY=2
            """, unknown: "987"),
        .init(
            PremiumType.self,
            """
            NONE=0, NITRO_CLASSIC=1, NITRO=2, NITRO_BASIC=3
            """, unknown: "987"),
        .init(
            ConnectionVisibility.self,
            """
            NONE=0, EVERYONE=1
            """, unknown: "987"),
        .init(
            StickerType.self,
            """
            STANDARD=1, GUILD=2
            """, unknown: "987"),
        .init(
            WebhookType.self,
            """
            INCOMING=1, CHANNEL_FOLLOWER=2, APPLICATION=3
            """, unknown: "987"),
        .init(
            InviteType.self,
            """
            GUILD=0, GROUP_DM=1, FRIEND=2
            """, unknown: "987"),
        .init(
            InviteTargetType.self,
            """
            STREAM=1, EMBEDDED_APPLICATION=2, ROLE_SUBSCRIPTIONS_PURCHASE=3
            """, unknown: "987"),
        .init(
            ActivityType.self,
            """
            PLAYING=0, STREAMING=1, LISTENING=2, WATCHING=3, CUSTOM=4, COMPETING=5
            """, unknown: "987"),
        .init(
            StatusDisplayType.self,
            """
            NAME=0, STATE=1, DETAILS=2
            """, unknown: "987"),
        .init(
            VoiceEffectAnimation.self,
            """
            PREMIUM=0, BASIC=1
            """, unknown: "987"),
        .init(
            WebhookEventEnvelopeType.self,
            """
            PING=0, EVENT=1
            """, unknown: "987"),
        .init(
            OverwriteKind.self,
            """
            ROLE=0, MEMBER=1
            """, unknown: "987"),
        .init(
            SelectDefaultKind.self,
            """
            USER=user, ROLE=role, CHANNEL=channel
            """, unknown: "\"Never heard of\""),
        .init(
            TeamMemberRole.self,
            """
            ADMIN=admin, DEVELOPER=developer, READ_ONLY=read_only
            """, unknown: "\"Never heard of\""),
        .init(
            AllowedMentionType.self,
            """
            USERS=users, ROLES=roles, EVERYONE=everyone
            """, unknown: "\"Never heard of\""),
        .init(
            EmbedType.self,
            """
            RICH=rich, IMAGE=image, VIDEO=video, GIFV=gifv, ARTICLE=article, LINK=link, \
            POLL_RESULT=poll_result
            """, unknown: "\"Never heard of\""),
        .init(
            IntegrationType.self,
            """
            DISCORD=discord, TWITCH=twitch, YOUTUBE=youtube, GUILD_SUBSCRIPTION=guild_subscription
            """, unknown: "\"Never heard of\""),
        .init(
            JoinRequestStatus.self,
            """
            STARTED=STARTED, SUBMITTED=SUBMITTED, REJECTED=REJECTED, APPROVED=APPROVED
            """, unknown: "\"Never heard of\""),
        .init(
            NameplatePalette.self,
            """
            CRIMSON=crimson, BERRY=berry, SKY=sky, TEAL=teal, FOREST=forest, BUBBLE_GUM=bubble_gum, \
            VIOLET=violet, COBALT=cobalt, CLOVER=clover, LEMON=lemon, WHITE=white, BLACK=black
            """, unknown: "\"Never heard of\""),
        .init(
            ConnectionService.self,
            """
            BATTLENET=battlenet, BLUESKY=bluesky, BUNGIE=bungie, EBAY=ebay, EPIC_GAMES=epicgames, \
            FACEBOOK=facebook, GITHUB=github, INSTAGRAM=instagram, MASTODON=mastodon, \
            LEAGUE_OF_LEGENDS=leagueoflegends, PAYPAL=paypal, PLAYSTATION=playstation, REDDIT=reddit, \
            RIOT_GAMES=riotgames, ROBLOX=roblox, SKYPE=skype, SPOTIFY=spotify, STEAM=steam, \
            TIKTOK=tiktok, TWITCH=twitch, TWITTER=twitter, XBOX=xbox, YOUTUBE=youtube, DOMAIN=domain
            """, unknown: "\"Never heard of\""),
        .init(
            PresenceStatus.self,
            """
            ONLINE=online, DND=dnd, IDLE=idle, INVISIBLE=invisible, OFFLINE=offline
            """, unknown: "\"Never heard of\""),
        .init(
            ChannelInfoField.self,
            """
            STATUS=status, VOICE_START_TIME=voice_start_time
            """, unknown: "\"Never heard of\""),
        .init(
            bits: MediaItemFlags.self,
            """
            IS_ANIMATED:0
            """),
        .init(
            bits: EmbedFlags.self,
            """
            IS_CONTENT_INVENTORY_ENTRY:5
            """),
        .init(
            bits: EmbedMediaFlags.self,
            """
            IS_ANIMATED:5
            """),
        .init(
            bits: RoleFlags.self,
            """
            IN_PROMPT:0
            """),
        .init(
            bits: ThreadMemberFlags.self,
            """
            NOTIFY:0
            """),
        .init(
            bits: ActivityFlags.self,
            """
            INSTANCE:0, JOIN:1, SPECTATE:2, JOIN_REQUEST:3, SYNC:4, PLAY:5, PARTY_PRIVACY_FRIENDS:6, \
            PARTY_PRIVACY_VOICE_CHANNEL:7, EMBEDDED:8
            """),
    ]
}
