public import EchordPrimitives
public import JSON

/// What Discord found wrong, beside the HTTP status.
///
/// <https://docs.discord.com/developers/topics/opcodes-and-status-codes#json-json-error-codes>
public struct APIErrorCode: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Code 0.
    public static let generalError = Self(rawValue: 0)
    /// Code 10001.
    public static let unknownAccount = Self(rawValue: 10001)
    /// Code 10002.
    public static let unknownApplication = Self(rawValue: 10002)
    /// Code 10003.
    public static let unknownChannel = Self(rawValue: 10003)
    /// Code 10004.
    public static let unknownGuild = Self(rawValue: 10004)
    /// Code 10005.
    public static let unknownIntegration = Self(rawValue: 10005)
    /// Code 10006.
    public static let unknownInvite = Self(rawValue: 10006)
    /// Code 10007.
    public static let unknownMember = Self(rawValue: 10007)
    /// Code 10008.
    public static let unknownMessage = Self(rawValue: 10008)
    /// Code 10009.
    public static let unknownPermissionOverwrite = Self(rawValue: 10009)
    /// Code 10010.
    public static let unknownProvider = Self(rawValue: 10010)
    /// Code 10011.
    public static let unknownRole = Self(rawValue: 10011)
    /// Code 10012.
    public static let unknownToken = Self(rawValue: 10012)
    /// Code 10013.
    public static let unknownUser = Self(rawValue: 10013)
    /// Code 10014.
    public static let unknownEmoji = Self(rawValue: 10014)
    /// Code 10015.
    public static let unknownWebhook = Self(rawValue: 10015)
    /// Code 10016.
    public static let unknownWebhookService = Self(rawValue: 10016)
    /// Code 10020.
    public static let unknownSession = Self(rawValue: 10020)
    /// Code 10021.
    public static let unknownAsset = Self(rawValue: 10021)
    /// Code 10026.
    public static let unknownBan = Self(rawValue: 10026)
    /// Code 10027.
    public static let unknownSKU = Self(rawValue: 10027)
    /// Code 10028.
    public static let unknownStoreListing = Self(rawValue: 10028)
    /// Code 10029.
    public static let unknownEntitlement = Self(rawValue: 10029)
    /// Code 10030.
    public static let unknownBuild = Self(rawValue: 10030)
    /// Code 10031.
    public static let unknownLobby = Self(rawValue: 10031)
    /// Code 10032.
    public static let unknownBranch = Self(rawValue: 10032)
    /// Code 10033.
    public static let unknownStoreDirectoryLayout = Self(rawValue: 10033)
    /// Code 10036.
    public static let unknownRedistributable = Self(rawValue: 10036)
    /// Code 10038.
    public static let unknownGiftCode = Self(rawValue: 10038)
    /// Code 10049.
    public static let unknownStream = Self(rawValue: 10049)
    /// Code 10050.
    public static let unknownPremiumServerSubscribeCooldown = Self(rawValue: 10050)
    /// Code 10057.
    public static let unknownGuildTemplate = Self(rawValue: 10057)
    /// Code 10059.
    public static let unknownDiscoverableServerCategory = Self(rawValue: 10059)
    /// Code 10060.
    public static let unknownSticker = Self(rawValue: 10060)
    /// Code 10061.
    public static let unknownStickerPack = Self(rawValue: 10061)
    /// Code 10062.
    public static let unknownInteraction = Self(rawValue: 10062)
    /// Code 10063.
    public static let unknownApplicationCommand = Self(rawValue: 10063)
    /// Code 10065.
    public static let unknownVoiceState = Self(rawValue: 10065)
    /// Code 10066.
    public static let unknownApplicationCommandPermissions = Self(rawValue: 10066)
    /// Code 10067.
    public static let unknownStageInstance = Self(rawValue: 10067)
    /// Code 10068.
    public static let unknownGuildMemberVerificationForm = Self(rawValue: 10068)
    /// Code 10069.
    public static let unknownGuildWelcomeScreen = Self(rawValue: 10069)
    /// Code 10070.
    public static let unknownGuildScheduledEvent = Self(rawValue: 10070)
    /// Code 10071.
    public static let unknownGuildScheduledEventUser = Self(rawValue: 10071)
    /// Code 10087.
    public static let unknownTag = Self(rawValue: 10087)
    /// Code 10097.
    public static let unknownSound = Self(rawValue: 10097)
    /// Code 10124.
    public static let unknownInviteTargetUsersJob = Self(rawValue: 10124)
    /// Code 10129.
    public static let unknownInviteTargetUsers = Self(rawValue: 10129)
    /// Code 20001.
    public static let botsCannotUseThisEndpoint = Self(rawValue: 20001)
    /// Code 20002.
    public static let onlyBotsCanUseThisEndpoint = Self(rawValue: 20002)
    /// Code 20009.
    public static let explicitContentNotSendable = Self(rawValue: 20009)
    /// Code 20012.
    public static let notAuthorizedOnApplication = Self(rawValue: 20012)
    /// Code 20015.
    public static let premiumSubscriptionRequired = Self(rawValue: 20015)
    /// Code 20016.
    public static let slowmodeRateLimit = Self(rawValue: 20016)
    /// Code 20018.
    public static let onlyOwner = Self(rawValue: 20018)
    /// Code 20022.
    public static let announcementEditRateLimit = Self(rawValue: 20022)
    /// Code 20024.
    public static let underMinimumAge = Self(rawValue: 20024)
    /// Code 20028.
    public static let channelWriteRateLimit = Self(rawValue: 20028)
    /// Code 20029.
    public static let guildWriteRateLimit = Self(rawValue: 20029)
    /// Code 20031.
    public static let disallowedWordsInNames = Self(rawValue: 20031)
    /// Code 20035.
    public static let guildPremiumLevelTooLow = Self(rawValue: 20035)
    /// Code 30001.
    public static let maximumGuildsReached = Self(rawValue: 30001)
    /// Code 30002.
    public static let maximumFriendsReached = Self(rawValue: 30002)
    /// Code 30003.
    public static let maximumPinsReached = Self(rawValue: 30003)
    /// Code 30004.
    public static let maximumRecipientsReached = Self(rawValue: 30004)
    /// Code 30005.
    public static let maximumGuildRolesReached = Self(rawValue: 30005)
    /// Code 30007.
    public static let maximumWebhooksReached = Self(rawValue: 30007)
    /// Code 30008.
    public static let maximumEmojisReached = Self(rawValue: 30008)
    /// Code 30010.
    public static let maximumReactionsReached = Self(rawValue: 30010)
    /// Code 30011.
    public static let maximumGroupDMsReached = Self(rawValue: 30011)
    /// Code 30013.
    public static let maximumGuildChannelsReached = Self(rawValue: 30013)
    /// Code 30015.
    public static let maximumAttachmentsInAMessageReached = Self(rawValue: 30015)
    /// Code 30016.
    public static let maximumInvitesReached = Self(rawValue: 30016)
    /// Code 30018.
    public static let maximumAnimatedEmojisReached = Self(rawValue: 30018)
    /// Code 30019.
    public static let maximumServerMembersReached = Self(rawValue: 30019)
    /// Code 30030.
    public static let maximumServerCategoriesReached = Self(rawValue: 30030)
    /// Code 30031.
    public static let guildAlreadyHasATemplate = Self(rawValue: 30031)
    /// Code 30032.
    public static let maximumApplicationCommandsReached = Self(rawValue: 30032)
    /// Code 30033.
    public static let maximumThreadParticipantsReached = Self(rawValue: 30033)
    /// Code 30034.
    public static let maximumDailyApplicationCommandCreatesReached = Self(rawValue: 30034)
    /// Code 30035.
    public static let maximumNonMemberBansReached = Self(rawValue: 30035)
    /// Code 30037.
    public static let maximumBansFetchesReached = Self(rawValue: 30037)
    /// Code 30038.
    public static let maximumUncompletedGuildScheduledEventsReached = Self(rawValue: 30038)
    /// Code 30039.
    public static let maximumStickersReached = Self(rawValue: 30039)
    /// Code 30040.
    public static let maximumPruneRequestsReached = Self(rawValue: 30040)
    /// Code 30042.
    public static let maximumWidgetUpdatesReached = Self(rawValue: 30042)
    /// Code 30045.
    public static let maximumSoundboardSoundsReached = Self(rawValue: 30045)
    /// Code 30046.
    public static let maximumOldMessageEditsReached = Self(rawValue: 30046)
    /// Code 30047.
    public static let maximumPinnedThreadsInAForumChannelReached = Self(rawValue: 30047)
    /// Code 30048.
    public static let maximumTagsInAForumChannelReached = Self(rawValue: 30048)
    /// Code 30052.
    public static let bitrateIsTooHighForChannelOfThisType = Self(rawValue: 30052)
    /// Code 30056.
    public static let maximumPremiumEmojisReached = Self(rawValue: 30056)
    /// Code 30058.
    public static let maximumWebhooksPerGuildReached = Self(rawValue: 30058)
    /// Code 30060.
    public static let maximumChannelPermissionOverwritesReached = Self(rawValue: 30060)
    /// Code 30061.
    public static let theChannelsForThisGuildAreTooLarge = Self(rawValue: 30061)
    /// Code 40001.
    public static let unauthorized = Self(rawValue: 40001)
    /// Code 40002.
    public static let accountVerificationRequired = Self(rawValue: 40002)
    /// Code 40003.
    public static let youAreOpeningDirectMessagesTooFast = Self(rawValue: 40003)
    /// Code 40004.
    public static let sendMessagesHasBeenTemporarilyDisabled = Self(rawValue: 40004)
    /// Code 40005.
    public static let requestEntityTooLarge = Self(rawValue: 40005)
    /// Code 40006.
    public static let featureTemporarilyDisabled = Self(rawValue: 40006)
    /// Code 40007.
    public static let theUserIsBannedFromThisGuild = Self(rawValue: 40007)
    /// Code 40009.
    public static let oneParentChangeAtATime = Self(rawValue: 40009)
    /// Code 40012.
    public static let connectionHasBeenRevoked = Self(rawValue: 40012)
    /// Code 40018.
    public static let onlyConsumableSkusCanBeConsumed = Self(rawValue: 40018)
    /// Code 40019.
    public static let onlySandboxEntitlementsDeletable = Self(rawValue: 40019)
    /// Code 40032.
    public static let targetUserIsNotConnectedToVoice = Self(rawValue: 40032)
    /// Code 40033.
    public static let thisMessageHasAlreadyBeenCrossposted = Self(rawValue: 40033)
    /// Code 40041.
    public static let anApplicationCommandWithThatNameAlreadyExists = Self(rawValue: 40041)
    /// Code 40043.
    public static let applicationInteractionFailedToSend = Self(rawValue: 40043)
    /// Code 40058.
    public static let cannotSendAMessageInAForumChannel = Self(rawValue: 40058)
    /// Code 40060.
    public static let interactionAlreadyAcknowledged = Self(rawValue: 40060)
    /// Code 40061.
    public static let tagNamesMustBeUnique = Self(rawValue: 40061)
    /// Code 40062.
    public static let serviceResourceRateLimited = Self(rawValue: 40062)
    /// Code 40066.
    public static let noTagsForNonModerators = Self(rawValue: 40066)
    /// Code 40067.
    public static let tagRequired = Self(rawValue: 40067)
    /// Code 40074.
    public static let entitlementAlreadyGranted = Self(rawValue: 40074)
    /// Code 40094.
    public static let maximumFollowUpMessagesReached = Self(rawValue: 40094)
    /// Code 40333.
    public static let cloudflareBlocked = Self(rawValue: 40333)
    /// Code 50001.
    public static let missingAccess = Self(rawValue: 50001)
    /// Code 50002.
    public static let invalidAccountType = Self(rawValue: 50002)
    /// Code 50003.
    public static let cannotExecuteOnDM = Self(rawValue: 50003)
    /// Code 50004.
    public static let guildWidgetDisabled = Self(rawValue: 50004)
    /// Code 50005.
    public static let cannotEditOthersMessage = Self(rawValue: 50005)
    /// Code 50006.
    public static let cannotSendAnEmptyMessage = Self(rawValue: 50006)
    /// Code 50007.
    public static let cannotSendMessagesToThisUser = Self(rawValue: 50007)
    /// Code 50008.
    public static let cannotSendMessagesInANonTextChannel = Self(rawValue: 50008)
    /// Code 50009.
    public static let verificationLevelTooHigh = Self(rawValue: 50009)
    /// Code 50010.
    public static let applicationHasNoBot = Self(rawValue: 50010)
    /// Code 50011.
    public static let oAuth2ApplicationLimitReached = Self(rawValue: 50011)
    /// Code 50012.
    public static let invalidOAuth2State = Self(rawValue: 50012)
    /// Code 50013.
    public static let missingPermissions = Self(rawValue: 50013)
    /// Code 50014.
    public static let invalidAuthenticationToken = Self(rawValue: 50014)
    /// Code 50015.
    public static let noteWasTooLong = Self(rawValue: 50015)
    /// Code 50016.
    public static let invalidBulkDeleteCount = Self(rawValue: 50016)
    /// Code 50017.
    public static let invalidMFALevel = Self(rawValue: 50017)
    /// Code 50019.
    public static let pinOnlyInOwnChannel = Self(rawValue: 50019)
    /// Code 50020.
    public static let inviteCodeInvalidOrTaken = Self(rawValue: 50020)
    /// Code 50021.
    public static let cannotExecuteActionOnASystemMessage = Self(rawValue: 50021)
    /// Code 50024.
    public static let cannotExecuteActionOnThisChannelType = Self(rawValue: 50024)
    /// Code 50025.
    public static let invalidOAuth2AccessTokenProvided = Self(rawValue: 50025)
    /// Code 50026.
    public static let missingRequiredOAuth2Scope = Self(rawValue: 50026)
    /// Code 50027.
    public static let invalidWebhookTokenProvided = Self(rawValue: 50027)
    /// Code 50028.
    public static let invalidRole = Self(rawValue: 50028)
    /// Code 50033.
    public static let invalidRecipient = Self(rawValue: 50033)
    /// Code 50034.
    public static let messageTooOldToBulkDelete = Self(rawValue: 50034)
    /// Code 50035.
    public static let invalidFormBody = Self(rawValue: 50035)
    /// Code 50036.
    public static let inviteToForeignGuild = Self(rawValue: 50036)
    /// Code 50039.
    public static let invalidActivityAction = Self(rawValue: 50039)
    /// Code 50041.
    public static let invalidAPIVersionProvided = Self(rawValue: 50041)
    /// Code 50045.
    public static let fileTooLarge = Self(rawValue: 50045)
    /// Code 50046.
    public static let invalidFileUploaded = Self(rawValue: 50046)
    /// Code 50054.
    public static let cannotSelfRedeemThisGift = Self(rawValue: 50054)
    /// Code 50055.
    public static let invalidGuild = Self(rawValue: 50055)
    /// Code 50057.
    public static let invalidSKU = Self(rawValue: 50057)
    /// Code 50067.
    public static let invalidRequestOrigin = Self(rawValue: 50067)
    /// Code 50068.
    public static let invalidMessageType = Self(rawValue: 50068)
    /// Code 50070.
    public static let paymentSourceRequiredToRedeemGift = Self(rawValue: 50070)
    /// Code 50073.
    public static let cannotModifyASystemWebhook = Self(rawValue: 50073)
    /// Code 50074.
    public static let cannotDeleteCommunityChannel = Self(rawValue: 50074)
    /// Code 50080.
    public static let cannotEditStickersWithinAMessage = Self(rawValue: 50080)
    /// Code 50081.
    public static let invalidStickerSent = Self(rawValue: 50081)
    /// Code 50083.
    public static let threadArchived = Self(rawValue: 50083)
    /// Code 50084.
    public static let invalidThreadNotificationSettings = Self(rawValue: 50084)
    /// Code 50085.
    public static let beforeEarlierThanThread = Self(rawValue: 50085)
    /// Code 50086.
    public static let communityServerChannelsMustBeTextChannels = Self(rawValue: 50086)
    /// Code 50091.
    public static let eventEntityTypeMismatch = Self(rawValue: 50091)
    /// Code 50095.
    public static let guildNotAvailableInLocation = Self(rawValue: 50095)
    /// Code 50097.
    public static let guildMonetizationRequired = Self(rawValue: 50097)
    /// Code 50101.
    public static let guildNeedsBoosts = Self(rawValue: 50101)
    /// Code 50109.
    public static let invalidJSON = Self(rawValue: 50109)
    /// Code 50110.
    public static let invalidFile = Self(rawValue: 50110)
    /// Code 50123.
    public static let invalidFileType = Self(rawValue: 50123)
    /// Code 50124.
    public static let fileDurationTooLong = Self(rawValue: 50124)
    /// Code 50131.
    public static let ownerCannotBePendingMember = Self(rawValue: 50131)
    /// Code 50132.
    public static let ownershipCannotBeTransferredToABotUser = Self(rawValue: 50132)
    /// Code 50138.
    public static let assetResizeFailed = Self(rawValue: 50138)
    /// Code 50144.
    public static let cannotMixSubscriptionRoles = Self(rawValue: 50144)
    /// Code 50145.
    public static let cannotConvertPremiumEmoji = Self(rawValue: 50145)
    /// Code 50146.
    public static let uploadedFileNotFound = Self(rawValue: 50146)
    /// Code 50151.
    public static let theSpecifiedEmojiIsInvalid = Self(rawValue: 50151)
    /// Code 50159.
    public static let voiceMessageHasAdditionalContent = Self(rawValue: 50159)
    /// Code 50160.
    public static let voiceMessageNeedsOneAudioAttachment = Self(rawValue: 50160)
    /// Code 50161.
    public static let voiceMessageNeedsMetadata = Self(rawValue: 50161)
    /// Code 50162.
    public static let voiceMessageNotEditable = Self(rawValue: 50162)
    /// Code 50163.
    public static let cannotDeleteGuildSubscriptionIntegration = Self(rawValue: 50163)
    /// Code 50167.
    public static let voiceEffectNotAllowed = Self(rawValue: 50167)
    /// Code 50173.
    public static let voiceMessageNotAllowedInChannel = Self(rawValue: 50173)
    /// Code 50178.
    public static let accountNotVerified = Self(rawValue: 50178)
    /// Code 50192.
    public static let fileDurationInvalid = Self(rawValue: 50192)
    /// Code 50278.
    public static let noMutualGuilds = Self(rawValue: 50278)
    /// Code 50600.
    public static let stickerNotPermitted = Self(rawValue: 50600)
    /// Code 60003.
    public static let twoFactorRequired = Self(rawValue: 60003)
    /// Code 80004.
    public static let noUsersWithDiscordTag = Self(rawValue: 80004)
    /// Code 90001.
    public static let reactionWasBlocked = Self(rawValue: 90001)
    /// Code 90002.
    public static let burstReactionNotAllowed = Self(rawValue: 90002)
    /// Code 110000.
    public static let indexNotYetAvailable = Self(rawValue: 110_000)
    /// Code 110001.
    public static let applicationNotYetAvailable = Self(rawValue: 110_001)
    /// Code 130000.
    public static let apiOverloaded = Self(rawValue: 130_000)
    /// Code 150006.
    public static let stageAlreadyOpen = Self(rawValue: 150_006)
    /// Code 160002.
    public static let cannotReplyWithoutHistory = Self(rawValue: 160_002)
    /// Code 160004.
    public static let threadAlreadyCreated = Self(rawValue: 160_004)
    /// Code 160005.
    public static let threadLocked = Self(rawValue: 160_005)
    /// Code 160006.
    public static let maximumActiveThreadsReached = Self(rawValue: 160_006)
    /// Code 160007.
    public static let maximumActiveAnnouncementThreadsReached = Self(rawValue: 160_007)
    /// Code 160014.
    public static let cannotForwardUnreadableMessage = Self(rawValue: 160_014)
    /// Code 170001.
    public static let invalidLottieJSON = Self(rawValue: 170_001)
    /// Code 170002.
    public static let lottieContainsRasterImages = Self(rawValue: 170_002)
    /// Code 170003.
    public static let stickerFramerateExceeded = Self(rawValue: 170_003)
    /// Code 170004.
    public static let stickerFrameCountExceeded = Self(rawValue: 170_004)
    /// Code 170005.
    public static let lottieDimensionsExceeded = Self(rawValue: 170_005)
    /// Code 170006.
    public static let stickerFrameRateOutOfRange = Self(rawValue: 170_006)
    /// Code 170007.
    public static let stickerAnimationTooLong = Self(rawValue: 170_007)
    /// Code 180000.
    public static let cannotUpdateAFinishedEvent = Self(rawValue: 180_000)
    /// Code 180002.
    public static let stageForEventFailed = Self(rawValue: 180_002)
    /// Code 200000.
    public static let messageBlockedByAutoModeration = Self(rawValue: 200_000)
    /// Code 200001.
    public static let titleBlockedByAutoModeration = Self(rawValue: 200_001)
    /// Code 220001.
    public static let webhookNeedsThread = Self(rawValue: 220_001)
    /// Code 220002.
    public static let webhookThreadNameAndID = Self(rawValue: 220_002)
    /// Code 220003.
    public static let webhookThreadsOnlyInForums = Self(rawValue: 220_003)
    /// Code 220004.
    public static let webhookServiceNotInForums = Self(rawValue: 220_004)
    /// Code 240000.
    public static let harmfulLink = Self(rawValue: 240_000)
    /// Code 340015.
    public static let joiningServersLimited = Self(rawValue: 340_015)
    /// Code 350000.
    public static let onboardingRequirementsNotMet = Self(rawValue: 350_000)
    /// Code 350001.
    public static let onboardingBelowRequirements = Self(rawValue: 350_001)
    /// Code 400001.
    public static let fileUploadsLimited = Self(rawValue: 400_001)
    /// Code 500000.
    public static let failedToBanUsers = Self(rawValue: 500_000)
    /// Code 520000.
    public static let pollVotingBlocked = Self(rawValue: 520_000)
    /// Code 520001.
    public static let pollExpired = Self(rawValue: 520_001)
    /// Code 520002.
    public static let invalidChannelTypeForPollCreation = Self(rawValue: 520_002)
    /// Code 520003.
    public static let cannotEditAPollMessage = Self(rawValue: 520_003)
    /// Code 520004.
    public static let pollEmojiNotUsable = Self(rawValue: 520_004)
    /// Code 520006.
    public static let cannotExpireANonPollMessage = Self(rawValue: 520_006)
    /// Code 530000.
    public static let provisionalAccountsNotPermitted = Self(rawValue: 530_000)
    /// Code 530001.
    public static let idTokenExpired = Self(rawValue: 530_001)
    /// Code 530002.
    public static let idTokenIssuerMismatch = Self(rawValue: 530_002)
    /// Code 530003.
    public static let idTokenAudienceMismatch = Self(rawValue: 530_003)
    /// Code 530004.
    public static let idTokenTooOld = Self(rawValue: 530_004)
    /// Code 530006.
    public static let uniqueUsernameFailed = Self(rawValue: 530_006)
    /// Code 530007.
    public static let clientSecretInvalid = Self(rawValue: 530_007)
}
