/// What is wrong with the configuration: every fault, each with where it stands and the way out.
package struct ConfigurationError: Error, Sendable, CustomStringConvertible {
    /// One fault.
    package struct Fault: Sendable, Hashable, CustomStringConvertible {
        /// The file, variable or option it stands in.
        package let place: String
        /// What is wrong; never the value of a secret.
        package let message: String

        /// Place and message.
        package var description: String { "\(place): \(message)" }
    }

    /// All faults that were found.
    package let faults: [Fault]

    /// The faults, one a line.
    package var description: String { faults.map(\.description).joined(separator: "\n") }
}
