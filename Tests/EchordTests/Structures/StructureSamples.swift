import EchordModel
import EchordPrimitives
import JSON

@testable import Echord

/// A body of each kind, with as much as it must say.
enum Samples {
    static let addGroupRecipient: AddGroupRecipient = read(#"{"access_token":"tok"}"#)
    static let addMember: AddMember = read(#"{"access_token":"tok"}"#)
    static let createAutoModerationRule: CreateAutoModerationRule = read(
        #"{"name":"a","event_type":1,"trigger_type":1,"actions":[]}"#)
    static let createChannel: CreateChannel = read(#"{"name":"a"}"#)
    static let createCommand: CreateCommand = read(#"{"name":"task","description":"d"}"#)
    static let createEmoji: CreateEmoji = read(#"{"name":"wave","image":"data:image/png;base64,AAAA"}"#)
    static let createEventException: CreateEventException = read(
        #"{"original_scheduled_start_time":"2026-01-02T03:04:05+00:00"}"#)
    static let createGroupInvite: CreateGroupInvite = read("{}")
    static let createInvite: CreateInvite = read("{}")
    static let createMessage: CreateMessage = read(#"{"content":"hi"}"#)
    static let createRole: CreateRole = read(#"{"name":"x"}"#)
    static let createScheduledEvent: CreateScheduledEvent = read(
        #"{"name":"a","privacy_level":2,"scheduled_start_time":"2026-01-02T03:04:05+00:00","entity_type":3}"#)
    static let createSoundboardSound: CreateSoundboardSound = read(#"{"name":"boo","sound":"data:"}"#)
    static let createSticker = CreateSticker(name: "wave", description: "a hand", tags: "wave")
    static let createTemplate: CreateTemplate = read(#"{"name":"a"}"#)
    static let createTestEntitlement: CreateTestEntitlement = read(#"{"sku_id":"3","owner_id":"8","owner_type":2}"#)
    static let createThread: CreateThread = read(#"{"name":"a"}"#)
    static let editApplication: EditApplication = read("{}")
    static let editAutoModerationRule: EditAutoModerationRule = read("{}")
    static let editChannel: EditChannel = read("{}")
    static let editCommand: EditCommand = read("{}")
    static let editCurrentMember: EditCurrentMember = read("{}")
    static let editCurrentNick: EditCurrentNick = read("{}")
    static let editCurrentVoiceState: EditCurrentVoiceState = read("{}")
    static let editEmoji: EditEmoji = read("{}")
    static let editEventException: EditEventException = read("{}")
    static let editGroupChannel: EditGroupChannel = read("{}")
    static let editGuild: EditGuild = read("{}")
    static let editGuildWidget: EditGuildWidget = read("{}")
    static let editIncidentActions: EditIncidentActions = read("{}")
    static let editLobby: EditLobby = read("{}")
    static let editLobbyMember: EditLobbyMember = read("{}")
    static let editMember: EditMember = read("{}")
    static let editMessage: EditMessage = read(#"{"content":"hi"}"#)
    static let editOnboarding: EditOnboarding = read("{}")
    static let editPermissionOverwrite: EditPermissionOverwrite = read(#"{"type":0,"allow":"8"}"#)
    static let editRole: EditRole = read(#"{"name":"x"}"#)
    static let editScheduledEvent: EditScheduledEvent = read("{}")
    static let editSoundboardSound: EditSoundboardSound = read("{}")
    static let editStageInstance: EditStageInstance = read("{}")
    static let editSticker: EditSticker = read("{}")
    static let editTemplate: EditTemplate = read("{}")
    static let editThread: EditThread = read("{}")
    static let editVoiceState: EditVoiceState = read("{}")
    static let editWelcomeScreen: EditWelcomeScreen = read("{}")
    static let followChannel: FollowChannel = read(#"{"webhook_channel_id":"3"}"#)
    static let joinRequestDecision: JoinRequestDecision = read(#"{"action":"APPROVED"}"#)
    static let linkLobbyChannel: LinkLobbyChannel = read("{}")
    static let pruneMembers: PruneMembers = read("{}")
    static let sendSoundboardSound: SendSoundboardSound = read(#"{"sound_id":"3"}"#)
    static let voiceStatus: VoiceStatus = read("{}")
    static let bulkLobbyMemberList: [BulkLobbyMember] = read("[]")
    static let channelPositionList: [ChannelPosition] = read("[]")
    static let commandPermissionList: [CommandPermission] = read("[]")
    static let createCommandList: [CreateCommand] = read("[]")
    static let guildCommandPermissionsList: [GuildCommandPermissions] = read("[]")
    static let roleConnectionMetadataList: [RoleConnectionMetadata] = read("[]")
    static let rolePositionList: [RolePosition] = read("[]")
    static let file = FileUpload(name: "a.png", bytes: [1])

    private static func read<Value: JSONDecodable>(_ json: String) -> Value {
        do { return try JSON.decode(Value.self, from: json) } catch { fatalError("A sample is broken: \(error)") }
    }
}
