import EchordModel
import EchordPrimitives
import JSON
import Testing

/// Every documented example that is a value of one of the types decodes and encodes back without loss.
@Suite("Documented examples")
struct ExampleTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let file: String
        let key: String?
        /// Reads and writes as the example's type.
        let copy: @Sendable (JSONValue) throws -> JSONValue
        let testDescription: String

        init<Value: JSONCodable & SendableMetatype>(_ file: String, _ type: Value.Type, at key: String? = nil) {
            self.file = file
            self.key = key
            testDescription = "\(file) as \(type)"
            copy = { try JSON.decode(from: JSON.encode(try JSON.decode(Value.self, from: JSON.encode($0)))) }
        }
    }

    static let messages = ["01", "02", "10", "14", "26", "30", "32", "43"].map {
        Example("components.reference-\($0)", CreateMessage.self)
    }
    static let modals = ["06", "08", "12", "16", "20", "28", "35", "37", "41"].map {
        Example("components.reference-\($0)", InteractionCallback.self)
    }
    static let submissions = ["03", "05", "13", "15", "38", "40", "42"].map {
        Example("components.reference-\($0)", InteractionData.self, at: "data")
    }
    static let commands = ["02", "04", "05", "06", "07", "08", "10", "12", "14"].map {
        Example("interactions.application-commands-\($0)", CreateCommand.self)
    }
    static let interactions = ["09", "11"].map {
        Example("interactions.application-commands-\($0)", Interaction.self)
    }
    static let channels = ["02", "03", "04", "05", "06"].map { Example("resources.channel-\($0)", Channel.self) }

    static let gateway: [Example] = [
        Example("events.gateway-02", Hello.self, at: "d"), Example("events.gateway-05", Resume.self, at: "d"),
        Example("events.gateway-06", GatewayAddress.self), Example("events.gateway-07", GatewayBot.self),
        Example("events.gateway-events-03", Resume.self, at: "d"),
        Example("events.gateway-events-04", Int.self, at: "d"),
        Example("events.gateway-events-07", RequestChannelInfo.self, at: "d"),
        Example("events.gateway-events-09", UpdatePresence.self, at: "d"),
        Example("events.gateway-events-12", Bool.self, at: "d"), Example("events.gateway-events-13", Activity.self),
        Example("events.gateway-events-15", VoiceServerUpdate.self),
        Example("topics.voice-connections-01", UpdateVoiceState.self, at: "d"),
        Example("topics.voice-connections-02", VoiceServerUpdate.self, at: "d"),
    ]

    static let resources: [Example] = [
        Example("change-log-03", User.self), Example("components.using-message-components-01", CreateMessage.self),
        Example("components.using-message-components-03", CreateMessage.self),
        Example("interactions.application-commands-13", InteractionData.self, at: "data"),
        Example("reference-02", APIErrorBody.self), Example("resources.emoji-03", Emoji.self),
        Example("resources.emoji-03", PartialEmoji.self), Example("resources.entitlement-03", Entitlement.self),
        Example("resources.guild-03", GuildPreview.self), Example("resources.guild-04", GuildWidgetSettings.self),
        Example("resources.guild-06", Member.self), Example("resources.guild-07", Ban.self),
        Example("resources.guild-09", GuildOnboarding.self), Example("resources.guild-11", Guild.self),
        Example("resources.invite-01", Invite.self), Example("resources.message-02", Message.self),
        Example("resources.message-07", CreateMessage.self), Example("resources.message-09", CreateMessage.self),
        Example("resources.message-13", CreateMessage.self), Example("resources.sku-02", [SKU].self),
        Example("resources.stage-instance-01", StageInstance.self), Example("resources.sticker-01", Sticker.self),
        Example("resources.sticker-02", StickerPack.self), Example("resources.subscription-01", Subscription.self),
        Example("resources.voice-01", VoiceState.self), Example("resources.webhook-01", Webhook.self),
        Example("resources.webhook-02", Webhook.self), Example("topics.oauth2-04", Webhook.self, at: "webhook"),
        Example("topics.permissions-01", RoleColors.self, at: "colors"), Example("topics.permissions-02", Role.self),
        Example("interactions.application-commands-03", InteractionData.self, at: "data"),
        Example("tutorials.developing-a-user-installable-app-01", InteractionData.self, at: "data"),
    ]

    static let all =
        messages + modals + submissions + commands + interactions + channels + gateway + resources

    /// Keys of the examples that Discord's own tables no longer list.
    private static let retired: Set<String> = ["is_pending", "clan", "unusual_dm_activity_until", "manifest_labels"]

    @Test("Nothing is lost", arguments: all)
    func roundTrip(_ example: Example) throws {
        var original = try Fixture.value(example.file)
        if let key = example.key { original = try #require(original[key]) }
        original = original.withPlaceholdersFilled
        let copy = try example.copy(original)
        #expect(JSONComparison.differences(original, copy, ignoring: Self.retired) == [])
    }

    @Test("A command interaction without an application id is read whole")
    func oldInteraction() throws {
        let interaction = try JSON.decode(
            Interaction.self, from: Fixture.bytes("interactions.application-commands-03"))
        #expect(interaction.type == .applicationCommand)
        #expect(interaction.command?.options.first?.value == "The Gitrog Monster")
        #expect(interaction.author?.username == "Mason")
        #expect(interaction.member?.permissions?.contains(.sendMessages) == true)
        #expect(interaction.preferredLocale == .americanEnglish)
    }

    @Test("A user-installed application's interaction says who installed it")
    func userInstalled() throws {
        let value = try Fixture.value("tutorials.developing-a-user-installable-app-01").withPlaceholdersFilled
        let interaction = try JSON.decode(Interaction.self, from: value)
        #expect(interaction.authorizingIntegrationOwners?.user == 1_090_372_582_781_497_424)
        #expect(interaction.authorizingIntegrationOwners?.guild == nil)
        #expect(interaction.context == .botDM)
    }
}

extension JSONValue {
    /// The documentation shortens some objects to `{}`; a decoder wants what they stand for.
    var withPlaceholdersFilled: JSONValue {
        switch self {
        case .array(let array): return .array(array.map(\.withPlaceholdersFilled))
        case .object(let object):
            var filled = JSONObject()
            for (key, value) in object {
                switch (key, value) {
                case ("user", .object(let user)) where user.isEmpty, ("author", .object(let user)) where user.isEmpty:
                    filled[key] = ["id": "1", "username": "somebody", "discriminator": "0"]
                case ("channel", .object(let channel)) where channel.isEmpty: filled[key] = ["id": "1", "type": 1]
                default: filled[key] = value.withPlaceholdersFilled
                }
            }
            return .object(filled)
        default: return self
        }
    }
}
