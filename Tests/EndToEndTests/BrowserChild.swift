import Foundation

/// A process of the story; what it prints goes to files of the story's folder.
final class BrowserChild {
    private let process = Process()
    private let printed: String
    private let complained: String

    init(_ path: String, _ arguments: [String], folder: String) throws {
        let name = URL(fileURLWithPath: path).lastPathComponent
        printed = "\(folder)/\(name).out"
        complained = "\(folder)/\(name).err"
        for file in [printed, complained] { _ = FileManager.default.createFile(atPath: file, contents: nil) }
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        // A token of the developer must not turn the story into traffic to Discord.
        var environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("DISCORD_") }
        environment["HOME"] = folder
        environment["TMPDIR"] = folder
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: printed))
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: complained))
        try process.run()
    }

    /// What `read` finds in the text printed so far; fails when the process ends or nothing comes in time.
    func output<Found: Sendable>(_ problem: String, _ read: (String) -> Found?) async throws -> Found {
        try await browserPoll("\(problem): \(text(complained).suffix(2_000))") {
            if let found = read(text(printed)) { return found }
            guard process.isRunning else { throw BrowserFailure("\(problem): \(text(complained).suffix(2_000))") }
            return nil
        }
    }

    /// Ends this process, politely first.
    func stop() async {
        guard process.isRunning else { return }
        process.terminate()
        let ended: Bool? = try? await browserPoll("", within: .seconds(15)) { process.isRunning ? nil : true }
        if ended == nil { kill(process.processIdentifier, SIGKILL) }
    }

    private func text(_ file: String) -> String {
        (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
    }
}
