import EchordModel
import EchordPrimitives
import JSON
import Telemetry

@testable import Echord

extension StructureTests {
    /// What comes in pages: one element of each.
    static func lists() -> [StructureCase] {
        var cases: [StructureCase] = []
        cases.add(.listMessages(in: 1, before: 3, limit: 1)) {
            _ = try await $0.channel(1).messages.list(before: 3, limit: 1).all()
        }
        cases.add(.listMessages(in: 1, after: 3, limit: 1)) {
            _ = try await $0.channel(1).messages.list(after: 3, limit: 1).all()
        }
        cases.add(.listMessages(in: 1, around: 3, limit: 9)) {
            _ = try await $0.channel(1).messages.list(around: 3, limit: 9)
        }
        cases.add(.listPins(in: 1, limit: 1)) { _ = try await $0.channel(1).messages.pins(limit: 1).all() }
        cases.add(.listReactions("x", on: 3, in: 1, type: .burst, limit: 1)) {
            _ = try await $0.message(3, in: 1).reactions(with: "x", type: .burst, limit: 1).all()
        }
        cases.add(.listPollVoters(of: 2, on: 3, in: 1, limit: 1)) {
            _ = try await $0.message(3, in: 1).voters(for: 2, limit: 1).all()
        }
        cases.add(.listThreadMembers(of: 1)) { _ = try await $0.channel(1).threadMembers().all() }
        cases.add(.listThreadMembers(of: 1, withMember: true, limit: 1)) {
            _ = try await $0.channel(1).threadMembers(withMember: true, limit: 1).all()
        }
        cases.add(.listPublicArchivedThreads(in: 1, limit: 2)) {
            _ = try await $0.channel(1).threads.archived(limit: 1).all()
        }
        cases.add(.listPrivateArchivedThreads(in: 1, limit: 2)) {
            _ = try await $0.channel(1).threads.archivedPrivately(limit: 1).all()
        }
        cases.add(.listJoinedArchivedThreads(in: 1, before: 5, limit: 2)) {
            _ = try await $0.channel(1).threads.joinedArchived(before: 5, limit: 1).all()
        }
        cases.add(.listMembers(of: 2, limit: 1, after: 4)) {
            _ = try await $0.guild(2).members.list(after: 4, limit: 1).all()
        }
        cases.add(.listBans(of: 2, limit: 1)) { _ = try await $0.guild(2).bans.list(limit: 1).all() }
        cases.add(.getAuditLog(of: 2, user: 4, target: 5, action: .channelCreate, before: 6, limit: 1)) {
            _ = try await $0.guild(2).auditLog(by: 4, on: 5, action: .channelCreate, before: 6, limit: 1).all()
        }
        cases.add(.listJoinRequests(of: 2, limit: 1)) { _ = try await $0.guild(2).joinRequests.list(limit: 1).all() }
        cases.add(.listScheduledEventUsers(of: 9, in: 2, withMember: true, after: 0, limit: 1)) {
            _ = try await $0.guild(2).scheduledEvents[9].users(withMember: true, limit: 1).all()
        }
        cases.add(.listEventExceptionUsers(of: 19, of: 9, in: 2, after: 0, limit: 1)) {
            _ = try await $0.guild(2).scheduledEvents[9].users(of: 19, limit: 1).all()
        }
        cases.add(.listEntitlements(of: 12, user: 4, skus: [20], after: 0, limit: 1, excludeEnded: true)) {
            _ = try await $0.application(12).entitlements.list(user: 4, skus: [20], excludeEnded: true, limit: 1).all()
        }
        cases.add(.listSubscriptions(to: 20, user: 4, after: 0, limit: 1)) {
            _ = try await $0.subscriptions(to: 20, of: 4, limit: 1).all()
        }
        cases.add(.listCurrentUserGuilds(limit: 1, withCounts: true)) {
            _ = try await $0.ownGuilds(withCounts: true, limit: 1).all()
        }
        return cases
    }

    /// Methods that are more than a request with its ids filled in.
    static func byHand() -> [StructureCase] { single() + fetching() + webhooks() }

    private static func single() -> [StructureCase] {
        var cases: [StructureCase] = []
        let thread = Samples.createThread
        cases.add(.createThread(in: 1, thread, reason: "r")) {
            try await $0.channel(1).threads.create(thread, reason: "r")
        }
        let post = CreateForumPost(name: "a", message: CreateMessage(content: "b"))
        cases.add(.createForumPost(in: 1, post, reason: "r")) {
            try await $0.channel(1).threads.create(post, reason: "r")
        }
        cases.add(.searchThreads(in: 1, ThreadSearch(name: "a"))) {
            _ = try await $0.channel(1).threads.search(ThreadSearch(name: "a"))
        }
        cases.add(.searchMessages(of: 2, MessageSearch(content: "a"))) {
            _ = try await $0.guild(2).searchMessages(MessageSearch(content: "a"))
        }
        cases.add(.createBan(of: 4, in: 2, CreateBan(deleteMessageSeconds: 3_600), reason: "r")) {
            try await $0.member(4, of: 2).ban(deletingMessages: .seconds(3_600), reason: "r")
        }
        cases.add(.bulkBan(BulkBan(userIDs: [4, 5], deleteMessageSeconds: nil), in: 2)) {
            try await $0.guild(2).bans.create([4, 5])
        }
        cases.add(.moveRoles([RolePosition(id: 5, position: 3)], of: 2)) { try await $0.guild(2).roles[5].move(to: 3) }
        cases.add(
            .createStageInstance(
                CreateStageInstance(channelID: 1, topic: "t", sendStartNotification: true), reason: "r")
        ) { try await $0.channel(1).stage.open(topic: "t", notifiesEveryone: true, reason: "r") }
        cases.add(.editThread(1, EditThread(isArchived: .set(true), isLocked: .set(true)))) {
            try await $0.channel(1).archive(locking: true)
        }
        cases.add(.editThread(1, EditThread(isArchived: .set(false)))) { try await $0.channel(1).unarchive() }
        cases.add(
            .editPermissions(
                of: 5, in: 1, EditPermissionOverwrite(type: .role, allow: .speak, deny: .stream), reason: "r")
        ) { try await $0.channel(1).overwrites.edit(RoleID(5), allow: .speak, deny: .stream, reason: "r") }
        cases.add(.editPermissions(of: 4, in: 1, EditPermissionOverwrite(type: .member, allow: .speak, deny: []))) {
            try await $0.channel(1).overwrites.edit(UserID(4), allow: .speak)
        }
        cases.add(.deletePermissions(of: 5, in: 1)) { try await $0.channel(1).overwrites.delete(RoleID(5)) }
        cases.add(.deletePermissions(of: 4, in: 1)) { try await $0.channel(1).overwrites.delete(UserID(4)) }
        cases.add(.editMember(4, of: 2, EditMember(nick: .clear))) { try await $0.member(4, of: 2).setNick(nil) }
        cases.add(.editMember(4, of: 2, EditMember(channelID: .set(1)))) { try await $0.member(4, of: 2).move(to: 1) }
        cases.add(.editMember(4, of: 2, EditMember(communicationDisabledUntil: .clear))) {
            try await $0.member(4, of: 2).endTimeout()
        }
        cases.add(.createLobby()) { _ = try await $0.createLobby() }
        cases.add(.createDirectChannel(CreateDirectChannel(accessTokens: [Secret("a")]))) {
            _ = try await $0.openGroup(CreateDirectChannel(accessTokens: [Secret("a")]))
        }
        cases.add(.createDirectMessageChannel(with: 4)) { _ = try await $0.user(4).openDirectChannel() }
        cases.add(.editCurrentUser(EditCurrentUser())) { try await $0.editSelf(EditCurrentUser()) }
        cases.add(.editCurrentApplication(EditApplication())) { try await $0.editApplication(EditApplication()) }
        return cases
    }

    private static func fetching() -> [StructureCase] {
        var cases: [StructureCase] = []
        cases.add(.getGuild(2)) { _ = try await $0.guild(2).fetch() }
        cases.add(.getGuild(2, withCounts: true)) { _ = try await $0.guild(2).fetchWithCounts() }
        cases.add(.getChannel(1)) { _ = try await $0.channel(1).fetch() }
        cases.add(.listGuildChannels(of: 2)) { _ = try await $0.guild(2).channels.list() }
        cases.add(.getMessage(3, in: 1)) { _ = try await $0.channel(1).messages.fetch(3) }
        cases.add(.getUser(4)) { _ = try await $0.user(4).fetch() }
        cases.add(.getMember(4, of: 2)) { _ = try await $0.guild(2).members.fetch(4) }
        cases.add(.getRole(5, of: 2)) { _ = try await $0.guild(2).roles.fetch(5) }
        cases.add(.listRoles(of: 2)) { _ = try await $0.guild(2).roles.list() }
        cases.add(.getGuildEmoji(6, of: 2)) { _ = try await $0.guild(2).emojis.fetch(6) }
        cases.add(.getGuildSticker(7, of: 2)) { _ = try await $0.guild(2).stickers.fetch(7) }
        cases.add(.getSoundboardSound(8, of: 2)) { _ = try await $0.guild(2).sounds.fetch(8) }
        cases.add(.listSoundboardSounds(of: 2)) { _ = try await $0.guild(2).sounds.list() }
        cases.add(.getScheduledEvent(9, of: 2)) { _ = try await $0.guild(2).scheduledEvents.fetch(9) }
        cases.add(.getAutoModerationRule(10, of: 2)) { _ = try await $0.guild(2).autoModeration.fetch(10) }
        cases.add(.getStageInstance(in: 1)) { _ = try await $0.channel(1).stage.fetch() }
        cases.add(.getApplication(12)) { _ = try await $0.application(12).fetch() }
        cases.add(.getLobby(13)) { _ = try await $0.lobby(13).fetch() }
        cases.add(.listIntegrations(of: 2)) { _ = try await $0.guild(2).integrations.list() }
        cases.add(.listTemplates(of: 2)) { _ = try await $0.guild(2).templates.list() }
        cases.add(.listApplicationEmojis(of: 12)) { _ = try await $0.application(12).emojis.list() }
        cases.add(.getCurrentVoiceState(in: 2)) { _ = try await $0.guild(2).voiceStates.own() }
        cases.add(.getVoiceState(of: 4, in: 2)) { _ = try await $0.guild(2).voiceStates.fetch(4) }
        cases.add(.getCurrentUser()) { _ = try await $0.fetchSelf() }
        cases.add(.getCurrentApplication()) { _ = try await $0.fetchApplication() }
        cases.add(.getTemplate("code")) { _ = try await $0.template("code") }
        cases.add(.getSticker(7)) { _ = try await $0.sticker(7) }
        cases.add(.listStickerPacks()) { _ = try await $0.stickerPacks() }
        cases.add(.getStickerPack(21)) { _ = try await $0.stickerPack(21) }
        cases.add(.listDefaultSoundboardSounds()) { _ = try await $0.defaultSounds() }
        cases.add(.listVoiceRegions()) { _ = try await $0.voiceRegions() }
        cases.add(.getSubscription(22, to: 20)) { _ = try await $0.subscription(22, to: 20) }
        cases.add(.listGuildInvites(of: 2)) { _ = try await $0.guild(2).invites.list() }
        cases.add(.listChannelInvites(in: 1)) { _ = try await $0.channel(1).invites.list() }
        return cases + invites()
    }

    private static func invites() -> [StructureCase] {
        var cases: [StructureCase] = []
        let invite: @Sendable (Discord) -> Live<Invite> = { Live(Invite(code: "c"), $0) }
        cases.add(.getInvite("c", withCounts: true)) { _ = try await $0.invite("c", withCounts: true) }
        cases.add(.deleteInvite("c", reason: "r")) { try await invite($0).delete(reason: "r") }
        cases.add(.getInviteTargets(of: "c")) { _ = try await invite($0).targets() }
        cases.add(.setInviteTargets(of: "c", Samples.file)) { try await invite($0).setTargets(Samples.file) }
        cases.add(.getInviteTargetJob(of: "c")) { _ = try await invite($0).targetJob() }
        return cases
    }

    private static func webhooks() -> [StructureCase] {
        var cases: [StructureCase] = []
        let edit = Samples.editMessage
        let message = ExecuteWebhook(content: "hi")
        cases.add(.createWebhook(in: 1, CreateWebhook(name: "a"), reason: "r")) {
            try await $0.channel(1).webhooks.create(CreateWebhook(name: "a"), reason: "r")
        }
        cases.add(.listChannelWebhooks(in: 1)) { _ = try await $0.channel(1).webhooks.list() }
        cases.add(.listGuildWebhooks(of: 2)) { _ = try await $0.guild(2).webhooks.list() }
        cases.add(.getWebhook(11)) { _ = try await $0.webhook(11).fetch() }
        cases.add(.getWebhook(11, token: "t")) { _ = try await $0.webhook(11).fetch(token: "t") }
        cases.add(.editWebhook(11, EditWebhook(), reason: "r")) {
            try await $0.webhook(11).edit(EditWebhook(), reason: "r")
        }
        cases.add(.editWebhook(11, token: "t", EditWebhook())) {
            try await $0.webhook(11).edit(EditWebhook(), token: "t")
        }
        cases.add(.deleteWebhook(11, reason: "r")) { try await $0.webhook(11).delete(reason: "r") }
        cases.add(.deleteWebhook(11, token: "t")) { try await $0.webhook(11).delete(token: "t") }
        cases.add(.executeWebhook(11, token: "t", message, thread: 1)) {
            try await $0.webhook(11, token: "t").send(message, thread: 1)
        }
        cases.add(.executeSlackWebhook(11, token: "t", ["a": 1], thread: 1)) {
            try await $0.webhook(11, token: "t").sendSlack(["a": 1], thread: 1)
        }
        cases.add(.executeGitHubWebhook(11, token: "t", event: "push", ["a": 1])) {
            try await $0.webhook(11, token: "t").sendGitHub(event: "push", ["a": 1])
        }
        cases.add(.getWebhookMessage(3, of: 11, token: "t", thread: 1)) {
            _ = try await $0.webhook(11, token: "t").message(3, thread: 1)
        }
        cases.add(.editWebhookMessage(3, of: 11, token: "t", edit)) {
            try await $0.webhook(11, token: "t").editMessage(3, edit)
        }
        cases.add(.deleteWebhookMessage(3, of: 11, token: "t")) {
            try await $0.webhook(11, token: "t").deleteMessage(3)
        }
        return cases
    }
}
