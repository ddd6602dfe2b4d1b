/// Discord's limits on requests: one bucket per kind of route and top-level resource, one for the whole bot, and the ban for too many
/// invalid requests.
///
/// A bucket is a window that begins with its first request. Source: https://discord.com/developers/docs/topics/rate-limits
struct RateLimiter: Sendable {
    /// How many requests per window a kind of route takes.
    struct Rule: Hashable, Sendable {
        /// The bucket's name; routes with one name share it.
        let name: String
        let limit: Int
        let window: Duration

        init(_ name: String, _ limit: Int, per window: Duration) {
            (self.name, self.limit, self.window) = (name, limit, window)
        }

        /// What reads a guild's parts shares one bucket.
        static let guildReading = Rule("guild-read", 10, per: .seconds(10))
    }

    /// What a request found.
    enum Verdict: Sendable {
        case allowed(Status?)
        case limited(Status)
        case globallyLimited(after: Duration)
        /// The address is shut out for its invalid requests.
        case banned(after: Duration)
    }

    /// The numbers of the headers.
    struct Status: Sendable {
        var bucket: String
        var limit: Int
        var remaining: Int
        var reset: Moment
        var resetAfter: Duration
    }

    /// The sizes; a test may make them small.
    struct Settings: Sendable {
        var globalLimit = 50
        var globalWindow = Duration.seconds(1)
        var invalidLimit = 10_000
        var invalidWindow = Duration.seconds(600)
        var isEnabled = true
    }

    private struct Key: Hashable {
        let rule: String
        let resource: String
    }

    private struct Window {
        var used = 0
        var end: Moment
    }

    /// What an address gets that is shut out.
    static let banPage =
        "<!DOCTYPE html><title>Access denied</title><p>Error 1015: You are being rate limited.</p>"

    /// Buckets remembered at most; beyond it those that have ended are forgotten.
    private static let capacity = 20_000

    var settings = Settings()
    private var windows: [Key: Window] = [:]
    private var global = Window(end: Moment(.min))
    private var invalid = Window(end: Moment(.min))

    /// Counts a request.
    ///
    /// - Parameters:
    ///   - rule: The route's bucket; nil for routes without one.
    ///   - resource: The top-level resource: channel, guild, or webhook with token.
    ///   - countsGlobally: False for the routes of interactions.
    mutating func take(_ rule: Rule?, resource: String, countsGlobally: Bool, at now: Moment) -> Verdict {
        guard settings.isEnabled else { return .allowed(nil) }
        if invalid.end > now, invalid.used >= settings.invalidLimit { return .banned(after: invalid.end - now) }
        if countsGlobally {
            if global.end <= now { global = Window(end: now + settings.globalWindow) }
            guard global.used < settings.globalLimit else { return .globallyLimited(after: global.end - now) }
        }
        guard let rule else {
            if countsGlobally { global.used += 1 }
            return .allowed(nil)
        }
        forgetEnded(now)
        let key = Key(rule: rule.name, resource: resource)
        var window = windows[key] ?? Window(end: now + rule.window)
        if window.end <= now { window = Window(end: now + rule.window) }
        defer { windows[key] = window }
        guard window.used < rule.limit else { return .limited(status(rule, window, now)) }
        window.used += 1
        if countsGlobally { global.used += 1 }
        return .allowed(status(rule, window, now))
    }

    /// Counts an answer of 401, 403 or 429 (but for shared limits) towards the ban.
    mutating func noteInvalid(at now: Moment) {
        if invalid.end <= now { invalid = Window(end: now + settings.invalidWindow) }
        invalid.used += 1
    }

    /// How many invalid requests the present window has seen.
    func invalidCount(at now: Moment) -> Int {
        invalid.end > now ? invalid.used : 0
    }

    private func status(_ rule: Rule, _ window: Window, _ now: Moment) -> Status {
        Status(
            bucket: Self.hash(rule.name), limit: rule.limit, remaining: max(0, rule.limit - window.used),
            reset: window.end,
            resetAfter: window.end - now)
    }

    private mutating func forgetEnded(_ now: Moment) {
        if windows.count >= Self.capacity { windows = windows.filter { $0.value.end > now } }
    }

    /// 32 hexadecimal digits, the same for a name every time: FNV-1a twice with different seeds.
    static func hash(_ name: String) -> String {
        let halves = [0xcbf2_9ce4_8422_2325 as UInt64, 0x9ae1_6a3b_2f90_404f].map { seed in
            var hash = seed
            for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
            let digits = String(hash, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }
        return halves.joined()
    }
}
