import Core
import Testing

@testable import Launch

@Suite struct ArgumentsTests {
    private let flags: Set = ["--port", "--data"]

    private func fault(_ arguments: [String]) -> String {
        do {
            _ = try Arguments.parse(arguments, flags: flags)
            return "none"
        } catch { return error.message }
    }

    @Test func commandsAndOptionsAreRead() throws {
        let options = Arguments.RunOptions(
            values: ["--port": "0", "--data": "x"], file: "f.json", printsReadyJSON: true)
        let arguments = ["run", "--port", "0", "--data=x", "--config", "f.json", "--ready-json"]
        #expect(try Arguments.parse(arguments, flags: flags) == .run(options))
        #expect(try Arguments.parse(["events"], flags: flags) == .listDeadLetters(.init()))
        #expect(try Arguments.parse(["events", "replay", "7"], flags: flags) == .replayDeadLetter("7", .init()))
        #expect(try Arguments.parse(["version"], flags: flags) == .version)
        #expect(try Arguments.parse(["--version"], flags: flags) == .version)
        for help in [[], ["help"], ["run", "-h"]] { #expect(try Arguments.parse(help, flags: flags) == .help) }
    }

    @Test func whatIsWrongIsNamed() {
        #expect(fault(["run", "--prot", "1"]).contains("--prot"))
        #expect(fault(["run", "--port"]).contains("needs a value"))
        #expect(fault(["run", "--port", "--data"]).contains("needs a value"))
        #expect(fault(["fly"]).contains("fly"))
        #expect(fault(["events", "replay"]).contains("replay ID"))
    }

    @Test func helpNamesEverySettingAndOption() {
        for setting in Setting.all { #expect(HelpText.text.contains(setting.variable)) }
        for option in ["--ready-json", "--config", "--port", "--local-discord-port", "--data"] {
            #expect(HelpText.text.contains(option))
        }
    }
}
