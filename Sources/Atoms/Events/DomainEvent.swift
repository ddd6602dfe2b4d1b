public import JSON

/// What a fact did to its subject: the changed fields as they were and as they are.
public struct Difference<Fields: JSONCodable & Hashable & Sendable>: Hashable, Sendable {
    /// The changed fields as they were; nil when there was nothing before.
    public let before: Fields?
    /// The changed fields as they are; nil when nothing is left.
    public let after: Fields?

    /// The change from `before` to `after`.
    public init(before: Fields?, after: Fields?) {
        self.before = before
        self.after = after
    }
}

/// Something that has happened, as a type.
///
/// Name and version are durable: they stand in the outbox, in webhooks and in the audit log. A field may be added
/// without a new version; anything else needs one, and an upcaster for those that are stored.
public protocol DomainEvent: Hashable, Sendable {
    /// The fields that a change can touch.
    associatedtype Fields: JSONCodable & Hashable & Sendable
    /// The durable name, for instance `task.claimed`.
    static var name: String { get }
    /// The version of `Fields`, from 1.
    static var version: Int { get }
    /// What changed.
    var difference: Difference<Fields> { get }
    /// The event of this change.
    init(_ difference: Difference<Fields>)
}

extension DomainEvent {
    /// The first version.
    public static var version: Int { 1 }
    /// The changed fields as they were.
    public var before: Fields? { difference.before }
    /// The changed fields as they are.
    public var after: Fields? { difference.after }
}
