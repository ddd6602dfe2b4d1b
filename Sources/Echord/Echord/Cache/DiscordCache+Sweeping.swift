internal import EchordModel
internal import EchordPrimitives
internal import Locking

extension DiscordCache {
    /// The kinds, each of which is swept by its own policy.
    var stores: [any SweptStore] {
        [
            guildStore, channelStore, roleStore, memberStore, userStore, presenceStore, voiceStateStore, emojiStore,
            stickerStore, messageStore, scheduledEventStore, stageInstanceStore, soundStore,
        ]
    }

    /// Sweeps by the policies, again and again, until the task is cancelled. A client does it as long as it runs.
    public func run() async {
        var schedule = SweepSchedule(stores, interval: configuration.sweepInterval, now: time.now)
        while true {
            let next = schedule.next
            guard (try? await time.sleep(until: next)) != nil else { return }
            let (kinds, isGeneral) = schedule.due(at: time.now)
            for store in stores where kinds.contains(store.kind) { _ = store.sweep() }
            if isGeneral { sweepStray() }
        }
    }

    /// Sweeps all kinds by their policies at once; returns how many entities went.
    @discardableResult
    public func sweep() -> Int { stores.reduce(sweepStray()) { $0 + $1.sweep() } }

    /// Ends the sequences of changes.
    func finish() {
        guildStore.listeners.finish()
        channelStore.listeners.finish()
        roleStore.listeners.finish()
        memberStore.listeners.finish()
        userStore.listeners.finish()
        presenceStore.listeners.finish()
        voiceStateStore.listeners.finish()
        emojiStore.listeners.finish()
        stickerStore.listeners.finish()
        messageStore.listeners.finish()
        scheduledEventStore.listeners.finish()
        stageInstanceStore.listeners.finish()
        soundStore.listeners.finish()
    }

    /// Lets go what belongs to nothing that is kept.
    @discardableResult
    private func sweepStray() -> Int {
        let noted = lastMessages.withLock { Array($0.keys) }
        // Channels that had to make room for others.
        let stray = noted.count > channelStore.count ? noted.filter { !channelStore.contains($0) } : []
        if !stray.isEmpty { lastMessages.withLock { for channel in stray { $0[channel] = nil } } }
        return sweepStrayUsers()
    }

    /// Lets go users who are in no guild any more. Where not all members are kept, nobody can say who these are.
    private func sweepStrayUsers() -> Int {
        guard configuration.users.isOn, configuration.members.keepsAll else { return 0 }
        let (isDue, own) = facts.withLock { facts in
            defer { facts.mayHaveStrayUsers = false }
            return (facts.mayHaveStrayUsers, facts.own?.id)
        }
        guard isDue else { return 0 }
        // The users first: one that comes meanwhile comes after the member.
        let users = userStore.keys()
        let members = Set(memberStore.keys().map(\.user))
        let stray = users.filter { $0 != own && !members.contains($0) }
        for user in stray { userStore.forget(user) }
        return stray.count
    }
}

extension CachePolicy {
    /// Whether every entity is kept for ever.
    fileprivate var keepsAll: Bool {
        isOn && entries == nil && bytes == nil && lifetime == nil && keeps == nil && sweep == nil
    }
}

/// When which kinds are walked over.
struct SweepSchedule {
    private struct Task {
        let kinds: Set<CacheKind>
        let interval: Duration
        let isGeneral: Bool
        var due: Moment
    }

    private var tasks: [Task]

    init(_ stores: [any SweptStore], interval: Duration, now: Moment) {
        let general = max(interval, .seconds(1))
        let mortal = Set(stores.filter { $0.hasLifetime }.map(\.kind))
        tasks = [Task(kinds: mortal, interval: general, isGeneral: true, due: now + general)]
        for store in stores {
            guard let interval = store.sweepInterval else { continue }
            tasks.append(Task(kinds: [store.kind], interval: interval, isGeneral: false, due: now + interval))
        }
    }

    /// When something is due.
    var next: Moment { tasks.map(\.due).min() ?? .origin }

    /// The kinds whose turn it is, and whether users without a guild are looked for; their next turn is an interval from
    /// now, however late this one is.
    mutating func due(at now: Moment) -> (kinds: Set<CacheKind>, isGeneral: Bool) {
        var (kinds, isGeneral): (Set<CacheKind>, Bool) = ([], false)
        for index in tasks.indices where tasks[index].due <= now {
            kinds.formUnion(tasks[index].kinds)
            isGeneral = isGeneral || tasks[index].isGeneral
            tasks[index].due = now + tasks[index].interval
        }
        return (kinds, isGeneral)
    }
}
