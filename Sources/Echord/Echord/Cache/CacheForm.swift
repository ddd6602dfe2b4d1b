internal import JSON

/// How an entity lies in the cache.
protocol CacheForm: Sendable {
    associatedtype Entity: Sendable

    init(_ entity: Entity)

    /// The entity as it was given; `nil` only when it cannot be read back, which counts as a miss.
    var entity: Entity? { get }

    /// An estimate of the memory it takes.
    var bytes: Int { get }
}

/// An entity as it is: quick to read, for what there is little of.
struct WholeForm<Entity: Sendable>: CacheForm {
    private let whole: Entity

    init(_ entity: Entity) {
        whole = entity
    }

    var entity: Entity? { whole }

    /// Half as much again for what strings and lists hold elsewhere.
    var bytes: Int { MemoryLayout<Entity>.stride * 3 / 2 }
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
