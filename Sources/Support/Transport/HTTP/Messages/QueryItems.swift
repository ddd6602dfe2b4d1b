/// The names and values of a URL's query or of a form, in order; a name may occur many times.
package struct QueryItems: Sendable, Hashable, ExpressibleByDictionaryLiteral {
    /// One name and its value.
    package struct Item: Sendable, Hashable {
        /// The name, decoded.
        package var name: String
        /// The value, decoded; empty when there was no `=`.
        package var value: String

        /// A pair.
        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// How many items `parse` reads at most.
    package static let maximumCount = 256

    /// The items in order.
    package private(set) var items: [Item] = []

    /// No items.
    package init() {}

    /// The items of the literal, in order.
    package init(dictionaryLiteral elements: (String, String)...) {
        for (name, value) in elements { add(name, value) }
    }

    /// Reads `a=1&b=2`, where `+` stands for a space; empty parts are skipped.
    ///
    /// - Returns: nil when an escape is broken, when a text is not UTF-8, or when there are more than `maximumCount`.
    package static func parse(_ text: some StringProtocol) -> QueryItems? {
        var query = QueryItems()
        for part in text.utf8.split(separator: UInt8(ascii: "&")) {
            let split = part.firstIndex(of: UInt8(ascii: "=")) ?? part.endIndex
            guard query.items.count < maximumCount,
                let name = PercentCoding.decode(part[..<split], plusIsSpace: true),
                let value = PercentCoding.decode(part[split...].dropFirst(), plusIsSpace: true)
            else { return nil }
            query.add(name, value)
        }
        return query
    }

    /// Whether there are no items.
    package var isEmpty: Bool { items.isEmpty }

    /// The first value under `name`.
    package subscript(name: String) -> String? { items.first { $0.name == name }?.value }

    /// Every value under `name`, in order.
    package func values(_ name: String) -> [String] { items.filter { $0.name == name }.map(\.value) }

    /// Adds an item at the end.
    package mutating func add(_ name: String, _ value: String) { items.append(Item(name: name, value: value)) }

    /// The query as it stands in a URL, without `?`.
    package var encoded: String {
        var bytes: [UInt8] = []
        for item in items {
            if !bytes.isEmpty { bytes.append(UInt8(ascii: "&")) }
            PercentCoding.append(item.name, to: &bytes)
            bytes.append(UInt8(ascii: "="))
            PercentCoding.append(item.value, to: &bytes)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
