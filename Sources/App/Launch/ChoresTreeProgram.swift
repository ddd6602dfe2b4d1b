internal import Core
internal import FoundationEssentials
internal import Glibc
internal import Lifecycle
internal import Telemetry

/// The program: reads the command line and starts what it asks for.
package enum ChoresTreeProgram {
    /// Runs the program; ends the process with a status when something is wrong.
    package static func main() async {
        let flags = Set(Setting.all.compactMap(\.flag))
        let arguments: Arguments
        do throws(Arguments.Fault) {
            arguments = try Arguments.parse(Array(CommandLine.arguments.dropFirst()), flags: flags)
        } catch {
            Console.fail(error.message, status: .usage)
        }
        switch arguments {
        case .help: Console.say(HelpText.text)
        case .version: Console.say(HelpText.version)
        case .run(let options): await carryOut(options) { try await RunCommand(options, $0).run() }
        case .listDeadLetters(let options): await carryOut(options) { try await DeadLetterCommand($0).list() }
        case .replayDeadLetter(let id, let options):
            await carryOut(options) { try await DeadLetterCommand($0).replay(id) }
        }
    }

    /// Reads the configuration and runs `command` with it; whatever goes wrong ends the process with one sentence.
    private static func carryOut(
        _ options: Arguments.RunOptions, _ command: (Configuration) async throws -> Void
    ) async {
        let configuration: Configuration
        do throws(ConfigurationError) {
            configuration = try ConfigurationLoader(
                folder: FileManager.default.currentDirectoryPath, environment: ProcessInfo.processInfo.environment
            ).load(options: options.values, file: options.file)
        } catch {
            Console.fail(error.description, status: .configuration)
        }
        do {
            try await command(configuration)
            Console.end()
        } catch {
            Console.fail(FailureText.sentence(error), status: .failure)
        }
    }
}
