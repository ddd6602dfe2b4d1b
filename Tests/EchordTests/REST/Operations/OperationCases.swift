import EchordModel
import EchordPrimitives
import JSON
import Telemetry
import Testing

@testable import Echord

extension OperationTests {
    static func applications() throws -> [OperationCase] {
        let token = Secret("token")
        let file = FileUpload(name: "a.png", bytes: [1])
        return try [
            OperationCase(.getCurrentApplication()),
            OperationCase(EditApplication.self) { .editCurrentApplication($0) },
            OperationCase(.getApplication(1)), OperationCase(EditApplication.self) { .editApplication(1, $0) },
            OperationCase(.getRunningActivity("i-1", of: 1)), OperationCase(.uploadAttachment(file, for: 1)),
            OperationCase(.listRoleConnectionMetadata(of: 1)),
            OperationCase([RoleConnectionMetadata].self, example: "[]") { .setRoleConnectionMetadata($0, of: 1) },
            OperationCase(.getRoleConnection(with: 1, token: token)),
            OperationCase(RoleConnection.self) { .setRoleConnection($0, with: 1, token: token) },
            OperationCase(.deleteRoleConnection(with: 1, token: token)),
            OperationCase(.listApplicationEmojis(of: 1)), OperationCase(.getApplicationEmoji(5, of: 1)),
            OperationCase(CreateEmoji.self, example: emoji) { .createApplicationEmoji($0, of: 1) },
            OperationCase(EditEmoji.self) { .editApplicationEmoji(5, of: 1, $0) },
            OperationCase(.deleteApplicationEmoji(5, of: 1)),
            OperationCase(.listGuildEmojis(of: 2)), OperationCase(.getGuildEmoji(5, of: 2)),
            OperationCase(CreateEmoji.self, example: emoji) { .createGuildEmoji($0, in: 2) },
            OperationCase(EditEmoji.self) { .editGuildEmoji(5, of: 2, $0) }, OperationCase(.deleteGuildEmoji(5, of: 2)),
        ]
    }

    private static let emoji = #"{"name":"wave","image":"data:image/png;base64,AAAA"}"#

    static func monetization() throws -> [OperationCase] {
        let active = OperationCase(
            .listEntitlements(
                of: 1, user: 8, guild: 2, skus: [3, 4], before: 5, after: 6, limit: 7, excludeEnded: true,
                excludeDeleted: true, onlyActive: true))
        return try [
            active, OperationCase(.listSKUs(of: 1)), OperationCase(.getEntitlement(9, of: 1)),
            OperationCase(.consumeEntitlement(9, of: 1)),
            OperationCase(CreateTestEntitlement.self, example: #"{"sku_id":"3","owner_id":"8","owner_type":2}"#) {
                .createTestEntitlement($0, of: 1)
            },
            OperationCase(.deleteTestEntitlement(9, of: 1)),
            OperationCase(.listOwnEntitlements(of: 1, token: Secret("token"), skus: [3], excludeConsumed: true)),
            OperationCase(.listSubscriptions(to: 3, user: 8, before: 1, after: 2, limit: 5)),
            OperationCase(.getSubscription(4, to: 3, user: 8)),
        ]
    }

    static func commands() throws -> [OperationCase] {
        let token = Secret("token")
        let name = #"{"name":"task"}"#
        return try [
            OperationCase(.listCommands(of: 1, withLocalizations: true)),
            OperationCase(CreateCommand.self, example: name) { .createCommand($0, of: 1) },
            OperationCase(.getCommand(3, of: 1)),
            OperationCase(EditCommand.self) { .editCommand(3, of: 1, $0) },
            OperationCase(.deleteCommand(3, of: 1)),
            OperationCase([CreateCommand].self, example: "[]") { .overwriteCommands(of: 1, with: $0) },
            OperationCase(.listCommands(of: 1, in: 2, withLocalizations: true)),
            OperationCase(CreateCommand.self, example: name) { .createCommand($0, of: 1, in: 2) },
            OperationCase(.getCommand(3, of: 1, in: 2)),
            OperationCase(EditCommand.self) { .editCommand(3, of: 1, in: 2, $0) },
            OperationCase(.deleteCommand(3, of: 1, in: 2)),
            OperationCase([CreateCommand].self, example: "[]") { .overwriteCommands(of: 1, in: 2, with: $0) },
            OperationCase(.listCommandPermissions(of: 1, in: 2)),
            OperationCase(.getCommandPermissions(of: 3, 1, in: 2)),
            OperationCase(CommandPermissionList.self, example: #"{"permissions":[]}"#) {
                .editCommandPermissions(of: 3, 1, in: 2, $0.permissions, token: token)
            }.differing(
                "required: missing_field at permissions: the field is required",
                "cleared: type_mismatch at permissions: expected an array, found null",
                because: "the documentation demands the list"),
            OperationCase(.editAllCommandPermissions(of: 1, in: 2, [], token: token)),
        ]
    }

    static func interactions() throws -> [OperationCase] {
        let callback = try OperationCase(
            InteractionCallback.self, example: #"{"type":1}"#, adjusting: speaking
        ) { .createInteractionResponse(5, token: "tok", $0, withResponse: true) }
        let followup = try OperationCase(InteractionMessage.self) { .createFollowup(of: 1, token: "tok", $0) }
        return try [
            callback.differing(
                "data must be there, and the type does not say so", because: "the kind says whether it has data"
            ).differing(
                "full: .type is another value", because: "the adjusted document is of the kind that carries data"
            ).differing(
                "required: missing_field at data.choices: the field is required",
                "cleared: type_mismatch at data.choices: expected an array, found null",
                "required: missing_field at data: the field is required",
                "cleared: type_mismatch at data: expected an object, found null",
                because: "an answer that says nothing is none"
            ).differing(
                "data.poll.question.emoji.name maxLength 32", because: "a question's emoji is refused as a whole"
            ).differing(
                "data.ineligible_reason_description maxLength 255",
                because: "the documentation does not know this kind; it is sent as it is"),
            OperationCase(.getOriginalResponse(of: 1, token: "tok")).withoutThread(),
            OperationCase(EditMessage.self) { .editOriginalResponse(of: 1, token: "tok", $0) }
                .withoutThread().withoutComponents().refusingQuestionEmoji(),
            OperationCase(.deleteOriginalResponse(of: 1, token: "tok")).withoutThread(),
            followup.sending("IncomingWebhookUpdateRequestPartial")
                .withoutThread().withoutComponents().refusingQuestionEmoji()
                .differing(
                    "an answer without a body: syntax: the document is empty",
                    because: "the message is always asked for"),
            OperationCase(.getFollowup(4, of: 1, token: "tok")).withoutThread().ofInteraction(),
            OperationCase(EditMessage.self) { .editFollowup(4, of: 1, token: "tok", $0) }
                .withoutThread().withoutComponents().refusingQuestionEmoji().ofInteraction(),
            OperationCase(.deleteFollowup(4, of: 1, token: "tok")).withoutThread().ofInteraction(),
        ]
    }

    /// A change that comes later carries no data, so the one that comes at once is looked at.
    private static func speaking(_ sample: JSONValue) -> JSONValue {
        guard var object = sample.objectValue, object["type"] == 6 else { return sample }
        object["type"] = 7
        return .object(object)
    }

    static func messages() throws -> [OperationCase] {
        try [
            OperationCase(.listMessages(in: 7, around: 1, before: 9, after: 3, limit: 50)),
            OperationCase(.getMessage(4, in: 7)),
            OperationCase(CreateMessage.self) { .createMessage(in: 7, $0) }.refusingQuestionEmoji(),
            OperationCase(EditMessage.self) { .editMessage(4, in: 7, $0) },
            OperationCase(.deleteMessage(4, in: 7)),
            OperationCase(BulkDeleteMessages.self, example: #"{"messages":[]}"#) {
                .bulkDeleteMessages($0.messages, in: 7)
            },
            OperationCase(.crosspostMessage(4, in: 7)),
            OperationCase(.createReaction("a:1", on: 4, in: 7)), OperationCase(.deleteOwnReaction("🔥", from: 4, in: 7)),
            OperationCase(.deleteReaction("a:1", of: 8, from: 4, in: 7)),
            OperationCase(.listReactions("a:1", on: 4, in: 7, type: .normal, after: 8, limit: 3)),
            OperationCase(.deleteAllReactions(from: 4, in: 7)),
            OperationCase(.deleteAllReactions(with: "a:1", from: 4, in: 7)),
            OperationCase(.listPins(in: 7, before: .sample, limit: 5)),
            OperationCase(.pinMessage(4, in: 7)), OperationCase(.unpinMessage(4, in: 7)),
            OperationCase(.listPinsInOldForm(in: 7)), OperationCase(.pinMessageInOldForm(4, in: 7)),
            OperationCase(.unpinMessageInOldForm(4, in: 7)),
            OperationCase(.listPollVoters(of: 1, on: 4, in: 7, after: 8, limit: 3)),
            OperationCase(.endPoll(on: 4, in: 7)), OperationCase(.searchMessages(of: 2, everything)),
        ]
    }

    /// A search that asks for everything.
    private static var everything: MessageSearch {
        var search = MessageSearch(content: "a")
        search.slop = 1
        search.channels = [7]
        search.authors = [8]
        search.authorTypes = [.bot, .not(.webhook)]
        search.mentions = [8]
        search.mentionedRoles = [6]
        search.mentionsEveryone = true
        search.repliedToUsers = [8]
        search.repliedToMessages = [4]
        search.has = [.link, .not(.poll)]
        search.linkHostnames = ["a.com"]
        search.embedProviders = ["a"]
        search.embedTypes = [.gif]
        search.attachmentExtensions = ["png"]
        search.attachmentFilenames = ["a.png"]
        search.isPinned = true
        search.includesNSFW = true
        (search.minID, search.maxID) = (1, 2)
        (search.sortBy, search.sortOrder) = (.relevance, .ascending)
        (search.limit, search.offset) = (5, 6)
        return search
    }

    static func users() throws -> [OperationCase] {
        let token = Secret("token")
        return try [
            OperationCase(.getGateway()), OperationCase(.getGatewayBot()), OperationCase(.getCurrentUser()),
            OperationCase(EditCurrentUser.self) { .editCurrentUser($0) }.differing(
                "username must be there, and the type does not say so",
                because: "the documentation lets it be left out"),
            OperationCase(.getUser(8)), OperationCase(.leaveGuild(2)),
            OperationCase(.listCurrentUserGuilds(before: 1, after: 2, limit: 3, withCounts: true)),
            OperationCase(.getCurrentUserMember(of: 2, token: token)), OperationCase(.listConnections(token: token)),
            OperationCase(CreateDirectChannel.self) { .createDirectChannel($0) },
            OperationCase(.getCurrentAuthorization(token: token)), OperationCase(.getCurrentBotApplication()),
            OperationCase(.getSigningKeys()), OperationCase(.getOpenIDUserInfo(token: token)),
        ]
    }
}
