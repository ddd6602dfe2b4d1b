/// A first-in, first-out queue in a ring: adding and taking cost the same whatever its length.
struct RingQueue<Element> {
    private var slots: [Element?] = []
    private var head = 0
    private(set) var count = 0

    init() {}

    var isEmpty: Bool { count == 0 }

    /// The element that is next.
    var first: Element? { count == 0 ? nil : slots[head] }

    /// The element that is last.
    var last: Element? { count == 0 ? nil : slots[(head + count - 1) & (slots.count - 1)] }

    mutating func append(_ element: Element) {
        if count == slots.count { grow() }
        slots[(head + count) & (slots.count - 1)] = element
        count += 1
    }

    /// Puts an element before all others.
    mutating func prepend(_ element: Element) {
        if count == slots.count { grow() }
        head = (head - 1) & (slots.count - 1)
        slots[head] = element
        count += 1
    }

    mutating func popFirst() -> Element? {
        guard count > 0 else { return nil }
        let element = slots[head]
        slots[head] = nil
        head = (head + 1) & (slots.count - 1)
        count -= 1
        return element
    }

    mutating func removeAll() {
        slots = []
        head = 0
        count = 0
    }

    /// Takes out what `matches`, in order. Costs a pass over the queue.
    @discardableResult
    mutating func removeAll(where matches: (Element) -> Bool) -> [Element] {
        var removed: [Element] = []
        var kept = RingQueue()
        while let element = popFirst() {
            if matches(element) { removed.append(element) } else { kept.append(element) }
        }
        self = kept
        return removed
    }

    /// The elements in order.
    var elements: [Element] {
        (0..<count).compactMap { slots[(head + $0) & (slots.count - 1)] }
    }

    private mutating func grow() {
        let ordered = elements
        let capacity = max(8, slots.count * 2)
        slots = ordered.map(Optional.some) + Array(repeating: nil, count: capacity - ordered.count)
        head = 0
    }
}

extension RingQueue: Sendable where Element: Sendable {}
