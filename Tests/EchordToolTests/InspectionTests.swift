import EchordSurface
import JSON
import Testing

@Suite("Inspecting a document")
struct InspectionTests {
    private func inspect(_ text: String, as type: String) throws -> Inspection {
        try Inspection(Array(text.utf8), as: type)
    }

    @Test func whatIsKnownAndWhatIsNotIsToldByPath() throws {
        let text = #"{"id":"1","name":"n","permissions":"8","colour":1,"tags":{"bot_id":"2","novel":[1]},"icon":null}"#
        let role = try inspect(text, as: "Role")
        #expect(role.type == "Role")
        #expect(Set(role.understood) == ["id", "name", "permissions", "tags.bot_id", "icon"])
        #expect(Set(role.unknown) == ["colour", "tags.novel"])
        #expect(role.encoded["permissions"] == "8" && role.encoded["colour"] == nil)
    }

    @Test func valuesThatNobodyDocumentedAreToldAndKept() throws {
        let text = #"{"id":"1","type":250,"flags":1099511627776,"name":"n"}"#
        let channel = try inspect(text, as: "Channel")
        #expect(channel.unknown == [])
        #expect(channel.undocumented.contains("type: 250"))
        #expect(channel.undocumented.contains { $0.contains("bit 40") })
        #expect(channel.encoded["type"] == 250)
    }

    @Test func aPayloadIsReadAsItsEvent() throws {
        let text = #"{"op":0,"s":3,"t":"GUILD_ROLE_DELETE","d":{"guild_id":"1","role_id":"2","who":"3"}}"#
        let event = try inspect(text, as: "payload")
        #expect(event.type == "GuildRoleDelete" && event.unknown == ["who"])
        #expect(try inspect(#"{"op":11,"d":null}"#, as: "payload").type == "GatewayOpcode")
        #expect(try inspect(#"{"op":99}"#, as: "payload").undocumented == [": 99"])
    }

    @Test func aListIsReadElementByElement() throws {
        let list = try inspect(
            #"[{"id":"1","name":"a","permissions":"0"},{"id":"2","name":"b","permissions":"0","x":1}]"#, as: "[Role]")
        #expect(list.type == "[Role]" && list.unknown == ["[1].x"])
        #expect(list.understood.contains("[0].name"))
        #expect(list.encoded.arrayValue?.count == 2)
    }

    @Test func everyKindOfTypeCanBeNamed() throws {
        #expect(try inspect("2", as: "ComponentType").undocumented == [])
        #expect(try inspect("\"8\"", as: "Permissions").encoded == "8")
        #expect(try inspect(#"{"url":"wss://gateway.discord.gg"}"#, as: "GatewayAddress").unknown == [])
        #expect(try inspect(#"{"guild_id":"1","role_id":"2"}"#, as: "GUILD_ROLE_DELETE").type == "GuildRoleDelete")
    }

    @Test(arguments: [
        ("{", "Role", "invalid_document"), ("{}", "[Role]", "invalid_document"), ("{}", "payload", "invalid_document"),
        ("{}", "Rolle", "unknown_type"), ("{}", "[Rolle]", "unknown_type"),
        (#"{"op":0,"t":"NOVEL_EVENT","d":{}}"#, "payload", "unknown_type"), ("{}", "Role", "not_understood"),
        (#"[{"id":"1","name":"a","permissions":"0"},{"id":{"secret":1}}]"#, "[Role]", "not_understood"),
    ])
    func whatIsWrongIsNamedAndNeverShown(text: String, type: String, code: String) throws {
        let error = try #require(throws: InspectionError.self) { try inspect(text, as: type) }
        #expect(error.code.rawValue == code && !error.message.contains("secret"))
    }

    @Test func theNearestNameIsOffered() throws {
        let error = try #require(throws: InspectionError.self) { try inspect("{}", as: "message") }
        #expect(error.message.contains("did you mean Message?"))
    }
}
