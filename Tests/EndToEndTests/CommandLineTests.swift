import Foundation
import Testing

/// The program as a tool of the shell: what goes where, and with which exit status.
@Suite(.serialized) struct CommandLineTests {
    @Test(arguments: [
        (["help"], "usage: chorestree COMMAND"), (["--help"], "usage: chorestree COMMAND"),
        (["-h"], "usage: chorestree COMMAND"), (["help", "run"], "usage: chorestree run [OPTIONS]"),
        (["run", "--help"], "usage: chorestree run [OPTIONS]"), (["run", "-h", "--port", "1"], "--ready-json"),
        (["help", "events"], "usage: chorestree events replay ID"),
        (["help", "help"], "usage: chorestree help [COMMAND]"),
        (["events", "replay", "7", "--help"], "usage: chorestree events replay ID"), (["version"], "ChoresTree 0."),
        (["--version"], "ChoresTree 0."),
    ]) func whatIsAskedForGoesToStandardOutput(arguments: [String], words: String) async throws {
        try await withFolder { folder in
            let ending = try await RunningProgram.outcome(arguments, in: folder)
            #expect(ending.code == 0 && ending.errors.isEmpty, "\(ending.errors)")
            #expect(ending.output.contains(words) && ending.output.hasSuffix("\n"))
            #expect(try RunningProgram.written(in: folder) == [])
        }
    }

    @Test(arguments: [
        ([], ["chorestree run", "chorestree help"]), (["rum"], ["rum", "did you mean run?"]),
        (["event"], ["did you mean events?"]), (["events", "lst"], ["did you mean events list?"]),
        (["help", "rnu"], ["did you mean run?"]), (["run", "fast"], ["“fast”", "chorestree run"]),
        (["run", "--", "--port"], ["“--port”"]), (["version", "--port", "1"], ["chorestree version", "--port"]),
        (["events", "list", "--ready-json"], ["chorestree events list", "--ready-json"]),
        (["events", "replay"], ["chorestree events replay ID"]), (["events", "replay", "x"], ["“x”", "events list"]),
        (["events", "replay", "1", "2"], ["“2”", "one ID"]),
        (["run", "--port", "1", "--port=2"], ["--port", "twice"]),
        (["run", "--ready-json=1"], ["--ready-json", "no value"]), (["run", "-port", "1"], ["did you mean --port?"]),
        (["run", "-"], ["unknown option -"]),
    ]) func whatIsWrongGoesToStandardError(arguments: [String], words: [String]) async throws {
        try await withFolder { folder in
            let ending = try await RunningProgram.outcome(arguments, in: folder)
            expectSentence(ending, with: words, status: 64)
            #expect(ending.output.isEmpty)
            #expect(try RunningProgram.written(in: folder) == [])
        }
    }

    @Test(arguments: [["events", "list"], ["events", "replay", "7"]])
    func whoLooksForEventsMakesNoDatabase(arguments: [String]) async throws {
        try await withFolder { folder in
            let ending = try await RunningProgram.outcome(arguments + ["--data", "nowhere"], in: folder)
            expectSentence(ending, with: ["nowhere/chorestree.db", "chorestree run", "--data"], status: 1)
            #expect(!FileManager.default.fileExists(atPath: folder + "/nowhere"))
        }
    }

    @Test func anArgumentThatIsNoTextIsRefused() async throws {
        try await withFolder { folder in
            let ending = try await RunningProgram.outcome(
                ["run"], in: folder, after: #"exec "$@" --data=$'a\xff'"#)
            expectSentence(ending, with: ["--data", "UTF-8"], status: 64)
        }
    }

    // MARK: - Streams

    private let start = ["run", "--ready-json", "--port", "0", "--local-discord-port", "0"]

    @Test func aFullStandardOutputIsAFailureOfACommand() async throws {
        try await withFolder { folder in
            let ending = try await RunningProgram.outcome(["help"], in: folder, after: #"exec "$@" > /dev/full"#)
            expectSentence(ending, with: ["standard output", "No space"], status: 74)
        }
    }

    @Test func aReaderThatLeavesEndsNoBot() async throws {
        try await withFolder { folder in
            let script = #"exec 3> >(exit); wait $!; exec "$@" >&3"#
            try await RunningProgram.with(start, in: folder, after: script) { program in
                try await program.said("standard output cannot be written")
                #expect(try await program.stop().code == 0)
            }
        }
    }

    @Test func closedStreamsEndNoBotAndGetNothingElse() async throws {
        try await withFolder { folder in
            try await RunningProgram.with(start, in: folder, after: #"exec "$@" <&- >&-"#) { program in
                try await program.said("commands are registered")
                let ending = try await program.stop()
                #expect(ending.code == 0 && ending.output.isEmpty)
            }
        }
    }
}
