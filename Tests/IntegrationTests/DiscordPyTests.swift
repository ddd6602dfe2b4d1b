import EchordPrimitives
import EchordTesting
import JSON
import Testing

@Suite("discord.py against the local Discord")
struct DiscordPyTests {
    @Test("It signs in, registers, answers, edits, uses components and forms, and resumes")
    func story() async throws {
        let commands = ["ping", "slow", "form", "silent", "Quote"]
        try await withPythonBot("discordpy_bot", commands: commands, clock: VirtualClock(running: false)) { discord in
            let general = try discord.guild("Home").channel("general")
            let ann = try discord.member("ann").patient
            let ben = try discord.member("ben").patient

            let choices = try await ann.autocomplete("ping", ["text": "ab"], focused: "text", in: general)
            #expect(choices == [.init(name: "ab!", value: "ab")])
            try await ann.slash("ping", ["text": "there", "who": .string(ben.id.description)], in: general)
            let pong = try await general.message(atMost: .seconds(30)) { $0.content == "pong there Ben" }
            let claimed = try await ben.click("Claim", on: pong).message
            #expect(claimed.content == "claimed by Ben")
            #expect(try !claimed.button("Claim").isEnabled)
            let chosen = try await ann.choose([ben.id.description], in: claimed.selects[0], on: claimed).message
            #expect(chosen.content == "chose Ben")
            #expect(chosen.isEphemeral)

            let slow = try await ann.slash("slow", in: general).message
            #expect(slow.content == "thought")
            #expect(slow.isEphemeral)
            let form = try await ann.slash("form", in: general)
            let inputs = form.inputs.map(\.customID)
            #expect(inputs.count == 2)
            let submitted = try await ann.submit([inputs[0]: "Dishes", inputs[1]: ["Kitchen"]], to: form).message
            #expect(submitted.content == "Dishes in Kitchen")
            let said = try ann.say("words", in: general)
            #expect(try await ben.menu("Quote", on: said).message.content == "> words")
        }
    }

    @Test("It hears messages, sends files and the new components, reads refusals, and resumes after a cut")
    func messages() async throws {
        try await withPythonBot("discordpy_bot", commands: ["ping"]) { discord in
            let general = try discord.guild("Home").channel("general")
            let ann = try discord.member("ann").patient
            func heard(_ text: String) async throws -> LocalMessage {
                try await general.message(atMost: .seconds(30)) { $0.content == text }
            }
            let asked = try ann.say("!echo one", in: general)
            #expect(
                try await heard("one").json["message_reference"]?["message_id"]?.stringValue == asked.id.description)
            try ann.say("!file", in: general)
            _ = try await heard("read bytes")
            _ = try await general.message(atMost: .seconds(30)) { $0.json["reactions"]?[0]?["me"] == true }
            try ann.say("!board", in: general)
            let board = try await general.message(atMost: .seconds(30)) { $0.wholeText.contains("**Board**") }
            #expect(board.buttons.map(\.label) == ["Open"])
            try ann.say("!refuse", in: general)
            _ = try await heard("refused with 400 50035")

            discord.closeConnections(code: 4000, reason: "cut by the test")
            try ann.say("!echo while away", in: general)
            _ = try await heard("while away")
            let isResumed = discord.recordedPayloads(fromBot: true).contains { $0["op"] == 6 }
            #expect(isResumed, "the session was resumed, not begun anew")
        }
    }

    @Test("A command it does not answer fails after three virtual seconds")
    func silence() async throws {
        try await withPythonBot("discordpy_bot", commands: ["silent"]) { discord in
            let general = try discord.guild("Home").channel("general")
            let answer = try await discord.member("ann").patient.slash("silent", in: general)
            #expect(answer.failure == "The application did not respond")
        }
    }
}

@Suite("hikari against the local Discord")
struct HikariTests {
    @Test("It signs in, registers, answers, edits and uses components")
    func story() async throws {
        let commands = ["ping", "slow", "Quote"]
        try await withPythonBot("hikari_bot", commands: commands, clock: VirtualClock(running: false)) { discord in
            let general = try discord.guild("Home").channel("general")
            let ann = try discord.member("ann").patient
            try ann.say("!echo hello", in: general)
            let hello = try await general.message(atMost: .seconds(30)) {
                $0.content == "hello" && $0.json["reactions"]?[0]?["me"] == true
            }
            #expect(hello.json["attachments"]?[0]?["filename"] == "x.txt")
            #expect(try await ann.click("Claim", on: hello).message.content == "claimed")
            try await ann.slash("ping", ["text": "you"], in: general)
            let pong = try await general.message(atMost: .seconds(30)) { $0.content == "pong you" }
            #expect(try await ann.slash("slow", in: general).message.content == "thought")
            #expect(try await ann.menu("Quote", on: pong).message.content == "> pong you")
        }
    }
}

extension LocalMember {
    /// The same member, who waits longer: a Python process on a busy machine takes its time.
    var patient: LocalMember {
        var member = self
        member.patience = .seconds(30)
        return member
    }
}
