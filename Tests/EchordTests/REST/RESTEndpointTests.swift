import EchordModel
import EchordPrimitives
import FuzzKit
import JSON
import Telemetry
import Testing

@testable import Echord

/// Every endpoint as a pair of the request it makes and the address it goes to.
@Suite struct RESTEndpointTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let method: String
        let path: String
        let isExempt: Bool
        let build: @Sendable () throws -> RESTRequestBuilder.Built
        let testDescription: String

        init<E: Endpoint>(_ endpoint: E, _ method: String, _ path: String, exempt: Bool = false) {
            self.method = method
            self.path = path
            isExempt = exempt
            testDescription = "\(E.self)"
            build = {
                #expect(E.route.method == method)
                #expect((E.limiting == .interaction) == exempt)
                var random = SeededGenerator(seed: 1)
                return try RESTRequestBuilder(apiURL: "", version: 10, userAgent: "").build(endpoint, random: &random)
            }
        }
    }

    static let commands: [Case] = {
        let command = CreateCommand(name: "task")
        let edit = EditCommand()
        let global = "/applications/1/commands"
        let guild = "/applications/1/guilds/2/commands"
        return [
            Case(
                ListGlobalCommandsRequest(applicationID: 1, withLocalizations: true), "GET",
                global + "?with_localizations=true"),
            Case(CreateGlobalCommandRequest(applicationID: 1, command: command), "POST", global),
            Case(GetGlobalCommandRequest(applicationID: 1, commandID: 3), "GET", global + "/3"),
            Case(EditGlobalCommandRequest(applicationID: 1, commandID: 3, changes: edit), "PATCH", global + "/3"),
            Case(DeleteGlobalCommandRequest(applicationID: 1, commandID: 3), "DELETE", global + "/3"),
            Case(OverwriteGlobalCommandsRequest(applicationID: 1, commands: [command]), "PUT", global),
            Case(ListGuildCommandsRequest(applicationID: 1, guildID: 2), "GET", guild),
            Case(CreateGuildCommandRequest(applicationID: 1, guildID: 2, command: command), "POST", guild),
            Case(GetGuildCommandRequest(applicationID: 1, guildID: 2, commandID: 3), "GET", guild + "/3"),
            Case(
                EditGuildCommandRequest(applicationID: 1, guildID: 2, commandID: 3, changes: edit), "PATCH",
                guild + "/3"),
            Case(DeleteGuildCommandRequest(applicationID: 1, guildID: 2, commandID: 3), "DELETE", guild + "/3"),
            Case(OverwriteGuildCommandsRequest(applicationID: 1, guildID: 2, commands: []), "PUT", guild),
            Case(ListCommandPermissionsRequest(applicationID: 1, guildID: 2), "GET", guild + "/permissions"),
            Case(
                GetCommandPermissionsRequest(applicationID: 1, guildID: 2, commandID: 3), "GET",
                guild + "/3/permissions"),
            Case(
                EditCommandPermissionsRequest(applicationID: 1, guildID: 2, commandID: 3, permissions: []), "PUT",
                guild + "/3/permissions"),
        ]
    }()

    static let interactions: [Case] = {
        let webhook = "/webhooks/1/tok"
        return [
            Case(
                CreateInteractionResponseRequest(interactionID: 5, token: "tok", callback: .pong, withResponse: true),
                "POST", "/interactions/5/tok/callback?with_response=true", exempt: true),
            Case(
                CreateInteractionResponseRequest(interactionID: 5, token: "tok", callback: .pong), "POST",
                "/interactions/5/tok/callback", exempt: true),
            Case(
                GetOriginalResponseRequest(applicationID: 1, token: "tok"), "GET", webhook + "/messages/%40original",
                exempt: true),
            Case(
                EditOriginalResponseRequest(applicationID: 1, token: "tok", message: EditMessage()), "PATCH",
                webhook + "/messages/%40original", exempt: true),
            Case(
                DeleteOriginalResponseRequest(applicationID: 1, token: "tok"), "DELETE",
                webhook + "/messages/%40original", exempt: true),
            Case(
                CreateFollowupRequest(applicationID: 1, token: "tok", message: InteractionMessage()), "POST",
                webhook + "?wait=true", exempt: true),
            Case(
                GetFollowupRequest(applicationID: 1, token: "tok", messageID: 4), "GET", webhook + "/messages/4",
                exempt: true),
            Case(
                EditFollowupRequest(applicationID: 1, token: "tok", messageID: 4, message: EditMessage()), "PATCH",
                webhook + "/messages/4", exempt: true),
            Case(
                DeleteFollowupRequest(applicationID: 1, token: "tok", messageID: 4), "DELETE", webhook + "/messages/4",
                exempt: true),
        ]
    }()

    static let channels: [Case] = {
        let messages = "/channels/7/messages"
        return [
            Case(GetChannelRequest(channelID: 7), "GET", "/channels/7"),
            Case(DeleteChannelRequest(channelID: 7, reason: "x"), "DELETE", "/channels/7"),
            Case(TriggerTypingRequest(channelID: 7), "POST", "/channels/7/typing"),
            Case(ListMessagesRequest(channelID: 7, before: 9, limit: 50), "GET", messages + "?before=9&limit=50"),
            Case(GetMessageRequest(channelID: 7, messageID: 4), "GET", messages + "/4"),
            Case(CreateMessageRequest(channelID: 7, message: CreateMessage(content: "hi")), "POST", messages),
            Case(EditMessageRequest(channelID: 7, messageID: 4, message: EditMessage()), "PATCH", messages + "/4"),
            Case(DeleteMessageRequest(channelID: 7, messageID: 4), "DELETE", messages + "/4"),
            Case(BulkDeleteMessagesRequest(channelID: 7, messages: [1, 2]), "POST", messages + "/bulk-delete"),
            Case(CrosspostMessageRequest(channelID: 7, messageID: 4), "POST", messages + "/4/crosspost"),
            Case(
                CreateReactionRequest(channelID: 7, messageID: 4, emoji: "a:1"), "PUT",
                messages + "/4/reactions/a%3A1/%40me"),
            Case(
                DeleteOwnReactionRequest(channelID: 7, messageID: 4, emoji: "🔥"), "DELETE",
                messages + "/4/reactions/%F0%9F%94%A5/%40me"),
            Case(
                DeleteUserReactionRequest(channelID: 7, messageID: 4, emoji: "a:1", userID: 8), "DELETE",
                messages + "/4/reactions/a%3A1/8"),
            Case(
                ListReactionsRequest(channelID: 7, messageID: 4, emoji: "a:1", limit: 3), "GET",
                messages + "/4/reactions/a%3A1?limit=3"),
            Case(DeleteAllReactionsRequest(channelID: 7, messageID: 4), "DELETE", messages + "/4/reactions"),
            Case(PinMessageRequest(channelID: 7, messageID: 4), "PUT", messages + "/pins/4"),
            Case(UnpinMessageRequest(channelID: 7, messageID: 4), "DELETE", messages + "/pins/4"),
        ]
    }()

    static let others: [Case] = [
        Case(GetGatewayRequest(), "GET", "/gateway"),
        Case(GetGatewayBotRequest(), "GET", "/gateway/bot"),
        Case(GetGuildRequest(guildID: 2, withCounts: true), "GET", "/guilds/2?with_counts=true"),
        Case(ListGuildChannelsRequest(guildID: 2), "GET", "/guilds/2/channels"),
        Case(ListRolesRequest(guildID: 2), "GET", "/guilds/2/roles"),
        Case(GetMemberRequest(guildID: 2, userID: 8), "GET", "/guilds/2/members/8"),
        Case(ListMembersRequest(guildID: 2, limit: 10, after: 8), "GET", "/guilds/2/members?limit=10&after=8"),
        Case(SearchMembersRequest(guildID: 2, name: "a b"), "GET", "/guilds/2/members/search?query=a%20b"),
        Case(RemoveMemberRequest(guildID: 2, userID: 8), "DELETE", "/guilds/2/members/8"),
        Case(AddMemberRoleRequest(guildID: 2, userID: 8, roleID: 6), "PUT", "/guilds/2/members/8/roles/6"),
        Case(RemoveMemberRoleRequest(guildID: 2, userID: 8, roleID: 6), "DELETE", "/guilds/2/members/8/roles/6"),
        Case(GetCurrentUserRequest(), "GET", "/users/@me"),
        Case(GetUserRequest(userID: 8), "GET", "/users/8"),
        Case(LeaveGuildRequest(guildID: 2), "DELETE", "/users/@me/guilds/2"),
        Case(CreateDirectMessageChannelRequest(recipientID: 8), "POST", "/users/@me/channels"),
        Case(GetCurrentApplicationRequest(), "GET", "/applications/@me"),
    ]

    @Test(arguments: commands + interactions + channels + others)
    func goesToItsAddress(endpoint: Case) throws {
        let built = try endpoint.build()
        #expect(
            built.url == "/v10"
                + endpoint.path.replacing("%40original", with: "@original").replacing("%40me", with: "@me"))
        let hasBody = ["POST", "PUT", "PATCH"].contains(endpoint.method) && !built.body.isEmpty
        #expect(built.headers.contains { $0.name == "Content-Type" } == hasBody)
    }

    @Test func limitsAreCountedForTheTopLevelResource() throws {
        #expect(try Case(GetMessageRequest(channelID: 7, messageID: 4), "GET", "").build().major == .channel(7))
        #expect(try Case(GetMemberRequest(guildID: 2, userID: 8), "GET", "").build().major == .guild(2))
        #expect(try Case(GetUserRequest(userID: 8), "GET", "").build().major == .none)
        #expect(
            try Case(GetGuildCommandRequest(applicationID: 1, guildID: 2, commandID: 3), "GET", "").build().major
                == .guild(2))
        #expect(
            try Case(GetOriginalResponseRequest(applicationID: 1, token: "tok"), "GET", "", exempt: true).build().major
                == .webhookToken(1, "tok"))
    }

    @Test func onlyWhatDoesNoHarmTwiceIsRepeated() {
        var message = CreateMessage(content: "hi")
        #expect(!CreateMessageRequest(channelID: 1, message: message).isIdempotent)
        message.nonce = "once"
        message.enforceNonce = true
        #expect(CreateMessageRequest(channelID: 1, message: message).isIdempotent)
        #expect(CreateInteractionResponseRequest(interactionID: 1, token: "t", callback: .pong).isIdempotent)
        #expect(!CreateFollowupRequest(applicationID: 1, token: "t", message: InteractionMessage()).isIdempotent)
        #expect(EditMessageRequest(channelID: 1, messageID: 1, message: EditMessage()).isIdempotent)
    }

    @Test func bodiesAreWritten() throws {
        let direct = CreateDirectMessageChannelRequest(recipientID: 8)
        guard case .json(let body) = direct.body else { return }
        #expect(String(decoding: body, as: UTF8.self) == #"{"recipient_id":"8"}"#)
        let permissions = EditCommandPermissionsRequest(applicationID: 1, guildID: 2, commandID: 3, permissions: [])
        guard case .json(let other) = permissions.body else { return }
        #expect(String(decoding: other, as: UTF8.self) == #"{"permissions":[]}"#)
        #expect(try CreateInteractionResponseRequest.decode([]) == nil)
        #expect(
            try CreateInteractionResponseRequest.decode(
                Array(#"{"interaction":{"id":"5","type":2}}"#.utf8))?.interaction.id == 5)
    }
}
