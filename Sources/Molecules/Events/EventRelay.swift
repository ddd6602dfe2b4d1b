internal import Atoms
internal import SQL
internal import Telemetry

/// Takes events from the outbox, in batches, and gives each to the groups that want it.
struct EventRelay: Sendable {
    let core: EventBusCore
    let outbox: Outbox
    /// The groups that want an event, by its name.
    let groups: [String: [String]]
    /// Tells a group's lane that a guild has got something.
    let notify: @Sendable (_ group: String, _ guild: GuildID) -> Void

    /// Relays until the bus stops; then what is left stays in the outbox for the next start.
    func run() async throws {
        while !core.isStopping {
            try await core.guarding(.relay) {
                guard core.hasRoom else {
                    core.metrics.pauses.increment()
                    await core.roomMade.wait(atMost: core.configuration.pollInterval, core.time)
                    return
                }
                if try await step() == 0, !core.isStopping {
                    try await prune()
                    await outbox.wake.wait(atMost: core.configuration.pollInterval, core.time)
                }
            }
        }
    }

    /// Moves one batch.
    ///
    /// - Returns: how many events it had.
    func step() async throws -> Int {
        guard let moved = try await core.store.relay(atMost: core.configuration.batch, to: groups) else {
            core.metrics.waiting.set(Double(outbox.waiting))
            return 0
        }
        outbox.noteRelayed(upTo: moved.last)
        core.added(moved.added.count)
        core.metrics.relayed.increment(by: moved.count)
        core.metrics.waiting.set(Double(outbox.waiting))
        for (group, guild) in moved.added { notify(group, guild) }
        return moved.count
    }

    /// Forgets old rows of the inbox, a few at a time, when there is nothing else to do.
    func prune() async throws {
        let oldest = core.time.now() - core.configuration.inboxKept
        let limit = UUIDv7(milliseconds: UInt64(clamping: oldest.milliseconds), randomA: 0, randomB: 0)
        _ = try await core.store.pruneInbox(before: EventID(rawValue: limit), atMost: 1_000)
    }
}
