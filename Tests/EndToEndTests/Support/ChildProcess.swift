import Foundation
import Glibc
import Locking

/// A process of its own; what it prints goes to files of a folder, where it also works. It ends with the value at the latest.
final class ChildProcess: Sendable {
    private let process = Process()
    private let files: (output: String, errors: String)
    /// Told by the handler: `isRunning` hears of the end in a run loop, and there is none here.
    private let ended = Locked<(code: Int32, wasKilled: Bool)?>(nil)

    /// Starts it.
    ///
    /// - Parameter environment: all that it sees.
    init(_ path: String, _ arguments: [String], environment: [String: String], in folder: String) throws {
        let name = URL(fileURLWithPath: path).lastPathComponent
        files = ("\(folder)/\(name).out", "\(folder)/\(name).err")
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try Self.file(files.output)
        process.standardError = try Self.file(files.errors)
        process.terminationHandler = { [weak self] process in
            let wasKilled = process.terminationReason == .uncaughtSignal
            self?.ended.withLock { $0 = (process.terminationStatus, wasKilled) }
        }
        try process.run()
    }

    deinit { send(SIGKILL) }

    private static func file(_ path: String) throws -> FileHandle {
        try Data().write(to: URL(fileURLWithPath: path))
        return try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    }

    /// How it ended: the exit code, or the signal's number when it was killed; nil while it runs.
    var end: (code: Int32, wasKilled: Bool)? { ended.withLock(\.self) }

    /// What it has printed so far.
    var output: String { Self.text(files.output) }

    /// What it has written to standard error so far.
    var errors: String { Self.text(files.errors) }

    private static func text(_ path: String) -> String {
        String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    }

    /// Sends a signal, unless the process has ended.
    func send(_ signal: Int32) {
        ended.withLock { if $0 == nil { kill(process.processIdentifier, signal) } }
    }
}
