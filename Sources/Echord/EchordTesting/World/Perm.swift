import JSON

/// Permission bits.
///
/// Source: https://discord.com/developers/docs/topics/permissions#permissions-bitwise-permission-flags
struct Perm: OptionSet, Hashable, Sendable {
    let rawValue: UInt64

    static let createInvite = Perm(bit: 0)
    static let kickMembers = Perm(bit: 1)
    static let banMembers = Perm(bit: 2)
    static let administrator = Perm(bit: 3)
    static let manageChannels = Perm(bit: 4)
    static let manageGuild = Perm(bit: 5)
    static let addReactions = Perm(bit: 6)
    static let viewAuditLog = Perm(bit: 7)
    static let prioritySpeaker = Perm(bit: 8)
    static let stream = Perm(bit: 9)
    static let viewChannel = Perm(bit: 10)
    static let sendMessages = Perm(bit: 11)
    static let sendTTS = Perm(bit: 12)
    static let manageMessages = Perm(bit: 13)
    static let embedLinks = Perm(bit: 14)
    static let attachFiles = Perm(bit: 15)
    static let readHistory = Perm(bit: 16)
    static let mentionEveryone = Perm(bit: 17)
    static let externalEmojis = Perm(bit: 18)
    static let connect = Perm(bit: 20)
    static let speak = Perm(bit: 21)
    static let muteMembers = Perm(bit: 22)
    static let deafenMembers = Perm(bit: 23)
    static let moveMembers = Perm(bit: 24)
    static let useVoiceActivity = Perm(bit: 25)
    static let changeNickname = Perm(bit: 26)
    static let manageNicknames = Perm(bit: 27)
    static let manageRoles = Perm(bit: 28)
    static let manageWebhooks = Perm(bit: 29)
    static let manageExpressions = Perm(bit: 30)
    static let useCommands = Perm(bit: 31)
    static let requestToSpeak = Perm(bit: 32)
    static let manageEvents = Perm(bit: 33)
    static let manageThreads = Perm(bit: 34)
    static let createPublicThreads = Perm(bit: 35)
    static let createPrivateThreads = Perm(bit: 36)
    static let externalStickers = Perm(bit: 37)
    static let sendInThreads = Perm(bit: 38)
    static let useActivities = Perm(bit: 39)
    static let moderateMembers = Perm(bit: 40)
    static let useSoundboard = Perm(bit: 42)
    static let createExpressions = Perm(bit: 43)
    static let createEvents = Perm(bit: 44)
    static let externalSounds = Perm(bit: 45)
    static let sendVoiceMessages = Perm(bit: 46)
    static let setVoiceStatus = Perm(bit: 48)
    static let sendPolls = Perm(bit: 49)
    static let pinMessages = Perm(bit: 51)
    static let bypassSlowmode = Perm(bit: 52)

    /// Making emojis and stickers, and managing those of others.
    static let expressions: Perm = [.createExpressions, .manageExpressions]

    /// Every bit that is in use: 0 to 52 without 47.
    static let all = Perm(rawValue: (1 << 53) - 1 - (1 << 47))

    /// What @everyone holds in a fresh server, as Discord gives it.
    static let defaultEveryone = Perm(rawValue: 2_248_473_465_835_073)

    /// Worth nothing to who cannot write.
    static let whenWriting: Perm = [.mentionEveryone, .sendTTS, .attachFiles, .embedLinks]

    /// Worth nothing in a voice or stage channel to who cannot connect.
    static let whenConnected: Perm = [
        .manageChannels, .manageRoles, .prioritySpeaker, .stream, .speak, .muteMembers, .deafenMembers, .moveMembers,
        .useVoiceActivity, .requestToSpeak, .useSoundboard, .externalSounds, .useActivities, .setVoiceStatus,
        .manageEvents, .createEvents,
    ]

    /// What a member under time-out keeps.
    static let whenTimedOut: Perm = [.viewChannel, .readHistory]

    init(rawValue: UInt64) {
        self.rawValue = rawValue
    }

    private init(bit: UInt64) {
        rawValue = 1 << bit
    }

    /// Reads digits in a string or an integer.
    init?(json: JSONValue) {
        if let text = json.text, let bits = UInt64(text) {
            rawValue = bits
        } else if let number = json.integer, number >= 0 {
            rawValue = UInt64(number)
        } else {
            return nil
        }
    }

    var json: JSONValue { .string(String(rawValue)) }
}
