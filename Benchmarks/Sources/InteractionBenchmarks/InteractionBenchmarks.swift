import EchordTesting
import Foundation

/// How long a person waits for the bot: from the INTERACTION_CREATE that leaves the local Discord's gateway to the
/// arrival of the bot's answer, through all layers with SQLite.
///
/// The bot is the release program in a process of its own; the local Discord and the load run here. The load is open:
/// acts are sent on schedule whether the bot keeps up or not, so a slow answer delays no later question.
@main
enum InteractionBenchmarks {
    static let perSecond = 200
    static let warmUpSeconds = 5
    static let seconds = 30
    static let goal = Duration.milliseconds(10)

    static func main() async throws {
        var configuration = LocalDiscord.Configuration()
        configuration.hasDefaultWorld = true
        let isClean = try await LocalDiscord.running(configuration: configuration) { discord in
            let town = try Town(in: discord, guilds: 8, membersPerGuild: 75)
            let bot = try BotProcess(joining: discord)
            do {
                try await discord.waitForCommand("task", atMost: .seconds(60))
                _ = await Load(perSecond: perSecond, seconds: warmUpSeconds).run(town)
                let before = Usage(of: bot)
                let outcome = await Load(perSecond: perSecond, seconds: seconds).run(town)
                let usage = Usage(of: bot) - before
                await bot.stop()
                report(outcome, usage, town)
                return outcome.failures.isEmpty
            } catch {
                await bot.stop()
                throw error
            }
        }
        if !isClean { exit(1) }
    }

    private static func report(_ outcome: Outcome, _ usage: Usage, _ town: Town) {
        print(
            "Interactions: from the event on the gateway's socket to the answer's arrival; SQLite, "
                + "\(town.guilds.count) servers, \(town.memberCount) members")
        print(
            "  \(perSecond) a second for \(seconds) s, sent on schedule, the latest \(outcome.lateness.shown) late; "
                + "others took \(usage.shownOthers) of the \(usage.processors) processors")
        print(Latencies(outcome.times.values.flatMap(\.self)).line("all") + "   (goal: p99 below \(goal.shown))")
        for act in Act.allCases { print(Latencies(outcome.times[act] ?? []).line(act.rawValue)) }
        print("  the bot took \(usage.shownBot) of a processor and holds \(usage.residentMegabytes) MB")
        print("  deferred \(outcome.deferred), failed \(outcome.failures.count)")
        for failure in Set(outcome.failures).sorted().prefix(5) { print("    \(failure)") }
    }
}
