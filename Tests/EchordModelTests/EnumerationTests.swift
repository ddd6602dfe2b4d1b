import EchordModel
import EchordPrimitives
import JSON
import Testing

/// The enumerations against Discord's tables, written out here once more as the tables give them.
@Suite("Enumerations")
struct EnumerationTests {
    struct Table: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let names: [String: String]
        let expected: String
        /// Whether a value that is not documented survives.
        let keepsUnknown: @Sendable () throws -> Bool

        init<Value: OpenEnum>(_ type: Value.Type, _ expected: String, unknown: String) {
            testDescription = "\(type)"
            names = Dictionary(type.discordNames.map { ($0.key, "\($0.value.rawValue)") }) { first, _ in first }
            self.expected = expected
            keepsUnknown = {
                let value = try JSON.decode(Value.self, from: unknown)
                return JSON.encodeToString(value) == unknown && value.discordName == nil
            }
        }

        init<Value: DiscordBitSet>(bits type: Value.Type, _ expected: String) {
            testDescription = "\(type)"
            names = Dictionary(type.discordNames.map { ($0.key, "\($0.value.rawValue.trailingZeroBitCount)") }) {
                first, _ in first
            }
            self.expected = expected
            keepsUnknown = {
                let value = try JSON.decode(Value.self, from: "9007199254740992")
                return value.rawValue == 1 << 53 && value.names == ["bit 53"]
                    && (JSON.encodeToString(value) == "9007199254740992"
                        || JSON.encodeToString(value) == "\"9007199254740992\"")
            }
        }
    }

    @Test("Every documented value is there, and unknown ones are kept", arguments: Tables.all)
    func complete(_ table: Table) throws {
        let separator: Character = table.expected.contains("=") ? "=" : ":"
        var expected: [String: String] = [:]
        for entry in table.expected.split(separator: ",") {
            let parts = entry.drop { $0 == " " }.split(separator: separator)
            let name = String(parts[0])
            expected[name] = parts.count > 1 ? String(parts[1]) : name
        }
        for (name, value) in expected {
            #expect(table.names[name] == value, "\(name)")
        }
        #expect(Set(table.names.values).count == table.names.count, "two names for one value")
        #expect(try table.keepsUnknown())
    }

    @Test("Counts of the surface")
    func counts() {
        #expect(ComponentType.discordNames.count == 20)
        #expect(GatewayOpcode.discordNames.count == 13)
        #expect(GatewayCloseCode.discordNames.count == 14)
        #expect(GatewayIntents.discordNames.count == 21)
        #expect(DispatchEventName.discordNames.count == 82)
        #expect(APIErrorCode.discordNames.count == 240)
        #expect(Set(APIErrorCode.documented).count == 240)
        #expect(GatewayIntents.privileged.names == ["GUILD_MEMBERS", "GUILD_PRESENCES", "MESSAGE_CONTENT"])
        #expect(GatewayIntents.unprivileged.union(.privileged) == .documented)
    }

    @Test("Names of values and flags are Discord's")
    func names() {
        #expect(ChannelType.guildText.description == "GUILD_TEXT")
        #expect(ChannelType(rawValue: 99).description == "99")
        #expect(MessageFlags([.ephemeral, .isComponentsV2]).description == "[EPHEMERAL, IS_COMPONENTS_V2]")
        #expect(ChannelType.publicThread.isThread && !ChannelType.guildText.isThread)
        #expect(ChannelType.guildStageVoice.isVoice && !ChannelType.guildForum.isVoice)
        #expect(APIErrorCode.interactionAlreadyAcknowledged.rawValue == 40060)
        #expect(APIErrorCode.unknownInteraction.rawValue == 10062)
        #expect(APIErrorCode.maximumOldMessageEditsReached.rawValue == 30046)
    }
}
