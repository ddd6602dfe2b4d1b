import EchordModel
import EchordPrimitives
import JSON
import Testing

/// A payload of every event, written after its table of fields.
@Suite("Dispatch events")
struct EventTests {
    private func copy<Event: DispatchEvent>(_ type: Event.Type, _ value: JSONValue) throws -> JSONValue {
        let event = try JSON.decode(Event.self, from: JSON.encode(value))
        return try JSON.decode(from: JSON.encode(event))
    }

    @Test("Every event decodes and encodes back", arguments: DispatchEventName.documented.map(\.rawValue))
    func roundTrip(_ name: String) throws {
        let original = try #require(try Fixture.value("events")[name])
        let type = try #require(DispatchEvents.type(of: DispatchEventName(rawValue: name)))
        #expect(JSONComparison.differences(original, try copy(type, original)) == [])
    }

    @Test(
        "A field that is missing or wrong is named, never shown",
        arguments: [
            ("MESSAGE_CREATE", "author", "author"), ("GUILD_ROLE_DELETE", "role_id", "role_id"),
            ("INTERACTION_CREATE", "token", "token"), ("READY", "session_id", "session_id"),
        ])
    func missing(_ name: String, _ key: String, _ path: String) throws {
        guard case .object(var object) = try #require(try Fixture.value("events")[name]) else { return }
        let type = try #require(DispatchEvents.type(of: DispatchEventName(rawValue: name)))
        object[key] = nil
        let absent = #expect(throws: JSONError.self) { try copy(type, .object(object)) }
        #expect(absent?.path == path)
        object[key] = .array(["secret"])
        let wrong = #expect(throws: JSONError.self) { try copy(type, .object(object)) }
        #expect(wrong?.path == path)
        #expect(wrong?.description.contains("secret") == false)
    }

    @Test("A guild that is down is known by its id alone")
    func unavailable() throws {
        let event = try JSON.decode(GuildCreate.self, from: #"{"id":"1","unavailable":true}"#)
        #expect(event.isUnavailable && event.guild.id == 1)
        #expect(event.guild.permissionCalculator == nil)
    }

    @Test("What a guild brings along")
    func guild() throws {
        let value = try #require(try Fixture.value("events")["GUILD_CREATE"])
        let event = try JSON.decode(GuildCreate.self, from: value)
        #expect(event.state.members.first?.displayName == "n")
        #expect(event.state.channels.first?.isObfuscated == true)
        #expect(event.guild.has(.news) && !event.guild.has(.verified))
        #expect(event.guild.features.last?.rawValue == "SOMETHING_NEW")
        let calculator = try #require(event.guild.permissionCalculator)
        #expect(calculator.permissions(of: .init(user: 9, roles: [7])) == .all)
        #expect(event.state.threads.first?.permissionKind == .thread(isPrivate: true, isMember: true))
        #expect(event.state.channels.first?.permissionKind == .text)
        #expect(event.state.channels.first?.mention == "<#10>")
    }

    @Test("A message, what it answers and who is mentioned")
    func message() throws {
        let value = try #require(try Fixture.value("events")["MESSAGE_CREATE"])
        let message = try JSON.decode(MessageCreate.self, from: value).message
        #expect(message.replied?.content == "first")
        #expect(message.link == "https://discord.com/channels/1/10/20")
        #expect(message.mentions.first?.member?.nick == "x")
        #expect(message.author.displayName == "Nelly" && message.author.mention == "<@80351110224678912>")
        #expect(message.components.first?.children.first?.type.rawValue == 77)
        #expect(message.nonce == 5)
        #expect(message.interactionMetadata?.triggeringInteractionMetadata?.id == 2)
    }

    @Test("An answer to a deleted message differs from one that was not looked up")
    func deletedReference() throws {
        let base =
            #""id":"1","channel_id":"2","author":{"id":"3","username":"a"},"timestamp":"2024-01-01T00:00:00Z","type":19"#
        let deleted = try JSON.decode(Message.self, from: "{\(base),\"referenced_message\":null}")
        #expect(deleted.referencedMessage == .clear && deleted.replied == nil)
        #expect(try JSON.decode(Message.self, from: "{\(base)}").referencedMessage == .keep)
        #expect(JSON.encodeToString(deleted).contains(#""referenced_message":null"#))
    }

    @Test("Events can be made by hand, as tests of listeners do")
    func made() throws {
        func value(_ name: String) throws -> JSONValue { try #require(try Fixture.value("events")[name]) }
        let channel = Channel(id: 1, type: .guildText)
        #expect(ChannelCreate(channel: channel).channel == ChannelUpdate(channel: channel).channel)
        #expect(ChannelDelete(channel: channel).channel.id == 1)
        #expect(ThreadCreate(thread: channel).thread == ThreadUpdate(thread: channel).thread)
        #expect(GuildUpdate(guild: Guild(id: 1)).guild.id == 1)
        #expect(GuildDelete(guild: UnavailableGuild(id: 1)).guild.id == 1)
        #expect(GuildCreate(guild: Guild(id: 1), state: GuildState(isUnavailable: true)).isUnavailable)
        #expect(GuildMemberAdd(guildID: 1, member: Member()).guildID == 1)
        #expect(UserUpdate(user: User(id: 1)).user.id == 1)
        #expect(PresenceUpdate(presence: Presence(user: PresenceUser(id: 1))).presence.status == .offline)
        #expect(VoiceStateUpdate(state: VoiceState(userID: 1, sessionID: "s")).state.userID == 1)
        let message = try JSON.decode(Message.self, from: value("MESSAGE_CREATE"))
        #expect(MessageCreate(message: message).message == MessageUpdate(message: message).message)
        let interaction = try JSON.decode(Interaction.self, from: value("INTERACTION_CREATE"))
        #expect(InteractionCreate(interaction: interaction).interaction.command?.name == "task")
        let integration = try JSON.decode(Integration.self, from: value("INTEGRATION_CREATE"))
        #expect(IntegrationCreate(guildID: 1, integration: integration).guildID == 1)
        #expect(IntegrationUpdate(guildID: 1, integration: integration).integration.id == 70)
        let stage = try JSON.decode(StageInstance.self, from: value("STAGE_INSTANCE_CREATE"))
        #expect(StageInstanceCreate(stage: stage).stage == StageInstanceUpdate(stage: stage).stage)
        #expect(StageInstanceDelete(stage: stage).stage.id == 31)
    }
}
