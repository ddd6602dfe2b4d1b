import EchordTesting
import Foundation
import Glibc
import Telemetry

/// A bot in another process, on a library of strangers.
final class PythonBot {
    private let process: Process
    private let complaints: String

    /// Starts a script of `Fixtures` in the environment that `scripts/python-peers` makes.
    init(_ script: String, for discord: LocalDiscord) async throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path
        try await Self.makePeers(root)
        guard let path = Bundle.module.path(forResource: "Fixtures/\(script)", ofType: "py") else {
            throw PythonFailure("there is no Fixtures/\(script).py")
        }
        complaints = NSTemporaryDirectory() + "\(script)-\(UUID().uuidString).log"
        _ = FileManager.default.createFile(atPath: complaints, contents: nil)
        process = Process()
        process.executableURL = URL(fileURLWithPath: root + "/.build/python-peers/bin/python")
        process.arguments = ["-u", path]
        process.environment = [
            "LOCAL_DISCORD_API": discord.apiURL, "LOCAL_DISCORD_GATEWAY": discord.gatewayURL,
            "LOCAL_DISCORD_TOKEN": discord.botToken.reveal(),
            "PATH": "/usr/bin:/bin", "HOME": NSTemporaryDirectory(), "PYTHONDONTWRITEBYTECODE": "1",
        ]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: complaints))
        try process.run()
    }

    /// What it wrote about itself.
    var log: String { (try? String(contentsOfFile: complaints, encoding: .utf8)) ?? "" }

    /// Ends it at once: a bot that is asked politely first says goodbye to a local Discord that may be gone already.
    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        try? FileManager.default.removeItem(atPath: complaints)
    }

    private static func makePeers(_ root: String) async throws {
        let script = Process()
        script.executableURL = URL(fileURLWithPath: root + "/scripts/python-peers")
        script.standardInput = FileHandle.nullDevice
        let status = try await withCheckedThrowingContinuation { continuation in
            script.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do { try script.run() } catch { continuation.resume(throwing: error) }
        }
        guard status == 0 else { throw PythonFailure("scripts/python-peers failed") }
    }
}

/// What kept the other process from being tested.
struct PythonFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}

/// Runs a bot of strangers against a local Discord; a failure tells what the bot wrote.
///
/// - Parameter clock: the Discord's. One that stands still gives the bot all the time it needs for its first answers:
///   on a busy machine the three seconds of one that runs may be over before Python has had a turn.
func withPythonBot(
    _ script: String, commands: [String], clock: VirtualClock = VirtualClock(),
    _ body: @escaping @Sendable (LocalDiscord) async throws -> Void
) async throws {
    try await LocalDiscord.running(clock: clock) { discord in
        let bot = try await PythonBot(script, for: discord)
        do {
            for command in commands { try await discord.waitForCommand(command, atMost: .seconds(60)) }
            try await discord.waitForBot(atMost: .seconds(60))
            try await body(discord)
        } catch {
            throw PythonFailure("\(error); the bot wrote: \(bot.log.suffix(3000))")
        }
    }
}
