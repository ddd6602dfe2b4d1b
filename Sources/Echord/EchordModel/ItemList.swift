public import JSON

/// A list under the key `items`, as some answers have it.
@JSONModel
public struct ItemList<Item> {
    /// The items.
    public var items: [Item] = []
}

extension ItemList: Sendable where Item: Sendable {}
extension ItemList: Equatable where Item: Equatable {}
extension ItemList: Hashable where Item: Hashable {}
