import Foundation
import JSON
import Testing

/// The story of a chore in a real browser: the Playground, the local Discord and the whole application as processes.
@Suite(.serialized) struct BrowserStoryTests {
    @Test func aChoreIsCreatedClaimedAndDone() async throws {
        try await BrowserStage.run { browser in
            try await browser.become("Ann")
            try await browser.enter("/task create title:Dust the shelves")
            let created = try await browser.card { $0.contains("Dust the shelves") && $0.contains("Claim") }
            #expect(created.contains("#1"))

            try await browser.become("Ben")
            try await browser.press("Claim")
            let claimed = try await browser.card { $0.contains("@Ben") && $0.contains("Done") }
            #expect(!claimed.contains("Claim"))

            try await browser.press("Done")
            let done = try await browser.card { $0.contains("✔") }
            #expect(done.contains("Dust the shelves"))
            #expect(done.contains("@Ben"))
            #expect(try await browser.complaints().isEmpty)
        }
    }

    @Test func anErrorIsSeenOnlyByWhoMadeIt() async throws {
        try await BrowserStage.run { browser in
            let answer = "#messages [data-ephemeral][data-state=sent]"
            try await browser.become("Ann")
            try await browser.enter("/task show task:no such thing")
            let text = try await browser.until("document.querySelector('\(answer)')?.innerText")
            #expect(text.stringValue?.contains("Only you can see this") == true)

            try await browser.become("Cas")
            #expect(
                try await browser.run("return document.querySelector('#messages [data-message-id]') === null") == true)
            try await browser.become("Ann")
            try await browser.click("#messages [data-action=dismiss]")
            _ = try await browser.until("document.querySelector('#messages [data-ephemeral]') === null")
            #expect(try await browser.complaints().isEmpty)
        }
    }

    @Test func aFormIsFilledInTheDialog() async throws {
        try await BrowserStage.run { browser in
            try await browser.become("Ann")
            try await browser.enter("/task create title:Paint details:true")
            try await browser.type("#modal [name=title]", " the fence")
            try await browser.click("#modal button[type=submit]")
            _ = try await browser.until("document.querySelector('#modal') === null")
            let card = try await browser.card { $0.contains("Claim") }
            #expect(card.contains("Paint the fence"))
        }
    }
}
