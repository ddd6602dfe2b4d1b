import EchordTesting
import JSON
import Testing

/// What members do with tasks, in one process with the application.
@Suite(.serialized) struct StackTests {
    @Test func aTaskGoesFromCommandToDoneCard() async throws {
        try await StackStage.run { discord, channel in
            let (ann, ben, cas) = (try discord.member("ann"), try discord.member("ben"), try discord.member("cas"))
            let created = try await ann.slash("task create", ["title": "Dust @everyone", "points": 5], in: channel)
            let card = try created.message
            #expect(card.wholeText.contains("#1 Dust"))
            // The slower one may find the button gone already, as in Discord's client.
            async let first = try? ben.click("Claim", on: card).message
            async let second = try? cas.click("Claim", on: card).message
            let messages = await [first, second].compactMap(\.self)
            let claimed = messages.filter { !$0.isEphemeral }
            #expect(claimed.count == 1)
            #expect(messages.filter(\.isEphemeral).allSatisfy { $0.content.contains("<@") })
            let shown = try #require(claimed.first)
            let owner = shown.wholeText.contains("<@\(ben.id)>") ? ben : cas
            let done = try await owner.click("Done", on: shown)
            #expect(try done.message.wholeText.contains("✔ #1"))
            let pinging = discord.recordedCalls().filter { call in
                guard let parse = call.request["data"]?["allowed_mentions"]?["parse"] else { return false }
                return parse != .array([])
            }
            #expect(pinging.isEmpty)
        }
    }

    @Test func commandsOfEveryKindAreAnswered() async throws {
        try await StackStage.run { discord, channel in
            let (ann, ben, kid) = (try discord.member("ann"), try discord.member("ben"), try discord.member("kid"))
            _ = try await ann.slash("task create", ["title": "Sweep", "assign": .string("\(ben.id)")], in: channel)
            let dutch = try await ben.slash("task start", ["task": "#1"], in: channel)
            #expect(try dutch.message.content.contains("is begonnen met"))
            let card = try #require(channel.messages().first { $0.wholeText.contains("Sweep") })
            #expect(card.wholeText.contains("<@\(ben.id)>"))
            let refused = try await kid.slash("task delete", ["task": "1"], in: channel)
            #expect(try refused.message.isEphemeral && refused.message.content.contains("Manage Messages"))
            for (command, word) in [
                ("release", "gave"), ("claim", "takes"), ("done", "has done"), ("undo", "reopened"), ("delete", "bin"),
                ("restore", "back"),
            ] {
                let answer = try await ann.slash("task \(command)", ["task": "#1"], in: channel)
                let content = try answer.message.content
                #expect(content.contains(word), "\(command): \(content)")
            }
            let assigned = try await ann.slash("task assign", ["task": "#1", "to": .string("\(kid.id)")], in: channel)
            #expect(try assigned.message.content.contains("<@\(kid.id)>"))
            let shown = try await kid.slash("task show", ["task": "#1"], in: channel)
            #expect(try shown.message.isEphemeral && shown.message.wholeText.contains("#1 Sweep"))
            let missing = try await kid.slash("task show", ["task": "nothing"], in: channel)
            #expect(try missing.message.content.contains("no such task"))
        }
    }

    @Test func listsHavePages() async throws {
        try await StackStage.run(commandsPerMinute: 100) { discord, channel in
            let ann = try discord.member("ann")
            for number in 1...12 {
                _ = try await ann.slash("task create", ["title": .string("Task \(number)")], in: channel)
            }
            let first = try await ann.slash("task list", ["view": "all"], in: channel)
            #expect(try first.message.isEphemeral && first.message.wholeText.contains("12 tasks"))
            let second = try await ann.click("Next", on: first.message)
            #expect(try second.message.wholeText.contains("#2 Task 2") || second.message.wholeText.contains("#11"))
            let back = try await ann.click("Previous", on: second.message)
            #expect(try back.message.wholeText == first.message.wholeText)
            let found = try await ann.autocomplete(
                "task show", ["task": "task 1"], focused: "task", in: channel)
            #expect(found.count == 4)
        }
    }

    @Test func modalsMakeAndChangeTasks() async throws {
        try await StackStage.run { discord, channel in
            let ann = try discord.member("ann")
            let opened = try await ann.slash(
                "task create", ["title": "Paint", "details": true, "points": 3], in: channel)
            #expect(opened.modal?["title"] == "New task")
            let created = try await ann.submit(["title": "Paint it", "details": "Two *coats*"], to: opened)
            #expect(
                try created.message.wholeText.contains("#1 Paint it") && created.message.wholeText.contains("3 points"))
            let editing = try await ann.slash("task edit", ["task": "#1"], in: channel)
            let edited = try await ann.submit(
                ["title": "Paint all", "details": "", "priority": ["high"], "points": "7"], to: editing)
            #expect(try edited.message.isEphemeral && edited.message.content.contains("is changed"))
            let wrong = try await ann.slash("task edit", ["task": "#1"], in: channel)
            let refused = try await ann.submit(
                ["title": "Paint all", "details": "", "priority": ["high"], "points": "many"], to: wrong)
            #expect(try refused.message.content.contains("points"))
        }
    }

    @Test(arguments: [-315_619_200, -1, 32_503_680_000])
    func discordsClockMayStandAnywhere(_ seconds: Int64) async throws {
        let clock = VirtualClock(startingAt: .init(sinceEpoch: .seconds(seconds)))
        try await StackStage.run(clock: clock) { discord, channel in
            let (ann, ben) = (try discord.member("ann"), try discord.member("ben"))
            let created = try await ann.slash("task create", ["title": "Dust", "due": "tomorrow"], in: channel)
            let claimed = try await ben.click("Claim", on: created.message)
            #expect(try claimed.message.wholeText.contains("<@\(ben.id)>"))
        }
    }

    @Test func theSixthCommandInAMinuteIsRefused() async throws {
        try await StackStage.run { discord, channel in
            let ann = try discord.member("ann")
            for _ in 0..<5 { _ = try await ann.slash("task list", [:], in: channel) }
            let sixth = try await ann.slash("task list", [:], in: channel)
            #expect(try sixth.message.isEphemeral && sixth.message.content.contains("too often"))
        }
    }
}
