import Foundation
import Testing

@testable import Core

/// `.env` and JSON files as people write them.
@Suite final class WrittenFileTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("files-\(UUID().uuidString)")

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func file(_ content: some Sequence<UInt8>) throws -> String {
        let url = folder.appendingPathComponent("file")
        try Data(content).write(to: url)
        return url.path
    }

    private func refusal(_ path: String) -> String? {
        do {
            _ = try TextFile.read(path)
            return nil
        } catch { return error.message }
    }

    // MARK: - Reading

    @Test func whatIsNoTextFileIsRefused() throws {
        #expect(try TextFile.read(folder.path + "/absent") == nil)
        #expect(try TextFile.read(try file("x".utf8) + "/below") == nil)
        #expect(refusal(folder.path) == "is a folder and not a file")
        #expect(refusal("/dev/zero")?.contains("1 MiB") == true)
        for (link, target) in [("loop", "loop"), ("dead", "nowhere")] {
            try FileManager.default.createSymbolicLink(
                atPath: "\(folder.path)/\(link)", withDestinationPath: "\(folder.path)/\(target)")
        }
        #expect(refusal(folder.path + "/loop") == "is a link that leads back to itself")
        #expect(refusal(folder.path + "/dead") == "is a link to a file that is not there")
        #expect(refusal(folder.path + "/" + String(repeating: "x", count: 300))?.contains("too long") == true)
    }

    @Test func aTextIsReadWithoutItsByteOrderMark() throws {
        #expect(try TextFile.read(try file([0xEF, 0xBB, 0xBF] + "é\r\n".utf8)) == "é\r\n")
        #expect(refusal(try file([0xFF, 0xFE, 0x41, 0]))?.contains("UTF-16") == true)
        #expect(refusal(try file([0xFE, 0xFF, 0, 0x41]))?.contains("UTF-16") == true)
        #expect(refusal(try file("a\nb\n".utf8 + [0xFF, 0x0A])) == "is not UTF-8 in line 3; save it as UTF-8")
    }

    // MARK: - .env

    private func environment(_ text: String) throws -> DotEnvironment { DotEnvironment(file: try file(text.utf8)) }

    @Test(arguments: [
        ("A=1", "1"), ("A= 1 ", "1"), ("A = 1", "1"), ("export A=1", "1"), ("export\tA=1", "1"), ("A=1 # why", "1"),
        ("A=1#2", "1#2"), ("A=#1", "#1"), ("A= # nothing", ""), ("A=", ""), ("A='a # b'", "a # b"),
        ("A='$HOME' # why", "$HOME"), (#"A="a b" "#, "a b"), (#"A="a \"b\" \\ \$X""#, #"a "b" \ $X"#),
        (#"A="\n""#, #"\n"#),
        ("A=a=b", "a=b"), ("A=cost: 5$", "cost: 5$"), (#"A="5 $""#, "5 $"), ("A=a\\b", "a\\b"),
        ("# comment\r\n\r\nA=1\r\n", "1"), ("exported=2\nA=1", "1"),
    ]) func aLineIsRead(text: String, value: String) throws {
        let environment = try environment(text)
        #expect(environment.faults.isEmpty)
        #expect(environment["A"]?.value == value)
    }

    @Test(arguments: [
        ("A", "form NAME=value"), ("export A", "form NAME=value"), ("A: 1", "form NAME=value"),
        ("A-B=1", "A-Z"), ("=1", "A-Z"), ("A B=1", "A-Z"), ("É=1", "A-Z"),
        ("A='open", "not closed"), (#"A="open"#, "not closed"), (#"A="open\""#, "not closed"),
        (#"A="a"b"#, "whole value"), ("A='a'#b", "whole value"), (#"A=/srv/"my data""#, "whole value"),
        ("A=$HOME/x", "expanded"), ("A=${HOME}", "expanded"), ("A=`pwd`", "expanded"), ("A=$(pwd)", "expanded"),
        (#"A="$HOME""#, "expanded"), (#"A="`pwd`""#, "expanded"), ("A=1\nA=1", "set twice"),
    ]) func aWrongLineIsNamed(text: String, word: String) throws {
        let environment = try environment("# first\n" + text)
        #expect(environment.faults.count == 1)
        let fault = try #require(environment.faults.first).description
        #expect(fault.contains("/file:\(text.contains("\n") ? 3 : 2)") && fault.contains(word), "\(fault)")
    }

    // MARK: - JSON

    @Test(arguments: [
        (#"{"http": {"port": 1}}"#, "http.port=1"), (#"{"http.port": "1"}"#, "http.port=1"),
        (#"{"data": "x", "eventLoops": 2}"#, "data=x eventLoops=2"), ("{}", ""),
        (#"{"http": {}, "log": {"level": null}}"#, ""), (#"{"http": {"port": 1.5}}"#, "http.port=1.5"),
    ]) func settingsAreFound(text: String, values: String) {
        let settings = JSONSettings(text)
        #expect(settings.faults.isEmpty)
        #expect(settings.values.map { "\($0.setting.key)=\($0.text)" }.joined(separator: " ") == values)
    }

    @Test(arguments: [
        ("[]", "object"), ("3", "object"), ("null", "object"), (#"{"http": 3}"#, "http must be an object"),
        (#"{"htp": {}}"#, "unknown key htp"), (#"{"http": {"prt": null}}"#, "did you mean http.port?"),
        (#"{"http": {"port": {"x": 1}}}"#, "not an object"), (#"{"http": {"port": [1]}}"#, "single value"),
        (#"{"http": {"port": true}}"#, "a number"), (#"{"data": 3}"#, "a text in quotes"),
        (#"{"data": false}"#, "a text in quotes"), (#"{"data": "a", "data": "b"}"#, "data is set twice"),
        (#"{"http.port": 1, "http": {"port": 2}}"#, "http.port is set twice"),
        (#"{"discord": {"token": "MTIz"}}"#, "DISCORD_TOKEN or DISCORD_TOKEN_FILE"),
        (#"{"environment": "production"}"#, "set CHORESTREE_ENV"), (#"{"a\u0007": 1}"#, "unknown key a\\u{7}"),
    ]) func aWrongKeyIsNamed(text: String, word: String) {
        let faults = JSONSettings(text).faults
        #expect(faults.count == 1)
        #expect(faults.first?.contains(word) == true && faults.first?.contains("MTIz") == false, "\(faults)")
    }

    @Test(arguments: [
        ("", 1, "too early"), ("{", 1, "key in double quotes"), ("{\n\"a\": 1,\n}", 3, "comma stands before }"),
        ("{\n\"a\" 1}", 2, "colon"), ("{\"a\": 1\n\"b\": 2}", 2, "comma or }"),
        ("{\"a\": [1,]}", 1, "comma stands before ]"),
        ("{\"a\": [1 2]}", 1, "comma or ]"), ("{\"a\": [1", 1, "] is missing"), ("{\"a\": 1", 1, "} is missing"),
        ("// hello\n{}", 1, "comments"), ("{'a': 1}", 1, "double quotes"), ("{\"a\": 'x'}", 1, "double quotes"),
        ("{\n\n\"a\": yes}", 3, "value is missing"), ("{\"a\": \"x\n\"}", 1, "on its line"),
        ("{\"a\": \"x", 1, "does not end"),
        ("{}\n{}", 2, "after the end"), (String(repeating: "[", count: 200), 1, "deep"),
    ]) func theLineOfBrokenJSONIsNamed(text: String, line: Int, word: String) throws {
        let fault = try #require(JSONSettings(text).faults.first)
        #expect(fault.hasPrefix("is not valid JSON: line \(line): ") && fault.contains(word), "\(fault)")
    }

    @Test func whatTheParserAloneRefusesIsRefused() {
        #expect(JSONFault.find(in: Array(#"{"a": [true, -1.5e3, null, "\u00e9\""]}"#.utf8)) == nil)
        #expect(JSONSettings("{\"data\": 01}").faults.first?.hasPrefix("is not valid JSON: ") == true)
    }
}
