import Foundation
import JSON
import Transport

/// A page of a headless Chromium, driven over WebDriver (W3C): plain HTTP and JSON to chromedriver.
struct BrowserPage: Sendable {
    private let client: HTTPClient
    private let session: String

    /// How large the window is, and whether it is touched.
    enum Size { case desktop, phone }

    static func open(
        _ driver: String, chromium: String, profile: String, size: Size, client: HTTPClient
    ) async throws -> BrowserPage {
        // Chromium's own sandbox needs rights that containers seldom give; the only page opened is ours.
        let arguments: [JSONValue] = [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
            "--disable-background-networking", "--lang=en-US", "--window-size=1280,900",
            "--force-prefers-reduced-motion",
            .string("--user-data-dir=" + profile),
        ]
        var options: JSONObject = ["binary": .string(chromium), "args": .array(arguments)]
        if size == .phone {
            let metrics: JSONValue = ["width": 390, "height": 844, "pixelRatio": 2, "touch": true]
            options["mobileEmulation"] = ["deviceMetrics": metrics]
        }
        let wanted: JSONValue = [
            "goog:chromeOptions": .object(options), "goog:loggingPrefs": ["browser": "ALL"],
        ]
        let bare = BrowserPage(client: client, session: driver + "/session")
        let answer = try await bare.call(.post, "", ["capabilities": ["alwaysMatch": wanted]])
        guard let id = answer["sessionId"]?.stringValue else { throw BrowserFailure("chromedriver made no session") }
        return BrowserPage(client: client, session: driver + "/session/" + id)
    }

    func quit() async throws { _ = try await call(.delete, "") }

    /// Opens the Playground and waits until the bot is there and has told its commands.
    func go(to url: String) async throws {
        _ = try await call(.post, "/url", ["url": .string(url)])
        _ = try await until("document.querySelector('#bot-status')?.dataset.kind === 'good'")
        try await settled()
    }

    /// Waits until the page has loaded what stands in the channel and which commands there are.
    private func settled() async throws {
        _ = try await until("document.querySelector('#app').dataset.commandsOf")
        _ = try await until("document.querySelector('#messages').ariaBusy === 'false'")
    }

    // MARK: - What a member does

    /// Plays another member, and waits until the page has the commands and the messages of that member.
    func become(_ name: String) async throws {
        if try await run("return document.querySelector('#persona').dataset.personaName").stringValue == name { return }
        try await click("#persona")
        try await click(".personas [data-persona-name='\(name)']")
        _ = try await until("document.querySelector('#persona').dataset.personaName === '\(name)'")
        try await settled()
    }

    /// Types a line and sends it with Enter (U+E007 in WebDriver).
    func enter(_ line: String) async throws { try await type("#composer", line + "\u{E007}") }

    func type(_ selector: String, _ text: String) async throws {
        _ = try await call(.post, "/element/\(try await find(selector))/value", ["text": .string(text)])
    }

    func click(_ selector: String) async throws {
        _ = try await call(.post, "/element/\(try await find(selector))/click", [:])
    }

    /// Presses keys one after the other, whatever has the focus; those of `BrowserKey`, or letters.
    func keys(_ keys: String..., with modifier: String? = nil) async throws {
        var actions: [JSONValue] = modifier.map { [["type": "keyDown", "value": .string($0)]] } ?? []
        for character in keys.joined() {
            for kind in ["keyDown", "keyUp"] {
                actions.append(["type": .string(kind), "value": .string(String(character))])
            }
        }
        if let modifier { actions.append(["type": "keyUp", "value": .string(modifier)]) }
        let source: JSONValue = ["type": "key", "id": "keyboard", "actions": .array(actions)]
        _ = try await call(.post, "/actions", ["actions": [source]])
    }

    /// Presses the newest button with this label that can be pressed.
    func press(_ label: String) async throws {
        let script = """
            const buttons = [...document.querySelectorAll('#messages button[data-custom-id]:not(:disabled)')];
            const button = buttons.findLast((button) => button.innerText.trim() === arguments[0]);
            button?.click();
            return button !== undefined;
            """
        _ = try await browserPoll("there is no button \(label)") {
            try await run(script, [.string(label)]).boolValue == true ? true : nil
        }
    }

    /// The text of the element.
    func text(_ selector: String) async throws -> String {
        try await run("return document.querySelector(arguments[0])?.innerText ?? ''", [.string(selector)]).stringValue
            ?? ""
    }

    /// Presses the button of this label inside an element.
    func press(_ label: String, in selector: String) async throws {
        let script = """
            const buttons = [...document.querySelectorAll(`${arguments[1]} button`)];
            const button = buttons.find((button) => button.innerText.trim() === arguments[0]);
            button?.click();
            return button !== undefined;
            """
        _ = try await browserPoll("there is no button \(label) in \(selector)") {
            try await run(script, [.string(label), .string(selector)]).boolValue == true ? true : nil
        }
    }

    // MARK: - What a member sees

    /// The text of the newest message that everyone sees, as soon as it is what the story waits for.
    func card(_ isReached: (String) -> Bool) async throws -> String {
        let script = """
            return [...document.querySelectorAll('#messages [data-message-id]:not([data-ephemeral])')].at(-1)?.innerText ?? '';
            """
        var last = ""
        do {
            return try await browserPoll("the card did not come") {
                last = try await run(script).stringValue ?? ""
                return isReached(last) ? last : nil
            }
        } catch let failure as BrowserFailure { throw BrowserFailure("\(failure): \(last)") }
    }

    /// The value of an expression as soon as it is neither false nor empty.
    func until(_ expression: String) async throws -> JSONValue {
        try await browserPoll("never true in the page: \(expression)") {
            let value = try await run("return \(expression);")
            // A plain `nil` would be read as the value null, and end the waiting.
            return value.isNull || value == false || value == "" ? JSONValue?.none : value
        }
    }

    /// What the page wrote to its console as errors: a broken script or something the content policy refused.
    func complaints() async throws -> [String] {
        let entries = try await call(.post, "/se/log", ["type": "browser"]).arrayValue ?? []
        return entries.filter { $0["level"] == "SEVERE" }.map { $0["message"]?.stringValue ?? "" }
    }

    // MARK: - WebDriver

    private func find(_ selector: String) async throws -> String {
        let question: JSONValue = ["using": "css selector", "value": .string(selector)]
        return try await browserPoll("there is no \(selector)") {
            let found = try await call(.post, "/elements", question)
            // The key is the W3C's constant for "this is an element".
            return found[0]?["element-6066-11e4-a52e-4f735466cecf"]?.stringValue
        }
    }

    /// Runs a script in the page; it may await, and what it returns comes back.
    @discardableResult
    func run(_ script: String, _ arguments: [JSONValue] = []) async throws -> JSONValue {
        try await call(.post, "/execute/sync", ["script": .string(script), "args": .array(arguments)])
    }

    private func call(_ method: HTTPMethod, _ path: String, _ body: JSONValue? = nil) async throws -> JSONValue {
        let request = HTTPClientRequest(
            method: method, url: session + path, headers: ["Content-Type": "application/json; charset=utf-8"],
            body: body.map { JSON.encode($0) } ?? [], timeout: .seconds(60))
        let response = try await client.send(request)
        let answer = try JSON.decode(JSONValue.self, from: response.body)
        guard response.status.isSuccess else {
            throw BrowserFailure("WebDriver answered \(response.status): \(answer["value"]?["message"] ?? .null)")
        }
        return answer["value"] ?? .null
    }
}

/// Keys as WebDriver writes them.
enum BrowserKey {
    static let enter = "\u{E007}"
    static let tab = "\u{E004}"
    static let escape = "\u{E00C}"
    static let backspace = "\u{E003}"
    static let up = "\u{E013}"
    static let down = "\u{E015}"
    static let left = "\u{E012}"
    static let right = "\u{E014}"
    static let shift = "\u{E008}"
    static let control = "\u{E009}"
}
