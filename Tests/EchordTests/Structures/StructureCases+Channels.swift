import EchordModel
import EchordPrimitives
import JSON
import Telemetry

@testable import Echord

extension StructureTests {
    static func channels() -> [StructureCase] {
        var cases: [StructureCase] = []
        cases.add(.editMessage(3, in: 1, Samples.editMessage, files: [])) {
            _ = try await $0.message(3, in: 1).edit(Samples.editMessage, files: [])
        }
        cases.add(.deleteMessage(3, in: 1, reason: "text")) { try await $0.message(3, in: 1).delete(reason: "text") }
        cases.add(.crosspostMessage(3, in: 1)) { _ = try await $0.message(3, in: 1).crosspost() }
        cases.add(.pinMessage(3, in: 1, reason: "text")) { try await $0.message(3, in: 1).pin(reason: "text") }
        cases.add(.unpinMessage(3, in: 1, reason: "text")) { try await $0.message(3, in: 1).unpin(reason: "text") }
        cases.add(.createThread(from: 3, in: 1, Samples.createThread, reason: "text")) {
            _ = try await $0.message(3, in: 1).startThread(Samples.createThread, reason: "text")
        }
        cases.add(.createReaction("text", on: 3, in: 1)) { try await $0.message(3, in: 1).react(with: "text") }
        cases.add(.deleteOwnReaction("text", from: 3, in: 1)) {
            try await $0.message(3, in: 1).removeOwnReaction("text")
        }
        cases.add(.deleteReaction("text", of: 4, from: 3, in: 1)) {
            try await $0.message(3, in: 1).removeReaction("text", of: 4)
        }
        cases.add(.deleteAllReactions(from: 3, in: 1)) { try await $0.message(3, in: 1).removeAllReactions() }
        cases.add(.deleteAllReactions(with: "text", from: 3, in: 1)) {
            try await $0.message(3, in: 1).removeAllReactions(with: "text")
        }
        cases.add(.endPoll(on: 3, in: 1)) { _ = try await $0.message(3, in: 1).endPoll() }
        cases.add(.bulkDeleteMessages([3, 33], in: 1, reason: "text")) {
            try await $0.channel(1).messages.bulkDelete([3, 33], reason: "text")
        }
        cases.add(.createMessage(in: 1, Samples.createMessage, files: [])) {
            _ = try await $0.channel(1).send(Samples.createMessage, files: [])
        }
        cases.add(.editChannel(1, Samples.editChannel, reason: "text")) {
            _ = try await $0.channel(1).edit(Samples.editChannel, reason: "text")
        }
        cases.add(.editGroupChannel(1, Samples.editGroupChannel)) {
            _ = try await $0.channel(1).edit(Samples.editGroupChannel)
        }
        cases.add(.editThread(1, Samples.editThread, reason: "text")) {
            _ = try await $0.channel(1).edit(Samples.editThread, reason: "text")
        }
        cases.add(.deleteChannel(1, reason: "text")) { _ = try await $0.channel(1).delete(reason: "text") }
        cases.add(.triggerTyping(in: 1)) { try await $0.channel(1).triggerTyping() }
        cases.add(.setVoiceStatus(of: 1, Samples.voiceStatus, reason: "text")) {
            try await $0.channel(1).setVoiceStatus(Samples.voiceStatus, reason: "text")
        }
        cases.add(.followChannel(1, Samples.followChannel, reason: "text")) {
            _ = try await $0.channel(1).follow(Samples.followChannel, reason: "text")
        }
        cases.add(.sendSoundboardSound(Samples.sendSoundboardSound, in: 1)) {
            try await $0.channel(1).sendSound(Samples.sendSoundboardSound)
        }
        cases.add(.addRecipient(4, to: 1, Samples.addGroupRecipient)) {
            _ = try await $0.channel(1).addRecipient(4, Samples.addGroupRecipient)
        }
        cases.add(.removeRecipient(4, from: 1)) { try await $0.channel(1).removeRecipient(4) }
        cases.add(.editPermissions(of: 14, in: 1, Samples.editPermissionOverwrite, reason: "text")) {
            try await $0.channel(1).overwrites.edit(14, Samples.editPermissionOverwrite, reason: "text")
        }
        cases.add(.deletePermissions(of: 14, in: 1, reason: "text")) {
            try await $0.channel(1).overwrites.delete(GenericID(14), reason: "text")
        }
        cases.add(.joinThread(1)) { try await $0.channel(1).join() }
        cases.add(.leaveThread(1)) { try await $0.channel(1).leave() }
        cases.add(.addThreadMember(4, to: 1)) { try await $0.channel(1).addMember(4) }
        cases.add(.removeThreadMember(4, from: 1)) { try await $0.channel(1).removeMember(4) }
        cases.add(.getThreadMember(4, of: 1, withMember: true)) {
            _ = try await $0.channel(1).threadMember(4, withMember: true)
        }
        cases.add(.editStageInstance(in: 1, Samples.editStageInstance, reason: "text")) {
            _ = try await $0.channel(1).stage.edit(Samples.editStageInstance, reason: "text")
        }
        cases.add(.deleteStageInstance(in: 1, reason: "text")) { try await $0.channel(1).stage.delete(reason: "text") }
        cases.add(.createInvite(in: 1, Samples.createInvite, targetUsers: Samples.file, reason: "text")) {
            _ = try await $0.channel(1).invites.create(Samples.createInvite, targetUsers: Samples.file, reason: "text")
        }
        cases.add(.createGroupInvite(in: 1, Samples.createGroupInvite)) {
            _ = try await $0.channel(1).invites.create(ofGroup: Samples.createGroupInvite)
        }
        return cases
    }
}
