/// How long a value made by the container lives.
public enum Scope: Sendable, Hashable {
    /// Made once, when the container is built; shared by all.
    case singleton
    /// Made anew for each that asks.
    case transient
    /// Made once per operation, inside `Container.withScope`.
    case operation
}
