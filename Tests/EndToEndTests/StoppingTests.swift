import Foundation
import Glibc
import JSON
import Testing

/// Every way to end the program leaves a data folder with which the next start works.
@Suite(.serialized) struct StoppingTests {
    private let start = ["run", "--ready-json", "--port", "0", "--local-discord-port", "0"]

    @Test(arguments: [SIGINT, SIGTERM, SIGHUP]) func aSignalDrainsAndEndsWell(signal: Int32) async throws {
        try await SplitHousehold.with { bot in
            let card = try await bot.home.slash(.ann, "task create", ["title": "Before the end"])
            #expect(card.state == "answered")
            bot.program.send(signal)
            let ending = try await bot.program.ending()
            #expect(ending.code == 0 && !ending.wasKilled)
            #expect(ending.sentences.isEmpty, "\(ending.sentences)")
            #expect(ending.output.split(separator: "\n").count == 1, "the one line of --ready-json: \(ending.output)")
        }
    }

    @Test func aSecondSignalEndsAtOnce() async throws {
        try await SplitHousehold.with { bot in
            // Both arrive in the same moment, long before anything is drained.
            bot.program.send(SIGSTOP)
            bot.program.send(SIGINT)
            bot.program.send(SIGTERM)
            bot.program.send(SIGCONT)
            let ending = try await bot.program.ending()
            #expect(ending.code == 130 && !ending.wasKilled)
        }
    }

    @Test func whoWasStartedWithNohupOutlivesTheTerminal() async throws {
        try await withFolder { folder in
            try await RunningProgram.with(start, in: folder, after: #"trap '' HUP; exec "$@""#) { program in
                let ready = try await program.ready()
                program.send(SIGHUP)
                // Signals of one process arrive in order: had this one counted, the answer would not come.
                program.send(SIGPIPE)
                #expect(try await Web().get(ready.httpURL + "/live").status == 200)
                #expect(try await program.stop().code == 0)
            }
        }
    }

    /// The moments of a power cut are no conditions that could be awaited, so the cuts come at rising times of a start.
    @Test func aCutAtAnyMomentOfAStartLeavesAFolderThatWorks() async throws {
        try await withFolder { folder in
            for step in 0..<12 {
                let data = step.isMultiple(of: 2) ? "kept" : "new\(step)"
                let arguments = start + ["--data", data]
                try await RunningProgram.with(arguments, in: folder) { _ in
                    try await Task.sleep(for: .milliseconds(step * 9))
                }
                try await RunningProgram.with(arguments, in: folder) { program in
                    _ = try await program.ready()
                }
            }
        }
    }

    @Test func aSignalDuringTheStartEndsItWell() async throws {
        try await withFolder { folder in
            for step in 0..<8 {
                try await RunningProgram.with(start, in: folder) { program in
                    try await Task.sleep(for: .milliseconds(step * 15))
                    program.send(SIGTERM)
                    let ending = try await program.ending()
                    // Before the program listens to signals the system ends it.
                    #expect(ending.wasKilled ? ending.code == SIGTERM : ending.code == 0, "\(ending)")
                    #expect(ending.sentences.isEmpty, "\(ending.sentences)")
                }
            }
        }
    }
}
