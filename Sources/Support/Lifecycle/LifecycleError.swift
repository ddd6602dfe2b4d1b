/// What went wrong in starting or stopping services.
public struct LifecycleError: Error, Sendable, CustomStringConvertible {
    /// The kinds of failure; more may be added.
    public struct Code: Sendable, Hashable, CustomStringConvertible {
        /// The code's stable name.
        public let description: String

        /// A service returned although nobody asked it to stop.
        public static let endedEarly = Code(description: "ended_early")
        /// An entry waits for a service that is not in the group.
        public static let unknownDependency = Code(description: "unknown_dependency")
        /// Two entries have the same name.
        public static let duplicateName = Code(description: "duplicate_name")
        /// Entries wait for each other.
        public static let cycle = Code(description: "cycle")
    }

    /// What kind of failure it is.
    public let code: Code
    /// One sentence for an operator.
    public let message: String

    /// The message.
    public var description: String { message }
}
