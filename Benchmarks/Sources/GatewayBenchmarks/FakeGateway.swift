import Foundation

/// The gateway's process.
final class FakeGateway {
    private let process = Process()
    private let addresses: [String: String]

    /// Starts it and waits until all that it will say is made.
    init(python: String, script: String) throws {
        process.executableURL = URL(fileURLWithPath: python)
        process.arguments = [
            "-O", script, String(GatewayBenchmarks.messages), String(GatewayBenchmarks.guilds),
            String(GatewayBenchmarks.members),
        ]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let line = output.fileHandleForReading.availableData
        guard let found = try? JSONSerialization.jsonObject(with: line) as? [String: String] else {
            throw Failure(description: "the fake gateway does not start")
        }
        addresses = found
    }

    func environment(for task: Peer.Task) -> [String: String] {
        let scenario = task == .guilds ? "guilds" : "messages"
        return [
            "PATH": "/usr/bin:/bin", "BENCH_API": addresses["api"] ?? "", "BENCH_GATEWAY": addresses["gateway"] ?? "",
            "BENCH_TOKEN": "\(GatewayBenchmarks.account).\(scenario).x",
            "BENCH_MESSAGES": String(GatewayBenchmarks.messages), "BENCH_GUILDS": String(GatewayBenchmarks.guilds),
        ]
    }

    func stop() {
        process.terminate()
        process.waitUntilExit()
    }
}
