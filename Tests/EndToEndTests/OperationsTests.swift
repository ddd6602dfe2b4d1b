import JSON
import Locking
import Testing
import Transport

/// What whoever runs the program can ask it.
@Suite(.serialized) struct OperationsTests {
    @Test func aRunningProgramIsLiveReadyAndCounts() async throws {
        try await SplitHousehold.with { bot in
            let (web, url) = (bot.home.web, bot.ready.httpURL)
            let live = try await web.json(.get, url + "/live")
            #expect(live.0 == 200)
            #expect(live.1["status"] == "up")
            let ready = try await web.json(.get, url + "/ready")
            #expect(ready.0 == 200)
            #expect(ready.1["status"] == "up")
            #expect(ready.1["checks"]?["database"]?["status"] == "up")
            #expect(ready.1["checks"]?["discord"]?["status"] == "up")
            _ = try await bot.home.slash(.ann, "task create", ["title": "Counted"])
            try await eventually("the delivery of the task's event is counted") {
                let counts = try await web.metrics("chorestree_event_deliveries_total", at: url)
                return counts[#"{group="cards",outcome="acknowledged"}"#] == 1
            }
            let metrics = try await web.get(url + "/metrics")
            #expect(metrics.status == 200)
            for line in metrics.text.split(separator: "\n") where !line.hasPrefix("#") {
                #expect(line.split(separator: " ").last.flatMap { Double($0) } != nil, "no number: \(line)")
            }
            #expect(try await web.get(url + "/nothing").status == 404)
        }
    }

    @Test func withoutDiscordItIsLiveButNotReady() async throws {
        let started = Locked<(RunningProgram, RunningProgram.Ready)?>(nil)
        try await withFolder { folder in
            try await SplitHousehold.withoutBot { split in
                let program = try RunningProgram(
                    SplitHousehold.arguments, environment: split.environment, in: folder)
                let ready = try await program.ready()
                started.withLock { $0 = (program, ready) }
            }
            // Discord is gone, the bot is still there.
            let running = started.withLock { $0 }
            let (program, ready) = try #require(running)
            let web = try Web()
            try await eventually("the bot notices that Discord is gone") {
                try await web.get(ready.httpURL + "/ready").status == 503
            }
            let answer = try await web.json(.get, ready.httpURL + "/ready").1
            #expect(answer["checks"]?["discord"]?["status"] == "down")
            #expect(answer["checks"]?["discord"]?["reason"]?.stringValue?.isEmpty == false)
            #expect(answer["checks"]?["database"]?["status"] == "up")
            #expect(try await web.get(ready.httpURL + "/live").status == 200)
            let ending = try await program.stop()
            #expect(ending.code == 0)
        }
    }
}
