import JSON

/// What Discord answers when it does not do what it was asked.
///
/// Source: https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
struct Refusal: Error, Sendable {
    var status: Int
    var code: Int
    var message: String
    var errors: FieldErrors?
    var extra: JSONObject = [:]

    init(_ status: Int, _ code: Int, _ message: String, errors: FieldErrors? = nil) {
        (self.status, self.code, self.message, self.errors) = (status, code, message, errors)
    }

    var json: JSONValue {
        var fields: JSONObject = ["message": .string(message), "code": .number(code)]
        if let errors { fields["errors"] = errors.json }
        for (key, value) in extra { fields[key] = value }
        return .object(fields)
    }

    static func invalidForm(_ errors: FieldErrors) -> Refusal {
        Refusal(400, 50035, "Invalid Form Body", errors: errors)
    }

    /// One faulty field.
    static func invalidField(_ path: [String], _ code: String, _ message: String) -> Refusal {
        var errors = FieldErrors()
        errors.add(path, code, message)
        return invalidForm(errors)
    }

    static func notSnowflake(_ field: String, _ value: String) -> Refusal {
        invalidField([field], "NUMBER_TYPE_COERCE", "Value \"\(value.prefix(100))\" is not snowflake.")
    }

    static let unauthorized = Refusal(401, 0, "401: Unauthorized")
    static let notFound = Refusal(404, 0, "404: Not Found")
    static let methodNotAllowed = Refusal(405, 0, "405: Method Not Allowed")
    static let invalidVersion = Refusal(400, 50041, "Invalid API version provided")
    static let internalError = Refusal(500, 0, "500: Internal Server Error")
    static let malformedJSON = Refusal(400, 50109, "The request body contains invalid JSON.")
    static let tooLarge = Refusal(413, 40005, "Request entity too large")

    static let noBots = Refusal(403, 20001, "Bots cannot use this endpoint")
    static let onlyBots = Refusal(403, 20002, "Only bots can use this endpoint")

    static let unknownApplication = Refusal(404, 10002, "Unknown Application")
    static let unknownChannel = Refusal(404, 10003, "Unknown Channel")
    static let unknownGuild = Refusal(404, 10004, "Unknown Guild")
    static let unknownMember = Refusal(404, 10007, "Unknown Member")
    static let unknownMessage = Refusal(404, 10008, "Unknown Message")
    static let unknownRole = Refusal(404, 10011, "Unknown Role")
    static let unknownUser = Refusal(404, 10013, "Unknown User")
    static let unknownEmoji = Refusal(400, 10014, "Unknown Emoji")
    static let noSuchEmoji = Refusal(404, 10014, "Unknown Emoji")
    static let unknownInvite = Refusal(404, 10006, "Unknown Invite")
    static let unknownSticker = Refusal(404, 10060, "Unknown Sticker")
    static let unknownStickerPack = Refusal(404, 10061, "Unknown Sticker Pack")
    static let unknownEvent = Refusal(404, 10070, "Unknown Guild Scheduled Event")
    static let unknownWebhook = Refusal(404, 10015, "Unknown Webhook")
    static let unknownBan = Refusal(404, 10026, "Unknown Ban")
    static let unknownInteraction = Refusal(404, 10062, "Unknown interaction")
    static let unknownCommand = Refusal(404, 10063, "Unknown application command")
    static let unknownCommandPermissions = Refusal(404, 10066, "Unknown application command permissions")

    static let maximumRoles = Refusal(400, 30005, "Maximum number of server roles reached (250)")
    static let maximumPins = Refusal(400, 30003, "Maximum number of pins reached (250)")
    static let maximumCommands = Refusal(400, 30032, "Maximum number of application commands reached (100)")
    static let maximumReactions = Refusal(400, 30010, "Maximum number of reactions reached (20)")

    static let maximumChannels = Refusal(400, 30013, "Maximum number of guild channels reached (500)")
    static let unknownOverwrite = Refusal(404, 10009, "Unknown Permission Overwrite")
    static let neededChannel = Refusal(400, 50074, "Cannot delete a channel required for Community guilds")
    static let unknownIntegration = Refusal(404, 10005, "Unknown Integration")
    static let unknownTemplate = Refusal(404, 10057, "Unknown Guild Template")
    static let unknownVoiceState = Refusal(404, 10065, "Unknown Voice State")
    static let unknownStage = Refusal(404, 10067, "Unknown Stage Instance")
    static let unknownScreen = Refusal(404, 10069, "Unknown Guild Welcome Screen")
    static let unknownSound = Refusal(404, 10097, "Unknown sound")
    static let maximumSounds = Refusal(400, 30045, "Maximum number of soundboard sounds reached (8)")
    static let templateExists = Refusal(400, 30031, "Server already has a template")
    static let notInVoice = Refusal(400, 40032, "Target user is not connected to voice.")
    static let widgetDisabled = Refusal(403, 50004, "Widget Disabled")
    static let openStage = Refusal(400, 150_006, "The Stage is already open")
    static let onboardingRequirements = Refusal(
        400, 350_000, "Cannot enable onboarding, requirements are not met")
    static let fullChannel = Refusal(403, 50013, "Missing Permissions")
    static let maximumEmojis = Refusal(400, 30008, "Maximum number of emojis reached (50)")
    static let maximumAnimatedEmojis = Refusal(400, 30018, "Maximum number of animated emojis reached (50)")
    static let maximumApplicationEmojis = Refusal(400, 30008, "Maximum number of emojis reached (2000)")
    static let maximumStickers = Refusal(400, 30039, "Maximum number of stickers reached (5)")
    static let maximumInvites = Refusal(400, 30016, "Maximum number of invites reached (1000)")
    static let maximumEvents = Refusal(
        400, 30038, "Maximum number of uncompleted guild scheduled events reached (100)")
    static let invalidSticker = Refusal(400, 50081, "Invalid sticker sent")
    static let invalidFileKind = Refusal(400, 50046, "Invalid file uploaded")
    static let invitesClosed = Refusal(403, 40006, "This feature has been temporarily disabled server-side")
    static let blockedByRules = Refusal(
        400, 200_000, "Message was blocked by automatic moderation")
    static let titleBlockedByRules = Refusal(400, 200_001, "Title was blocked by automatic moderation")
    static let finishedEvent = Refusal(400, 180_000, "Cannot update a finished event")
    static let wrongEventKind = Refusal(
        400, 50024, "Cannot execute action on this channel type")

    static let alreadyAcknowledged = Refusal(400, 40060, "Interaction has already been acknowledged.")

    static let userBanned = Refusal(403, 40007, "The user is banned from this guild.")
    static let maximumStrangerBans = Refusal(
        400, 30035, "Maximum number of bans for non-guild members have been exceeded")
    static let bansFailed = Refusal(400, 500_000, "Failed to ban users")

    static let maximumWebhooks = Refusal(400, 30007, "Maximum number of webhooks reached (15)")
    static let maximumGuildWebhooks = Refusal(400, 30058, "Maximum number of webhooks per guild reached (1000)")
    static let alreadyCrossposted = Refusal(400, 40033, "This message has already been crossposted.")
    static let invalidMessageKind = Refusal(400, 50068, "Invalid message type")
    static let webhookNeedsThread = Refusal(
        400, 220_001, "Webhooks posted to forum channels must have a thread_name or thread_id")
    static let webhookHasTwoThreads = Refusal(
        400, 220_002, "Webhooks posted to forum channels cannot have both a thread_name and thread_id")
    static let webhookOpensNoThread = Refusal(
        400, 220_003, "Webhooks can only create threads in forum channels")
    static let notAPoll = Refusal(400, 520_006, "Cannot expire a non-poll message")
    static let pollExpired = Refusal(400, 520_001, "Poll expired")
    static let pollEdit = Refusal(400, 520_003, "Cannot edit a poll message")
    static let voiceMessageEdit = Refusal(400, 50162, "Voice messages cannot be edited.")
    static let threadExists = Refusal(400, 160_004, "A thread has already been created for this message")
    static let maximumThreads = Refusal(400, 160_006, "Maximum number of active threads reached")
    static let maximumThreadMembers = Refusal(
        400, 30033, "Maximum number of thread participants has been reached (1000)")
    static let maximumPinnedThreads = Refusal(
        400, 30047, "Maximum number of pinned threads in a forum channel has been reached")
    static let tagRequired = Refusal(400, 40067, "A tag is required to create a forum post in this channel")
    static let forumMessage = Refusal(400, 40058, "Cannot send a message in a forum channel")
    static let lockedThread = Refusal(403, 160_005, "Thread is locked")
    static let noVoiceMessages = Refusal(403, 50173, "You cannot send voice messages in this channel.")
    static let noMutualGuild = Refusal(
        403, 50278, "Cannot send messages to this user due to having no mutual guilds")
    static let replyWithoutHistory = Refusal(
        403, 160_002, "Cannot reply without permission to read message history")
    static let unreadableForward = Refusal(
        403, 160_014, "You cannot forward a message whose content you cannot read")

    /// The channel's slowmode has not passed.
    static func slowmode(after wait: Duration) -> Refusal {
        tooEarly(20016, "This action cannot be performed due to slowmode rate limit.", wait)
    }

    /// The channel was renamed too often.
    static func channelWrites(after wait: Duration) -> Refusal {
        tooEarly(
            20028, "The write action you are performing on the channel has hit the write rate limit.", wait)
    }

    static func lateEdits(after wait: Duration) -> Refusal {
        tooEarly(
            30046, "Maximum number of edits to messages older than 1 hour reached. Try again later", wait)
    }

    /// A limit that no bucket tells of.
    static func tooEarly(_ code: Int, _ message: String, _ wait: Duration) -> Refusal {
        var refusal = Refusal(429, code, message)
        refusal.extra = ["retry_after": .double(Double(wait.milliseconds) / 1000), "global": false]
        return refusal
    }

    static let missingAccess = Refusal(403, 50001, "Missing Access")
    static let directMessage = Refusal(403, 50003, "Cannot execute action on a DM channel")
    static let editOfAnother = Refusal(403, 50005, "Cannot edit a message authored by another user")
    static let emptyMessage = Refusal(400, 50006, "Cannot send an empty message")
    static let cannotMessageUser = Refusal(403, 50007, "Cannot send messages to this user")
    static let nonTextChannel = Refusal(400, 50008, "Cannot send messages in a non-text channel")
    static let missingPermissions = Refusal(403, 50013, "Missing Permissions")
    static let bulkDeleteCount = Refusal(
        400, 50016,
        "Provided too few or too many messages to delete. Must provide at least 2 and fewer than 100 messages to delete."
    )
    static let systemMessage = Refusal(403, 50021, "Cannot execute action on a system message")
    static let wrongChannelKind = Refusal(403, 50024, "Cannot execute action on this channel type")
    static let invalidWebhookToken = Refusal(401, 50027, "Invalid Webhook Token")
    static let bulkDeleteAge = Refusal(
        400, 50034, "You can only bulk delete messages that are under 14 days old.")
    static let invalidRole = Refusal(400, 50028, "Invalid Role")
    static let needsBoosts = Refusal(403, 50101, "This server needs more boosts to perform this action")
    static let invalidRecipients = Refusal(400, 50033, "Invalid Recipient(s)")
    static let archivedThread = Refusal(400, 50083, "Thread is archived")
}
