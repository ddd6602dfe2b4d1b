import Atoms
import EchordTesting
import JSON
import Molecules
import Testing

/// When tasks are due and when they were done, from what members type to what everybody sees.
@Suite(.serialized) struct DueDateStoryTests {
    /// What a member types, and what they read.
    struct Words: CustomTestStringConvertible, Sendable {
        let member: String
        let tomorrow: String
        let evening: String
        let today: String
        let yesterday: String
        let due: String
        let edited: String
        let listed: String
        let did: String
        let unreadable: String
        let correct: String
        let worked: String

        var testDescription: String { member }
    }

    static let english = Words(
        member: "ann", tomorrow: "tomorrow 18:00", evening: "6:00 PM", today: "today", yesterday: "yesterday 20:00",
        due: "Due", edited: "is changed", listed: "Due today: 1 task", did: "did **#1 Dust** on",
        unreadable: "Write it like “fri 18:00”", correct: "Correct it…", worked: "it worked")
    static let dutch = Words(
        member: "ben", tomorrow: "morgen 18.00", evening: "18:00", today: "vandaag", yesterday: "gisteren 20:00",
        due: "Uiterlijk", edited: "is veranderd", listed: "Vandaag: 1 taak", did: "deed **#1 Dust** op",
        unreadable: "Schrijf het als “vr 18:00”", correct: "Verbeteren…", worked: "gelukt")

    @Test(arguments: [english, dutch]) func aTaskIsDueChangedAndDone(_ words: Words) async throws {
        try await StackStage.run(commandsPerMinute: 100) { discord, channel in
            let member = try discord.member(words.member)
            let chosen = try await discord.member("ann").slash(
                "config set", ["key": "zone", "value": "amsterdam"], in: channel)
            #expect(try chosen.message.isEphemeral && chosen.message.content.contains("**Europe/Amsterdam**"))

            let offered = try await member.autocomplete(
                "task create", ["due": .string(words.tomorrow)], focused: "due", in: channel)
            let choice = try #require(offered.first)
            #expect(offered.count <= 5 && choice.name.contains(words.evening))
            #expect(choice.name.hasSuffix(" · Europe/Amsterdam"))
            let value = try #require(choice.value.stringValue)
            let due = try ZonedTime(validating: value, zones: .system)

            let created = try await member.slash("task create", ["title": "Dust", "due": choice.value], in: channel)
            #expect(try created.message.wholeText.contains("\(words.due): \(Self.markup(due.instant))"))

            let window = try await member.slash("task edit", ["task": "1"], in: channel)
            #expect(
                (window.modal ?? .null).strings(of: "value").contains(
                    String(value.prefix(16)).replacing("T", with: " ")))
            let edited = try await member.submit(
                ["title": "Dust", "priority": ["normal"], "points": "0", "due": .string(words.today)], to: window)
            #expect(try edited.message.isEphemeral && edited.message.content.contains(words.edited))
            _ = try await channel.message { message in
                let text = message.wholeText
                return text.contains("### #1 Dust") && text.contains(":F>")
                    && !text.contains("<t:\(due.instant.seconds)")
            }

            let list = try await member.slash("task today", [:], in: channel)
            #expect(try list.message.isEphemeral && list.message.wholeText.contains(words.listed))
            #expect(try list.message.wholeText.contains("#1 Dust") && list.message.wholeText.contains(":R>)"))

            let times = try await member.autocomplete(
                "task done", ["task": "1", "at": .string(words.yesterday)], focused: "at", in: channel)
            let time = try ZonedTime(validating: try #require(times.first?.value.stringValue), zones: .system)
            let done = try await member.slash(
                "task done", ["task": "1", "at": .string(words.yesterday), "note": "Under the *sofa* too"], in: channel)
            let sentence = try done.message.content
            #expect(try !done.message.isEphemeral && sentence.contains("\(words.did) <t:\(time.instant.seconds):f>"))
            #expect(sentence.contains("> Under the \\*sofa\\* too"))
            _ = try await channel.message { $0.wholeText.contains("✔ #1") && $0.wholeText.contains("sofa") }
        }
    }

    @Test(arguments: [english, dutch]) func whatCannotBeReadIsNotLost(_ words: Words) async throws {
        try await StackStage.run(commandsPerMinute: 100) { discord, channel in
            let member = try discord.member(words.member)
            let refused = try await member.slash(
                "task create", ["title": "Dust", "due": "frdag", "points": 3], in: channel)
            #expect(try refused.message.isEphemeral && refused.message.content.contains(words.unreadable))
            let window = try await member.click(words.correct, on: refused.message)
            #expect((window.modal ?? .null).strings(of: "value") == ["Dust", "frdag"])
            // Wrong again: the same sentence stays, with what was typed now.
            let again = try await member.submit(["title": "Dust all", "due": "18:00 19:00"], to: window)
            #expect(try again.message.id == refused.message.id && again.message.content.contains(words.unreadable))
            let second = try await member.click(words.correct, on: again.message)
            #expect((second.modal ?? .null).strings(of: "value") == ["Dust all", "18:00 19:00"])
            let made = try await member.submit(["title": "Dust all", "due": .string(words.tomorrow)], to: second)
            #expect(try made.message.content.contains(words.worked) && made.message.buttons.isEmpty)
            let card = try await channel.message(seenBy: try discord.member("cas")) {
                $0.wholeText.contains("#1 Dust all")
            }
            #expect(card.wholeText.contains("3 p") && card.wholeText.contains("\(words.due): <t:"))

            let editing = try await member.slash("task edit", ["task": "1"], in: channel)
            let unread = try await member.submit(
                ["title": "Dust it", "priority": ["high"], "points": "", "due": "hm"], to: editing)
            #expect(try unread.message.content.contains(words.unreadable))
            let reopened = try await member.click(words.correct, on: unread.message)
            let values = (reopened.modal ?? .null).strings(of: "value")
            #expect(Set(["Dust it", "hm"]).isSubset(of: values))
            let saved = try await member.submit(
                ["title": "Dust it", "priority": ["high"], "points": "5", "due": ""], to: reopened)
            #expect(try saved.message.id == unread.message.id && saved.message.content.contains(words.edited))

            let future = try await member.slash(
                "task done", ["task": "1", "at": .string(words.tomorrow), "note": "Nearly"], in: channel)
            #expect(try future.message.isEphemeral)
            let third = try await member.click(words.correct, on: future.message)
            #expect((third.modal ?? .null).strings(of: "value") == [words.tomorrow, "Nearly"])
            _ = try await member.submit(["at": .string(words.yesterday), "note": "All of it"], to: third)
            _ = try await channel.message { !$0.isEphemeral && $0.content.contains("> All of it") }
        }
    }

    @Test func whatMayBeSeveralTimesIsChosenFromAList() async throws {
        try await StackStage.run(commandsPerMinute: 100) { discord, channel in
            let ann = try discord.member("ann")
            // Somewhere half past eight in the morning is over, and that in the evening is not.
            let zones = ["Pacific/Auckland", "Asia/Tokyo", "Asia/Dubai", "Europe/Amsterdam", "America/New_York"]
            let now = TimeSource.system.now()
            let name = try #require(
                zones.first { name in
                    let zone = ZoneName(rawValue: name).flatMap { ZoneCatalogue.system[$0] }
                    return zone.map { (9...19).contains($0.local(at: now).time.hour) } ?? false
                })
            _ = try await ann.slash("me zone", ["zone": .string(name)], in: channel)
            let asked = try await ann.slash("task create", ["title": "Dust", "due": "8:30"], in: channel)
            #expect(try asked.message.isEphemeral && asked.message.content.contains("several times"))
            let select = try #require(try asked.message.selects.first)
            let values = select.json["options"]?.arrayValue?.compactMap { $0["value"]?.stringValue } ?? []
            #expect(values.count >= 2 && Set(values).count == values.count)
            let wanted = try #require(values.first { $0.contains("T08:30") })
            // Whoever chooses twice wants one task; the slower choice may find the list gone, as in Discord's client.
            async let first = try? ann.choose([wanted], in: select, on: asked.message).message
            async let second = try? ann.choose([wanted], in: select, on: asked.message).message
            let made = await [first, second].compactMap(\.self)
            #expect(!made.isEmpty && made.allSatisfy(\.selects.isEmpty))
            let tasks = try await ann.slash("task list", ["view": "all"], in: channel)
            #expect(try tasks.message.wholeText.contains("All: 1 task"))
            let due = try ZonedTime(validating: wanted, zones: .system).instant
            _ = try await channel.message(seenBy: try discord.member("cas")) {
                $0.wholeText.contains("Due: \(Self.markup(due))")
            }
        }
    }

    @Test func howeverManyWindowsCorrectATaskOneIsMade() async throws {
        try await StackStage.run(commandsPerMinute: 100) { discord, channel in
            let ann = try discord.member("ann")
            let refused = try await ann.slash("task create", ["title": "Dust", "due": "frdag"], in: channel)
            let first = try await ann.click("Correct it…", on: refused.message)
            let second = try await ann.click("Correct it…", on: refused.message)
            // What the second window says is still wrong, and corrected in a third.
            let again = try await ann.submit(["title": "Dust", "due": "frdg"], to: second)
            let third = try await ann.click("Correct it…", on: again.message)
            _ = try await ann.submit(["title": "Dust", "due": "tomorrow 18:00"], to: first)
            let last = try await ann.submit(["title": "Dust", "due": "tomorrow 19:00"], to: third)
            #expect(try last.message.content.contains("it worked"))
            let tasks = try await ann.slash("task list", ["view": "all"], in: channel)
            #expect(try tasks.message.wholeText.contains("All: 1 task"))
        }
    }

    @Test func aTimeThatClocksSkipIsSaid() async throws {
        try await StackStage.run(commandsPerMinute: 100) { discord, channel in
            let ann = try discord.member("ann")
            _ = try await ann.slash("me zone", ["zone": "Europe/Amsterdam"], in: channel)
            let zone = try #require(ZoneCatalogue.system.zone(named: "Amsterdam"))
            let (today, half) = (zone.local(at: TimeSource.system.now()).date, try #require(LocalTime("02:30")))
            let night = try #require(
                (1...400).map { today.adding(days: $0) }.first { zone.instants(of: LocalDateTime($0, half)).isEmpty })
            let card = try await ann.slash("task create", ["title": "Dust", "due": "\(night) 02:30"], in: channel)
            let due = zone.instant(of: LocalDateTime(night, half))
            #expect(try card.message.wholeText.contains(Self.markup(due)))
            let remark = try await channel.message(seenBy: ann) { $0.isEphemeral && $0.content.contains("skip") }
            #expect(remark.content.contains("skip 2:30 AM") && remark.content.contains("3:30 AM"))
        }
    }

    private static func markup(_ instant: Instant) -> String { "<t:\(instant.seconds):F> (<t:\(instant.seconds):R>)" }
}
