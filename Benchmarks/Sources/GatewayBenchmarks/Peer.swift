import Foundation

/// One library as it is measured: a program that prints its figures.
struct Peer: Sendable {
    /// What is measured.
    enum Task: String, CaseIterable, Sendable {
        /// Messages into the cache and to one listener.
        case messages
        /// The same messages with nobody listening.
        case ignored
        /// Guilds with their members into the cache.
        case guilds
        /// Requests, one after the other.
        case rest
    }

    let name: String
    let tasks: [Task]
    private let command: [String]

    static func all(python: String, scripts: String) -> [Peer] {
        let here = CommandLine.arguments[0]
        return [
            Peer(
                name: "discord.py, zlib", tasks: Task.allCases, command: [python, "-O", scripts + "/discordpy_bot.py"]),
            Peer(name: "hikari, zlib", tasks: Task.allCases, command: [python, "-O", scripts + "/hikari_bot.py"]),
            Peer(name: "Echord, zlib", tasks: Task.allCases, command: [here, "zlib-stream"]),
            Peer(name: "Echord, plain", tasks: [.messages, .ignored, .guilds], command: [here, "none"]),
        ]
    }

    /// Runs the program; its figures by name.
    func measure(_ task: Task, _ environment: [String: String]) throws -> [String: Double] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: command[0])
        process.arguments = Array(command.dropFirst()) + [task.rawValue]
        process.environment = environment
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard let line = text.split(separator: "\n").last(where: { $0.hasPrefix("{") }),
            let figures = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Double]
        else { throw Failure(description: "\(name) has printed no figures of \(task.rawValue)") }
        return figures
    }
}

/// Why there are no figures.
struct Failure: Error, CustomStringConvertible {
    let description: String
}
