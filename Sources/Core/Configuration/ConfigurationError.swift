/// What is wrong with the configuration: every fault, each with where it stands and the way out.
package struct ConfigurationError: Error, Sendable, CustomStringConvertible {
    /// One fault.
    package struct Fault: Sendable, Hashable, CustomStringConvertible {
        /// The file, variable or option it stands in.
        package let place: SettingPlace
        /// What is wrong; never the value of a secret.
        package let message: String

        /// A fault somewhere.
        init(_ place: SettingPlace, _ message: String) {
            self.place = place
            self.message = message
        }

        /// Place and message.
        package var description: String { "\(place): \(message)" }
    }

    /// All faults that were found.
    package let faults: [Fault]

    /// Whether nothing but the command line is wrong.
    package var isAboutCommandLine: Bool {
        faults.allSatisfy { if case .option = $0.place { true } else { false } }
    }

    /// The faults, one a line.
    package var description: String { faults.map(\.description).joined(separator: "\n") }
}

/// Where a value was set.
package enum SettingPlace: Sendable, Hashable, CustomStringConvertible {
    /// On the command line.
    case option(String)
    /// In the environment.
    case variable(String)
    /// In a file.
    case file(String)
    /// In a line of a file, counted from 1, which sets a variable or should.
    case line(Int, file: String, variable: String?)

    /// The option, the variable, or the file with the line, as a message names it.
    package var description: String {
        switch self {
        case .option(let flag): flag
        case .variable(let name): name
        case .file(let path): path
        case .line(let number, let path, let variable): "\(path):\(number)\(variable.map { " \($0)" } ?? "")"
        }
    }
}
