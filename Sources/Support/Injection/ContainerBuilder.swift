/// Collects what provides which type, checks the whole graph and builds the container.
///
/// A constructor is its own specification: `register(TaskFeature.self, TaskFeature.init(repository:events:))` needs
/// what the initialiser's parameters need. Adding a parameter that nobody provides fails in `validate()`, before
/// anything is made.
public struct ContainerBuilder: Sendable {
    struct Registration: Sendable {
        let key: TypeKey
        let scope: Scope
        let dependencies: [TypeKey]
        let make: @Sendable (Resolver) async throws -> any Sendable
    }

    private(set) var registrations: [Registration] = []
    private var faults: [InjectionError.Fault] = []

    /// A builder with everything that `modules` provide.
    public init(_ modules: [any Module] = []) {
        for module in modules { module.register(in: &self) }
    }

    /// Says how a value of `type` is made from other types in the graph.
    ///
    /// - Parameters:
    ///   - type: what is provided; for a port the existential, such as `(any TaskRepository).self`.
    ///   - scope: how long the value lives.
    ///   - make: a constructor; its parameter types are what it needs.
    public mutating func register<each Dependency: Sendable, Value: Sendable>(
        _ type: Value.Type, scope: Scope = .singleton,
        _ make: @escaping @Sendable @concurrent (repeat each Dependency) async throws -> Value
    ) {
        let registration = Self.registration(type, scope, make)
        if registrations.contains(where: { $0.key == registration.key }) {
            faults.append(
                .init(code: .duplicate, description: "\(registration.key) is provided twice; use replace to override"))
        } else {
            registrations.append(registration)
        }
    }

    /// Puts another provider in the place of the one registered for `type`; for tests and variants.
    public mutating func replace<each Dependency: Sendable, Value: Sendable>(
        _ type: Value.Type, scope: Scope = .singleton,
        _ make: @escaping @Sendable @concurrent (repeat each Dependency) async throws -> Value
    ) {
        let registration = Self.registration(type, scope, make)
        if let position = registrations.firstIndex(where: { $0.key == registration.key }) {
            registrations[position] = registration
        } else {
            faults.append(
                .init(code: .nothingToReplace, description: "\(registration.key) has no provider to replace"))
        }
    }

    /// Checks the whole graph without making anything.
    ///
    /// - Throws: `InjectionError` with every missing provider, every cycle and every captive dependency, each with the
    ///   chain of types that leads to it.
    public func validate() throws(InjectionError) {
        _ = try checkedOrder()
    }

    /// Checks the graph and makes all singletons in the order of their dependencies.
    ///
    /// - Throws: `InjectionError` before anything is made, or what a constructor throws.
    public func build() async throws -> Container {
        let order = try checkedOrder()
        return try await Container(registrations: order)
    }

    func checkedOrder() throws(InjectionError) -> [Registration] {
        var check = GraphCheck(registrations)
        let found = faults + check.run()
        guard found.isEmpty else { throw InjectionError(faults: found) }
        return check.order
    }

    private static func registration<each Dependency: Sendable, Value: Sendable>(
        _ type: Value.Type, _ scope: Scope,
        _ make: @escaping @Sendable @concurrent (repeat each Dependency) async throws -> Value
    ) -> Registration {
        var dependencies: [TypeKey] = []
        repeat dependencies.append(TypeKey((each Dependency).self))
        return Registration(key: TypeKey(type), scope: scope, dependencies: dependencies) { resolver in
            try await make(repeat try await resolver.value((each Dependency).self))
        }
    }
}
