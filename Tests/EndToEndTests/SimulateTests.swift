import Foundation
import Glibc
import JSON
import Testing

/// `chorestree simulate`: a local Discord for a bot that is started beside it.
@Suite(.serialized) struct SimulateTests {
    private let start = ["simulate", "--ready-json", "--local-discord-port", "0"]

    @Test func aBotSignsInWithTheTokenThatIsPrinted() async throws {
        try await withFolder { folder in
            try await RunningProgram.with(start, in: folder) { program in
                let ready = try await program.addresses()
                #expect(ready["http"] == nil, "there is no bot")
                let token = try #require(ready["token"])
                #expect(try await signIn(ready, token) == 200)
                #expect(try await signIn(ready, token + "x") == 401)
                #expect(try await Web().get(try #require(ready["playground"])).status == 200)
                let ending = try await program.stop()
                #expect(ending.code == 0 && ending.sentences.isEmpty)
            }
            #expect(try RunningProgram.written(in: folder) == [])
        }
    }

    @Test func aTokenThatIsGivenIsTakenAndNotPrinted() async throws {
        try await withFolder { folder in
            let environment = ["DISCORD_TOKEN": "one.that.is-given"]
            try await RunningProgram.with(start, environment: environment, in: folder) { program in
                let ready = try await program.addresses()
                #expect(ready["token"] == nil)
                #expect(try await signIn(ready, "one.that.is-given") == 200)
                let ending = try await program.stop()
                #expect(!ending.output.contains("is-given") && !ending.errors.contains("is-given"))
            }
        }
    }

    @Test func aPersonIsToldWhatABotNeeds() async throws {
        try await withFolder { folder in
            try await RunningProgram.with(["simulate", "--local-discord-port", "0"], in: folder) { program in
                try await program.said("local Discord listens")
                let ending = try await eventually("the addresses are printed") {
                    program.output.contains("Ctrl-C") ? program.output : nil
                }
                for words in ["The local Discord is ready.", "Playground", "/api\n", "ws://127.0.0.1:", "Bot token"] {
                    #expect(ending.contains(words), "\(ending)")
                }
            }
        }
    }

    @Test func beyondThisMachineThePageBringsItsToken() async throws {
        try await withFolder { folder in
            try await RunningProgram.with(start + ["--local-discord-host", "0.0.0.0"], in: folder) { program in
                let ready = try await program.addresses()
                let page = try #require(ready["playground"])
                #expect(page.contains("/?token="))
                let state = try #require(page.split(separator: "?").first) + "control/state"
                #expect(try await Web().get(String(state)).status == 401)
            }
        }
    }

    private func signIn(_ ready: [String: String], _ token: String) async throws -> Int {
        try await Web().get(
            try #require(ready["api"]) + "/v10/users/@me", authorization: "Bot \(token)"
        ).status
    }
}
