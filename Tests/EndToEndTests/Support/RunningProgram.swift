import Foundation
import Glibc
import JSON
import Locking
import Testing

/// `chorestree` as a process of its own, with a working folder of its own.
final class RunningProgram: Sendable {
    /// How a process ended.
    struct Ending: Sendable {
        /// The exit code, or the signal's number when `wasKilled`.
        let code: Int32
        let wasKilled: Bool
        let output: String
        let errors: String

        /// What was said to a person: the lines of standard error that are no log lines.
        var sentences: [Substring] { errors.split(separator: "\n").filter { !$0.hasPrefix("{") } }
    }

    /// The addresses it printed when all was ready.
    struct Ready: Sendable {
        let httpURL: String
        /// Of the local Discord; nil when it was started with a token.
        let discordURL: String?
        let apiURL: String?
        let token: String?
    }

    private let process: Process
    private let folder: String
    private let ended = Locked<(code: Int32, wasKilled: Bool)?>(nil)

    /// Starts it.
    ///
    /// - Parameters:
    ///   - arguments: after the program's name.
    ///   - environment: all it sees besides what the toolchain needs.
    ///   - folder: the working folder, where output is kept too.
    ///   - script: what bash does first; it ends with `exec "$@"`, which becomes the program.
    init(
        _ arguments: [String], environment: [String: String] = [:], in folder: String, after script: String? = nil
    ) throws {
        self.folder = folder
        process = Process()
        process.executableURL = URL(fileURLWithPath: script == nil ? Self.path : "/bin/bash")
        process.arguments = script.map { ["-c", $0, "bash", Self.path] + arguments } ?? arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        let inherited = ProcessInfo.processInfo.environment.filter {
            ["PATH", "LD_LIBRARY_PATH", "LLVM_PROFILE_FILE"].contains($0.key)
        }
        process.environment = inherited.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try Self.file(folder + "/output")
        process.standardError = try Self.file(folder + "/errors")
        process.terminationHandler = { [weak self] process in
            let wasKilled = process.terminationReason == .uncaughtSignal
            self?.ended.withLock { $0 = (process.terminationStatus, wasKilled) }
        }
        try process.run()
    }

    deinit { send(SIGKILL) }

    /// The executable that was built beside these tests.
    static let path: String = {
        let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        return tests.deletingLastPathComponent().appendingPathComponent("chorestree").path
    }()

    private static func file(_ path: String) throws -> FileHandle {
        try Data().write(to: URL(fileURLWithPath: path))
        return try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    }

    private func text(_ name: String) -> String {
        String(decoding: FileManager.default.contents(atPath: "\(folder)/\(name)") ?? Data(), as: UTF8.self)
    }

    /// Waits for the line that says that the bot is ready.
    func ready() async throws -> Ready {
        let values = try await addresses()
        return Ready(
            httpURL: try #require(values["http"]), discordURL: values["playground"].map { String($0.dropLast()) },
            apiURL: values["api"], token: values["token"])
    }

    /// Waits for the line of JSON that says that all is ready: its texts by their names.
    func addresses() async throws -> [String: String] {
        try await eventually("chorestree is ready; it said: \(text("errors"))") {
            if let ending = ended.withLock(\.self) {
                throw NeverHappened(description: "chorestree ended with \(ending.code): \(self.text("errors"))")
            }
            guard let line = text("output").split(separator: "\n").first, line.hasSuffix("}") else { return nil }
            let values = try JSON.decode(JSONValue.self, from: Array(line.utf8)).objectValue ?? [:]
            return Dictionary(
                values.compactMap { key, value in value.stringValue.map { (key, $0) } }, uniquingKeysWith: { $1 })
        }
    }

    /// Sends a signal, unless the process has ended.
    func send(_ signal: Int32) {
        ended.withLock { if $0 == nil { kill(process.processIdentifier, signal) } }
    }

    /// Waits for the end.
    func ending() async throws -> Ending {
        let (code, wasKilled) = try await eventually("chorestree ends") { ended.withLock(\.self) }
        return Ending(code: code, wasKilled: wasKilled, output: text("output"), errors: text("errors"))
    }

    /// Whether it has not ended yet.
    var isRunning: Bool { ended.withLock { $0 == nil } }

    /// Waits until a log line or sentence on standard error has these words.
    func said(_ words: String) async throws {
        try await eventually("chorestree says “\(words)”") { text("errors").contains(words) }
    }

    /// Asks it to finish, and waits.
    func stop() async throws -> Ending {
        send(SIGTERM)
        return try await ending()
    }

    /// Ends it at once, as a power cut does, and waits.
    func cut() async throws {
        send(SIGKILL)
        _ = try await ending()
    }
}

extension RunningProgram {
    /// Runs `body` with the program running, and ends it whatever happens.
    static func with<Result>(
        _ arguments: [String], environment: [String: String] = [:], in folder: String, after script: String? = nil,
        _ body: (RunningProgram) async throws -> Result
    ) async throws -> Result {
        let program = try RunningProgram(arguments, environment: environment, in: folder, after: script)
        do {
            let result = try await body(program)
            try await program.cut()
            return result
        } catch {
            try await program.cut()
            throw error
        }
    }

    /// Runs it in a new folder until it ends by itself.
    static func outcome(
        _ arguments: [String], environment: [String: String] = [:], in folder: String, after script: String? = nil
    ) async throws -> Ending {
        try await with(arguments, environment: environment, in: folder, after: script) { try await $0.ending() }
    }
}

/// Runs `body` with a folder that is gone afterwards.
func withFolder<Result>(_ body: (String) async throws -> Result) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory.path + "/chorestree-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    do {
        let result = try await body(folder)
        try? FileManager.default.removeItem(atPath: folder)
        return result
    } catch {
        try? FileManager.default.removeItem(atPath: folder)
        throw error
    }
}
