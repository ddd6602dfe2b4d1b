package import Echord
internal import EchordModel
package import Lifecycle
internal import Telemetry

/// A client that somebody else runs.
package struct BotClient: Sendable {
    /// The client.
    package let client: DiscordClient
}

/// Interactions that run with the client.
package struct BotInteractions: Sendable {
    /// The service.
    package let service: InteractionService
}

/// The bot's life on Discord: connects, makes its commands known, handles interactions, and tells how it stands.
///
/// It is ready when every shard has its session and the commands are registered.
package struct BotConnection: Service {
    /// `discord`.
    package let name = "discord"
    private let client: DiscordClient
    private let status: BotStatus

    /// The connection of `client`, which hands interactions to `interactions`.
    package init(_ client: BotClient, interactions: BotInteractions, status: BotStatus) {
        self.client = client.client
        self.status = status
        self.client.handleInteractions(with: interactions.service)
    }

    /// Connects and serves until asked to finish.
    package func run(_ ready: ReadySignal) async throws {
        let (connected, connection) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { connection.finish() }
                try await client.run(ReadySignal { connection.yield() })
            }
            group.addTask { await watch() }
            for await _ in connected {
                try await client.registerCommands(BotCommands.all)
                status.note(isConnected: true, "ready")
                ready()
            }
            status.note(isConnected: false, "closed")
            group.cancelAll()
            try await group.waitForAll()
        }
    }

    /// Follows the shards until cancelled.
    private func watch() async {
        for await change in client.shardStatusChanges() {
            status.note(isConnected: client.isReady, "shard \(change.shard.index): \(change.new.rawValue)")
        }
    }
}
