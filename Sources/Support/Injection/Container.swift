public import Lifecycle

/// The built graph: every singleton exists.
public struct Container: Sendable {
    private let registrations: [TypeKey: ContainerBuilder.Registration]
    private let root: Resolver
    /// The singletons that are services, each to be started after those it depends on.
    public let services: [ServiceGroup.Entry]

    init(registrations order: [ContainerBuilder.Registration]) async throws {
        let table = Dictionary(order.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let root = Resolver(registrations: table)
        var services: [ServiceGroup.Entry] = []
        var servicesBelow: [TypeKey: [String]] = [:]
        for registration in order {
            let below = Set(registration.dependencies.flatMap { servicesBelow[$0] ?? [] }).sorted()
            servicesBelow[registration.key] = below
            guard registration.scope == .singleton else { continue }
            let value = try await registration.make(root)
            root.keep(value, for: registration.key)
            if let service = value as? any Service, !services.contains(where: { $0.name == service.name }) {
                services.append(ServiceGroup.Entry(service, after: below))
                servicesBelow[registration.key] = [service.name]
            }
        }
        registrations = table
        self.root = root
        self.services = services
    }

    /// The value of `type`: the singleton, or a new one for a transient.
    ///
    /// - Throws: `InjectionError` when nobody provides it or it lives in an operation; else what its constructor throws.
    public func resolve<Value: Sendable>(_ type: Value.Type = Value.self) async throws -> Value {
        try await root.value(type)
    }

    /// Runs `operation` with a container in which values of scope `operation` are made once and shared.
    public func withScope<Result>(
        _ operation: (ScopedContainer) async throws -> Result
    ) async rethrows -> Result {
        try await operation(ScopedContainer(resolver: Resolver(registrations: registrations, parent: root)))
    }
}

/// The container as one operation sees it.
public struct ScopedContainer: Sendable {
    let resolver: Resolver

    /// The value of `type`, shared within the operation when its scope says so.
    public func resolve<Value: Sendable>(_ type: Value.Type = Value.self) async throws -> Value {
        try await resolver.value(type)
    }
}
