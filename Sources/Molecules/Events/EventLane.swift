internal import Atoms
internal import SQL
internal import Telemetry

/// One serial lane of a group: it handles the events of its guilds one after another, each guild's in order.
struct EventLane: Sendable {
    let lane: LaneMap.Lane
    let subscriptions: [String: Subscription]
    let core: EventBusCore
    let wake = Wake()

    /// Handles lane after lane of deliveries until the bus stops.
    func run() async throws {
        while !core.isStopping {
            try await core.guarding(.lane) {
                guard try await step() == 0 else { return }
                let now = core.time.now()
                let due = try await core.store.nextAttempt(lane, after: now)
                let wait = due.map { $0 - now } ?? core.configuration.idleInterval
                if !core.isStopping { await wake.wait(atMost: wait, core.time) }
            }
        }
    }

    /// Handles what is due now, at most one window.
    ///
    /// - Returns: how many deliveries were attempted.
    func step() async throws -> Int {
        let now = core.time.now()
        let window = try await core.store.next(lane, at: now, atMost: core.configuration.window)
        var held: Set<GuildID> = []
        var attempts = 0
        for delivery in window where !held.contains(delivery.guildID) && !core.isStopping {
            attempts += 1
            if try await attempt(delivery) == .held { held.insert(delivery.guildID) }
        }
        return attempts
    }

    private enum Progress { case done, held }

    private func attempt(_ delivery: Delivery) async throws -> Progress {
        if delivery.isSettled {
            try await acknowledge(delivery)
            core.metrics.count(.repeated, group: lane.group)
            return .done
        }
        guard let subscription = subscriptions[delivery.name] else {
            return try await bury(delivery, because: "nobody in the group handles \(delivery.name)")
        }
        let start = ContinuousClock.now
        let context: EventContext
        let outcome: EventOutcome
        do {
            context = try core.context(for: delivery, version: subscription.version)
            outcome = await core.outcome(of: subscription, context)
        } catch {
            return try await bury(delivery, because: "\(error)")
        }
        try Task.checkCancellation()
        core.metrics.seconds.record(start.duration(to: .now), lane.group)
        if context.settled.isMarked {
            core.finished(1)
            core.metrics.count(.acknowledged, group: lane.group)
            return .done
        }
        switch outcome {
        case .acknowledge:
            try await acknowledge(delivery)
            core.metrics.count(.acknowledged, group: lane.group)
            return .done
        case .deadLetter(let reason):
            return try await bury(delivery, because: reason)
        case .retry(let wait):
            return try await retry(delivery, after: wait, subscription.retry, because: context.lastError.value)
        }
    }

    private func acknowledge(_ delivery: Delivery) async throws {
        _ = try await core.store.database.transaction { transaction in
            try await core.store.settle(delivery.eventID, group: lane.group, in: transaction)
        }
        core.finished(1)
    }

    private func retry(
        _ delivery: Delivery, after wait: Duration?, _ policy: RetryPolicy, because reason: String
    ) async throws -> Progress {
        let attempt = delivery.failures + 1
        if policy.isExhausted(after: attempt) {
            return try await bury(delivery, because: "given up after \(attempt) attempts: \(reason)")
        }
        let wait = wait ?? core.delay(after: attempt, policy)
        try await core.store.postpone(delivery, until: core.time.now() + wait, because: reason)
        core.metrics.count(.retried, group: lane.group)
        core.logger.warning("event will be tried again", fields(of: delivery, reason))
        return .held
    }

    private func bury(_ delivery: Delivery, because reason: String) async throws -> Progress {
        try await core.store.bury(delivery, because: reason, at: core.time.now())
        core.finished(1)
        core.metrics.count(.dead, group: lane.group)
        core.logger.error("event went to the dead letters", fields(of: delivery, reason))
        return .done
    }

    private func fields(of delivery: Delivery, _ reason: String) -> LogFields {
        [
            "group": .string(lane.group), "event": .string(delivery.name), "event_id": .string("\(delivery.eventID)"),
            "guild_id": .string("\(delivery.guildID)"), "failures": .int(Int64(delivery.failures)),
            "reason": .string(reason),
        ]
    }
}
