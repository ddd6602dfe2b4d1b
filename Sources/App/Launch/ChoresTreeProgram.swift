internal import Core
internal import FoundationEssentials
internal import Lifecycle
internal import Telemetry

/// The program: reads the command line and starts what it asks for.
package enum ChoresTreeProgram {
    /// Runs the program; ends the process with a status when something is wrong.
    package static func main() async {
        Surroundings.openStandardDescriptors()
        do throws(Arguments.Fault) {
            try await carryOut(try Arguments.parse(Array(CommandLine.arguments.dropFirst())))
        } catch {
            Console.fail(error.message, status: .usage)
        }
        Console.end()
    }

    private static func carryOut(_ arguments: Arguments) async throws(Arguments.Fault) {
        switch arguments.command.task {
        case .help: try help(arguments.operands)
        case .version: Console.say(HelpText.version)
        case .run: await withConfiguration(arguments) { try await RunCommand($0, arguments).run() }
        case .simulate: await withConfiguration(arguments) { try await SimulateCommand($0, arguments).run() }
        case .listDeadLetters: await withConfiguration(arguments) { try await DeadLetterCommand($0).list() }
        case .replayDeadLetter:
            let id = try DeadLetterCommand.id(arguments.operands)
            await withConfiguration(arguments) { try await DeadLetterCommand($0).replay(id) }
        }
    }

    private static func help(_ words: [String]) throws(Arguments.Fault) {
        let commands = Command.named(by: words)
        guard !commands.isEmpty else { throw Command.unknown(words) }
        Console.say(words.isEmpty ? HelpText.overview : HelpText.page(commands))
    }

    /// Reads the configuration and runs `command` with it; whatever goes wrong ends the process with one sentence.
    private static func withConfiguration(
        _ arguments: Arguments, _ command: (Configuration) async throws -> Void
    ) async {
        let folder = FileManager.default.currentDirectoryPath
        let loader = ConfigurationLoader(
            folder: folder.isEmpty ? "." : folder, environment: ProcessInfo.processInfo.environment)
        let configuration: Configuration
        do throws(ConfigurationError) {
            configuration = try loader.load(
                options: arguments.values, file: arguments.file, startsBot: arguments.command.task == .run)
        } catch {
            Console.fail(error.description, status: error.isAboutCommandLine ? .usage : .configuration)
        }
        do {
            try await command(configuration)
        } catch {
            Console.fail(FailureText(configuration).sentence(error), status: .failure)
        }
    }
}
