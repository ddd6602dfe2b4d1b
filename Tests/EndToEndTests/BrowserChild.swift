import Foundation
import Locking

/// A process of the story; what it prints goes to files of the story's folder.
final class BrowserChild: Sendable {
    private let process = Process()
    private let printed: String
    private let complained: String
    /// Told by the handler: `isRunning` hears of the end in a run loop, and there is none here.
    private let ended = Locked(false)

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
        process.terminationHandler = { [weak self] _ in self?.ended.withLock { $0 = true } }
        try process.run()
    }

    /// What `read` finds in the text printed so far; fails when the process ends or nothing comes in time.
    func output<Found: Sendable>(_ problem: String, _ read: (String) -> Found?) async throws -> Found {
        try await browserPoll("\(problem): \(text(complained).suffix(2_000))") {
            if let found = read(text(printed)) { return found }
            guard !hasEnded else { throw BrowserFailure("\(problem): \(text(complained).suffix(2_000))") }
            return nil
        }
    }

    /// Whether the process has ended.
    var hasEnded: Bool { ended.withLock(\.self) }

    /// All that it has said.
    var words: String { text(printed) + text(complained) }

    /// Ends this process, politely first when it `listens` to that: chromedriver inherits a mask that blocks the signal.
    func stop(listens: Bool = true) async {
        guard !ended.withLock(\.self) else { return }
        if listens {
            process.terminate()
            let isOver: Bool? = try? await browserPoll("", within: .seconds(15)) { ended.withLock(\.self) ? true : nil }
            if isOver != nil { return }
        }
        kill(process.processIdentifier, SIGKILL)
    }

    private func text(_ file: String) -> String {
        (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
    }
}
