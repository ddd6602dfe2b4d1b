/// What the command line asks for.
enum Arguments: Equatable {
    /// Start everything.
    case run(RunOptions)
    /// What could not be delivered.
    case listDeadLetters(RunOptions)
    /// Deliver it again.
    case replayDeadLetter(String, RunOptions)
    /// How to use the program.
    case help
    /// Which version it is.
    case version

    /// The options of a command: values by flag, and switches.
    struct RunOptions: Equatable {
        /// Values by flag, such as `--port`.
        var values: [String: String] = [:]
        /// The configuration file to read.
        var file: String?
        /// Whether one line of JSON is printed when all is ready.
        var printsReadyJSON = false
    }

    /// What is wrong with the command line.
    struct Fault: Error, Equatable {
        let message: String
    }

    /// Reads the arguments after the program's name.
    ///
    /// - Parameter flags: those that take a value.
    static func parse(_ arguments: [String], flags: Set<String>) throws(Fault) -> Arguments {
        var words: [String] = []
        var options = RunOptions()
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            guard argument.hasPrefix("-") else {
                words.append(argument)
                continue
            }
            let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            switch parts[0] {
            case "--help", "-h": return .help
            case "--version": return .version
            case "--ready-json": options.printsReadyJSON = true
            case "--config": options.file = try value(parts, &rest)
            case let flag where flags.contains(flag): options.values[flag] = try value(parts, &rest)
            default: throw Fault(message: "unknown option \(parts[0]); `chorestree help` lists them")
            }
        }
        return try command(words, options)
    }

    private static func value(_ parts: [String], _ rest: inout ArraySlice<String>) throws(Fault) -> String {
        if parts.count == 2 { return parts[1] }
        guard let value = rest.popFirst(), !value.hasPrefix("--") else {
            throw Fault(message: "the option \(parts[0]) needs a value")
        }
        return value
    }

    private static func command(_ words: [String], _ options: RunOptions) throws(Fault) -> Arguments {
        switch words {
        case [], ["help"]: return .help
        case ["run"]: return .run(options)
        case ["version"]: return .version
        case ["events"], ["events", "list"]: return .listDeadLetters(options)
        case ["events", "replay"]: throw Fault(message: "say which event: `chorestree events replay ID`")
        default:
            if words.count == 3, words[0] == "events", words[1] == "replay" {
                return .replayDeadLetter(words[2], options)
            }
            throw Fault(message: "unknown command “\(words.joined(separator: " "))”; `chorestree help` lists them")
        }
    }
}
