/// One page of a list.
public struct Page<Element: Sendable>: Sendable {
    /// The entities, in order.
    public let items: [Element]
    /// What to ask for the next page with; nil on the last one.
    public let next: String?
    /// How many there are on all pages, if that was asked for.
    public let total: Int?

    /// Puts a page together.
    public init(items: [Element], next: String?, total: Int? = nil) {
        self.items = items
        self.next = next
        self.total = total
    }

    /// The same page with other items.
    public func map<Other: Sendable>(_ transform: (Element) throws -> Other) rethrows -> Page<Other> {
        Page<Other>(items: try items.map(transform), next: next, total: total)
    }
}

/// A column to sort by. Null comes last when ascending and first when descending.
public struct SortKey: Hashable, Sendable {
    /// The column's name.
    public let column: String
    /// Whether the smallest comes first.
    public let isAscending: Bool

    /// Smallest first.
    public static func ascending(_ column: String) -> SortKey { SortKey(column: column, isAscending: true) }

    /// Largest first.
    public static func descending(_ column: String) -> SortKey { SortKey(column: column, isAscending: false) }
}

/// Which page of a list.
public struct PageRequest: Hashable, Sendable {
    /// The largest number of entities on a page.
    public static let maximumLimit = 100

    /// How many entities, 1 to 100; other numbers are moved to the nearest of these.
    public let limit: Int
    /// `next` of the page before; nil for the first page.
    public let after: String?
    /// What to sort by. The primary key is always added, so the order is complete.
    public let order: [SortKey]
    /// Whether to count the whole list, which reads all of it.
    public let countsTotal: Bool

    /// A page of a list.
    public init(limit: Int = 25, after: String? = nil, order: [SortKey] = [], countsTotal: Bool = false) {
        self.limit = min(max(limit, 1), Self.maximumLimit)
        self.after = after
        self.order = order
        self.countsTotal = countsTotal
    }
}
