/// The times of the last events, to let no more than `limit` of them into any span of `window`.
struct SlidingLog: Sendable {
    let limit: Int
    let window: Duration
    private var times = RingQueue<Moment>()

    init(limit: Int, window: Duration) {
        self.limit = limit
        self.window = window
    }

    /// Whether no event is remembered.
    var isEmpty: Bool { times.isEmpty }

    /// When the last event was.
    var last: Moment? { times.last }

    /// Events in the span that ends at `now`.
    mutating func count(at now: Moment) -> Int {
        while let oldest = times.first, now - oldest >= window { _ = times.popFirst() }
        return times.count
    }

    /// When one more fits; `nil` when it fits at `now`.
    mutating func nextOpening(at now: Moment) -> Moment? {
        guard count(at: now) >= limit, let oldest = times.first else { return nil }
        return oldest + window
    }

    mutating func record(at now: Moment) {
        times.append(now)
    }

    /// Takes back one event, the oldest that was recorded at `moment`.
    mutating func takeBack(_ moment: Moment) {
        var found = false
        times.removeAll { time in
            guard !found, time == moment else { return false }
            found = true
            return true
        }
    }
}

/// A count of events in a span, kept in slots: exact to one slot, and small however many events there are.
struct SlottedCount: Sendable {
    let window: Duration
    let slot: Duration
    private var slots = RingQueue<(start: Moment, count: Int)>()
    private var last: (start: Moment, count: Int)?
    private var sum = 0

    init(window: Duration, slots: Int) {
        self.window = window
        slot = window / max(1, slots)
    }

    /// Events in the span that ends at `now`; those of a slot that is only partly in it count.
    mutating func count(at now: Moment) -> Int {
        if let current = last, now - current.start >= slot {
            slots.append(current)
            last = nil
        }
        while let oldest = slots.first, now - oldest.start >= window + slot {
            sum -= oldest.count
            _ = slots.popFirst()
        }
        return sum
    }

    mutating func record(at now: Moment) {
        _ = count(at: now)
        last = (last?.start ?? now, (last?.count ?? 0) + 1)
        sum += 1
    }

    /// When the count falls next; `nil` when it is 0.
    var nextFall: Moment? {
        (slots.first ?? last).map { $0.start + window + slot }
    }
}
