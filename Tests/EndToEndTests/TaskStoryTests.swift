import EchordTesting
import JSON
import Testing

/// What a household does with tasks, through the running program and its local Discord.
@Suite(.serialized) struct TaskStoryTests {
    @Test func aTaskIsMadeClaimedAndDone() async throws {
        try await withHousehold { home in
            let card = try await home.slash(.ann, "task create", ["title": "Water the plants", "points": 3])
            #expect(card.text.contains("#1 Water the plants"))
            #expect(card.text.contains("Created by \(try home.mention(.ann))"))
            #expect(card.labels == ["Claim"])
            let claimed = try await home.click(.ben, "claim", on: card)
            #expect(claimed.answer == "update")
            #expect(claimed.text.contains("Assigned to: \(try home.mention(.ben))"))
            let done = try await home.click(.ben, "done", on: claimed)
            #expect(done.text.contains("Done by \(try home.mention(.ben))"))
            let list = try await home.slash(.ann, "task list", ["view": "done"])
            #expect(list.isPrivate)
            #expect(list.text.contains("Done: 1 task"))
            #expect(list.text.contains("#1 Water the plants"))
        }
    }

    @Test func whoPressesClaimSecondIsToldWhoWasFaster() async throws {
        try await SplitHousehold.with { split in
            let home = split.home
            let card = try await home.slash(.ann, "task create", ["title": "Cook"])
            let presses = try await split.atOnce {
                async let ben = home.clickOnly(.ben, "claim", on: card)
                async let cas = home.clickOnly(.cas, "claim", on: card)
                return try await [(Household.Member.ben, ben), (.cas, cas)]
            }
            var winners: [Household.Member] = []
            var refusals: [Interaction] = []
            for (member, press) in presses {
                let settled = try await home.settled(press)
                #expect(settled.state == "answered")
                if settled.answer == "update" { winners.append(member) } else { refusals.append(settled) }
            }
            let winner = try #require(winners.first)
            #expect(winners.count == 1)
            let refusal = try #require(refusals.first)
            #expect(refusal.isPrivate)
            let words = winner == .ben ? "was faster" : "was sneller"
            #expect(refusal.text.contains("\(try home.mention(winner)) \(words)"))
        }
    }

    @Test func aDoubleClickHasOneEffect() async throws {
        try await SplitHousehold.with { split in
            let home = split.home
            let card = try await home.slash(.ann, "task create", ["title": "Sweep"])
            let claimed = try await home.click(.cas, "claim", on: card)
            let presses = try await split.atOnce {
                async let first = home.clickOnly(.cas, "done", on: claimed)
                async let second = home.clickOnly(.cas, "done", on: claimed)
                return try await [first, second]
            }
            var answers: [String] = []
            for press in presses {
                let settled = try await home.settled(press)
                #expect(settled.state == "answered")
                answers.append(settled.answer)
                if settled.answer == "message" { #expect(settled.text.contains("has done this already")) }
            }
            #expect(answers.sorted() == ["message", "update"])
            let list = try await home.slash(.ann, "task list", ["view": "done"])
            #expect(list.text.contains("Done: 1 task"))
        }
    }

    @Test func aPrivateCardThatWasOvertakenIsRedrawnWhenItIsPressed() async throws {
        try await StackStage.run(commandsPerMinute: 100) { discord, channel in
            let ann = try discord.member("ann")
            _ = try await ann.slash("task create", ["title": "Sweep"], in: channel)
            _ = try await ann.slash("task claim", ["task": "1"], in: channel)
            let (old, older) = (
                try await ann.slash("task show", ["task": "1"], in: channel).message,
                try await ann.slash("task show", ["task": "1"], in: channel).message
            )
            #expect(old.isEphemeral && old.buttons.map(\.label) == ["Done", "Start", "Release"])
            _ = try await ann.slash("task done", ["task": "1"], in: channel)
            let pressed = try await ann.click("Done", on: old).message
            #expect(pressed.id == old.id && pressed.wholeText.contains("✔ #1"))
            #expect(pressed.buttons.map(\.label) == ["Undo"])
            _ = try await channel.message(seenBy: ann) {
                $0.isEphemeral && $0.content.contains("has done this already")
            }
            _ = try await ann.slash("task delete", ["task": "1"], in: channel)
            let gone = try await ann.click("Done", on: older).message
            #expect(gone.id == older.id && gone.buttons.isEmpty && gone.wholeText.contains("no such task"))
        }
    }

    @Test func whoDeletesATaskCanTakeThatBack() async throws {
        try await StackStage.run(commandsPerMinute: 100) { discord, channel in
            let ann = try discord.member("ann")
            _ = try await ann.slash("task create", ["title": "Sweep"], in: channel)
            let deleted = try await ann.slash("task delete", ["task": "1"], in: channel).message
            #expect(deleted.isEphemeral && deleted.buttons.map(\.label) == ["Undo"])
            let none = try await ann.slash("task list", ["view": "all"], in: channel).message
            #expect(!none.wholeText.contains("#1 Sweep"))
            let restored = try await ann.click("Undo", on: deleted).message
            #expect(restored.id == deleted.id && restored.buttons.isEmpty && restored.content.contains("#1 Sweep"))
            let all = try await ann.slash("task list", ["view": "all"], in: channel).message
            #expect(all.wholeText.contains("All: 1 task"))
        }
    }

    @Test func aTaskIsEditedInAWindow() async throws {
        try await withHousehold { home in
            let card = try await home.slash(.ann, "task create", ["title": "Old words"])
            let window = try await home.slash(.ann, "task edit", ["task": "1"])
            #expect(window.answer == "modal")
            #expect((window.json["modal"] ?? .null).strings(of: "value").contains("Old words"))
            let saved = try await home.submit(
                .ann, window, ["title": "New words", "details": "Slowly", "priority": ["high"], "points": "7"])
            #expect(saved.isPrivate)
            #expect(saved.text.contains("#1 New words"))
            try await eventually("the card in the channel shows the new words") {
                try await home.messages(seenBy: .cas).contains {
                    let text = $0.strings(of: "content").joined()
                    return $0["id"]?.stringValue == card.messageID && text.contains("New words")
                        && text.contains("7 points")
                }
            }
        }
    }

    @Test func aWindowOfAnOlderVersionChangesNothing() async throws {
        try await withHousehold { home in
            let card = try await home.slash(.ann, "task create", ["title": "Mine"])
            let window = try await home.slash(.ann, "task edit", ["task": "1"])
            _ = try await home.click(.cas, "claim", on: card)
            let saved = try await home.submit(
                .ann, window, ["title": "Too late", "priority": ["low"], "points": "1"])
            #expect(saved.text.contains("changed this task meanwhile"))
            #expect(try await home.slash(.ann, "task show", ["task": "1"]).text.contains("#1 Mine"))
        }
    }

    @Test func benIsAnsweredInDutch() async throws {
        try await withHousehold { home in
            _ = try await home.slash(.ann, "task create", ["title": "Afwassen"])
            let claimed = try await home.slash(.ben, "task claim", ["task": "1"])
            #expect(claimed.text.contains("pakt"))
            let list = try await home.slash(.ben, "task list")
            #expect(list.text.contains("Van mij: 1 taak"))
            let refused = try await home.slash(.ben, "task show", ["task": "99"])
            #expect(refused.text.contains("Zo'n taak is er hier niet"))
        }
    }

    @Test func aTitlePingsNobody() async throws {
        try await withHousehold { home in
            let title = "@everyone, @here and \(try home.mention(.ben))"
            let card = try await home.slash(.ann, "task create", ["title": .string(title)])
            #expect(card.json["message"]?["mention_everyone"] == .bool(false))
            #expect(card.json["message"]?["mentions"] == [])
            _ = try await home.slash(.cas, "task claim", ["task": "1"])
            _ = try await home.click(.ann, "done", on: try await home.slash(.ann, "task show", ["task": "1"]))
            let messages = try await home.calls().filter { !($0["request"] ?? .null).strings(of: "content").isEmpty }
            #expect(!messages.isEmpty)
            for call in messages {
                let allowed = (call["request"] ?? .null).all("allowed_mentions")
                #expect(!allowed.isEmpty, "no allowed_mentions in \(call["route"] ?? .null)")
                #expect(allowed.allSatisfy { $0["parse"] == [] }, "\(allowed)")
            }
        }
    }

    @Test func theSixthCommandInAMinuteIsRefused() async throws {
        try await withHousehold { home in
            for _ in 1...5 {
                #expect(try await home.slash(.cas, "task list").text.contains("You have nothing to do"))
            }
            let sixth = try await home.slash(.cas, "task list")
            #expect(sixth.isPrivate)
            #expect(sixth.text.contains("too often"))
            let other = try await home.slash(.ben, "task list")
            #expect(!other.text.contains("te vaak"))
        }
    }

    // MARK: -

    /// Runs a story, at the end of which nothing may have failed.
    private func withHousehold(_ story: (Household) async throws -> Void) async throws {
        try await withFolder { folder in
            try await RunningProgram.with(
                ["run", "--ready-json", "--data", "data", "--port", "0", "--local-discord-port", "0"], in: folder
            ) { program in
                let ready = try await program.ready()
                let home = try await Household(at: try #require(ready.discordURL), try Web())
                try await story(home)
                for member in Household.Member.allCases {
                    let states = try await home.messages(seenBy: member).compactMap { $0["local"]?["state"] }
                    #expect(!states.contains("failed"))
                }
                let refused = try await home.calls().filter { ($0["status"]?.intValue ?? 500) >= 400 }
                #expect(refused.isEmpty, "Discord refused what the bot sent: \(refused)")
            }
        }
    }
}
