internal import EchordModel
internal import EchordPrimitives

/// A model that Discord knows by an id, so that methods can be called on it.
public protocol Structure: Sendable {
    /// Its id.
    associatedtype ID: RawRepresentable & Hashable & Sendable where ID.RawValue == UInt64
    /// What it belongs to and is named within; `Never` for what its id alone names.
    associatedtype Owner: Sendable

    /// The id by which Discord's API names it.
    var structureID: ID { get }
}

/// A structure that says itself what it belongs to.
public protocol PlacedStructure: Structure {
    /// The owner's id; 0 without one.
    var structureOwner: UInt64 { get }
}

extension PlacedStructure where Owner == Never {
    /// There is none.
    public var structureOwner: UInt64 { 0 }
}

/// A structure that can be asked for.
public protocol FetchableStructure: Structure {
    /// The request that fetches one.
    static func request(for id: ID, in owner: UInt64) -> APIRequest<Self>
    /// The one in a cache.
    static func cached(_ id: ID, in owner: UInt64, _ cache: DiscordCache) -> Self?
    /// Puts one that was fetched into a cache.
    func remember(in owner: UInt64, _ cache: DiscordCache)
}

extension FetchableStructure {
    /// Not every kind is kept.
    public static func cached(_ id: ID, in owner: UInt64, _ cache: DiscordCache) -> Self? { nil }
    /// Not every kind is kept.
    public func remember(in owner: UInt64, _ cache: DiscordCache) {}
}

/// A thing of Discord's that methods can be called on, whether all of it is known (`Live`) or only its id (`Remote`).
///
/// Each operation has its method once, here; it is one line that fills in the ids.
public protocol DiscordThing<Model>: DiscordBound {
    /// What it is.
    associatedtype Model: Structure

    /// Its id.
    var id: Model.ID { get }
    /// The id of what it belongs to; 0 for what stands alone.
    var placeID: UInt64 { get }
}

extension DiscordThing {
    /// The same, without what is known of it.
    public var remote: Remote<Model> { Remote(id, of: placeID, discord) }
}
