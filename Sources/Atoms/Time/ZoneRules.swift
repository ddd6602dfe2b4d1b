/// From a second on, clocks are so far ahead of UTC.
struct ZoneTransition: Hashable, Sendable {
    /// Seconds since 1970.
    let at: Int64
    /// Seconds ahead of UTC.
    let offset: Int
}

/// How far the clocks of a zone are ahead of UTC, at any time: what was and is decided, and what happens every year
/// after that.
struct ZoneRules: Hashable, Sendable {
    /// The changes one by one, in order.
    let transitions: [ZoneTransition]
    /// Seconds ahead of UTC before the first of them.
    let initialOffset: Int
    /// What happens after the last of them; nil when nothing does.
    let recurring: RecurringClock?

    /// Clocks that never change.
    static let utc = ZoneRules(transitions: [], initialOffset: 0, recurring: nil)

    /// Seconds ahead of UTC at a second since 1970.
    func offset(at second: Int64) -> Int {
        let place = firstTransition(after: second)
        if place == transitions.count, let recurring { return recurring.offset(at: second) }
        return place == 0 ? initialOffset : transitions[place - 1].offset
    }

    /// The first change after a second since 1970, nil when there is none.
    func next(after second: Int64) -> ZoneTransition? {
        let place = firstTransition(after: second)
        return place < transitions.count ? transitions[place] : recurring?.next(after: second)
    }

    /// The second since 1970 at which the wall shows `wall`, counted in seconds on the wall.
    ///
    /// What the wall shows twice is the first time; what it never shows is moved forward by the length of the gap, as
    /// if the clocks had not been changed yet (RFC 5545 §3.3.5).
    func second(ofWall wall: Int64) -> Int64 {
        // No clock is further from UTC than 26 hours, so whatever shows `wall` lies in this window.
        let window: Int64 = 26 * 3_600
        var second = wall - window
        var offset = self.offset(at: second)
        while let change = next(after: second), change.at <= wall + window {
            let found = wall - Int64(offset)
            // Shown before the change; or in the gap that the change makes.
            if found < change.at || wall < change.at + Int64(change.offset) { return found }
            (second, offset) = (change.at, change.offset)
        }
        return wall - Int64(offset)
    }

    /// The second time that the wall shows `wall`, nil when it does not.
    func laterSecond(ofWall wall: Int64) -> Int64? {
        let first = second(ofWall: wall)
        guard let change = next(after: first) else { return nil }
        let again = wall - Int64(change.offset)
        return again >= change.at && again > first ? again : nil
    }

    private func firstTransition(after second: Int64) -> Int {
        var (low, high) = (0, transitions.count)
        while low < high {
            let middle = (low + high) / 2
            if transitions[middle].at > second { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
