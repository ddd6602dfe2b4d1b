import EchordTesting
import JSON
import Testing

/// What members do with each other: polls, pins, threads, forums, forwarded messages.
extension PlaygroundTests {
    /// Chooses an entry of the newest message's menu.
    private static func choose(_ entry: String, _ page: BrowserPage, of message: String = "") async throws {
        let open = """
            const all = [...document.querySelectorAll('#messages [data-message-id]')];
            all.findLast((each) => each.innerText.includes(arguments[0])).querySelector('[data-tool=more]').click();
            """
        try await page.run(open, [.string(message)])
        try await page.press(entry, in: ".menu")
    }

    @Test("A poll is made, voted in by two, taken back, and closed with its result")
    func polls() async throws {
        try await BrowserStage.showcase { page, discord in
            try await page.click("#attach")
            try await page.press("Create a poll…", in: ".menu")
            try await page.type("#poll-question", "Who cooks?")
            try await page.click("#poll-form [type=submit]")
            _ = try await page.until(
                "document.querySelector('#poll-form .dialog-fault')?.innerText.includes('two answers')")
            try await page.type("[aria-label='Answer 1']", "Ann")
            try await page.type("[aria-label='Answer 2']", "Ben")
            try await page.press("Add an answer", in: "#poll-form")
            try await page.keys("Nobody", BrowserKey.enter)
            _ = try await page.newest { $0.contains("Who cooks?") && $0.contains("Nobody") }

            let answers =
                "[...document.querySelectorAll('.poll-answer')].map((each) => each.innerText.split(/\\s+/).join(' '))"
            try await page.click(".poll .choice:nth-child(2)")
            try await page.click("[data-custom-id=poll-vote]")
            _ = try await page.until("\(answers)[1] === 'Ben YOU 1 · 100 %'")
            try await page.become("Ben")
            // Whoever has not voted yet may look first; what was ticked stays when somebody else votes.
            try await page.click("[data-custom-id=poll-peek]")
            _ = try await page.until("\(answers)[1] === 'Ben 1 · 100 %'")
            try await page.click("[data-custom-id=poll-peek]")
            try await page.click(".poll .choice:nth-child(1)")
            try await page.click("[data-custom-id=poll-vote]")
            _ = try await page.until("\(answers)[0] === 'Ann YOU 1 · 50 %'")
            try await page.click("[data-custom-id=poll-back]")
            _ = try await page.until("document.querySelector('[data-custom-id=poll-vote]')?.disabled")

            try await page.become("Ann")
            try await page.click(".poll-answer:nth-child(2) .link")
            _ = try await page.until("document.querySelector('.voters')?.innerText.includes('Ann')")
            try await page.keys(BrowserKey.escape)
            try await Self.choose("End poll now", page)
            #expect(try await page.newest { $0.contains("closed") }.contains("Ben won with 100 %."))
            #expect(try await page.count("[data-custom-id=poll-vote]") == 0)
            #expect(try await Self.inaccessible(page).isEmpty)
            #expect(try await page.complaints().isEmpty)
        }
    }

    @Test("A message is pinned, found at the top, gone to, and unpinned")
    func pins() async throws {
        try await BrowserStage.showcase { page, discord in
            let general = try discord.guild("Home").channel("general")
            try await page.enter("Read this **first**")
            _ = try await page.newest { $0.contains("Read this") }
            try await Self.choose("Pin message", page)
            _ = try await page.newest { $0.contains("pinned a message to this channel.") }
            try await page.click("#open-pins")
            _ = try await page.until("document.querySelector('.pin strong')?.innerText === 'first'")
            #expect(try await Self.inaccessible(page).isEmpty)
            try await page.press("Go to it", in: ".pin")
            _ = try await page.until("document.activeElement.innerText.includes('Read this')")
            try await page.click("#open-pins")
            try await page.press("Unpin", in: ".pin")
            _ = try await page.until("document.querySelector('.pins .empty')?.innerText.includes('Nothing is pinned')")
            #expect(general.messages().first?.json["pinned"] == false)
            // Whoever may not pin is not offered to.
            try await page.keys(BrowserKey.escape)
            try await page.become("Kid")
            try await page.run("[...document.querySelectorAll('[data-tool=more]')][0].click()")
            #expect(try await page.text(".menu").contains("Pin") == false)
            #expect(try await page.complaints().isEmpty)
        }
    }

    @Test("A thread begins at a message, is left, joined, closed, found among the old ones, and opened again")
    func ownThreads() async throws {
        try await BrowserStage.showcase { page, discord in
            let general = try discord.guild("Home").channel("general")
            try await page.enter("The shed is full")
            _ = try await page.newest { $0.contains("shed") }
            try await Self.choose("Create thread…", page)
            _ = try await page.until("document.querySelector('dialog [name=name]').value === 'The shed is full'")
            try await page.keys(BrowserKey.enter)
            _ = try await page.until("document.querySelector('#channel-topic').textContent === 'Thread in #general'")
            #expect(try await page.newest { $0.contains("began this thread") }.contains("The shed is full"))
            try await page.enter("Let us tidy it")
            _ = try await page.newest { $0.contains("tidy") }
            func menu(_ entry: String) async throws {
                try await page.click("#channel-more")
                try await page.press(entry, in: ".menu")
            }
            try await menu("Leave the thread")
            _ = try await page.until(
                "(await import('/js/state.js')).channel((await import('/js/state.js')).store.channelID).thread_member_ids.length === 0"
            )
            try await menu("Join the thread")
            try await menu("Rename…")
            try await page.type("dialog [name=name]", "!" + BrowserKey.enter)
            _ = try await page.until("document.querySelector('#channel-title').innerText === 'The shed is full!'")
            try await menu("Close")
            try await page.click("[data-channel-id='\(general.id)']")
            _ = try await page.until("document.querySelectorAll('#channel-list .thread').length === 0")
            // The line that tells of the new name counts too.
            #expect(try await page.newest { $0.contains("2 messages") }.contains("The shed is full"))
            try await page.click("#open-threads")
            _ = try await page.until("document.querySelector('.pins h4')?.innerText === 'Archived'")
            #expect(try await Self.inaccessible(page).isEmpty)
            try await page.click(".pins [data-thread]")
            // A word wakes it.
            try await page.enter("Again")
            _ = try await page.until("document.querySelectorAll('#channel-list .thread').length === 1")
            #expect(try await page.complaints().isEmpty)
        }
    }

    @Test("A private thread is seen by those who are in it; a forum takes posts")
    func privateThreadsAndForums() async throws {
        try await BrowserStage.showcase { page, discord in
            try await page.click("#attach")
            try await page.press("Create a thread…", in: ".menu")
            try await page.type("dialog [name=name]", "A surprise")
            try await page.run("document.querySelector('dialog [name=type]').value = '12'")
            try await page.type("dialog [name=content]", "A cake" + BrowserKey.enter)
            _ = try await page.until("document.querySelector('#channel-title').innerText === 'A surprise'")
            #expect(try await page.newest { $0.contains("A cake") }.contains("Ann"))
            try await page.become("Kid")
            _ = try await page.until("document.querySelector('#channel-title').innerText === 'general'")
            #expect(try await page.count("#channel-list .thread") == 0)

            try await page.become("Ann")
            try await page.click("#add-channel")
            try await page.type("dialog [name=name]", "ideas")
            try await page.run("document.querySelector('dialog [name=type]').value = '15'")
            try await page.click("dialog button[type=submit]")
            _ = try await page.until("document.querySelectorAll('[data-channel-id]').length === 4")
            try await page.press(last: "[data-channel-id]")
            _ = try await page.until(
                "document.querySelector('.welcome')?.innerText.includes('Nobody has posted here yet.')")
            try await page.press("New post", in: ".welcome")
            try await page.type("dialog [name=name]", "A bench")
            try await page.type("dialog [name=content]", "Of old pallets" + BrowserKey.enter)
            #expect(try await page.newest { $0.contains("Of old pallets") }.contains("Ann"))
            #expect(try await page.text("#channel-topic") == "Thread in #ideas")
            #expect(try await page.complaints().isEmpty)
        }
    }

    @Test("A message is forwarded to another channel with a few words; slowmode is said and held")
    func forwardAndSlowmode() async throws {
        try await BrowserStage.showcase { page, discord in
            try await page.enter("The key is under the mat")
            _ = try await page.newest { $0.contains("the mat") }
            try await Self.choose("Forward…", page)
            try await page.type("dialog [name=words]", "For later" + BrowserKey.enter)
            _ = try await page.until("document.querySelector('#channel-title').innerText === 'chores'")
            _ = try await page.newest { $0.contains("For later") }
            #expect(try await page.text(".snapshot").contains("The key is under the mat"))
            try await page.click("#channel-more")
            try await page.press("Edit…", in: ".menu")
            try await page.run("document.querySelector('dialog [name=pause]').value = '30'")
            try await page.click("dialog button[type=submit]")
            _ = try await page.until("document.querySelector('#slowmode').innerText.includes('one message per 30 s')")
            try await page.become("Kid")
            try await page.enter("One")
            _ = try await page.newest { $0.contains("One") }
            try await page.enter("Two")
            _ = try await page.until("document.querySelector('#notices').innerText.includes('slowmode')")
            #expect(try await page.run("return document.querySelector('#composer').value") == "Two", "nothing is lost")
        }
    }
}
