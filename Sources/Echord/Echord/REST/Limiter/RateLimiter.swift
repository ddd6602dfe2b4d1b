internal import Telemetry

/// Discord's REST limits as rules without any waiting: who may send now, and when the others may.
///
/// A request gets a ticket. `poll` says whether it is granted, waits or is refused; every change returns the tickets
/// whose owners should poll again. Buckets are found by `(hash, top-level resource)` and counted down before a
/// request leaves, up to what remains leave together, and each bucket serves in the order of arrival.
/// Discord: *Rate Limits*.
struct RateLimiter: Sendable {
    /// What a ticket's owner is told.
    enum Verdict: Equatable, Sendable {
        /// Send, then `complete`.
        case granted
        /// Poll again then; without a moment, when woken.
        case wait(until: Moment?)
        /// Do not send; the ticket is gone.
        case refused(RateLimitDetails)
    }

    private enum TicketState: Sendable {
        case waiting
        case granted(BucketKey, at: Moment)
        case refused(RateLimitDetails)
    }

    private struct Ticket: Sendable {
        let route: APIRoute
        let major: MajorParameter
        let limiting: RouteLimiting
        let account: Secret<String>?
        let deadline: Moment?
        var state: TicketState
    }

    let configuration: RateLimiterConfiguration
    private var tickets: [Int: Ticket] = [:]
    private var buckets: [BucketKey: RateBucket] = [:]
    private var hashes: [APIRoute: String] = [:]
    private var global: SlidingLog
    private var globalBlock: (until: Moment, scope: RateLimitScope)?
    /// Buckets whose first ticket waits for nothing but the global limit.
    private var heldByGlobal: Set<BucketKey> = []
    private var invalid: SlottedCount
    private var nextTicket = 0
    private var waitingCount = 0
    private var sweepAt = 256
    private var woken: [Int] = []

    init(configuration: RateLimiterConfiguration = .init()) {
        self.configuration = configuration
        global = SlidingLog(limit: configuration.globalLimit, window: configuration.globalWindow)
        invalid = SlottedCount(window: configuration.invalidWindow, slots: 60)
    }

    /// Buckets in memory.
    var bucketCount: Int { buckets.count }

    /// Tickets that wait.
    var waiting: Int { waitingCount }

    /// Invalid requests in the span that ends at `now`.
    mutating func invalidRequests(at now: Moment) -> Int { invalid.count(at: now) }

    /// What a bucket holds, for tests and for a look from outside.
    func bucket(_ route: APIRoute, _ major: MajorParameter) -> RateBucket? {
        buckets[key(route, major, nil)]
    }

    // MARK: - Coming and going

    /// Gives a ticket to a request; its owner polls next.
    ///
    /// - Parameters:
    ///   - account: The user whose token it carries; `nil` for the bot.
    ///   - deadline: The moment after which sending is of no use.
    ///   - ticket: The ticket it had before, when it was sent and answered with 429: it keeps its place.
    mutating func enqueue(
        _ route: APIRoute, _ major: MajorParameter, _ limiting: RouteLimiting, account: Secret<String>? = nil,
        deadline: Moment?, again ticket: Int? = nil, at now: Moment
    ) -> Int {
        let number: Int
        if let ticket {
            number = ticket
        } else {
            nextTicket += 1
            number = nextTicket
        }
        tickets[number] = Ticket(
            route: route, major: major, limiting: limiting, account: account, deadline: deadline, state: .waiting)
        if waitingCount >= configuration.maxWaiting {
            refuse(number, cause: .queue, retryAfter: nil, waits: false, at: now)
            return number
        }
        sweepIfGrown(at: now)
        let key = key(route, major, account)
        buckets[key, default: RateBucket(at: now)].insert([number])
        waitingCount += 1
        pump(key, at: now)
        refuseHopeless(key, at: now)
        return number
    }

    /// Says how the ticket stands.
    mutating func poll(_ number: Int, at now: Moment) -> Verdict {
        guard let ticket = tickets[number] else { return .wait(until: nil) }
        if case .waiting = ticket.state {
            pump(key(ticket), at: now)
            if let deadline = ticket.deadline, deadline <= now, case .waiting? = tickets[number]?.state {
                refuse(number, cause: cause(of: ticket, at: now), retryAfter: nil, waits: true, at: now)
            }
        }
        switch tickets[number]?.state {
        case .granted: return .granted
        case .refused(let details):
            tickets[number] = nil
            return .refused(details)
        case .waiting: return .wait(until: wakeTime(number, ticket, at: now))
        case nil: return .wait(until: nil)
        }
    }

    /// Takes a ticket back that is waiting, or granted and not sent.
    mutating func cancel(_ number: Int, at now: Moment) -> [Int] {
        guard let ticket = tickets[number] else { return [] }
        switch ticket.state {
        case .granted: return complete(number, .unsent, at: now)
        case .refused: tickets[number] = nil
        case .waiting:
            let key = key(ticket)
            dequeue(number, from: key)
            tickets[number] = nil
            pump(key, at: now)
            wakeHead(key)
        }
        return takeWoken()
    }

    /// Reports how a granted request ended.
    mutating func complete(_ number: Int, _ outcome: RequestOutcome, at now: Moment) -> [Int] {
        guard let ticket = tickets[number], case .granted(_, let grantedAt) = ticket.state else { return [] }
        if let hash = outcome.headers?.bucket, hashes[ticket.route] != hash { adopt(hash, for: ticket.route) }
        guard case .granted(let held, _)? = tickets[number]?.state else { return [] }
        tickets[number] = nil
        if outcome.isInvalid { invalid.record(at: now) }
        if outcome == .unsent, ticket.limiting == .ordinary { global.takeBack(grantedAt) }
        let target = BucketKey(
            identity: outcome.headers?.bucket.map { .hash($0) } ?? held.identity, major: ticket.major,
            account: ticket.account)
        if target != held {
            // The route was counted elsewhere than believed when it left.
            buckets[held]?.release(sent: true, at: now)
            buckets[target, default: RateBucket(at: now)].adopt()
        }
        settle(target, outcome, at: now)
        for key in Set([held, target]) {
            refuseHopeless(key, at: now)
            pump(key, at: now)
            wakeHead(key)
            dropIfEmpty(key, at: now)
        }
        return takeWoken()
    }

    /// The tickets whose owners should poll, because of what happened since the last call.
    mutating func takeWoken() -> [Int] {
        defer { woken = [] }
        return woken
    }
}

// MARK: - Letting through

extension RateLimiter {
    private func key(_ ticket: Ticket) -> BucketKey { key(ticket.route, ticket.major, ticket.account) }

    private func key(_ route: APIRoute, _ major: MajorParameter, _ account: Secret<String>?) -> BucketKey {
        BucketKey(identity: hashes[route].map { .hash($0) } ?? .route(route), major: major, account: account)
    }

    private mutating func settle(_ key: BucketKey, _ outcome: RequestOutcome, at now: Moment) {
        switch outcome {
        case .answered(_, let headers?): buckets[key]?.answered(headers, slack: configuration.slack, at: now)
        case .answered(_, nil): buckets[key]?.answeredWithoutLimit(at: now)
        case .unknown: buckets[key]?.release(sent: true, at: now)
        case .unsent: buckets[key]?.release(sent: false, at: now)
        case .limited(let scope, let retryAfter, let headers):
            let wait = max(.zero, retryAfter) + configuration.slack
            // A user's global limit holds that user's requests, not the bot's.
            switch scope == .global && key.account != nil ? .user : scope {
            case .user, .shared: buckets[key]?.limited(for: wait, scope: scope, headers: headers, at: now)
            case .global, .address:
                buckets[key]?.release(sent: true, at: now)
                if (globalBlock?.until ?? now) <= now + wait { globalBlock = (now + wait, scope) }
                for key in buckets.keys { refuseHopeless(key, at: now) }
            }
        }
    }

    /// When the global limit next lets an ordinary request through; `nil` for now.
    private mutating func globalOpening(at now: Moment) -> Moment? {
        if let block = globalBlock {
            if block.until > now { return block.until }
            globalBlock = nil
        }
        return global.nextOpening(at: now)
    }

    /// Whether invalid requests have come so close to Discord's limit that nothing may be sent; until when.
    private mutating func budgetOpening(at now: Moment) -> Moment? {
        guard invalid.count(at: now) >= configuration.invalidLimit - configuration.invalidMargin else { return nil }
        return invalid.nextFall ?? now + configuration.invalidWindow
    }

    /// Lets through what may go from this bucket, older tickets held by the global limit first.
    private mutating func pump(_ key: BucketKey, at now: Moment) {
        guard !heldByGlobal.isEmpty else {
            while letOneThrough(key, at: now) {}
            return
        }
        heldByGlobal.insert(key)
        while globalOpening(at: now) == nil, let next = oldestHeld() {
            if !letOneThrough(next, at: now) { heldByGlobal.remove(next) }
        }
        // Exempt requests do not wait for the global limit.
        while letOneThrough(key, at: now) {}
    }

    private mutating func oldestHeld() -> BucketKey? {
        var oldest: (ticket: Int, key: BucketKey)?
        for key in heldByGlobal {
            guard let ticket = buckets[key]?.queue.first else {
                heldByGlobal.remove(key)
                continue
            }
            if ticket < oldest?.ticket ?? .max { oldest = (ticket, key) }
        }
        return oldest?.key
    }

    /// Grants the bucket's first ticket if it may go; `false` when it may not, or nobody waits.
    private mutating func letOneThrough(_ key: BucketKey, at now: Moment) -> Bool {
        buckets[key]?.refresh(at: now)
        guard let bucket = buckets[key], let number = bucket.queue.first, let ticket = tickets[number] else {
            heldByGlobal.remove(key)
            return false
        }
        if let until = budgetOpening(at: now) {
            refuse(number, cause: .invalidRequests, retryAfter: until - now, waits: true, at: now)
            return true
        }
        guard let opening = bucket.opening(at: now), opening <= now else {
            heldByGlobal.remove(key)
            return false
        }
        if ticket.limiting == .ordinary {
            guard globalOpening(at: now) == nil else {
                heldByGlobal.insert(key)
                return false
            }
            global.record(at: now)
        }
        _ = buckets[key]?.queue.popFirst()
        buckets[key]?.take(at: now)
        waitingCount -= 1
        tickets[number]?.state = .granted(key, at: now)
        woken.append(number)
        return true
    }

    /// When the owner should poll again. Only the first of a bucket watches the time; it is woken on becoming first.
    private mutating func wakeTime(_ number: Int, _ ticket: Ticket, at now: Moment) -> Moment? {
        let key = key(ticket)
        guard let bucket = buckets[key], bucket.queue.first == number else { return ticket.deadline }
        var opening = bucket.opening(at: now)
        if let moment = opening, moment <= now, ticket.limiting == .ordinary { opening = globalOpening(at: now) }
        guard let opening else { return ticket.deadline }
        return ticket.deadline.map { min($0, opening) } ?? opening
    }

    private mutating func wakeHead(_ key: BucketKey) {
        if let head = buckets[key]?.queue.first { woken.append(head) }
    }
}

// MARK: - Refusing

extension RateLimiter {
    private mutating func dequeue(_ number: Int, from key: BucketKey) {
        if buckets[key]?.queue.first == number {
            _ = buckets[key]?.queue.popFirst()
            waitingCount -= 1
        } else if let removed = buckets[key]?.queue.removeAll(where: { $0 == number }) {
            waitingCount -= removed.count
        }
    }

    private mutating func cause(of ticket: Ticket, at now: Moment) -> RateLimitDetails.Cause {
        guard ticket.limiting == .ordinary, globalOpening(at: now) != nil else { return .bucket }
        let opening = buckets[key(ticket)]?.opening(at: now)
        return opening.map { $0 <= now } == true ? .global : .bucket
    }

    private mutating func refuse(
        _ number: Int, cause: RateLimitDetails.Cause, retryAfter: Duration?, waits: Bool, at now: Moment
    ) {
        guard let ticket = tickets[number] else { return }
        let key = key(ticket)
        let details = details(ticket, key, cause: cause, retryAfter: retryAfter, at: now)
        if waits {
            dequeue(number, from: key)
            wakeHead(key)
        }
        tickets[number]?.state = .refused(details)
        woken.append(number)
    }

    private mutating func details(
        _ ticket: Ticket, _ key: BucketKey, cause: RateLimitDetails.Cause, retryAfter: Duration?, at now: Moment
    ) -> RateLimitDetails {
        var details = RateLimitDetails(
            cause: cause, scope: .user, retryAfter: retryAfter, bucket: nil, limit: nil, remaining: nil,
            route: ticket.route)
        switch cause {
        case .bucket:
            let bucket = buckets[key]
            if case .hash(let hash) = key.identity { details.bucket = hash }
            details.scope = bucket?.blockedUntil == nil ? .user : bucket?.blockScope ?? .user
            details.limit = bucket?.limit
            details.remaining = bucket?.remaining
            if retryAfter == nil, let opening = bucket?.opening(at: now) {
                details.retryAfter = max(.zero, opening - now)
            }
        case .global:
            details.scope = globalBlock?.scope ?? .global
            details.limit = configuration.globalLimit
            details.remaining = max(0, configuration.globalLimit - global.count(at: now))
            if retryAfter == nil { details.retryAfter = globalOpening(at: now).map { $0 - now } ?? .zero }
        case .invalidRequests:
            details.scope = .address
            details.limit = configuration.invalidLimit
            details.remaining = max(0, configuration.invalidLimit - invalid.count(at: now))
        case .queue:
            details.limit = configuration.maxWaiting
            details.remaining = 0
        }
        return details
    }

    /// Refuses at once who would have to wait beyond the own deadline.
    private mutating func refuseHopeless(_ key: BucketKey, at now: Moment) {
        guard let bucket = buckets[key], !bucket.queue.isEmpty else { return }
        let block = globalBlock.map { max(.zero, $0.until - now) } ?? .zero
        var ahead = 0
        for number in bucket.queue.elements {
            guard let ticket = tickets[number] else { continue }
            let held = ticket.limiting == .ordinary ? block : .zero
            let own = bucket.leastWait(ahead: ahead, at: now)
            let wait = max(own, held)
            if let deadline = ticket.deadline, wait > .zero, now + wait > deadline {
                refuse(number, cause: own >= held ? .bucket : .global, retryAfter: wait, waits: true, at: now)
            } else {
                ahead += 1
            }
        }
    }
}

// MARK: - Names and memory

extension RateLimiter {
    /// Discord has named a route's bucket, or renamed it.
    private mutating func adopt(_ hash: String, for route: APIRoute) {
        let old: BucketKey.Identity = hashes[route].map { .hash($0) } ?? .route(route)
        hashes[route] = hash
        for key in buckets.keys where key.identity == old {
            let target = BucketKey(identity: .hash(hash), major: key.major, account: key.account)
            if case .route = old {
                move(key, to: target)
            } else {
                let tickets = tickets
                let moved = buckets[key]?.queue.removeAll { tickets[$0]?.route == route } ?? []
                guard !moved.isEmpty else { continue }
                let lastUse = buckets[key]?.lastUse ?? .origin
                buckets[target, default: RateBucket(at: lastUse)].insert(moved)
                wakeHead(key)
                wakeHead(target)
            }
        }
    }

    private mutating func move(_ key: BucketKey, to target: BucketKey) {
        guard let bucket = buckets.removeValue(forKey: key) else { return }
        if buckets[target] == nil { buckets[target] = bucket } else { buckets[target]?.absorb(bucket) }
        if heldByGlobal.remove(key) != nil { heldByGlobal.insert(target) }
        for (number, ticket) in tickets {
            if case .granted(key, let at) = ticket.state { tickets[number]?.state = .granted(target, at: at) }
        }
        wakeHead(target)
    }

    /// A bucket that knows nothing and serves nobody is not kept: interactions make one each.
    private mutating func dropIfEmpty(_ key: BucketKey, at now: Moment) {
        guard let bucket = buckets[key], bucket.limit == nil, bucket.isIdle(at: now) else { return }
        if case .webhookToken = key.major { buckets[key] = nil }
    }

    /// Collects idle buckets whenever their number has doubled, so that the cost per request stays the same.
    private mutating func sweepIfGrown(at now: Moment) {
        guard buckets.count >= sweepAt else { return }
        buckets = buckets.filter { !$0.value.isIdle(at: now) }
        heldByGlobal = heldByGlobal.filter { buckets[$0] != nil }
        sweepAt = max(256, buckets.count * 2)
    }
}

extension RequestOutcome {
    /// What the answer said of its bucket.
    fileprivate var headers: RateLimitHeaders? {
        switch self {
        case .answered(_, let headers), .limited(_, _, let headers): headers
        case .unknown, .unsent: nil
        }
    }

    /// Whether Discord counts the request towards refusing the address.
    var isInvalid: Bool {
        switch self {
        case .answered(let status, _): status == 401 || status == 403
        case .limited(let scope, _, _): scope != .shared
        case .unknown, .unsent: false
        }
    }
}
