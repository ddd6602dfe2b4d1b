/// A list that Discord hands out in pages, as one sequence: a page is asked for when the one before was read.
///
/// Each loop begins anew. What changes at Discord's meanwhile may be missed or seen, but nothing is seen twice.
public struct PagedSequence<Element: Sendable>: AsyncSequence, Sendable {
    /// Some elements, and how to get the next ones.
    struct Page: Sendable {
        var elements: [Element]
        /// `nil` after the last page.
        var next: (@Sendable (_ wanted: Int?) async throws -> Page)?
    }

    private let first: @Sendable (_ wanted: Int?) async throws -> Page
    private let limit: Int?

    /// - Parameters:
    ///   - limit: how many elements there are at most.
    ///   - first: asks for the first page; `wanted` is how many elements are still wanted.
    init(limit: Int?, first: @escaping @Sendable (_ wanted: Int?) async throws -> Page) {
        self.limit = limit.map { Swift.max(0, $0) }
        self.first = first
    }

    /// A list that goes on behind the key of the last element.
    ///
    /// - Parameters:
    ///   - start: where it begins; `nil` for its very beginning.
    ///   - pageSize: the greatest page that Discord hands out. A smaller one is the last.
    ///   - key: what the next page begins behind.
    ///   - load: asks for a page of this size.
    static func keyset<Key: Sendable>(
        from start: Key?, limit: Int?, pageSize: Int, key: @escaping @Sendable (Element) -> Key?,
        load: @escaping @Sendable (Key?, Int) async throws -> [Element]
    ) -> PagedSequence {
        PagedSequence(limit: limit) { try await keysetPage(from: start, $0, pageSize, key, load) }
    }

    private static func keysetPage<Key: Sendable>(
        from start: Key?, _ wanted: Int?, _ pageSize: Int, _ key: @escaping @Sendable (Element) -> Key?,
        _ load: @escaping @Sendable (Key?, Int) async throws -> [Element]
    ) async throws -> Page {
        let size = Swift.min(wanted ?? pageSize, pageSize)
        let elements = try await load(start, size)
        guard elements.count >= size, let last = elements.last.flatMap(key) else { return Page(elements: elements) }
        return Page(elements: elements) { try await keysetPage(from: last, $0, pageSize, key, load) }
    }

    /// A list whose pages say themselves where the next one begins.
    ///
    /// - Parameters:
    ///   - start: where it begins; `nil` for its very beginning.
    ///   - pageSize: the greatest page that Discord hands out.
    ///   - load: asks for a page of this size; gives where the next one begins, `nil` after the last.
    static func marked<Mark: Sendable>(
        from start: Mark?, limit: Int?, pageSize: Int,
        load: @escaping @Sendable (Mark?, Int) async throws -> ([Element], Mark?)
    ) -> PagedSequence {
        PagedSequence(limit: limit) { try await markedPage(from: start, $0, pageSize, load) }
    }

    private static func markedPage<Mark: Sendable>(
        from start: Mark?, _ wanted: Int?, _ pageSize: Int,
        _ load: @escaping @Sendable (Mark?, Int) async throws -> ([Element], Mark?)
    ) async throws -> Page {
        let (elements, mark) = try await load(start, Swift.min(wanted ?? pageSize, pageSize))
        // A page without elements that promises more would never end.
        guard let mark, !elements.isEmpty else { return Page(elements: elements) }
        return Page(elements: elements) { try await markedPage(from: mark, $0, pageSize, load) }
    }

    /// All elements at once.
    ///
    /// - Throws: as `RESTClient.send`.
    public func all() async throws -> [Element] {
        var all: [Element] = []
        for try await element in self { all.append(element) }
        return all
    }

    /// Hands out the elements.
    public struct AsyncIterator: AsyncIteratorProtocol {
        private var page: ArraySlice<Element> = []
        private var next: (@Sendable (Int?) async throws -> Page)?
        private var left: Int?

        fileprivate init(_ sequence: PagedSequence) {
            next = sequence.first
            left = sequence.limit
        }

        /// The next element; `nil` at the end.
        ///
        /// - Throws: as `RESTClient.send`; after that it is at its end.
        public mutating func next() async throws -> Element? {
            guard left != 0 else { return nil }
            while page.isEmpty {
                guard let load = next else { return nil }
                next = nil
                let loaded = try await load(left)
                page = loaded.elements[...]
                next = loaded.next
            }
            left = left.map { $0 - 1 }
            return page.popFirst()
        }
    }

    /// Iterates from the beginning.
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(self) }
}
