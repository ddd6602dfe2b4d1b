import EchordTesting
import Foundation
import JSON
import Testing

/// The Playground in a real browser, with a bot that shows everything; one browser at a time.
@Suite("Playground", .serialized) struct PlaygroundTests {
    /// What cannot be read or reached in the page as it stands (`Fixtures/accessible.js`).
    static func inaccessible(_ page: BrowserPage) async throws -> [String] {
        guard let file = Bundle.module.url(forResource: "accessible", withExtension: "js", subdirectory: "Fixtures")
        else { throw BrowserFailure("Fixtures/accessible.js is missing") }
        let script = try String(contentsOf: file, encoding: .utf8)
        return (try await page.run(script).arrayValue ?? []).compactMap(\.stringValue)
    }

    /// Runs a command and gives the text of the newest message, once it holds what is waited for.
    @discardableResult
    static func run(_ command: String, _ page: BrowserPage, until isThere: (String) -> Bool) async throws -> String {
        try await page.enter(command)
        return try await page.newest(isThere)
    }
}

extension BrowserPage {
    /// The text of the newest message, whoever sees it, as soon as it is what the story waits for.
    func newest(_ isReached: (String) -> Bool) async throws -> String {
        let script = "return [...document.querySelectorAll('#messages [data-message-id]')].at(-1)?.innerText ?? '';"
        var last = ""
        do {
            return try await browserPoll("the message did not come") {
                last = try await run(script).stringValue ?? ""
                return isReached(last) ? last : nil
            }
        } catch let failure as BrowserFailure { throw BrowserFailure("\(failure): \(last)") }
    }

    /// How many elements there are.
    func count(_ selector: String) async throws -> Int {
        try await run("return document.querySelectorAll(arguments[0]).length", [.string(selector)]).intValue.map(
            Int.init) ?? 0
    }

    /// Clicks the last element of this selector, wherever it is.
    func press(last selector: String) async throws {
        let script = """
            const element = [...document.querySelectorAll(arguments[0])].at(-1);
            element?.click();
            return element !== undefined;
            """
        _ = try await browserPoll("there is no \(selector)") {
            try await run(script, [.string(selector)]).boolValue == true ? true : nil
        }
    }

    /// The labels of the suggestions, once they are there.
    func suggestions(_ isReached: ([String]) -> Bool = { !$0.isEmpty }) async throws -> [String] {
        var last: [String] = []
        let script =
            "return [...document.querySelectorAll('#suggestions [role=option]')].map((each) => each.dataset.label)"
        do {
            return try await browserPoll("the suggestions did not come") {
                last = (try await run(script).arrayValue ?? []).compactMap(\.stringValue)
                return isReached(last) ? last : nil
            }
        } catch let failure as BrowserFailure { throw BrowserFailure("\(failure): \(last)") }
    }

    /// What has the focus: its id, or its custom id.
    func focused() async throws -> String {
        try await run(
            """
            const at = document.activeElement;
            return at.dataset.customId ?? at.closest('[data-option]')?.dataset.option ?? (at.id || at.className);
            """
        ).stringValue ?? ""
    }
}
