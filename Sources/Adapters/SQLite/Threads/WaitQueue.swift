/// Who may use which of a few connections: decides, does nothing. First come, first served.
struct WaitQueue {
    enum Entry: Equatable {
        case granted(slot: Int)
        case waiting
        case full
        case closed
    }

    struct Grant: Equatable {
        let ticket: UInt64
        let slot: Int
    }

    private struct Waiter {
        let ticket: UInt64
        let deadline: UInt64
    }

    private let slots: Int
    private let limit: Int
    private var free: [Int]
    private var waiters: [Waiter] = []
    private var isClosed = false

    /// - Parameters:
    ///   - slots: the number of connections.
    ///   - limit: how many may wait.
    init(slots: Int, limit: Int) {
        self.slots = slots
        self.limit = limit
        free = Array((0..<slots).reversed())
    }

    var isIdle: Bool { free.count == slots }
    var waiting: Int { waiters.count }

    /// `deadline` is when waiting becomes pointless.
    mutating func enter(_ ticket: UInt64, deadline: UInt64) -> Entry {
        if isClosed { return .closed }
        if waiters.isEmpty, let slot = free.popLast() { return .granted(slot: slot) }
        guard waiters.count < limit else { return .full }
        waiters.append(Waiter(ticket: ticket, deadline: deadline))
        return .waiting
    }

    /// Gives a connection back; it goes to the one who has waited longest.
    mutating func leave(slot: Int) -> Grant? {
        precondition(!free.contains(slot) && slot < slots, "slot \(slot) given back twice")
        guard !waiters.isEmpty else {
            free.append(slot)
            return nil
        }
        return Grant(ticket: waiters.removeFirst().ticket, slot: slot)
    }

    /// True when the ticket was waiting and no longer is.
    mutating func abandon(_ ticket: UInt64) -> Bool {
        guard let position = waiters.firstIndex(where: { $0.ticket == ticket }) else { return false }
        waiters.remove(at: position)
        return true
    }

    /// Removes and returns those whose deadline has passed.
    mutating func expire(now: UInt64) -> [UInt64] {
        guard waiters.contains(where: { $0.deadline <= now }) else { return [] }
        let late = waiters.filter { $0.deadline <= now }.map(\.ticket)
        waiters.removeAll { $0.deadline <= now }
        return late
    }

    /// Lets nobody in any more; returns those who waited.
    mutating func close() -> [UInt64] {
        isClosed = true
        defer { waiters = [] }
        return waiters.map(\.ticket)
    }
}
