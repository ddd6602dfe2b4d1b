import EchordTesting
import JSON
import Testing

/// The bot's side: the timeline, the clock.
extension PlaygroundTests {
    @Test("The timeline has what the bot was told and asked, with status and payload; filtered, searched, by message")
    func timeline() async throws {
        try await BrowserStage.showcase { page, discord in
            try await page.click("#open-bot")
            _ = try await page.until("document.querySelectorAll('.record[data-title=READY]').length === 1")
            try await Self.run("/list all", page) { $0.contains("All of it.") }
            _ = try await page.until("document.querySelector('.record[data-title=MESSAGE_CREATE]') !== null")
            let first = try await page.text(".record[data-kind=rest]")
            #expect(first.contains("POST /interactions") && first.contains("204"))
            #expect(
                try await page.text(".record[data-title=INTERACTION_CREATE]").contains("Ann · #general · /list all"))
            try await page.click(".record[data-title=INTERACTION_CREATE] summary")
            #expect(
                try await page.text(".record[data-title=INTERACTION_CREATE] .json").contains("\"options\"") == false)
            #expect(try await page.text(".record[data-title=INTERACTION_CREATE] .json").contains("\"list\""))
            try await page.click("[data-filter=events]")
            #expect(try await page.count(".record[data-kind=rest]") == 0)
            try await page.click("[data-filter=all]")
            try await page.type("#tab-panel [type=search]", "guild_create")
            #expect(try await page.count(".record") == 1)
            // From a message to what belongs to it: the event, the call, and nothing of the start.
            try await page.press(last: "[data-tool=more]")
            try await page.press("Show in the timeline", in: ".menu")
            _ = try await page.until("document.querySelector('.scope') !== null")
            #expect(try await page.text(".scope").contains("All of it."))
            #expect(try await page.count(".record") == 3)
            try await page.click(".scope button")
            try await page.press("Clear", in: "#tab-panel")
            _ = try await page.until("document.querySelectorAll('.record').length === 0")
            #expect(discord.recordedCalls().isEmpty)
            #expect(try await page.complaints().isEmpty)
        }
    }

    @Test("The clock is stopped, moved by steps and to a moment, and started; that it stands is seen from everywhere")
    func clock() async throws {
        try await BrowserStage.showcase { page, discord in
            try await page.click("#open-bot")
            try await page.click("#tab-clock")
            try await page.click("#clock-toggle")
            _ = try await page.until("document.querySelector('#clock-state').hidden === false")
            #expect(!discord.clock.isRunning)
            let before = discord.clock.now
            try await page.click("[data-advance='3600000']")
            _ = try await page.until("document.querySelector('#clock-note').innerText === 'Moved: +1 h.'")
            #expect(before.duration(to: discord.clock.now) == .seconds(3600))
            let move = """
                const input = document.querySelector('#clock-set');
                input.value = arguments[0];
                input.form.requestSubmit();
                """
            try await page.run(move, ["2020-01-01T00:00:00"])
            _ = try await page.until("document.querySelector('#notices').innerText.includes('only moves forward')")
            try await page.run(move, ["2026-12-24T18:00:00"])
            _ = try await page.until("document.querySelector('#clock-now').innerText.includes('12/24/2026')")
            try await page.click("#clock-toggle")
            _ = try await page.until("document.querySelector('#clock-state').hidden")
            #expect(discord.clock.isRunning)
            #expect(try await page.complaints().isEmpty)
        }
    }

    @Test("Faults are made and ended on their tab; what goes wrong is said above the conversation")
    func faults() async throws {
        try await BrowserStage.showcase { page, discord in
            try await page.click("#open-bot")
            try await page.click("#tab-faults")
            func choose(_ id: String, _ value: String) async throws {
                let script = """
                    const select = document.querySelector(arguments[0]);
                    select.value = arguments[1];
                    select.dispatchEvent(new Event('change'));
                    """
                try await page.run(script, [.string(id), .string(value)])
            }
            // Once: the command's answer is refused, and the next one comes through.
            try await choose("#fault-count", "1")
            _ = try await page.until("document.querySelector('#fault-count').value === '1'")
            try await choose("#fault-answer", "missing_permissions")
            _ = try await page.until(
                "document.querySelector('.banner')?.innerText.includes('403 for all requests, once')")
            #expect(discord.faults.answer == .missingPermissions)
            discord.makeFaults(LocalFaults())
            _ = try await page.until("document.querySelector('.banner') === null")
            try await choose("#fault-latency", "500")
            _ = try await page.until(
                "document.querySelector('#faults-panel').innerText.includes('requests take 0.5 s')")
            try await Self.run("/list all", page) { $0.contains("All of it.") }
            let home = try discord.guild("Home")
            try await page.click("#outage-\(home.id)")
            _ = try await page.until("document.querySelector('.banner').innerText.includes('Home unavailable')")
            try await page.click("#faults-off")
            _ = try await page.until("document.querySelector('.banner') === null")
            #expect(!discord.faults.isActive)
            // The line is cut: the bot of this story does not come back, which is said.
            try await page.click("[data-strike=drop]")
            _ = try await page.until("document.querySelector('.banner')?.innerText.includes('not connected')")
            #expect(try await page.run("return document.querySelector('[data-strike=drop]').disabled") == true)
            let faults = try await Self.inaccessible(page)
            #expect(faults.isEmpty)
            #expect(try await page.complaints().isEmpty)
        }
    }
}
