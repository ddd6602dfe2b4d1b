/// Why a graph of dependencies cannot be built. All faults are reported together.
public struct InjectionError: Error, Sendable, CustomStringConvertible {
    /// The kinds of fault; more may be added.
    public struct Code: Sendable, Hashable, CustomStringConvertible {
        /// The code's stable name.
        public let description: String

        /// Nobody provides a type that is needed.
        public static let missing = Code(description: "missing")
        /// Types need each other.
        public static let cycle = Code(description: "cycle")
        /// Something that lives longer holds something that lives shorter.
        public static let captive = Code(description: "captive")
        /// A type is provided twice.
        public static let duplicate = Code(description: "duplicate")
        /// A replacement was given for a type that nobody provides.
        public static let nothingToReplace = Code(description: "nothing_to_replace")
    }

    /// One fault in the graph.
    public struct Fault: Sendable, Hashable, CustomStringConvertible {
        /// What kind of fault it is.
        public let code: Code
        /// One sentence with the types involved.
        public let description: String
    }

    /// Every fault that was found.
    public let faults: [Fault]

    /// The faults, one a line.
    public var description: String { faults.map(\.description).joined(separator: "\n") }
}
