import EchordModel
import EchordPrimitives
import JSON
import Telemetry

@testable import Echord

extension StructureTests {
    static func others() -> [StructureCase] {
        var cases: [StructureCase] = []
        cases.add(.editGuildEmoji(6, of: 2, Samples.editEmoji, reason: "text")) {
            _ = try await $0.guild(2).emojis[6].edit(Samples.editEmoji, reason: "text")
        }
        cases.add(.deleteGuildEmoji(6, of: 2, reason: "text")) {
            try await $0.guild(2).emojis[6].delete(reason: "text")
        }
        cases.add(.listGuildEmojis(of: 2)) { _ = try await $0.guild(2).emojis.list() }
        cases.add(.createGuildEmoji(Samples.createEmoji, in: 2, reason: "text")) {
            _ = try await $0.guild(2).emojis.create(Samples.createEmoji, reason: "text")
        }
        cases.add(.getApplicationEmoji(6, of: 12)) { _ = try await $0.application(12).emojis.get(6) }
        cases.add(.createApplicationEmoji(Samples.createEmoji, of: 12)) {
            _ = try await $0.application(12).emojis.create(Samples.createEmoji)
        }
        cases.add(.editApplicationEmoji(6, of: 12, Samples.editEmoji)) {
            _ = try await $0.application(12).emojis.edit(6, Samples.editEmoji)
        }
        cases.add(.deleteApplicationEmoji(6, of: 12)) { try await $0.application(12).emojis.delete(6) }
        cases.add(.editGuildSticker(7, of: 2, Samples.editSticker, reason: "text")) {
            _ = try await $0.guild(2).stickers[7].edit(Samples.editSticker, reason: "text")
        }
        cases.add(.deleteGuildSticker(7, of: 2, reason: "text")) {
            try await $0.guild(2).stickers[7].delete(reason: "text")
        }
        cases.add(.listGuildStickers(of: 2)) { _ = try await $0.guild(2).stickers.list() }
        cases.add(.createGuildSticker(Samples.createSticker, file: Samples.file, in: 2, reason: "text")) {
            _ = try await $0.guild(2).stickers.create(Samples.createSticker, file: Samples.file, reason: "text")
        }
        cases.add(.editSoundboardSound(8, of: 2, Samples.editSoundboardSound, reason: "text")) {
            _ = try await $0.guild(2).sounds[8].edit(Samples.editSoundboardSound, reason: "text")
        }
        cases.add(.deleteSoundboardSound(8, of: 2, reason: "text")) {
            try await $0.guild(2).sounds[8].delete(reason: "text")
        }
        cases.add(.createSoundboardSound(Samples.createSoundboardSound, in: 2, reason: "text")) {
            _ = try await $0.guild(2).sounds.create(Samples.createSoundboardSound, reason: "text")
        }
        cases.add(.editLobby(13, Samples.editLobby)) { _ = try await $0.lobby(13).edit(Samples.editLobby) }
        cases.add(.deleteLobby(13)) { try await $0.lobby(13).delete() }
        cases.add(.linkLobby(13, Samples.linkLobbyChannel)) {
            _ = try await $0.lobby(13).link(Samples.linkLobbyChannel)
        }
        cases.add(.editLobbyMember(4, of: 13, Samples.editLobbyMember)) {
            _ = try await $0.lobby(13).editMember(4, Samples.editLobbyMember)
        }
        cases.add(.editLobbyMembers(Samples.bulkLobbyMemberList, of: 13)) {
            _ = try await $0.lobby(13).editMembers(Samples.bulkLobbyMemberList)
        }
        cases.add(.removeLobbyMember(4, from: 13)) { try await $0.lobby(13).removeMember(4) }
        cases.add(.leaveLobby(13)) { try await $0.lobby(13).leave() }
        cases.add(.createOwnLobbyInvite(of: 13)) { _ = try await $0.lobby(13).createOwnInvite() }
        cases.add(.createLobbyInvite(for: 4, of: 13)) { _ = try await $0.lobby(13).createInvite(for: 4) }
        cases.add(.listLobbyMessages(of: 13, limit: 7)) { _ = try await $0.lobby(13).messages(limit: 7) }
        cases.add(.createLobbyMessage(in: 13, Samples.createMessage, files: [])) {
            _ = try await $0.lobby(13).send(Samples.createMessage, files: [])
        }
        cases.add(.setModerationMetadata(["a": "b"], of: 3, in: 13)) {
            try await $0.lobby(13).setModerationMetadata(["a": "b"], of: 3)
        }
        cases.add(.editApplication(12, Samples.editApplication)) {
            _ = try await $0.application(12).edit(Samples.editApplication)
        }
        cases.add(.getRunningActivity("text", of: 12)) { _ = try await $0.application(12).runningActivity("text") }
        cases.add(.uploadAttachment(Samples.file, for: 12)) {
            _ = try await $0.application(12).uploadAttachment(Samples.file)
        }
        cases.add(.listRoleConnectionMetadata(of: 12)) { _ = try await $0.application(12).roleConnectionMetadata() }
        cases.add(.setRoleConnectionMetadata(Samples.roleConnectionMetadataList, of: 12)) {
            _ = try await $0.application(12).setRoleConnectionMetadata(Samples.roleConnectionMetadataList)
        }
        cases.add(.listSKUs(of: 12)) { _ = try await $0.application(12).skus() }
        cases.add(.getEntitlement(16, of: 12)) { _ = try await $0.application(12).entitlements.get(16) }
        cases.add(.consumeEntitlement(16, of: 12)) { try await $0.application(12).entitlements.consume(16) }
        cases.add(.createTestEntitlement(Samples.createTestEntitlement, of: 12)) {
            _ = try await $0.application(12).entitlements.createTest(Samples.createTestEntitlement)
        }
        cases.add(.deleteTestEntitlement(16, of: 12)) { try await $0.application(12).entitlements.deleteTest(16) }
        cases.add(.listCommands(of: 12, withLocalizations: true)) {
            _ = try await $0.application(12).commands.list(withLocalizations: true)
        }
        cases.add(.createCommand(Samples.createCommand, of: 12)) {
            _ = try await $0.application(12).commands.create(Samples.createCommand)
        }
        cases.add(.getCommand(15, of: 12)) { _ = try await $0.application(12).commands.get(15) }
        cases.add(.editCommand(15, of: 12, Samples.editCommand)) {
            _ = try await $0.application(12).commands.edit(15, Samples.editCommand)
        }
        cases.add(.deleteCommand(15, of: 12)) { try await $0.application(12).commands.delete(15) }
        cases.add(.overwriteCommands(of: 12, with: Samples.createCommandList)) {
            _ = try await $0.application(12).commands.overwrite(with: Samples.createCommandList)
        }
        cases.add(.listCommands(of: 12, in: 2, withLocalizations: true)) {
            _ = try await $0.application(12).commands(in: 2).list(withLocalizations: true)
        }
        cases.add(.createCommand(Samples.createCommand, of: 12, in: 2)) {
            _ = try await $0.application(12).commands(in: 2).create(Samples.createCommand)
        }
        cases.add(.getCommand(15, of: 12, in: 2)) { _ = try await $0.application(12).commands(in: 2).get(15) }
        cases.add(.editCommand(15, of: 12, in: 2, Samples.editCommand)) {
            _ = try await $0.application(12).commands(in: 2).edit(15, Samples.editCommand)
        }
        cases.add(.deleteCommand(15, of: 12, in: 2)) { try await $0.application(12).commands(in: 2).delete(15) }
        cases.add(.overwriteCommands(of: 12, in: 2, with: Samples.createCommandList)) {
            _ = try await $0.application(12).commands(in: 2).overwrite(with: Samples.createCommandList)
        }
        cases.add(.listCommandPermissions(of: 12, in: 2)) {
            _ = try await $0.application(12).commands(in: 2).permissions()
        }
        cases.add(.getCommandPermissions(of: 15, 12, in: 2)) {
            _ = try await $0.application(12).commands(in: 2).permissions(of: 15)
        }
        cases.add(.editCommandPermissions(of: 15, 12, in: 2, Samples.commandPermissionList, token: Secret("token"))) {
            _ = try await $0.application(12).commands(in: 2).editPermissions(
                of: 15, Samples.commandPermissionList, token: Secret("token"))
        }
        cases.add(
            .editAllCommandPermissions(of: 12, in: 2, Samples.guildCommandPermissionsList, token: Secret("token"))
        ) {
            _ = try await $0.application(12).commands(in: 2).editAllPermissions(
                Samples.guildCommandPermissionsList, token: Secret("token"))
        }
        return cases
    }
}
