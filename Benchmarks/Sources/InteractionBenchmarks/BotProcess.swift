import EchordTesting
import Foundation
import Telemetry

/// The bot's program beside this one, in a folder of its own.
final class BotProcess: Sendable {
    private let process: Process
    private let folder: URL
    private let ended: AsyncStream<Void>

    /// Starts it; it is ready when its commands are registered.
    init(joining discord: LocalDiscord) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("chorestree-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appendingPathComponent("chorestree")
        process.arguments = ["run", "--data", folder.appendingPathComponent("data").path, "--port", "0"]
        process.currentDirectoryURL = folder
        process.environment = [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
            "DISCORD_TOKEN": discord.botToken.reveal(), "DISCORD_API_URL": discord.apiURL, "LOG_LEVEL": "warning",
        ]
        process.standardOutput = FileHandle.nullDevice
        let (ended, end) = AsyncStream.makeStream(of: Void.self)
        process.terminationHandler = { _ in end.finish() }
        try process.run()
        (self.process, self.ended) = (process, ended)
    }

    var id: Int32 { process.processIdentifier }

    /// Lets it drain and waits until it is gone.
    func stop() async {
        process.terminate()
        for await _ in ended {}
        try? FileManager.default.removeItem(at: folder)
    }
}
