internal import JSON

/// How an entity lies in the cache.
protocol CacheForm: Equatable, Sendable {
    associatedtype Entity: Sendable

    init(_ entity: Entity)

    /// The entity as it was given; `nil` only when it cannot be read back, which counts as a miss.
    var entity: Entity? { get }

    /// An estimate of the memory it takes.
    var bytes: Int { get }
}

/// An entity as it is: quick to read, for what there is little of.
///
/// It lies by itself, so that moving its place in the table does not move all of it.
struct WholeForm<Entity: Equatable & Sendable>: CacheForm {
    private final class Holder: Sendable {
        let entity: Entity
        init(_ entity: Entity) { self.entity = entity }
    }

    private let holder: Holder

    init(_ entity: Entity) { holder = Holder(entity) }

    var entity: Entity? { holder.entity }

    /// Half as much again for what strings and lists hold elsewhere.
    var bytes: Int { 24 + MemoryLayout<Entity>.stride * 3 / 2 }

    static func == (left: WholeForm, right: WholeForm) -> Bool {
        left.holder === right.holder || left.holder.entity == right.holder.entity
    }
}

/// An entity as its JSON: a fraction of the memory for what is large and seldom read.
struct PackedForm<Entity: JSONCodable & Sendable>: CacheForm {
    private let json: [UInt8]

    init(_ entity: Entity) {
        json = JSON.encode(entity)
    }

    var entity: Entity? { try? JSON.decode(Entity.self, from: json) }

    var bytes: Int { 40 + json.count }
}
