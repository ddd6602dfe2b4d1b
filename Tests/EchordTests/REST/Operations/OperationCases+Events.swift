import EchordModel
import EchordPrimitives
import JSON
import Testing

@testable import Echord

extension OperationTests {
    static func events() throws -> [OperationCase] {
        let time = #""2026-01-02T03:04:05+00:00""#
        let event = #"{"name":"a","privacy_level":2,"entity_type":3,"scheduled_start_time":\#(time)}"#
        let stage = #"{"channel_id":"7","topic":"a"}"#
        return try [
            OperationCase(.listScheduledEvents(of: 2, withCount: true)),
            OperationCase(CreateScheduledEvent.self, example: event) { .createScheduledEvent($0, in: 2) }.differing(
                "entity_metadata must be there, and the type does not say so", because: "only of one outside"),
            OperationCase(.getScheduledEvent(3, of: 2, withCount: true)),
            OperationCase(EditScheduledEvent.self) { .editScheduledEvent(3, of: 2, $0) },
            OperationCase(.deleteScheduledEvent(3, of: 2)),
            OperationCase(.listScheduledEventUsers(of: 3, in: 2, withMember: true, before: 4, after: 5, limit: 6)),
            OperationCase(.getScheduledEventUserCounts(of: 3, in: 2, exceptions: [4])),
            OperationCase(CreateEventException.self, example: #"{"original_scheduled_start_time":\#(time)}"#) {
                .createEventException($0, of: 3, in: 2)
            },
            OperationCase(EditEventException.self) { .editEventException(4, of: 3, in: 2, $0) },
            OperationCase(.deleteEventException(4, of: 3, in: 2)),
            OperationCase(
                .listEventExceptionUsers(of: 4, of: 3, in: 2, withMember: true, before: 4, after: 5, limit: 6)),
            OperationCase(CreateStageInstance.self, example: stage) { .createStageInstance($0) },
            OperationCase(.getStageInstance(in: 7)),
            OperationCase(EditStageInstance.self) { .editStageInstance(in: 7, $0) },
            OperationCase(.deleteStageInstance(in: 7)),
        ]
    }

    static func moderation() throws -> [OperationCase] {
        let rule = #"{"name":"a","event_type":1,"trigger_type":3}"#
        return try [
            OperationCase(.listAutoModerationRules(of: 2)), OperationCase(.getAutoModerationRule(3, of: 2)),
            OperationCase(CreateAutoModerationRule.self, example: rule) { .createAutoModerationRule($0, in: 2) }
                .differing(
                    "trigger_metadata must be there, and the type does not say so", because: "not of spam"),
            OperationCase(EditAutoModerationRule.self) { .editAutoModerationRule(3, of: 2, $0) },
            OperationCase(.deleteAutoModerationRule(3, of: 2)),
            OperationCase(
                .getAuditLog(of: 2, user: 8, target: 9, action: .guildUpdate, before: 3, after: 4, limit: 5)),
        ]
    }

    static func expressions() throws -> [OperationCase] {
        let sticker = CreateSticker(name: "wave", description: "a hand", tags: "wave")
        let file = FileUpload(name: "a.png", bytes: [1])
        return try [
            OperationCase(SendSoundboardSound.self, example: #"{"sound_id":"3"}"#) { .sendSoundboardSound($0, in: 7) },
            OperationCase(.listDefaultSoundboardSounds()), OperationCase(.listSoundboardSounds(of: 2)),
            OperationCase(.getSoundboardSound(3, of: 2)),
            OperationCase(CreateSoundboardSound.self, example: #"{"name":"boo","sound":"data:"}"#) {
                .createSoundboardSound($0, in: 2)
            },
            OperationCase(EditSoundboardSound.self) { .editSoundboardSound(3, of: 2, $0) },
            OperationCase(.deleteSoundboardSound(3, of: 2)),
            OperationCase(.listVoiceRegions()), OperationCase(.getCurrentVoiceState(in: 2)),
            OperationCase(.getVoiceState(of: 8, in: 2)),
            OperationCase(EditCurrentVoiceState.self) { .editCurrentVoiceState(in: 2, $0) },
            OperationCase(EditVoiceState.self) { .editVoiceState(of: 8, in: 2, $0) },
            OperationCase(.getSticker(3)), OperationCase(.listStickerPacks()), OperationCase(.getStickerPack(3)),
            OperationCase(.listGuildStickers(of: 2)), OperationCase(.getGuildSticker(3, of: 2)),
            OperationCase(.createGuildSticker(sticker, file: file, in: 2)),
            OperationCase(EditSticker.self) { .editGuildSticker(3, of: 2, $0) },
            OperationCase(.deleteGuildSticker(3, of: 2)),
            OperationCase(.getTemplate("a")), OperationCase(.listTemplates(of: 2)),
            OperationCase(CreateTemplate.self, example: #"{"name":"a"}"#) { .createTemplate($0, of: 2) },
            OperationCase(.syncTemplate("a", of: 2)),
            OperationCase(EditTemplate.self) { .editTemplate("a", of: 2, $0) },
            OperationCase(.deleteTemplate("a", of: 2)),
        ]
    }

    static func lobbies() throws -> [OperationCase] {
        let external = #"{"client_id":"1","external_auth_token":"a","external_auth_type":"OIDC"}"#
        let game = #"{"external_user_id":"a"}"#
        return try [
            OperationCase(CreateLobby.self) { .createLobby($0) },
            OperationCase(JoinLobby.self, example: #"{"secret":"a"}"#) { .joinLobby($0) },
            OperationCase(.getLobby(3)), OperationCase(EditLobby.self) { .editLobby(3, $0) },
            OperationCase(.deleteLobby(3)), OperationCase(LinkLobbyChannel.self) { .linkLobby(3, $0) },
            OperationCase(EditLobbyMember.self) { .editLobbyMember(8, of: 3, $0) },
            OperationCase([BulkLobbyMember].self, example: "[]") { .editLobbyMembers($0, of: 3) },
            OperationCase(.removeLobbyMember(8, from: 3)), OperationCase(.leaveLobby(3)),
            OperationCase(.createOwnLobbyInvite(of: 3)), OperationCase(.createLobbyInvite(for: 8, of: 3)),
            OperationCase(.listLobbyMessages(of: 3, limit: 4)),
            OperationCase(CreateMessage.self) { .createLobbyMessage(in: 3, $0) }.refusingQuestionEmoji(),
            OperationCase([String: String].self) { .setModerationMetadata($0, of: 4, in: 3) },
            OperationCase([String: String].self) { .setModerationMetadata($0, of: 4, between: 8, and: 9) },
            OperationCase(ExternalIdentity.self, example: external) { .createProvisionalToken($0) },
            OperationCase(GameIdentity.self, example: game) { .createProvisionalToken($0) },
            OperationCase(ExternalIdentity.self, example: external) { .unmergeProvisionalAccount($0) },
            OperationCase(GameAccount.self, example: game) { .unmergeProvisionalAccount($0) },
        ]
    }
}
