/// The time zones by name: the port through which everything learns what clocks show somewhere.
public struct ZoneCatalogue: Sendable {
    /// The names that are offered, in order. There may be more zones, such as old names of these.
    public let names: [ZoneName]
    private let find: @Sendable (ZoneName) -> Zone?

    /// A catalogue of zones; UTC is always in it.
    ///
    /// - Parameters:
    ///   - names: those that are offered.
    ///   - find: the zone of a name, nil when there is none.
    public init(names: [ZoneName], find: @escaping @Sendable (ZoneName) -> Zone?) {
        self.names = names.sorted()
        self.find = find
    }

    /// UTC alone.
    public static let utcOnly = ZoneCatalogue(names: [.utc]) { _ in nil }

    /// The zone of a name, nil when there is none.
    public subscript(name: ZoneName) -> Zone? { name == .utc ? .utc : find(name) }

    /// The zone that somebody means who types a name in any case, with spaces for underscores, or the city alone.
    public func zone(named text: String) -> Zone? {
        let typed = Self.folded(text)
        if let zone = ZoneName(rawValue: text.trimmed).flatMap({ self[$0] }) { return zone }
        if let name = names.first(where: { Self.folded($0.rawValue) == typed }) { return self[name] }
        let cities = names.filter { Self.city(Self.folded($0.rawValue)) == typed }
        return cities.count == 1 ? self[cities[0]] : nil
    }

    /// The names that fit what somebody has typed so far, those first whose city begins so; all when nothing is typed.
    ///
    /// - Parameter limit: at most so many; Discord shows 25.
    public func suggestions(_ text: String, limit: Int = 25) -> [ZoneName] {
        let typed = Self.folded(text)
        let ranked: [(rank: Int, name: ZoneName)] = names.compactMap { name in
            let folded = Self.folded(name.rawValue)
            if Self.city(folded).hasPrefix(typed) { return (0, name) }
            if folded.hasPrefix(typed) { return (1, name) }
            return folded.contains(typed) ? (2, name) : nil
        }
        return ranked.sorted { ($0.rank, $0.name) < ($1.rank, $1.name) }.prefix(max(0, limit)).map(\.name)
    }

    private static func folded(_ text: String) -> String {
        text.foldedForSearch.replacing("_", with: " ")
    }

    private static func city(_ folded: String) -> Substring { folded.split(separator: "/").last ?? "" }
}
