import EchordTesting
import JSON
import Testing

/// Members and admins choose the zone in which times are said.
@Suite(.serialized) struct ZoneStoryTests {
    @Test func aMemberChoosesAndGoesBackToTheServers() async throws {
        try await StackStage.run(commandsPerMinute: 100) { discord, channel in
            let (ann, ben) = (try discord.member("ann"), try discord.member("ben"))
            let first = try await ann.slash("me zone", [:], in: channel)
            #expect(try first.message.isEphemeral && first.message.content.contains("**UTC**, because nobody"))

            let all = try await ann.autocomplete("me zone", [:], focused: "zone", in: channel)
            #expect(all.count == 25 && all.first?.name == "As the server: UTC")
            let found = try await ann.autocomplete("me zone", ["zone": "new y"], focused: "zone", in: channel)
            #expect(found.first?.name.hasPrefix("America/New_York · ") == true)
            #expect(found.first?.value == "America/New_York")

            let own = try await ann.slash("me zone", ["zone": "new york"], in: channel)
            #expect(try own.message.content.contains("**America/New_York** now, which you have chosen"))
            let dutch = try await ben.slash("me zone", ["zone": "Amsterdam"], in: channel)
            #expect(try dutch.message.content.contains("**Europe/Amsterdam**, die koos je zelf"))
            let unknown = try await ben.slash("me zone", ["zone": "Mars *Base*"], in: channel)
            #expect(try unknown.message.content.contains("“Mars \\*Base\\*”"))

            _ = try await ann.slash("config set", ["key": "zone", "value": "Asia/Tokyo"], in: channel)
            let back = try await ann.slash("me zone", ["zone": "default"], in: channel)
            #expect(try back.message.content.contains("**Asia/Tokyo** now, as the server has chosen"))
        }
    }

    @Test func aTimeInAZoneThatNobodyChoseIsSaid() async throws {
        try await StackStage.run(commandsPerMinute: 100) { discord, channel in
            let (ann, ben) = (try discord.member("ann"), try discord.member("ben"))
            _ = try await ann.slash("task create", ["title": "Dust", "due": "tomorrow 18:00"], in: channel)
            let hint = try await channel.message(seenBy: ann) { $0.isEphemeral && $0.content.contains("in UTC") }
            #expect(hint.content.contains("`/me zone`"))
            _ = try await ben.slash("task create", ["title": "Zuigen", "due": "morgen"], in: channel)
            _ = try await channel.message(seenBy: ben) { $0.isEphemeral && $0.content.contains("`/ik tijdzone`") }

            func edit(due: String) async throws -> String {
                let window = try await ann.slash("task edit", ["task": "1"], in: channel)
                let saved = try await ann.submit(
                    ["title": "Dust", "priority": ["normal"], "points": "0", "due": .string(due)], to: window)
                return try saved.message.content
            }
            #expect(try await edit(due: "tomorrow 19:00").contains("in UTC"))
            _ = try await ann.slash("me zone", ["zone": "UTC"], in: channel)
            #expect(try await !edit(due: "tomorrow 20:00").contains("in UTC"))
        }
    }

    @Test func onlyAdminsChooseForTheServer() async throws {
        try await StackStage.run(commandsPerMinute: 100) { discord, channel in
            let (ann, kid) = (try discord.member("ann"), try discord.member("kid"))
            await #expect(throws: LocalDiscordError.self) {
                try await kid.slash("config set", ["key": "zone", "value": "UTC"], in: channel)
            }
            let keys = try await ann.autocomplete("config set", ["key": "z"], focused: "key", in: channel)
            #expect(keys.map(\.value) == ["zone"])
            let none = try await ann.autocomplete("config set", ["key": "x"], focused: "value", in: channel)
            #expect(none.isEmpty)
            let values = try await ann.autocomplete("config set", ["key": "zone"], focused: "value", in: channel)
            #expect(values.first?.name == "No zone of its own: UTC" && values.count == 25)
            let wrong = try await ann.slash("config set", ["key": "colour", "value": "red"], in: channel)
            #expect(try wrong.message.isEphemeral && wrong.message.content.contains("`zone`"))
            let set = try await ann.slash("config set", ["key": "zone", "value": "Brussels"], in: channel)
            #expect(try set.message.isEphemeral && set.message.content.contains("**Europe/Brussels**"))
            let reset = try await ann.slash("config set", ["key": "zone", "value": "default"], in: channel)
            #expect(try reset.message.content.contains("**UTC**"))
        }
    }
}
