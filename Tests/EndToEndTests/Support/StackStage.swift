import Core
import EchordTesting
import Foundation
import Lifecycle
import Telemetry
import Testing
import Transport

@testable import Launch

/// The whole application in this process, against the local Discord: gateway, REST, database and event bus are real.
enum StackStage {
    /// Runs `body` with the application, in the channel general of the server Home.
    static func run(
        commandsPerMinute: Int = 5, clock: VirtualClock = VirtualClock(),
        _ body: @escaping @Sendable (LocalDiscord, LocalChannel) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("stack-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var configuration = Configuration()
        configuration.dataFolder = folder
        configuration.httpPort = 0
        configuration.commandsPerMinute = commandsPerMinute
        let settled = configuration
        try await LocalDiscord.running(clock: clock) { discord in
            let loops = try EventLoopGroup(threads: 1)
            defer { loops.shutdown() }
            let stack = BotStack(settled, discord: discord, loops: loops, logger: .silent, metrics: Metrics())
            let group = try ServiceGroup([.init(stack)], logger: .silent) { names in
                Issue.record("did not stop: \(names)")
            }
            let failure = Failure()
            try await group.run(stoppingOn: []) {
                do {
                    #expect(stack.httpURL.hasPrefix("http://127.0.0.1:"))
                    try await body(discord, try discord.guild("Home").channel("general"))
                } catch { await failure.note(error) }
                group.shutDown()
            }
            if let error = await failure.error { throw error }
        }
    }

    private actor Failure {
        private(set) var error: (any Error)?
        func note(_ error: any Error) { self.error = error }
    }
}
