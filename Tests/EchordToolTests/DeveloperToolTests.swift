import EchordTesting
import EchordTool
import Foundation
import JSON
import Locking
import Telemetry
import Testing

@Suite("echord")
struct DeveloperToolTests {
    /// What a run has printed.
    private final class Screen: Sendable {
        private let lines = Locked<(said: [String], complaints: [String])>(([], []))

        var said: [String] { lines.withLock(\.said) }
        var complaints: String { lines.withLock { $0.complaints.joined(separator: "\n") } }

        func tool(_ environment: [String: String] = [:]) -> DeveloperTool {
            DeveloperTool(
                .init(environment: environment) { line in
                    self.lines.withLock { $0.said.append(line) }
                } complain: { line in
                    self.lines.withLock { $0.complaints.append(line) }
                })
        }
    }

    @Test(arguments: [
        ([], "echord help"), (["walk"], "walk"), (["surface", "nothing"], "operations"), (["inspect"], "which file"),
        (["inspect", "Rolle", "/dev/null"], "Rolle"), (["tail"], "DISCORD_TOKEN"), (["tail", "--fast"], "--fast"),
        (["tail", "--events"], "which events"), (["tail", "--events", "NOVEL"], "NOVEL"),
        (["tail", "--intents", "NOVEL"], "NOVEL"),
    ])
    func whatIsWrongIsNamed(arguments: [String], words: String) async {
        let screen = Screen()
        let status = await screen.tool().run(arguments)
        #expect(screen.complaints.contains(words) && screen.complaints.hasPrefix("echord: "))
        #expect(status == .usage || arguments.first == "inspect" && status == .input)
        #expect(screen.said == [])
    }

    @Test func helpAndSectionsArePrinted() async throws {
        let screen = Screen()
        #expect(await screen.tool().run(["help"]) == .success)
        #expect(screen.said[0].contains("echord tail"))
        #expect(await screen.tool().run(["surface", "limits", "events"]) == .success)
        let document: JSONValue = try JSON.decode(from: Array(screen.said[1].utf8))
        #expect(document.objectValue?.keys == ["limits", "events"])
    }

    @Test func aFileIsInspected() async throws {
        let path = NSTemporaryDirectory() + "echord-\(UUID().uuidString).json"
        try Data(#"{"url":"wss://x","new":1}"#.utf8).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let screen = Screen()
        #expect(await screen.tool().run(["inspect", "GatewayAddress", path]) == .success)
        let result: JSONValue = try JSON.decode(from: Array(screen.said[0].utf8))
        #expect(result["unknown"] == ["new"] && result["understood"] == ["url"])
        #expect(await screen.tool().run(["inspect", "GatewayAddress", path + ".none"]) == .input)
        #expect(await screen.tool().run(["inspect", "GatewayAddress", "/"]) == .input)
    }

    @Test func eventsAreShownAsTheyComeWithoutSecrets() async throws {
        try await LocalDiscord.running { discord in
            let screen = Screen()
            let tool = screen.tool(["DISCORD_TOKEN": discord.botToken.reveal(), "DISCORD_API_URL": discord.apiURL])
            let running = Task { await tool.run(["tail", "--intents", "all", "--json"]) }
            defer { running.cancel() }
            try await discord.waitForBot(atMost: .seconds(20))
            let general = try discord.guild("Home").channel("general")
            let ann = try discord.member("ann")
            // The session may begin before the listener's first event is asked for.
            try ann.say("hello", in: general)
            let line = try await first("MESSAGE_CREATE", on: screen)
            #expect(line["data"]?["content"] == "hello" && line["shard"] == "0/1")
            let ready = try await first("READY", on: screen)
            #expect(ready["data"]?["session_id"] == "***")
            running.cancel()
            _ = await running.value
        }
    }

    @Test func wordsAreForPeople() async throws {
        try await LocalDiscord.running { discord in
            let screen = Screen()
            let tool = screen.tool(["DISCORD_TOKEN": discord.botToken.reveal(), "DISCORD_API_URL": discord.apiURL])
            let running = Task { await tool.run(["tail", "--intents", "all", "--events", "MESSAGE_CREATE"]) }
            defer { running.cancel() }
            try await discord.waitForBot(atMost: .seconds(20))
            try discord.member("ann").say("one\u{1B}[2J\ntwo", in: discord.guild("Home").channel("general"))
            let line = try await awaited { screen.said.first }
            #expect(line.contains("MESSAGE_CREATE  shard 0/1") && line.contains("by ann"))
            #expect(line.contains("“one [2J two”"))
            running.cancel()
            _ = await running.value
        }
    }

    @Test func aWrongTokenEndsIt() async throws {
        try await LocalDiscord.running { discord in
            let screen = Screen()
            let tool = screen.tool(["DISCORD_TOKEN": "wrong", "DISCORD_API_URL": discord.apiURL])
            #expect(await tool.run(["tail"]) == .failure)
            #expect(screen.complaints.contains("token") && !screen.complaints.contains("wrong\n"))
        }
    }

    private func first(_ event: String, on screen: Screen) async throws -> JSONValue {
        try await awaited {
            screen.said.lazy.compactMap { try? JSON.decode(JSONValue.self, from: Array($0.utf8)) }.first {
                $0["event"]?.stringValue == event
            }
        }
    }

    /// Looks until something is there, for 20 s at most.
    private func awaited<Value>(_ look: () -> Value?) async throws -> Value {
        for _ in 0..<2000 {
            if let value = look() { return value }
            try await Task.sleep(for: .milliseconds(10))
        }
        return try #require(look())
    }
}
