import EchordModel
import EchordPrimitives
import JSON
import Testing

@testable import Echord

extension OperationTests {
    static func channels() throws -> [OperationCase] {
        try [
            OperationCase(.getChannel(7)), OperationCase(.deleteChannel(7, reason: "x")),
            OperationCase(EditChannel.self) { .editChannel(7, $0) }.sending("UpdateGuildChannelRequestPartial"),
            OperationCase(EditThread.self) { .editThread(7, $0) }.sending("UpdateThreadRequestPartial"),
            OperationCase(EditGroupChannel.self) { .editGroupChannel(7, $0) }.sending("UpdateGroupDMRequestPartial"),
            OperationCase(.triggerTyping(in: 7)), OperationCase(.listGuildChannels(of: 2)),
            OperationCase(CreateChannel.self, example: #"{"name":"a"}"#) { .createChannel($0, in: 2) },
            OperationCase([ChannelPosition].self, example: "[]") { .moveChannels($0, of: 2) }
                .demandingID(),
            OperationCase(VoiceStatus.self) { .setVoiceStatus(of: 7, $0) },
            OperationCase(FollowChannel.self, example: #"{"webhook_channel_id":"3"}"#) { .followChannel(7, $0) },
            OperationCase(EditPermissionOverwrite.self, example: #"{"type":0}"#) { .editPermissions(of: 6, in: 7, $0) }
                .differing(
                    "required: missing_field at type: the field is required",
                    "cleared: type_mismatch at type: expected an integer, found null",
                    because: "the documentation demands it"
                ),
            OperationCase(.deletePermissions(of: 6, in: 7)),
            OperationCase(AddGroupRecipient.self) { .addRecipient(8, to: 7, $0) },
            OperationCase(.removeRecipient(8, from: 7)),
        ]
    }

    static func threads() throws -> [OperationCase] {
        let name = #"{"name":"a"}"#
        let search = ThreadSearch(
            name: "a", slop: 1, minID: 2, maxID: 3, tags: [4], tagSetting: .matchAll, isArchived: true,
            sortBy: .relevance, sortOrder: .descending, limit: 5, offset: 6)
        return try [
            OperationCase(CreateThread.self, example: name) { .createThread(from: 4, in: 7, $0) },
            OperationCase(CreateThread.self, example: name) { .createThread(in: 7, $0) }
                .sending("CreateTextThreadWithoutMessageRequest"),
            OperationCase(CreateForumPost.self, example: #"{"name":"a","message":{}}"#) { .createForumPost(in: 7, $0) }
                .sending("CreateForumThreadRequest")
                .differing(
                    "message.poll.question.emoji.name maxLength 32", because: "a question's emoji is refused as a whole"
                ),
            OperationCase(.joinThread(7)), OperationCase(.addThreadMember(8, to: 7)), OperationCase(.leaveThread(7)),
            OperationCase(.removeThreadMember(8, from: 7)),
            OperationCase(.getThreadMember(8, of: 7, withMember: true)),
            OperationCase(.listThreadMembers(of: 7, withMember: true, limit: 3, after: 8)),
            OperationCase(.listActiveThreads(of: 2)),
            OperationCase(.listPublicArchivedThreads(in: 7, before: .sample, limit: 3)),
            OperationCase(.listPrivateArchivedThreads(in: 7, before: .sample, limit: 3)),
            OperationCase(.listJoinedArchivedThreads(in: 7, before: 4, limit: 3)),
            OperationCase(.searchThreads(in: 7, search)),
        ]
    }

    static func webhooks() throws -> [OperationCase] {
        let name = #"{"name":"a"}"#
        return try [
            OperationCase(CreateWebhook.self, example: name) { .createWebhook(in: 7, $0) },
            OperationCase(.listChannelWebhooks(in: 7)), OperationCase(.listGuildWebhooks(of: 2)),
            OperationCase(.getWebhook(9)), OperationCase(.getWebhook(9, token: "tok")),
            OperationCase(EditWebhook.self) { .editWebhook(9, $0) },
            OperationCase(EditWebhook.self) { .editWebhook(9, token: "tok", $0) },
            OperationCase(.deleteWebhook(9)), OperationCase(.deleteWebhook(9, token: "tok")),
            OperationCase(ExecuteWebhook.self) {
                .executeWebhook(9, token: "tok", $0, thread: 7, withComponents: true)
            }.sending("IncomingWebhookRequestPartial").refusingQuestionEmoji(),
            OperationCase(JSONValue.self) { .executeSlackWebhook(9, token: "tok", $0, thread: 7) }
                .passingOn(because: "Slack's own form")
                .differing("the answer is not read", because: "the text says nothing"),
            OperationCase(JSONValue.self) { .executeGitHubWebhook(9, token: "tok", event: "push", $0, thread: 7) }
                .passingOn(because: "GitHub's own form"),
            OperationCase(.getWebhookMessage(4, of: 9, token: "tok", thread: 7)),
            OperationCase(EditMessage.self) {
                .editWebhookMessage(4, of: 9, token: "tok", $0, thread: 7, withComponents: true)
            }.refusingQuestionEmoji(),
            OperationCase(.deleteWebhookMessage(4, of: 9, token: "tok", thread: 7)),
        ]
    }

    static func invites() throws -> [OperationCase] {
        let file = FileUpload(name: "users.csv", bytes: [1])
        return try [
            OperationCase(.getInvite("a", withCounts: true, event: 1, channel: 7, message: 4)),
            OperationCase(.deleteInvite("a")), OperationCase(.listChannelInvites(in: 7)),
            OperationCase(.listGuildInvites(of: 2)),
            OperationCase(CreateInvite.self) { .createInvite(in: 7, $0) }.sending("CreateGuildInviteRequest"),
            OperationCase(CreateGroupInvite.self) { .createGroupInvite(in: 7, $0) }
                .sending("CreateGroupDMInviteRequest"),
            OperationCase(.getInviteTargets(of: "a")), OperationCase(.setInviteTargets(of: "a", file)),
            OperationCase(.getInviteTargetJob(of: "a")),
        ]
    }
}
