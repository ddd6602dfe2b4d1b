import Echord
import Foundation

@main
struct Greeter {
    static func main() async throws {
        let token = Secret(ProcessInfo.processInfo.environment["DISCORD_TOKEN"] ?? "")
        let client = try DiscordClient(
            DiscordClientConfiguration(token: token, gateway: GatewayConfiguration(intents: [.guilds])))

        var router = InteractionRouter()
        router.command("hello", acknowledging: .privately) { context in
            let name = context.interaction.author?.username ?? "you"
            try await context.responder.reply(try MessageContent("Hello, \(name)!").ephemeral().interactionMessage())
        }
        client.handleInteractions(
            with: InteractionService(
                router: router, api: client.rest,
                excuse: { _, _, reference in InteractionMessage(content: "That failed (\(reference)).") },
                unknown: { _ in InteractionMessage(content: "I do not know that command.") }))
        client.on(.guildCreate) { event, _ in print("in server \(event.guild.id)") }

        try await client.registerCommands([SlashCommand("hello", "Says hello").command])
        try await client.run(ReadySignal { print("connected") })
    }
}
