import FuzzKit
import Testing

@testable import Echord

/// A server with Discord's rules: fixed windows per (hash, resource), a global limit, its own crooked clock.
private struct LimitServer {
    struct Window {
        var end: Moment
        var used: Int
    }

    let rules: [String: (hash: String?, limit: Int, length: Duration)]
    /// How far the server's wall clock is off.
    let clockOffset: Double
    var windows: [BucketKey: Window] = [:]
    var overruns = 0

    mutating func take(_ route: APIRoute, _ major: MajorParameter, at now: Moment) -> RequestOutcome {
        guard let rule = rules[route.path], let hash = rule.hash else { return .answered(status: 200, nil) }
        let key = BucketKey(identity: .hash(hash), major: major)
        var window = windows[key] ?? Window(end: .origin, used: 0)
        if window.end <= now { window = Window(end: now + rule.length, used: 0) }
        window.used += 1
        windows[key] = window
        let headers = RateLimitHeaders(
            limit: rule.limit, remaining: max(0, rule.limit - window.used), resetAfter: window.end - now,
            reset: clockOffset + (window.end - .origin).inSeconds, bucket: hash)
        guard window.used <= rule.limit else {
            overruns += 1
            return .limited(scope: .user, retryAfter: window.end - now, headers)
        }
        return .answered(status: 200, headers)
    }
}

@Suite struct RESTLimiterExplorationTests {
    private struct Flight {
        let ticket: Int
        var arrives: Moment
        var outcome: RequestOutcome?
        var returns: Moment
    }

    /// One run of random requests, latencies, losses and cancellations against the server.
    @Test(arguments: 0..<8)
    func neverOverALimitAndNeverStuck(round: Int) throws {
        let fuzz = Fuzz("rate limiter", usually: 50_000, share: 8)
        let start = ContinuousClock.now
        var random = fuzz.generator(for: round)
        var limiter = RateLimiter(configuration: .init(globalLimit: 20 + round * 10))
        var server = LimitServer(
            rules: [
                "/a": (hash: "one", limit: 5, length: .seconds(5)), "/b": (hash: "one", limit: 5, length: .seconds(5)),
                "/c": (hash: "two", limit: 1, length: .milliseconds(250)),
                "/d": (hash: nil, limit: 0, length: .zero), "/e": (hash: "three", limit: 40, length: .seconds(2)),
            ], clockOffset: Double(round) * 1e6 - 3e6)
        var now = Moment.origin
        var flights: [Flight] = []
        var waiting: [Int: (route: APIRoute, major: MajorParameter, ordinary: Bool)] = [:]
        var routes: [Int: (route: APIRoute, major: MajorParameter, ordinary: Bool)] = [:]
        var sends: [Moment] = []
        var due: [Int: Moment] = [:]
        var called = Set<Int>()
        var granted = 0
        var lastGranted: [BucketKey: Int] = [:]
        // A route whose bucket is not known yet cannot be counted with the routes that share it.
        for path in server.rules.keys.sorted() {
            let route = APIRoute(method: "POST", path: path)
            let ticket = limiter.enqueue(route, .channel(9), .interaction, deadline: nil, at: now)
            _ = limiter.complete(ticket, server.take(route, .channel(9), at: now), at: now)
        }
        var step = 0
        while step < fuzz.inputs || !waiting.isEmpty || !flights.isEmpty {
            step += 1
            if step < fuzz.inputs, waiting.count < 60, !random.once(in: 4) {
                let path = ["/a", "/b", "/c", "/d", "/e"].randomElement(using: &random) ?? "/a"
                let route = APIRoute(method: "POST", path: path)
                let major = MajorParameter.channel(UInt64.random(in: 1...3, using: &random))
                let ordinary = !random.once(in: 6)
                let ticket = limiter.enqueue(route, major, ordinary ? .ordinary : .interaction, deadline: nil, at: now)
                waiting[ticket] = (route, major, ordinary)
                called.insert(ticket)
            }
            if random.once(in: 40), let victim = waiting.keys.min() {
                called.formUnion(limiter.cancel(victim, at: now))
                waiting[victim] = nil
                due[victim] = nil
            }
            // As the real owners do: poll on coming, when woken, and when the time named has come.
            var polls = Set(limiter.takeWoken()).union(called)
            called = []
            for (ticket, moment) in due where moment <= now { polls.insert(ticket) }
            while let ticket = polls.min() {
                polls.remove(ticket)
                guard let request = waiting[ticket] else { continue }
                switch limiter.poll(ticket, at: now) {
                case .granted:
                    waiting[ticket] = nil
                    due[ticket] = nil
                    granted += 1
                    let key = BucketKey(identity: .route(request.route), major: request.major)
                    // In the order of arrival within a route and resource.
                    if ticket < lastGranted[key] ?? 0 { Issue.record("overtaken") }
                    lastGranted[key] = ticket
                    if request.ordinary { sends.append(now) }
                    if random.once(in: 50) {
                        polls.formUnion(limiter.complete(ticket, .unsent, at: now))
                        if request.ordinary { sends.removeLast() }
                        continue
                    }
                    let there = Duration.milliseconds(Int.random(in: 1...200, using: &random))
                    let back = Duration.milliseconds(Int.random(in: 1...400, using: &random))
                    flights.append(
                        Flight(ticket: ticket, arrives: now + there, outcome: nil, returns: now + there + back))
                    routes[ticket] = request
                case .wait(let until): due[ticket] = until
                case .refused(let details): Issue.record("refused without a deadline: \(details)")
                }
                polls.formUnion(limiter.takeWoken())
            }
            let next = due.values.min()
            sends.removeAll { now - $0 >= .seconds(1) }
            try #require(sends.count <= limiter.configuration.globalLimit)
            // The next thing that happens anywhere.
            let arrivals = flights.filter { $0.outcome == nil }.map(\.arrives)
            let returns = flights.filter { $0.outcome != nil }.map(\.returns)
            var moment = (arrivals + returns).min()
            if let next { moment = min(moment ?? next, next) }
            if step < fuzz.inputs { moment = min(moment ?? (now + .milliseconds(10)), now + .milliseconds(10)) }
            guard let moment else {
                try #require(waiting.isEmpty || !called.isEmpty, "requests wait and nothing will ever wake them")
                continue
            }
            now = max(now, moment)
            for index in flights.indices where flights[index].outcome == nil && flights[index].arrives <= now {
                let ticket = flights[index].ticket
                guard let request = routes[ticket] else { continue }
                let outcome = server.take(request.route, request.major, at: flights[index].arrives)
                // Some answers are lost on the way back.
                flights[index].outcome = random.once(in: 60) ? .unknown : outcome
            }
            for flight in flights where flight.outcome != nil && flight.returns <= now {
                if let outcome = flight.outcome {
                    called.formUnion(limiter.complete(flight.ticket, outcome, at: now))
                }
                routes[flight.ticket] = nil
            }
            flights.removeAll { $0.outcome != nil && $0.returns <= now }
        }
        #expect(server.overruns == 0)
        #expect(granted > 0)
        #expect(limiter.waiting == 0)
        fuzz.report(since: start)
    }
}
