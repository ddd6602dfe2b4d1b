internal import Locking

/// Gives out values: singletons that exist, and the rest as its scope demands.
final class Resolver: Sendable {
    private let registrations: [TypeKey: ContainerBuilder.Registration]
    private let parent: Resolver?
    private let made = Locked<[TypeKey: any Sendable]>([:])

    init(registrations: [TypeKey: ContainerBuilder.Registration], parent: Resolver? = nil) {
        self.registrations = registrations
        self.parent = parent
    }

    func keep(_ value: any Sendable, for key: TypeKey) {
        made.withLock { $0[key] = value }
    }

    func value<Value: Sendable>(_ type: Value.Type) async throws -> Value {
        let key = TypeKey(type)
        if let known = known(key) as? Value { return known }
        guard let registration = registrations[key] else { throw Self.missing(key) }
        guard registration.scope != .operation || parent != nil else {
            throw InjectionError(faults: [
                .init(code: .captive, description: "\(key) lives for one operation; ask for it inside withScope")
            ])
        }
        let value = try await registration.make(self)
        if registration.scope == .operation { keep(value, for: key) }
        guard let typed = value as? Value else { throw Self.missing(key) }
        return typed
    }

    private func known(_ key: TypeKey) -> (any Sendable)? {
        made.withLock { $0[key] } ?? parent?.known(key)
    }

    private static func missing(_ key: TypeKey) -> InjectionError {
        InjectionError(faults: [.init(code: .missing, description: "no provider for \(key)")])
    }
}
