/// The intents of the gateway, and which event needs which.
///
/// Source: https://discord.com/developers/docs/events/gateway#list-of-intents
struct GatewayIntent: OptionSet, Hashable, Sendable {
    let rawValue: Int

    static let guilds = GatewayIntent(rawValue: 1 << 0)
    static let members = GatewayIntent(rawValue: 1 << 1)
    static let moderation = GatewayIntent(rawValue: 1 << 2)
    static let expressions = GatewayIntent(rawValue: 1 << 3)
    static let integrations = GatewayIntent(rawValue: 1 << 4)
    static let webhooks = GatewayIntent(rawValue: 1 << 5)
    static let invites = GatewayIntent(rawValue: 1 << 6)
    static let voiceStates = GatewayIntent(rawValue: 1 << 7)
    static let presences = GatewayIntent(rawValue: 1 << 8)
    static let messages = GatewayIntent(rawValue: 1 << 9)
    static let reactions = GatewayIntent(rawValue: 1 << 10)
    static let typing = GatewayIntent(rawValue: 1 << 11)
    static let directMessages = GatewayIntent(rawValue: 1 << 12)
    static let directReactions = GatewayIntent(rawValue: 1 << 13)
    static let directTyping = GatewayIntent(rawValue: 1 << 14)
    static let polls = GatewayIntent(rawValue: 1 << 24)
    static let directPolls = GatewayIntent(rawValue: 1 << 25)
    static let messageContent = GatewayIntent(rawValue: 1 << 15)
    static let scheduledEvents = GatewayIntent(rawValue: 1 << 16)
    static let autoModerationRules = GatewayIntent(rawValue: 1 << 20)
    static let autoModerationActs = GatewayIntent(rawValue: 1 << 21)

    /// Those a bot must be allowed.
    static let privileged: GatewayIntent = [.members, .presences, .messageContent]
    /// Every bit Discord takes. 17 to 19, 22, 23 and 26 to 28 stand in no documentation of the bots' gateway: Discord's own
    /// clients use them, and libraries that ask for everything send some of them.
    static let known = GatewayIntent(rawValue: (1 << 29) - 1)
}
