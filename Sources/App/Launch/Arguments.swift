internal import Core

/// What the command line asks for.
struct Arguments: Equatable {
    /// What is wrong with the command line, in one sentence.
    struct Fault: Error, Equatable {
        let message: String
        init(_ message: String) { self.message = message }
    }

    /// What is to be done.
    var command: Command
    /// What stands after the command's words.
    var operands: [String] = []
    /// Values of settings by flag, such as `--port`.
    var values: [String: String] = [:]
    /// The configuration file to read.
    var file: String?
    /// Whether one line of JSON is printed when all is ready.
    var printsReadyJSON = false

    /// Reads the arguments after the program's name.
    static func parse(_ arguments: [String]) throws(Fault) -> Arguments {
        var words: [String] = []
        var given: [(option: CommandOption, value: String)] = []
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            // What is no UTF-8 has become U+FFFD on its way into a String.
            guard !argument.unicodeScalars.contains("\u{FFFD}") else {
                throw Fault("the argument “\(argument)” is not UTF-8")
            }
            if argument == "--" {
                words += rest
                break
            }
            guard argument.hasPrefix("-") else {
                words.append(argument)
                continue
            }
            let (option, value) = try read(argument, &rest)
            guard !given.contains(where: { $0.option == option }) else {
                throw Fault("the option \(option.name) is given twice")
            }
            given.append((option, value))
        }
        return try Arguments(words, given)
    }

    private init(_ words: [String], _ given: [(option: CommandOption, value: String)]) throws(Fault) {
        if given.contains(where: { $0.option.effect == .help }) {
            command = try Command.find(["help"])
            operands = words
            return
        }
        command = try Command.find(given.contains { $0.option.effect == .version } ? ["version"] : words)
        operands = Array(words.dropFirst(command.words.count))
        try checkOperands()
        for (option, value) in given {
            guard option.suits(command) else {
                throw Fault("\(command.quoted) does not take \(option.name); `chorestree help` says what does")
            }
            switch option.effect {
            case .set: values[option.name] = value
            case .readFile: file = value
            case .printReadyJSON: printsReadyJSON = true
            case .help, .version: break
            }
        }
    }

    /// A command line of these parts, for tests.
    init(command: Command, operands: [String] = [], values: [String: String] = [:], file: String? = nil) {
        self.command = command
        self.operands = operands
        self.values = values
        self.file = file
    }

    private func checkOperands() throws(Fault) {
        switch command.operand {
        case .none:
            guard let extra = operands.first else { return }
            throw Fault("“\(extra)” is too much: \(command.quoted) takes nothing but options")
        case .one(let name):
            guard !operands.isEmpty else { throw Fault("say which: `chorestree \(command.name) \(name)`") }
            guard operands.count > 1 else { return }
            throw Fault("“\(operands[1])” is too much: \(command.quoted) takes one \(name)")
        case .any: return
        }
    }

    /// One option and the value that belongs to it; empty for those that take none.
    private static func read(
        _ argument: String, _ rest: inout ArraySlice<String>
    ) throws(Fault) -> (CommandOption, String) {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let option = CommandOption.all.first(where: { $0.names.contains(parts[0]) }) else {
            let names = CommandOption.all.flatMap(\.names)
            throw Fault("unknown option \(parts[0])\(advice(for: parts[0], among: names))")
        }
        guard option.argument != nil else {
            guard parts.count == 1 else { throw Fault("the option \(parts[0]) takes no value") }
            return (option, "")
        }
        var value = parts.count == 2 ? parts[1] : nil
        if value == nil, let next = rest.first, !next.hasPrefix("--") { value = rest.removeFirst() }
        guard let value else { throw Fault("the option \(parts[0]) needs a value") }
        guard !value.isEmpty else { throw Fault("the value of the option \(parts[0]) is empty") }
        return (option, value)
    }

    /// What may have been meant, and where to look it up.
    static func advice(for word: String, among names: [String]) -> String {
        guard let nearest = Spelling.nearest(to: word, among: names) else { return "; `chorestree help` lists them" }
        return "; did you mean \(nearest)? `chorestree help` lists them all"
    }
}
