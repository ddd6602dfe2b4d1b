import Foundation
import Glibc
import JSON
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

    private let process: ChildProcess

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
        let inherited = ProcessInfo.processInfo.environment.filter {
            ["PATH", "LD_LIBRARY_PATH", "LLVM_PROFILE_FILE"].contains($0.key)
        }
        process = try ChildProcess(
            script == nil ? Self.path : "/bin/bash",
            script.map { ["-c", $0, "bash", Self.path] + arguments } ?? arguments,
            environment: inherited.merging(environment) { $1 }, in: folder)
    }

    /// The executable that was built beside these tests.
    static let path: String = {
        let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        return tests.deletingLastPathComponent().appendingPathComponent("chorestree").path
    }()

    /// Waits for the line that says that the bot is ready.
    func ready() async throws -> Ready {
        let values = try await addresses()
        return Ready(
            httpURL: try #require(values["http"]), discordURL: values["playground"].map { String($0.dropLast()) },
            apiURL: values["api"], token: values["token"])
    }

    /// Waits for the line of JSON that says that all is ready: its texts by their names.
    func addresses() async throws -> [String: String] {
        try await eventually("chorestree is ready; it said: \(process.errors)") {
            if let ending = process.end {
                throw NeverHappened(description: "chorestree ended with \(ending.code): \(process.errors)")
            }
            guard let line = process.output.split(separator: "\n").first, line.hasSuffix("}") else { return nil }
            let values = try JSON.decode(JSONValue.self, from: Array(line.utf8)).objectValue ?? [:]
            return Dictionary(
                values.compactMap { key, value in value.stringValue.map { (key, $0) } }, uniquingKeysWith: { $1 })
        }
    }

    /// Sends a signal, unless the process has ended.
    func send(_ signal: Int32) {
        process.send(signal)
    }

    /// Waits for the end.
    func ending() async throws -> Ending {
        let (code, wasKilled) = try await eventually("chorestree ends") { process.end }
        return Ending(code: code, wasKilled: wasKilled, output: process.output, errors: process.errors)
    }

    /// What it has printed so far.
    var output: String { process.output }

    /// Whether it has not ended yet.
    var isRunning: Bool { process.end == nil }

    /// Waits until a log line or sentence on standard error has these words.
    func said(_ words: String) async throws {
        try await eventually("chorestree says “\(words)”") { process.errors.contains(words) }
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

    /// What lies in its folder besides the files with what it has printed.
    static func written(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).filter {
            !$0.hasSuffix(".out") && !$0.hasSuffix(".err")
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
