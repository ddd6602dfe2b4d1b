/// What one feature or adapter adds to the graph.
public protocol Module: Sendable {
    /// Registers everything the module provides.
    func register(in builder: inout ContainerBuilder)
}
