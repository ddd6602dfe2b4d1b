import EchordTesting
import Foundation
import JSON
import Testing

/// What messages look like and what can be done with them.
extension PlaygroundTests {
    @Test("Components of the second version are all drawn, from this server alone")
    func componentsV2() async throws {
        try await BrowserStage.showcase { page, _ in
            try await Self.run("/everything", page) { $0.contains("Below the card") }
            let message = "#messages .message:last-child"
            for (selector, count) in [
                (".container-card", 2), (".section", 2), (".media-gallery .picture", 3), (".section-accessory img", 1),
                (".file-card", 1), ("hr.separator", 1), (".separator.bare", 1), (".dc-button", 6), (".select", 1),
                (".veil", 2), (".md-h1", 1), ("time[data-style=R]", 1), (".spoiler", 1),
            ] { #expect(try await page.count("\(message) \(selector)") == count, "\(selector)") }
            #expect(
                try await page.run("return getComputedStyle(document.querySelector('.container-card')).borderLeftColor")
                    == "rgb(87, 242, 135)")
            // Pictures have arrived; nothing was asked of anybody else.
            _ = try await page.until("[...document.images].every((image) => image.complete && image.naturalWidth > 0)")
            let foreign = """
                return performance.getEntriesByType('resource').map((entry) => entry.name)
                    .filter((name) => !name.startsWith(location.origin) && !name.startsWith('blob:'));
                """
            #expect(try await page.run(foreign) == [])
            #expect(try await page.run("return document.querySelector('[data-custom-id=off]').disabled") == true)
            #expect(try await page.complaints().isEmpty)
        }
    }

    @Test("A pressed button waits visibly; a bot that does not answer is said under the message, as Discord says it")
    func waiting() async throws {
        try await BrowserStage.showcase { page, _ in
            try await Self.run("/everything", page) { $0.contains("Below the card") }
            try await page.press(last: "[data-custom-id=fail]")
            #expect(try await page.until("document.querySelector('[data-custom-id=fail]').ariaBusy") == "true")
            #expect(try await page.run("return document.querySelector('[data-custom-id=done]').ariaDisabled") == "true")
            let fault = try await page.until("document.querySelector('.component-fault')?.innerText")
            #expect(fault == "This interaction failed")
            try await page.press(last: "[data-custom-id=done]")
            #expect(try await page.newest { $0.contains("Well done!") }.contains("Only you can see this"))
            #expect(try await page.count(".component-fault") == 0)
            try await page.press(last: "[data-custom-id=claim]")
            _ = try await page.until("document.querySelector('#messages').innerText.includes('Claimed by you.')")
            #expect(try await page.complaints().isEmpty)
        }
    }

    @Test("Every kind of select is chosen from, with a search, several values and the keyboard")
    func selects() async throws {
        try await BrowserStage.showcase { page, discord in
            let home = try discord.guild("Home")
            let (ann, cas) = (try discord.member("ann"), try discord.member("cas"))
            try await Self.run("/old", page) { $0.contains("Press or choose.") }
            func choose(_ id: String, _ keys: String...) async throws {
                try await page.press(last: "[data-custom-id=\(id)]")
                _ = try await page.until("document.querySelector('.select-popup') !== null")
                try await page.keys(keys.joined())
            }
            try await choose("who", "c", BrowserKey.enter)
            #expect(try await page.newest { $0.contains("[") && $0.contains("\(cas.id)") }.isEmpty == false)
            try await choose("roles", "a", BrowserKey.enter)
            _ = try await page.newest { !$0.contains("\(cas.id)") && $0.contains("[") }
            // Several: sent when the list closes.
            try await choose("any", "a", BrowserKey.enter, "c", BrowserKey.enter)
            #expect(try await page.text(".select-foot").contains("2 chosen"))
            try await page.press("Done", in: ".select-popup")
            _ = try await page.newest { $0.contains("\(ann.id)") && $0.contains("\(cas.id)") }
            // Escape takes back what was chosen, and sends nothing.
            let before = try await page.count("#messages .message")
            try await choose("any", "b", BrowserKey.enter, BrowserKey.escape)
            #expect(try await page.count(".select-popup") == 0)
            #expect(try await page.count("#messages .message") == before)
            try await choose("where", "c", BrowserKey.enter)
            let chores = try home.channel("chores").id
            _ = try await page.newest { $0.contains("\(chores)") }
            #expect(try await page.complaints().isEmpty)
        }
    }

    @Test("An answer is awaited, deferred, failed and dismissed where it stands")
    func answers() async throws {
        try await BrowserStage.showcase { page, discord in
            try await page.enter("/later")
            _ = try await page.newest { $0.contains("Thought about it.") }
            try await page.enter("/silent")
            _ = try await page.newest { $0.contains("Sending command") }
            discord.clock.advance(by: .seconds(3))
            _ = try await page.newest { $0.contains("The application did not respond") }
            try await page.click("#messages [data-action=dismiss]")
            _ = try await page.until("document.querySelectorAll('#messages .message').length === 1")
            try await Self.run("/secret", page) { $0.contains("Do not tell") }
            try await page.become("Ben")
            _ = try await page.until("document.querySelectorAll('#messages .message').length === 1")
            #expect(try await page.complaints().isEmpty)
        }
    }

    @Test("Embeds are complete; a picture of another site is a link")
    func embeds() async throws {
        try await BrowserStage.showcase { page, _ in
            let text = try await Self.run("/embeds", page) { $0.contains("Counted at noon") }
            for part in ["The house", "Chores of the week", "12 points", "The bins go out", "Picture on example.com"] {
                #expect(text.contains(part), "\(part)")
            }
            #expect(try await page.count(".embed-field.of-three") == 3)
            #expect(try await page.count(".embed img.embed-icon") == 2)
            #expect(try await page.count(".embed .picture") == 2)
            #expect(try await page.count(".attachments .picture") == 0, "what an embed shows is not shown twice")
            #expect(
                try await page.run("return document.querySelector('.elsewhere').rel").stringValue?.contains("noopener")
                    == true)
            #expect(try await page.complaints().isEmpty)
        }
    }

    @Test("Markdown is drawn as Discord draws it, never as HTML, and times tick with the clock")
    func markdown() async throws {
        try await BrowserStage.showcase { page, discord in
            let text = try await Self.run("/text", page) { $0.contains("is quoted") }
            let message = "#messages .message:last-child"
            for (selector, count) in [
                (".md-h1", 1), (".md-h2", 1), (".md-h3", 1), (".md-subtext", 1), ("s", 1), ("u", 1), ("ul", 2),
                ("ol", 1),
                ("blockquote", 2), (".code-block[data-language=swift]", 1), ("time.timestamp", 7), ("script", 0),
                ("a[href='https://example.com/x']", 1),
            ] { #expect(try await page.count("\(message) .content \(selector)") == count, "\(selector)") }
            #expect(text.contains("<script>alert(1)</script> snake_case_word *no*"))
            try await page.click("\(message) .spoiler")
            #expect(try await page.text("\(message) .spoiler.revealed") == "secret")
            let relative = "document.querySelector('\(message) time[data-style=R]')?.innerText"
            let before = try await page.until(relative)
            #expect(before == "in 21 hours")
            try await page.click("#open-bot")
            try await page.click("#tab-clock")
            try await page.click("[data-advance='604800000']")
            let after = try await browserPoll("the time does not tick") {
                // While the message is drawn anew there is none.
                let now = try await page.run("return \(relative)")
                return now == before || now == .null ? nil : now
            }
            #expect(after == "6 days ago")
            // The command that is mentioned is begun by pressing it.
            try await page.press("/options", in: message)
            #expect(try await page.until("document.querySelector('.command-name')?.innerText") == "/options")
            #expect(try await page.complaints().isEmpty)
        }
    }

    @Test("Reactions are added, counted, removed; from the tools, the picker and the menu")
    func reactions() async throws {
        try await BrowserStage.showcase { page, discord in
            let general = try discord.guild("Home").channel("general")
            let said = try discord.member("ben").say("Who helps?", in: general)
            _ = try await page.newest { $0.contains("Who helps?") }
            try await page.press(last: ".message-tools [aria-label='React with 👍']")
            _ = try await page.until("document.querySelector('.reaction')?.ariaPressed === 'true'")
            try discord.member("ben").react("👍", to: said)
            _ = try await page.until("document.querySelector('.reaction').innerText.replace(/\\s/g, '') === '👍2'")
            try await page.click(".reaction")
            _ = try await page.until("document.querySelector('.reaction').innerText.replace(/\\s/g, '') === '👍1'")
            #expect(try await page.run("return document.querySelector('.reaction').ariaPressed") == "false")
            try await page.click(".reaction.add")
            try await page.keys("broom", BrowserKey.enter)
            _ = try await page.until("document.querySelector('#messages').innerText.includes('🧹')")
            try await page.press(last: "[data-tool=more]")
            #expect(try await page.text(".menu").contains("Copy message ID"))
            try await page.press("Keep", in: ".menu")
            #expect(
                try await page.newest { $0.contains("Keep") && $0.contains("\"") }.contains(
                    "\(said.json["id"]?.stringValue ?? "-")"))
            #expect(try await page.complaints().isEmpty)
        }
    }

    @Test("Polls, forwarded messages and threads are drawn when a message has them")
    func rareParts() async throws {
        try await BrowserStage.showcase { page, discord in
            try discord.member("ben").say("Vote!", in: try discord.guild("Home").channel("general"))
            _ = try await page.newest { $0.contains("Vote!") }
            let script = """
                const {now, store} = await import('/js/state.js');
                const message = [...store.messages.values()].at(-1);
                store.messages.set(message.id, {...message,
                    poll: {question: {text: 'Who cooks?'}, allow_multiselect: false, expiry: new Date(now() + 7260000).toISOString(),
                        answers: [{answer_id: 1, poll_media: {text: 'Ann', emoji: {name: '🍳'}}}, {answer_id: 2, poll_media: {text: 'Ben'}}],
                        results: {is_finalized: false, answer_counts: [{id: 1, count: 3, me_voted: true}, {id: 2, count: 1, me_voted: false}]}},
                    message_snapshots: [{message: {content: 'Said elsewhere', attachments: [], embeds: [], components: []}}],
                    thread: {id: '5', name: 'Cooking', message_count: 4}, sticker_items: [{name: 'Wave'}], pinned: true});
                store.change('messages');
                return [...document.querySelectorAll('#messages .message')].at(-1).innerText;
                """
            let text = try await page.run(script).stringValue ?? ""
            for part in [
                "Who cooks?", "3 · 75 %", "4 votes", "in 2 hours", "Said elsewhere", "Cooking", "Sticker: Wave",
                "pinned",
            ] {
                #expect(text.contains(part), "\(part) in \(text)")
            }
            #expect(try await page.complaints().isEmpty)
        }
    }

    @Test("A reader who has gone up is not taken down by what comes, and is told of it")
    func scrolledUp() async throws {
        try await BrowserStage.showcase { page, discord in
            let general = try discord.guild("Home").channel("general")
            let ben = try discord.member("ben")
            for number in 1...70 { try ben.say("Line \(number)\nof two", in: general) }
            _ = try await page.newest { $0.contains("Line 70") }
            try await page.run("document.querySelector('#scroller').scrollTop = 200")
            _ = try await page.until("document.querySelector('#latest').hidden === false")
            try ben.say("The newest", in: general)
            _ = try await page.until("document.querySelector('#latest').innerText === '1 new message ↓'")
            #expect(try await page.run("return document.querySelector('#scroller').scrollTop < 300") == true)
            try await page.click("#latest")
            _ = try await page.until("document.querySelector('#latest').hidden")
            // What is older is loaded by going to the top.
            #expect(
                try await page.run("return document.querySelector('#messages').innerText.includes('Line 1\\n')") == true
            )
        }
    }
}
