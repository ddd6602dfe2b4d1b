import EchordTesting
import JSON
import Testing

/// The forms a bot asks for.
extension PlaygroundTests {
    private static func open(_ command: String, _ page: BrowserPage) async throws {
        try await page.enter(command)
        _ = try await page.until("document.querySelector('#modal')?.open")
    }

    @Test("What is missing or wrong is said at each field before anything is sent; then everything arrives")
    func form() async throws {
        try await BrowserStage.showcase { page, discord in
            let ann = try discord.member("ann")
            try await Self.open("/form", page)
            try await page.click("#modal button[type=submit]")
            #expect(try await page.count("#modal .fault:not([hidden])") == 2)
            #expect(try await page.focused() == "title")
            try await page.keys("ab")
            #expect(try await page.count("#modal [aria-invalid=true]") == 1)
            try await page.click("#modal button[type=submit]")
            #expect(try await page.text("#modal").contains("Write at least 3 characters."))
            try await page.type("#modal [name=title]", "c")
            try await page.type("#modal [name=details]", "One\u{E008}\u{E007}\u{E008}Two")
            try await page.click("#modal [data-custom-id=room]")
            try await page.keys(BrowserKey.down, BrowserKey.enter)
            try await page.click("#modal [data-custom-id=people]")
            try await page.keys("a", BrowserKey.enter)
            try await page.press("Done", in: ".select-popup")
            let choose = """
                const bytes = Uint8Array.from(atob(arguments[0]), (letter) => letter.charCodeAt(0));
                const data = new DataTransfer();
                data.items.add(new File([bytes], 'proof.png', {type: 'image/png'}));
                data.items.add(new File(['x'], 'tool.exe', {type: 'application/octet-stream'}));
                const input = document.querySelector('#modal input[type=file]');
                input.files = data.files;
                input.dispatchEvent(new Event('change'));
                """
            try await page.run(choose, [.string(Self.pixel)])
            #expect(try await page.count("#modal .upload") == 1)
            #expect(try await page.text("#notices").contains("tool.exe is not of a kind"))
            try await page.click("#modal button[type=submit]")
            _ = try await page.until("document.querySelector('#modal') === null")
            let answer = try await page.newest { $0.contains("\"title\"") }
            for part in ["\"abc\"", "One\\nTwo", "[\"kitchen\"]", "[\"\(ann.id)\"]"] {
                #expect(answer.contains(part), "\(part) in \(answer)")
            }
            #expect(answer.contains("Ann\nused") && answer.contains("/form"))
            #expect(try await page.complaints().isEmpty)
        }
    }

    @Test("Radio buttons, checkboxes and a channel, with the numbers that are asked for")
    func choices() async throws {
        try await BrowserStage.showcase { page, _ in
            try await Self.run("/everything", page) { $0.contains("Below the card") }
            try await page.press(last: "[data-custom-id=details]")
            _ = try await page.until("document.querySelector('#modal')?.open")
            try await page.click("#modal button[type=submit]")
            #expect(try await page.count("#modal .fault:not([hidden])") == 2)
            try await page.keys(" ")
            try await page.run("for (const box of document.querySelectorAll('#modal [name=days]')) box.click()")
            try await page.click("#modal button[type=submit]")
            #expect(try await page.text("#modal").contains("Choose at most 2."))
            try await page.click("#modal [name=days][value=su]")
            try await page.click("#modal [name=read]")
            try await page.click("#modal button[type=submit]")
            _ = try await page.until("document.querySelector('#modal') === null")
            let answer = try await page.newest { $0.contains("often") }
            for part in ["\"often\":\"once\"", "\"days\":[\"mo\",\"tu\"]", "\"read\":true", "\"where\":[]"] {
                #expect(answer.contains(part), "\(part) in \(answer)")
            }
            #expect(try await page.complaints().isEmpty)
        }
    }

    @Test("Escape asks when something would be lost; the focus stays inside and comes back")
    func leaving() async throws {
        try await BrowserStage.showcase { page, _ in
            try await Self.open("/form", page)
            try await page.keys(BrowserKey.escape)
            #expect(try await page.count("#modal") == 0)
            #expect(try await page.focused() == "composer")
            try await Self.open("/form", page)
            try await page.keys("Half", BrowserKey.escape)
            #expect(try await page.text("#modal .dialog-foot").contains("would be lost"))
            try await page.keys(BrowserKey.enter)
            #expect(try await page.run("return document.querySelector('#modal [name=title]').value") == "Half")
            // Once round: the focus never leaves the form.
            for _ in 0..<14 {
                try await page.keys(BrowserKey.tab)
                #expect(
                    try await page.run("return document.querySelector('#modal').contains(document.activeElement)")
                        == true)
            }
            try await page.keys(BrowserKey.escape, BrowserKey.escape)
            try await page.click("[data-action=discard]")
            #expect(try await page.count("#modal") == 0)
            #expect(try await page.complaints().isEmpty)
        }
    }

    @Test("A form that the bot does not answer stays with what was entered")
    func unanswered() async throws {
        try await BrowserStage.showcase { page, discord in
            try await Self.open("/form", page)
            try await page.keys("Title")
            try await page.click("#modal [data-custom-id=room]")
            try await page.keys(BrowserKey.enter)
            discord.closeConnections()
            _ = try await page.until("document.querySelector('#bot-status').dataset.kind === 'bad'")
            try await page.click("#modal button[type=submit]")
            _ = try await page.until("document.querySelector('#modal [type=submit]').ariaBusy === 'true'")
            discord.clock.advance(by: .seconds(3))
            _ = try await page.until("document.querySelector('#modal .dialog-fault:not([hidden])')")
            #expect(try await page.text("#modal .dialog-fault") == "Something went wrong. Try again.")
            #expect(try await page.run("return document.querySelector('#modal [name=title]').value") == "Title")
        }
    }
}
