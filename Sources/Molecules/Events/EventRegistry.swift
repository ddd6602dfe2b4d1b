public import Atoms
public import JSON

/// Turns the fields of an event from one version into the next.
public struct EventUpcaster: Sendable {
    /// The durable name of the event.
    public let event: String
    /// The version it reads; it writes the one after.
    public let version: Int
    let transform: @Sendable (inout JSONObject) throws -> Void

    /// A step from `version` to the next.
    ///
    /// - Parameter transform: is given `before` and `after`, each alone and only where there are any.
    public init(
        event: String, from version: Int, transform: @escaping @Sendable (inout JSONObject) throws -> Void
    ) {
        self.event = event
        self.version = version
        self.transform = transform
    }
}

/// Knows how to bring stored events to the version that a handler reads.
public struct EventRegistry: Sendable {
    private struct Step: Hashable {
        let event: String
        let version: Int
    }

    private let upcasters: [Step: EventUpcaster]

    /// A registry of these steps; of two that are the same the last one counts.
    public init(_ upcasters: [EventUpcaster] = []) {
        self.upcasters = Dictionary(
            upcasters.map { (Step(event: $0.event, version: $0.version), $0) }, uniquingKeysWith: { $1 })
    }

    /// The same event in `version`.
    ///
    /// - Throws: `EventBusError` `.unknownVersion` for a newer event and for one that no step leads on from; what a
    ///   step throws.
    public func upgrade(_ envelope: EventEnvelope, to version: Int) throws -> EventEnvelope {
        var envelope = envelope
        while envelope.version != version {
            guard envelope.version < version,
                let upcaster = upcasters[Step(event: envelope.name, version: envelope.version)]
            else {
                throw EventBusError(
                    .unknownVersion, "\(envelope.name) came in version \(envelope.version), not \(version)")
            }
            if var fields = envelope.before {
                try upcaster.transform(&fields)
                envelope.before = fields
            }
            if var fields = envelope.after {
                try upcaster.transform(&fields)
                envelope.after = fields
            }
            envelope.version += 1
        }
        return envelope
    }
}
