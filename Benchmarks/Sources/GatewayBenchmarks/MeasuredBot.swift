import Echord
import Foundation
import Synchronization

/// The measured bot on Echord, in a process of its own; it prints one line of JSON and ends.
enum MeasuredBot {
    static func run(_ task: Peer.Task, compression: GatewayCompression) async throws {
        let environment = ProcessInfo.processInfo.environment
        guard let api = environment["BENCH_API"], let token = environment["BENCH_TOKEN"] else { return }
        let before = resident()
        let client = try DiscordClient(
            DiscordClientConfiguration(
                token: Secret(token), gateway: GatewayConfiguration(intents: .documented, compression: compression),
                // The peers wait for no global limit of their own accord.
                rest: RESTConfiguration(apiURL: api, limits: RateLimiterConfiguration(globalLimit: 1_000_000))))
        switch task {
        case .messages: messages(client)
        case .ignored: ignored(client, Int(environment["BENCH_MESSAGES"] ?? "") ?? 0)
        case .guilds: guilds(client, Int(environment["BENCH_GUILDS"] ?? "") ?? 0, before: before)
        case .rest: return try await requests(client)
        }
        try await client.run(ReadySignal {})
    }

    private static func messages(_ client: DiscordClient) {
        let watch = Watch()
        // One listener that must see every event.
        client.on(.messageCreate, options: ListenerOptions(buffer: 1_000_000)) { event, _ in
            let count = watch.count()
            if event.message.content == "end" { done(["seconds": watch.seconds, "events": Double(count)]) }
        }
    }

    private static func ignored(_ client: DiscordClient, _ events: Int) {
        let watch = Watch()
        client.on(.guildCreate) { _, _ in _ = watch.count() }
        client.on(.guildRoleDelete) { _, _ in done(["seconds": watch.seconds, "events": Double(events)]) }
    }

    private static func guilds(_ client: DiscordClient, _ wanted: Int, before: Int) {
        let watch = Watch()
        client.on(.ready) { _, _ in watch.start() }
        client.on(.guildCreate, options: ListenerOptions(buffer: 100_000)) { _, _ in
            guard watch.count() == wanted else { return }
            let seconds = watch.seconds
            try await Task.sleep(for: .milliseconds(500))
            done([
                "seconds": seconds, "grown": Double(resident() - before), "resident": Double(resident()),
                "members": Double(client.cache.members.count),
            ])
        }
    }

    private static func requests(_ client: DiscordClient) async throws {
        var times: [Double] = []
        for _ in 0..<600 {
            let watch = Watch()
            watch.start()
            _ = try await client.rest.send(.createMessage(in: 1, CreateMessage(content: "hello")))
            times.append(watch.seconds)
        }
        times.sort()
        done(["median": times[300], "p99": times[594]])
    }

    /// Bytes of the process in memory.
    private static func resident() -> Int {
        let fields = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ") ?? []
        return (fields.count > 1 ? Int(fields[1]) ?? 0 : 0) * sysconf(Int32(_SC_PAGESIZE))
    }

    private static func done(_ figures: [String: Double]) -> Never {
        let members = figures.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \($0.value)" }
        print("{\(members.joined(separator: ", "))}")
        exit(0)
    }
}

/// Counts, and knows when the first was counted.
private final class Watch: Sendable {
    private let state = Mutex<(count: Int, start: ContinuousClock.Instant?)>((0, nil))

    func start() { state.withLock { $0.start = .now } }

    func count() -> Int {
        state.withLock { state in
            if state.start == nil { state.start = .now }
            state.count += 1
            return state.count
        }
    }

    var seconds: Double {
        let elapsed = state.withLock { ($0.start ?? .now).duration(to: .now) }
        return Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
    }
}
