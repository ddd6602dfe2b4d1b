import EchordTesting
import Foundation
import JSON
import Testing

/// Writing: commands with every kind of option, mentions, emoji, files, and what was written before.
extension PlaygroundTests {
    @Test("Every kind of option is picked with the keyboard and arrives as what was picked")
    func options() async throws {
        try await BrowserStage.showcase { page, discord in
            let ben = try discord.member("ben")
            try await page.type("#composer", "/options title:Wash the windows points:12 hours:1.5 urgent:t")
            try await page.keys(BrowserKey.enter)
            try await page.type("#option-search", "who:be")
            #expect(try await page.suggestions() == ["@Ben"])
            try await page.keys(BrowserKey.tab)
            try await page.type("#option-search", "where:cho")
            #expect(try await page.suggestions() == ["#chores"])
            try await page.keys(BrowserKey.enter)
            try await page.type("#option-search", "for:adu")
            #expect(try await page.suggestions() == ["@Adults"])
            try await page.keys(BrowserKey.enter)
            try await page.type("#option-search", "room:")
            #expect(try await page.suggestions() == ["Living room", "Kitchen", "Bathroom"])
            try await page.keys(BrowserKey.down, BrowserKey.enter)
            try await page.keys(BrowserKey.enter)
            let answer = try await page.newest {
                $0.contains("title") && $0.contains("json") || $0.contains("\"title\"")
            }
            for part in [
                "\"Wash the windows\"", "\"value\":12", "1.5", "\"urgent\",\"type\":5,\"value\":true", "\(ben.id)",
                "\"kitchen\"",
            ] { #expect(answer.contains(part), "\(part) in \(answer)") }
            #expect(try await page.complaints().isEmpty)
        }
    }

    @Test("What an option does not take is said at the option, and nothing is sent")
    func optionFaults() async throws {
        try await BrowserStage.showcase { page, discord in
            try await page.type("#composer", "/options ")
            try await page.keys(BrowserKey.enter)
            #expect(try await page.text("#suggestions").contains("This option is required"))
            for (line, fault) in [
                ("ab", "Write at least 3 characters"), ("c points:x", "Use a whole number"),
                (BrowserKey.backspace + "101", "Use 100 or less"),
                (BrowserKey.backspace + BrowserKey.backspace + " who:nobody", "“nobody” is no member"),
            ] {
                try await page.keys(line, BrowserKey.enter)
                #expect(try await page.text("#suggestions").contains(fault), "\(line)")
                #expect(try await page.count(".option[data-fault]") == 1)
            }
            #expect(discord.recordedPayloads(fromBot: false).allSatisfy { $0["t"] != "INTERACTION_CREATE" })
        }
    }

    @Test("Backspace takes an empty option away, arrows go from one to the next, Escape gives up what is empty")
    func optionKeys() async throws {
        try await BrowserStage.showcase { page, _ in
            try await page.type("#composer", "/options title:Wash points:")
            #expect(try await page.focused() == "points")
            try await page.keys(BrowserKey.left)
            #expect(try await page.focused() == "title")
            try await page.keys(BrowserKey.right)
            #expect(try await page.focused() == "points")
            try await page.keys(BrowserKey.backspace)
            // The option came by being typed, so it becomes the text it was.
            #expect(try await page.run("return document.activeElement.value") == "Wash points:")
            for _ in 0..<12 { try await page.keys(BrowserKey.backspace) }
            try await page.keys(BrowserKey.backspace)
            #expect(try await page.focused() == "composer")
            #expect(try await page.run("return document.activeElement.value") == "/options")
            try await page.keys(" ", BrowserKey.escape)
            #expect(try await page.run("return document.querySelector('#composer').value") == "")
        }
    }

    @Test("Suggestions that come late for an older text are not shown")
    func lateSuggestions() async throws {
        try await BrowserStage.showcase { page, _ in
            try await page.type("#composer", "/options title:Wash search:a")
            // The bot is asked about "a" and takes its time; meanwhile the text goes on.
            _ = try await page.until(
                "performance.getEntriesByType('resource').length > 0 && document.querySelector('#suggestions').innerText.includes('Loading options')"
            )
            try await Self.waitForAutocomplete(page)
            try await page.keys("t")
            #expect(try await page.suggestions() == ["Attic", "Bathroom"])
            let late = "document.querySelectorAll('#suggestions [role=option]').length > 2"
            let wrong = try? await browserPoll("", within: .seconds(2)) {
                try await page.run("return \(late)").boolValue == true ? true : nil
            }
            #expect(wrong == nil)
            try await page.keys(BrowserKey.enter, BrowserKey.enter)
            #expect(try await page.newest { $0.contains("search") }.contains("attic"))
        }
    }

    /// Until the recorder has the page's question for suggestions.
    private static func waitForAutocomplete(_ page: BrowserPage) async throws {
        let script = """
            const {entries} = await (await fetch('/control/recorder?kind=gateway&limit=1000')).json();
            return entries.some((entry) => entry.t === 'INTERACTION_CREATE' && entry.d.type === 4);
            """
        _ = try await browserPoll("the bot was not asked") {
            try await page.run(script).boolValue == true ? true : nil
        }
    }

    @Test("A file goes into the option that takes one, with its name and picture")
    func optionFile() async throws {
        try await BrowserStage.showcase { page, _ in
            try await page.type("#composer", "/options title:Proof ")
            let drop = """
                const bytes = Uint8Array.from(atob(arguments[0]), (letter) => letter.charCodeAt(0));
                const data = new DataTransfer();
                data.items.add(new File([bytes], 'proof.png', {type: 'image/png'}));
                document.dispatchEvent(new DragEvent('dragenter', {dataTransfer: data, bubbles: true}));
                const title = document.querySelector('#drop-target')?.innerText;
                document.dispatchEvent(new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true}));
                return title;
                """
            #expect(try await page.run(drop, [.string(Self.pixel)]).stringValue?.contains("#general") == true)
            _ = try await page.until("document.querySelector('[data-option=proof] img') !== null")
            #expect(try await page.text("[data-option=proof]").contains("proof.png"))
            try await page.keys(BrowserKey.enter)
            #expect(try await page.newest { $0.contains("proof") }.contains("\"type\":11"))
            #expect(try await page.complaints().isEmpty)
        }
    }

    @Test("Mentions and emoji are picked while writing and sent as Discord writes them")
    func mentions() async throws {
        try await BrowserStage.showcase { page, discord in
            try await page.type("#composer", "Thanks @be")
            #expect(try await page.suggestions() == ["Ben"])
            try await page.keys(BrowserKey.tab)
            try await page.keys("for #cho")
            #expect(try await page.suggestions() == ["chores"])
            try await page.keys(BrowserKey.enter)
            try await page.keys(":tad")
            #expect(try await page.suggestions() == [":tada:"])
            try await page.keys(BrowserKey.enter, BrowserKey.enter)
            _ = try await page.newest { $0.contains("Thanks") }
            let general = try discord.guild("Home").channel("general")
            let chores = try discord.guild("Home").channel("chores")
            let ben = try discord.member("ben")
            #expect(general.messages().last?.content == "Thanks <@\(ben.id)> for <#\(chores.id)> 🎉")
            #expect(general.messages().last?.mentions == [ben.id])
        }
    }

    @Test("Arrow up edits the last own message; a reply shows what it answers; Delete removes")
    func editReplyDelete() async throws {
        try await BrowserStage.showcase { page, discord in
            let general = try discord.guild("Home").channel("general")
            try await page.enter("Frist")
            _ = try await page.newest { $0.contains("Frist") }
            try discord.member("ben").say("Really?", in: general)
            _ = try await page.newest { $0.contains("Really?") }
            try await page.click("#composer")
            try await page.keys(BrowserKey.up)
            _ = try await page.until("document.querySelector('.editor textarea') === document.activeElement")
            for _ in 0..<5 { try await page.keys(BrowserKey.backspace) }
            try await page.keys("First", BrowserKey.enter)
            _ = try await page.until("document.querySelector('#messages').innerText.includes('First (edited)')")
            // To Ben's message with the keyboard, and an answer to it.
            try await page.run("[...document.querySelectorAll('#messages [data-message-id]')].at(-1).focus()")
            try await page.keys("r")
            #expect(try await page.text(".reply-bar").contains("Ben"))
            try await page.keys("Yes.", BrowserKey.enter)
            #expect(try await page.newest { $0.contains("Yes.") }.contains("Really?"))
            #expect(general.messages().last?.json["message_reference"]?["message_id"] != nil)
            try await page.run("[...document.querySelectorAll('#messages [data-message-id]')].at(-1).focus()")
            try await page.keys("\u{E017}")
            _ = try await page.newest { $0.contains("Really?") }
            #expect(general.messages().count == 2)
        }
    }

    @Test("Files are shown before they are sent, can be spoilers, and arrive; what is too large is refused")
    func files() async throws {
        try await BrowserStage.showcase { page, discord in
            let paste = """
                const bytes = Uint8Array.from(atob(arguments[0]), (letter) => letter.charCodeAt(0));
                const data = new DataTransfer();
                data.items.add(new File([bytes], 'shelf.png', {type: 'image/png'}));
                data.items.add(new File(['milk'], 'list.txt', {type: 'text/plain'}));
                data.items.add(new File([new Uint8Array(11 * 1024 * 1024)], 'film.bin'));
                document.querySelector('#composer').dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
                """
            try await page.run(paste, [.string(Self.pixel)])
            #expect(try await page.count(".upload") == 2)
            #expect(try await page.text("#notices").contains("film.bin has 11.0 MB"))
            try await page.click(".upload[data-file='shelf.png'] [aria-label^='Mark']")
            try await page.type("#composer", "Look" + BrowserKey.enter)
            _ = try await page.until("document.querySelectorAll('#messages .veil, #messages .file-card').length === 2")
            let files = try discord.guild("Home").channel("general").messages().last?.json["attachments"]
            #expect(files?[0]?["filename"] == "SPOILER_shelf.png")
            #expect(files?[1]?["filename"] == "list.txt")
            try await page.press("Show the text", in: "#messages .file-card")
            _ = try await page.until("document.querySelector('#messages pre')?.innerText === 'milk'")
            try await page.click(".veil > button:last-child")
            try await page.click("#messages .picture")
            _ = try await page.until("document.querySelector('.lightbox img')?.complete")
            try await page.keys(BrowserKey.escape)
            #expect(try await page.count(".lightbox") == 0)
            #expect(try await page.complaints().isEmpty)
        }
    }

    @Test("What was written stays with its channel and its member")
    func drafts() async throws {
        try await BrowserStage.showcase { page, discord in
            let chores = try discord.guild("Home").channel("chores")
            let general = try discord.guild("Home").channel("general")
            try await page.type("#composer", "not yet")
            try await page.click("[data-channel-id='\(chores.id)']")
            #expect(try await page.run("return document.querySelector('#composer').value") == "")
            try await page.click("[data-channel-id='\(general.id)']")
            #expect(try await page.run("return document.querySelector('#composer').value") == "not yet")
            try await page.become("Ben")
            #expect(try await page.run("return document.querySelector('#composer').value") == "")
        }
    }

    /// A picture of one pixel.
    static let pixel =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
}
