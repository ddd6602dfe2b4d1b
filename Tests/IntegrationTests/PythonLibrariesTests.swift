import EchordPrimitives
import EchordTesting
import JSON
import Testing

/// Bots that do the same, each on another library of strangers.
@Suite("Other Python libraries against the local Discord")
struct PythonLibrariesTests {
    private static let commands = ["ping", "slow", "form", "Quiet"]

    @Test(
        "It signs in, registers, completes, answers, uses components and forms, moderates, sends files, and resumes",
        arguments: ["disnake_bot", "interactions_bot"])
    func story(script: String) async throws {
        try await withPythonBot(script, commands: Self.commands) { discord in
            let home = try discord.guild("Home")
            let general = try home.channel("general")
            let ann = try discord.member("ann").patient
            let kid = try discord.member("kid")
            func heard(_ wanted: @escaping @Sendable (LocalMessage) -> Bool) async throws -> LocalMessage {
                try await general.message(atMost: .seconds(30), where: wanted)
            }

            let choices = try await ann.autocomplete("ping", ["text": "ab"], focused: "text", in: general)
            #expect(choices == [.init(name: "ab!", value: "ab!")])
            let pong = try await ann.slash("ping", ["text": "there"], in: general).message
            #expect(pong.content == "pong there")
            let adults = try home.role("Adults").description
            #expect(try await ann.choose([adults], in: pong.selects[0], on: pong).message.content == "chose Adults")
            let claimed = try await ann.click("Claim", on: pong).message
            #expect(claimed.content == "claimed by Ann")
            #expect(try !claimed.button("Claim").isEnabled)

            let slow = try await ann.slash("slow", in: general).message
            #expect(slow.content == "thought" && slow.isEphemeral)
            let form = try await ann.slash("form", in: general)
            let input = try #require(form.inputs.first).customID
            #expect(try await ann.submit([input: "Dishes"], to: form).message.content == "named Dishes")

            #expect(try await ann.menu("Quiet", on: kid, in: general).message.content == "Kid is quiet")
            #expect(throws: LocalDiscordError.self) { try kid.say("I am not", in: general) }

            try ann.say("!file", in: general)
            let file = try await heard { $0.content.hasPrefix("read ") }
            #expect(file.content.hasSuffix("bytes in Home"))
            #expect(file.json["attachments"]?[0]?["filename"] == "note.txt")

            discord.closeConnections(code: 4000, reason: "cut by the test")
            try ann.say("!file", in: general)
            _ = try await heard { $0.content.hasPrefix("read ") && $0.id > file.id }
            #expect(discord.recordedPayloads(fromBot: true).contains { $0["op"] == 6 }, "the session was resumed")
        }
    }
}
