/// A table that knows the order of use, the group of each entry, and its limits.
///
/// Everything but the walks over a group or the whole table takes constant time. Entries lie in one array and are
/// linked by their places in it, so an entry costs its value, its key twice, and 40 bytes. Not locked.
struct CacheTable<Key: Hashable & Sendable, Group: Hashable & Sendable, Value: Sendable>: Sendable {
    /// What the table may hold.
    struct Limits: Sendable {
        var entries: Int?
        var bytes: Int?
        /// Nanoseconds from the last write on; reading does not lengthen them.
        var lifetime: Int64?
    }

    private struct Slot: Sendable {
        var key: Key
        var group: Group
        var value: Value?
        var bytes: Int32
        /// Nanoseconds since the origin of the time source.
        var expires: Int64
        var newer: Int32
        var older: Int32
        var next: Int32
        var previous: Int32
    }

    private static var none: Int32 { -1 }

    private let limits: Limits
    private var places: [Key: Int32] = [:]
    private var slots: [Slot] = []
    private var free: [Int32] = []
    private var heads: [Group: Int32] = [:]
    private var newest = Self.none
    private var oldest = Self.none
    /// The estimated size of all values.
    private(set) var bytes = 0

    init(_ limits: Limits = Limits()) {
        self.limits = limits
    }

    /// How many entries there are, those among them whose time is over but that nobody has swept.
    var count: Int { places.count }

    /// The groups that have entries.
    var groups: [Group] { Array(heads.keys) }

    // MARK: - One entry

    /// The value of a key, which is thereby the most recently used.
    mutating func value(_ key: Key, at now: Int64) -> Value? {
        guard let place = places[key], slots[Int(place)].expires > now else { return nil }
        if place != newest {
            unlinkUse(place)
            linkNewest(place)
        }
        return slots[Int(place)].value
    }

    /// The value of a key, without counting as a use.
    func peek(_ key: Key, at now: Int64) -> Value? {
        guard let place = places[key], slots[Int(place)].expires > now else { return nil }
        return slots[Int(place)].value
    }

    /// Keeps a value.
    ///
    /// - Returns: the value it replaces, and what had to go for it. A value that is larger than the whole table may be
    ///   goes at once.
    mutating func set(_ key: Key, in group: Group, _ value: Value, bytes size: Int, at now: Int64) -> (
        old: Value?, evicted: [Value]
    ) {
        let old = remove(key).flatMap { $0.expires > now ? $0.value : nil }
        let size = Int32(clamping: size)
        let expires = limits.lifetime.map { now.addingReportingOverflow($0) }
        let slot = Slot(
            key: key, group: group, value: value, bytes: size,
            expires: expires.map { $0.overflow ? .max : $0.partialValue } ?? .max,
            newer: Self.none, older: Self.none, next: Self.none, previous: Self.none)
        let place: Int32
        if let reused = free.popLast() {
            place = reused
            slots[Int(place)] = slot
        } else {
            place = Int32(slots.count)
            slots.append(slot)
        }
        places[key] = place
        bytes += Int(size)
        linkNewest(place)
        linkGroup(place)
        return (old, evict())
    }

    /// Takes a value out.
    mutating func take(_ key: Key, at now: Int64) -> Value? {
        remove(key).flatMap { $0.expires > now ? $0.value : nil }
    }

    // MARK: - Many entries

    /// The keys of a group, the last written first.
    func keys(in group: Group) -> [Key] {
        var keys: [Key] = []
        var place = heads[group] ?? Self.none
        while place != Self.none {
            keys.append(slots[Int(place)].key)
            place = slots[Int(place)].next
        }
        return keys
    }

    /// The values of a group with their keys, the last written first.
    func entries(in group: Group, at now: Int64) -> [(key: Key, value: Value)] {
        var entries: [(key: Key, value: Value)] = []
        var place = heads[group] ?? Self.none
        while place != Self.none {
            let slot = slots[Int(place)]
            if slot.expires > now, let value = slot.value { entries.append((slot.key, value)) }
            place = slot.next
        }
        return entries
    }

    /// All values with their keys, the most recently used first.
    func entries(at now: Int64) -> [(key: Key, value: Value)] {
        var entries: [(key: Key, value: Value)] = []
        entries.reserveCapacity(count)
        var place = newest
        while place != Self.none {
            let slot = slots[Int(place)]
            if slot.expires > now, let value = slot.value { entries.append((slot.key, value)) }
            place = slot.older
        }
        return entries
    }

    /// How many places there are to walk over with `entries(from:upTo:at:)`.
    var extent: Int { slots.count }

    /// The values in some of the places, for a walk that does not hold a lock all the way, and those that are over.
    func entries(from place: Int, upTo count: Int, at now: Int64) -> (good: [(key: Key, value: Value)], over: [Key]) {
        var (good, over): ([(key: Key, value: Value)], [Key]) = ([], [])
        for slot in slots[min(place, slots.count)..<min(place + count, slots.count)] {
            guard let value = slot.value else { continue }
            if slot.expires > now { good.append((slot.key, value)) } else { over.append(slot.key) }
        }
        return (good, over)
    }

    /// Lets a value go whose time is over, unless it was written anew.
    mutating func removeOver(_ key: Key, at now: Int64) -> Bool {
        guard let place = places[key], slots[Int(place)].expires <= now else { return false }
        return remove(key) != nil
    }

    // MARK: - Links

    private mutating func evict() -> [Value] {
        var evicted: [Value] = []
        while oldest != Self.none, isOverLimit {
            if let slot = remove(slots[Int(oldest)].key), let value = slot.value { evicted.append(value) }
        }
        return evicted
    }

    private var isOverLimit: Bool {
        if let entries = limits.entries, places.count > entries { return true }
        if let most = limits.bytes, bytes > most { return true }
        return false
    }

    private mutating func remove(_ key: Key) -> Slot? {
        guard let place = places.removeValue(forKey: key) else { return nil }
        unlinkUse(place)
        unlinkGroup(place)
        let slot = slots[Int(place)]
        slots[Int(place)].value = nil
        bytes -= Int(slot.bytes)
        free.append(place)
        return slot
    }

    private mutating func linkNewest(_ place: Int32) {
        slots[Int(place)].older = newest
        slots[Int(place)].newer = Self.none
        if newest != Self.none { slots[Int(newest)].newer = place } else { oldest = place }
        newest = place
    }

    private mutating func unlinkUse(_ place: Int32) {
        let (newer, older) = (slots[Int(place)].newer, slots[Int(place)].older)
        if newer != Self.none { slots[Int(newer)].older = older } else { newest = older }
        if older != Self.none { slots[Int(older)].newer = newer } else { oldest = newer }
    }

    private mutating func linkGroup(_ place: Int32) {
        let group = slots[Int(place)].group
        let head = heads[group] ?? Self.none
        slots[Int(place)].next = head
        slots[Int(place)].previous = Self.none
        if head != Self.none { slots[Int(head)].previous = place }
        heads[group] = place
    }

    private mutating func unlinkGroup(_ place: Int32) {
        let slot = slots[Int(place)]
        if slot.next != Self.none { slots[Int(slot.next)].previous = slot.previous }
        if slot.previous != Self.none {
            slots[Int(slot.previous)].next = slot.next
        } else {
            heads[slot.group] = slot.next == Self.none ? nil : slot.next
        }
    }
}
