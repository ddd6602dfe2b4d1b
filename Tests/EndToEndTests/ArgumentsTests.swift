import Core
import Testing

@testable import Launch

@Suite struct ArgumentsTests {
    private func fault(_ arguments: String...) -> String {
        do {
            _ = try Arguments.parse(arguments)
            return "none"
        } catch { return error.message }
    }

    private func task(_ arguments: String...) throws -> Command.Task { try Arguments.parse(arguments).command.task }

    @Test func commandsAndOptionsAreRead() throws {
        let arguments = try Arguments.parse(["run", "--port", "0", "--data=x=y", "--config", "f.json", "--ready-json"])
        #expect(arguments.command.task == .run && arguments.printsReadyJSON && arguments.file == "f.json")
        #expect(arguments.values == ["--port": "0", "--data": "x=y"])
        #expect(try task("events") == .listDeadLetters && task("events", "list") == .listDeadLetters)
        #expect(try Arguments.parse(["--data", "x", "events", "replay", "7"]).operands == ["7"])
        #expect(try task("version") == .version && task("--version") == .version)
        #expect(try task("help") == .help && task("run", "-h") == .help)
        #expect(try Arguments.parse(["run", "--help"]).operands == ["run"])
        #expect(try Arguments.parse(["events", "replay", "--", "-1"]).operands == ["-1"])
        #expect(try Arguments.parse(["run", "--port", "-1"]).values == ["--port": "-1"])
    }

    @Test func whatIsWrongIsNamed() {
        #expect(fault("run", "--prot", "1").contains("--prot; did you mean --port?"))
        #expect(fault("run", "--port").contains("--port needs a value"))
        #expect(fault("run", "--port", "--data").contains("needs a value"))
        #expect(fault("run", "--data=").contains("--data is empty"))
        #expect(fault("run", "a\u{FFFD}").contains("not UTF-8"))
        #expect(fault("fly").contains("fly") && !fault("fly").contains("mean"))
        #expect(fault("run", "-h", "-h").contains("--help is given twice"))
        #expect(fault("version", "now").contains("“now”"))
    }

    @Test func helpNamesEverySettingOptionAndCommand() {
        for setting in Setting.all {
            #expect(HelpText.overview.contains(setting.variable) && HelpText.overview.contains(setting.meaning))
            #expect(!setting.standsInFiles || HelpText.overview.contains("in a file: \(setting.key)"))
        }
        for option in CommandOption.all { #expect(HelpText.overview.contains(option.usage)) }
        for command in Command.all {
            #expect(HelpText.overview.contains(command.name + command.operand.usage))
            let page = HelpText.page([command])
            for option in CommandOption.all { #expect(page.contains("  \(option.usage) ") == option.suits(command)) }
        }
        for status in Console.Status.allCases { #expect(HelpText.overview.contains("  \(status.rawValue) ")) }
    }

    @Test func commandsAndOptionsHaveOneNameEach() {
        #expect(Set(Command.all.map(\.words)).count == Command.all.count)
        let names = CommandOption.all.flatMap(\.names)
        #expect(Set(names).count == names.count)
    }
}
