import EchordTesting
import JSON
import Testing

/// Readable, reachable, on a phone too.
extension PlaygroundTests {
    @Test("Everything has a name and enough contrast, in both themes", arguments: ["light", "dark"])
    func contrast(_ theme: String) async throws {
        try await BrowserStage.showcase { page, discord in
            try await page.run("document.documentElement.dataset.theme = arguments[0]", [.string(theme)])
            func check(_ place: String) async throws {
                let faults = try await Self.inaccessible(page)
                #expect(faults.isEmpty, "\(place)")
            }
            try await check("empty channel")
            for (command, text) in [
                ("/everything", "Below"), ("/old", "Press"), ("/embeds", "noon"), ("/text", "quoted"),
                ("/secret", "Do not"),
            ] { try await Self.run(command, page) { $0.contains(text) } }
            try discord.member("ben").say(
                "<@\(try discord.member("ann").id)>", in: try discord.guild("Home").channel("general"))
            _ = try await page.newest { $0.contains("@Ann") }
            try await page.enter("/silent")
            discord.clock.advance(by: .seconds(3))
            _ = try await page.newest { $0.contains("did not respond") }
            try await check("messages")
            try await page.click(".members .person")
            try await check("profile")
            try await page.keys(BrowserKey.escape)
            try await page.click("#persona")
            try await check("persona")
            try await page.keys(BrowserKey.escape)
            try await page.click("#open-bot")
            try await page.click(".record summary")
            try await check("timeline")
            try await page.click("#tab-clock")
            try await check("clock")
            try await page.type("#composer", "/options ")
            try await page.keys(BrowserKey.enter)
            try await check("command")
            try await page.keys(BrowserKey.backspace)
            try await page.run("document.querySelector('#composer').value = ''")
            try await page.enter("/form")
            _ = try await page.until("document.querySelector('#modal')?.open")
            try await page.click("#modal [type=submit]")
            try await check("form")
            try await page.keys(BrowserKey.escape)
            try await page.click("#open-emoji")
            try await check("emoji")
            try await page.keys(BrowserKey.escape)
            try await page.keys("k", with: BrowserKey.control)
            try await check("switcher")
        }
    }

    @Test("Lists have one stop each and arrows inside; shortcuts lead everywhere; new messages are said")
    func keyboard() async throws {
        try await BrowserStage.showcase { page, discord in
            #expect(try await page.count("#channel-list [tabindex='0']") == 1)
            try await page.run("document.querySelector('#channel-list [tabindex=\"0\"]').focus()")
            try await page.keys(BrowserKey.down, BrowserKey.enter)
            _ = try await page.until("document.querySelector('#channel-title').innerText === 'chores'")
            #expect(try await page.focused() == "composer")
            try await page.keys("k", with: BrowserKey.control)
            try await page.keys("gener", BrowserKey.enter)
            _ = try await page.until("document.querySelector('#channel-title').innerText === 'general'")
            try await page.keys("/", with: BrowserKey.control)
            #expect(try await page.text("dialog").contains("This is a Discord of your own"))
            try await page.keys(BrowserKey.escape)
            // What others write is said to a screen reader once; what one writes oneself is not.
            try discord.member("ben").say("Is **anybody** here?", in: try discord.guild("Home").channel("general"))
            #expect(try await page.until("document.querySelector('#said').innerText") == "Ben: Is anybody here?")
            try await page.enter("Me")
            _ = try await page.newest { $0.contains("Me") }
            #expect(try await page.count("#said p") == 1)
            // From message to message, and into a menu that arrows walk through.
            try await page.run("[...document.querySelectorAll('#messages [data-message-id]')].at(-1).focus()")
            try await page.keys(BrowserKey.up)
            #expect(
                try await page.run("return document.activeElement.innerText").stringValue?.contains("anybody") == true)
            try await page.keys(BrowserKey.enter)
            _ = try await page.until("document.activeElement.getAttribute('role') === 'menuitem'")
            try await page.keys("c", "c")
            #expect(try await page.run("return document.activeElement.innerText") == "Copy text")
            try await page.keys(BrowserKey.escape)
            #expect(try await page.count(".menu") == 0)
            #expect(try await page.complaints().isEmpty)
        }
    }

    @Test("On a phone the lists are drawers, one sees who one is, and nothing is wider than the screen")
    func phone() async throws {
        try await BrowserStage.showcase(size: .phone) { page, discord in
            func check(_ place: String) async throws {
                let faults = try await Self.inaccessible(page)
                #expect(faults.isEmpty, "\(place)")
            }
            try await check("empty channel")
            try await page.click("#open-sidebar")
            _ = try await page.until("document.querySelector('#app').classList.contains('sidebar-open')")
            #expect(try await page.run("return document.querySelector('#conversation').inert") == true)
            try await check("channels")
            let chores = try discord.guild("Home").channel("chores")
            try await page.click("[data-channel-id='\(chores.id)']")
            _ = try await page.until("!document.querySelector('#app').classList.contains('sidebar-open')")
            try await Self.run("/everything", page) { $0.contains("Below the card") }
            try await check("messages")
            try await page.click("#persona-top")
            try await check("persona")
            try await page.click(".personas [data-persona-name='Kid']")
            _ = try await page.until("document.querySelector('#composer').placeholder === 'Message #chores as Kid'")
            try await page.click("#open-bot")
            _ = try await page.until("document.querySelector('.record') !== null")
            try await check("timeline")
            try await page.click("#side .head button")
            _ = try await page.until("document.querySelector('#side').hidden")
            try await page.press(last: "[data-tool=more]")
            try await check("menu")
            #expect(try await page.complaints().isEmpty)
        }
    }
}
