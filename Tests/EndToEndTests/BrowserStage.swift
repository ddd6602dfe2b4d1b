import EchordTesting
import Foundation
import Glibc
import JSON
import Transport

/// Starts what a story needs, chromedriver and a headless Chromium among it, in a temporary folder, and ends the processes by their ids.
enum BrowserStage {
    /// A story with the whole application as a process.
    static func run(_ story: @Sendable (BrowserPage) async throws -> Void) async throws {
        try await withFolder { folder in
            let application = try ChildProcess.ofStory(
                try applicationPath(),
                ["run", "--ready-json", "--data", folder + "/data", "--port", "0", "--local-discord-port", "0"],
                folder: folder)
            let result: Result<Void, any Error>
            do {
                let playground = try await application.said("the application did not become ready") { text in
                    text.split(separator: "\n").lazy.compactMap { line in
                        try? JSON.decode(JSONValue.self, from: Array(line.utf8))["playground"]?.stringValue
                    }.first
                }
                try await browse(playground, folder, story)
                result = .success(())
            } catch { result = .failure(error) }
            await application.stop()
            try result.get()
        }
    }

    /// A story with the local Discord in this process and the bot that shows everything.
    static func showcase(
        size: BrowserPage.Size = .desktop, _ story: @escaping @Sendable (BrowserPage, LocalDiscord) async throws -> Void
    ) async throws {
        var configuration = LocalDiscord.Configuration()
        configuration.applicationName = "Showcase"
        // 2026-11-21 12:00 UTC: times of the table stand in relation to it.
        let clock = VirtualClock(startingAt: .init(sinceEpoch: .seconds(1_795_262_400)))
        try await LocalDiscord.running(configuration: configuration, clock: clock) { discord in
            let bot = try ShowcaseBot(discord)
            defer { bot.close() }
            try await withThrowingTaskGroup(of: Bool.self) { tasks in
                tasks.addTask {
                    try await bot.run()
                    return false
                }
                defer { tasks.cancelAll() }
                try await discord.waitForBot()
                tasks.addTask {
                    try await withFolder { folder in
                        try await browse(discord.playgroundURL, folder, size: size) { try await story($0, discord) }
                    }
                    return true
                }
                // A story may send the bot away; what ends the stage is the story, or a fault of the bot.
                while let isStory = try await tasks.next(), !isStory {}
            }
        }
    }

    /// Opens the page in a browser of its own.
    private static func browse(
        _ playground: String, _ folder: String, size: BrowserPage.Size = .desktop,
        _ story: (BrowserPage) async throws -> Void
    ) async throws {
        let chromium = try find(["chromium", "chromium-browser", "google-chrome"])
        let (driver, port) = try await startDriver(folder)
        let result: Result<Void, any Error>
        do {
            let loops = try EventLoopGroup(threads: 1)
            defer { loops.shutdown() }
            let client = HTTPClient(group: loops)
            defer { client.shutdown() }
            let page = try await BrowserPage.open(
                "http://127.0.0.1:\(port)", chromium: chromium, profile: folder + "/profile", size: size,
                client: client)
            do {
                try await page.go(to: playground)
                try await story(page)
                result = .success(())
            } catch { result = .failure(error) }
            try? await page.quit()
        } catch { result = .failure(error) }
        await driver.stop(listens: false)
        try result.get()
    }

    /// Starts chromedriver on a free port.
    ///
    /// It takes one that is free for IPv4 and then wants the same for IPv6; when somebody has that, it ends, and another
    /// one is tried.
    private static func startDriver(_ folder: String) async throws -> (ChildProcess, port: String) {
        let path = try find(["chromedriver"])
        var attempt = 1
        while true {
            let driver = try ChildProcess.ofStory(path, ["--port=0"], folder: folder)
            do {
                let port = try await driver.said("chromedriver did not start") { text in
                    text.firstMatch(of: /successfully on port (\d+)/).map { String($0.1) }
                }
                return (driver, port)
            } catch {
                let isPortTaken = driver.end != nil && (driver.output + driver.errors).contains("port")
                await driver.stop(listens: false)
                guard isPortTaken, attempt < 5 else { throw error }
                attempt += 1
            }
        }
    }

    /// The application is built beside the test bundle.
    private static func applicationPath() throws -> String {
        let starts = ["/proc/self/exe", CommandLine.arguments.first ?? ""]
        for start in starts {
            let folder = URL(fileURLWithPath: start).resolvingSymlinksInPath().deletingLastPathComponent()
            let path = folder.appendingPathComponent("chorestree").path
            if FileManager.default.isExecutableFile(atPath: path) { return path }
        }
        throw BrowserFailure("chorestree is not beside the test bundle: `swift build` makes it.")
    }

    private static func find(_ names: [String]) throws -> String {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":")
        for name in names {
            for folder in folders where FileManager.default.isExecutableFile(atPath: "\(folder)/\(name)") {
                return "\(folder)/\(name)"
            }
        }
        throw BrowserFailure("\(names[0]) is missing: `make test` installs it.")
    }
}

extension ChildProcess {
    /// A process of a story, which sees what the tests see.
    fileprivate static func ofStory(_ path: String, _ arguments: [String], folder: String) throws -> ChildProcess {
        // A token of the developer must not turn the story into traffic to Discord.
        var environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("DISCORD_") }
        environment["HOME"] = folder
        environment["TMPDIR"] = folder
        return try ChildProcess(path, arguments, environment: environment, in: folder)
    }

    /// What `read` finds in the text printed so far; fails when the process ends or nothing comes in time.
    fileprivate func said<Found: Sendable>(_ problem: String, _ read: (String) -> Found?) async throws -> Found {
        try await browserPoll("\(problem): \(errors.suffix(2_000))") {
            if let found = read(output) { return found }
            guard end == nil else { throw BrowserFailure("\(problem): \(errors.suffix(2_000))") }
            return nil
        }
    }

    /// Ends this process, politely first when it `listens` to that: chromedriver inherits a mask that blocks the signal.
    fileprivate func stop(listens: Bool = true) async {
        if listens {
            send(SIGTERM)
            let isOver: Bool? = try? await browserPoll("", within: .seconds(15)) { end == nil ? nil : true }
            if isOver != nil { return }
        }
        send(SIGKILL)
    }
}

/// Why a story stopped.
struct BrowserFailure: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

/// Asks again until there is an answer or the deadline has passed.
func browserPoll<Answer: Sendable>(
    _ problem: @autoclosure () -> String, within limit: Duration = .seconds(60), _ ask: () async throws -> Answer?
) async throws -> Answer {
    let deadline = ContinuousClock.now + limit
    while true {
        if let answer = try await ask() { return answer }
        guard ContinuousClock.now < deadline else { throw BrowserFailure(problem()) }
        try await Task.sleep(for: .milliseconds(20))
    }
}
