import Testing

/// Every answer of Discord, or of what stands in its place, that no waiting mends ends the start with one sentence.
@Suite(.serialized) struct DiscordRefusalTests {
    /// An answer, and what the sentence must say of it.
    struct Refusal: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let answer: FakeDiscord.Answer
        let words: [String]

        init(_ name: String, _ answer: FakeDiscord.Answer, _ words: String...) {
            testDescription = name
            self.answer = answer
            self.words = words
        }
    }

    @Test(arguments: [
        Refusal("401", .page(status: 401, "{}"), "DISCORD_TOKEN", "copy a fresh one", "Developer Portal"),
        Refusal("4004", .closeCode(4004), "DISCORD_TOKEN", "copy a fresh one", "Developer Portal"),
        Refusal("4010", .closeCode(4010), "close code 4010", "newer ChoresTree"),
        Refusal("4011", .closeCode(4011), "close code 4011", "start it again"),
        Refusal("4012", .closeCode(4012), "close code 4012", "newer ChoresTree"),
        Refusal("4013", .closeCode(4013), "close code 4013", "newer ChoresTree"),
        Refusal("4014", .closeCode(4014), "close code 4014", "Privileged Gateway Intents"),
        Refusal("a page", .page(status: 200, "<html>Welcome</html>"), "DISCORD_API_URL", "no JSON", "proxy"),
        Refusal("no text", .bytes([0, 0xFF, 0x7B]), "DISCORD_API_URL", "does not answer as Discord does"),
        Refusal("other JSON", .bytes(Array("{}".utf8)), "DISCORD_API_URL", "does not answer as Discord does"),
        Refusal("nothing", .bytes([]), "DISCORD_API_URL", "does not answer as Discord does"),
        Refusal("404", .page(status: 404, "no"), "DISCORD_API_URL", "status 404"),
        Refusal("403", .page(status: 403, "no"), "DISCORD_API_URL", "status 403"),
        Refusal("302", .page(status: 302, "no"), "DISCORD_API_URL", "status 302"),
    ]) func itIsSaidInOneSentence(refusal: Refusal) async throws {
        try await FakeDiscord.with(refusal.answer) { fake in
            let ending = try await start(fake.apiURL)
            expectSentence(ending, with: refusal.words, status: 1)
            #expect(!(ending.errors + ending.output).contains("never-shown"))
        }
    }

    @Test func httpsWhereNobodySpeaksItIsSaid() async throws {
        try await FakeDiscord.with(.page(status: 200, "")) { fake in
            let ending = try await start("https" + fake.apiURL.dropFirst(4))
            expectSentence(ending, with: ["DISCORD_API_URL", "TLS", "https://127.0.0.1"], status: 1)
        }
    }

    @Test func aServerThatFailsEndsTheStartAfterItsTries() async throws {
        try await FakeDiscord.with(.page(status: 502, "Bad gateway")) { fake in
            let ending = try await start(fake.apiURL)
            expectSentence(ending, with: ["cannot be reached", "status 502"], status: 1)
            #expect(ending.errors.contains("a request is sent again"))
        }
    }

    private func environment(_ url: String) -> [String: String] {
        ["DISCORD_TOKEN": "MTIz.never-shown", "DISCORD_API_URL": url]
    }

    private func start(_ url: String) async throws -> RunningProgram.Ending {
        try await withFolder { folder in
            try await RunningProgram.outcome(["run", "--port", "0"], environment: environment(url), in: folder)
        }
    }
}
