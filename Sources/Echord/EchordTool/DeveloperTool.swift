import Glibc

/// `echord`: looks into the library, into payloads and into a bot's events.
package struct DeveloperTool: Sendable {
    /// How a run ends.
    package enum Status: Int32, Sendable {
        case success = 0
        case failure = 1
        case usage = 64
        case input = 65
    }

    /// What it needs of the process around it.
    package struct Surroundings: Sendable {
        /// Variables, such as `DISCORD_TOKEN`.
        package var environment: [String: String]
        /// Prints a line of the result.
        package var say: @Sendable (String) -> Void
        /// Prints a line for a person.
        package var complain: @Sendable (String) -> Void

        /// Surroundings of a test.
        package init(
            environment: [String: String] = [:], say: @escaping @Sendable (String) -> Void,
            complain: @escaping @Sendable (String) -> Void
        ) {
            (self.environment, self.say, self.complain) = (environment, say, complain)
        }
    }

    private let surroundings: Surroundings

    /// A tool in these surroundings.
    package init(_ surroundings: Surroundings) { self.surroundings = surroundings }

    /// Runs the tool with the process's own arguments, and ends the process.
    package static func main() async {
        // A reader that goes away ends a print, not the tool.
        signal(SIGPIPE, SIG_IGN)
        let tool = DeveloperTool(.process)
        let status = await tool.run(Array(CommandLine.arguments.dropFirst()))
        _exit(status.rawValue)
    }

    /// Does what the arguments ask for.
    package func run(_ arguments: [String]) async -> Status {
        do throws(ToolError) {
            try await perform(arguments)
            return .success
        } catch {
            surroundings.complain("echord: \(error.message)")
            return error.status
        }
    }

    private func perform(_ arguments: [String]) async throws(ToolError) {
        let rest = Array(arguments.dropFirst())
        switch arguments.first {
        case "surface"?: try SurfaceCommand(rest).run(surroundings)
        case "inspect"?: try InspectCommand(rest).run(surroundings)
        case "tail"?: try await TailCommand(rest, surroundings.environment).run(surroundings)
        case "help"?, "--help"?, "-h"?: surroundings.say(Self.help)
        case let other?: throw ToolError(.usage, "unknown command “\(other)”; `echord help` lists them")
        case nil: throw ToolError(.usage, "say what to do; `echord help` lists the commands")
        }
    }

    /// How the tool is used.
    static let help = """
        echord: looks into the library Echord, into payloads and into a bot's events.

        usage: echord surface [SECTION ...]
          Prints as JSON what the library knows of Discord, from its own tables. Sections: \(SurfaceCommand.sections)
          (all unless named).

        usage: echord inspect TYPE FILE
          Reads a JSON file (- for standard input) and prints what was understood, what was unknown, and the value
          written back. TYPE is an object such as Message, an event such as MESSAGE_CREATE, an enumeration, a list as
          [Message], or payload for anything the gateway sends.

        usage: echord tail [--events NAME,...] [--intents NAME,...|all] [--json]
          Signs in and prints events as they come, until Ctrl-C. Secrets in them are masked.
          DISCORD_TOKEN           the bot's token
          DISCORD_API_URL         where the API is (default: https://discord.com/api)
          --events NAME,...       only these, such as MESSAGE_CREATE
          --intents NAME,...      what to ask for (default: all that need no permission of Discord's)
          --json                  one JSON object a line, with the payload
        """
}

extension DeveloperTool.Surroundings {
    /// The process's own.
    static let process = Self(
        environment: ProcessEnvironment.variables, say: { StandardStream.output.print($0) },
        complain: { StandardStream.error.print($0) })
}

/// Why a command was not carried out.
struct ToolError: Error {
    let status: DeveloperTool.Status
    /// One sentence with the way out.
    let message: String

    init(_ status: DeveloperTool.Status, _ message: String) { (self.status, self.message) = (status, message) }
}
