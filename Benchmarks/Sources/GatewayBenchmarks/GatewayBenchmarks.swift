import Echord
import Foundation

/// Echord beside discord.py and hikari, in turns, each in a process of its own, against one fake gateway that says the
/// same to all: how fast messages come through, how fast 1,000 guilds of 100 members are there and what they hold in
/// memory, and how long a request takes.
@main
enum GatewayBenchmarks {
    static let messages = 200_000
    static let guilds = 1_000
    static let members = 100
    static let rounds = 3
    /// An id in Base64, as a bot's token begins; the gateway reads the scenario after it.
    static let account = "OTAwMDAwMDAwMDAwMDAwMDAx"

    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        if arguments.count == 2, let compression = GatewayCompression(rawValue: arguments[1]),
            let task = Peer.Task(rawValue: arguments[2])
        {
            return try await MeasuredBot.run(task, compression: compression)
        }
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().path
        try prepare(root + "/scripts/python-peers")
        let python = root + "/.build/python-peers/bin/python"
        let scripts = root + "/Benchmarks/Peers"
        let gateway = try FakeGateway(python: python, script: scripts + "/gateway.py")
        defer { gateway.stop() }
        for task in Peer.Task.allCases {
            try report(task, Peer.all(python: python, scripts: scripts).filter { $0.tasks.contains(task) }, gateway)
        }
    }

    private static func prepare(_ script: String) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: script)
        process.standardOutput = FileHandle.standardError
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(description: "scripts/python-peers failed") }
    }

    private static func report(_ task: Peer.Task, _ peers: [Peer], _ gateway: FakeGateway) throws {
        var figures = [[[String: Double]]](repeating: [], count: peers.count)
        for _ in 0..<rounds {
            for (index, peer) in peers.enumerated() {
                figures[index].append(try peer.measure(task, gateway.environment(for: task)))
            }
        }
        let table = Table(task)
        print(table.title)
        let medians = figures.map { runs in table.columns.map { $0.median(of: runs) } }
        for (peer, row) in zip(peers, medians) {
            var line = "  " + peer.name.padding(toLength: 20, withPad: " ", startingAt: 0)
            for (index, column) in table.columns.enumerated() {
                line += column.shown(row[index], beside: medians[0][index])
            }
            print(line)
        }
    }
}
