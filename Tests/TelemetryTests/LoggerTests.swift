import Glibc
import Telemetry
import Testing

@Suite struct LoggerTests {
    private let sink = RecordingSink(limit: 3)

    @Test func writesFieldsOfLineLoggerAndContext() async throws {
        let logger = Logger(label: "bot", level: .debug, sink: sink).with(["shard": 1, "guild_id": "logger"])
        await LogContext.with(["guild_id": "context", "request_id": "r1"]) {
            logger.info("answered", ["ok": true, "after": 0.5, "shard": 2])
        }
        let record = try #require(sink.records.first)
        #expect(record.fields == ["shard": 2, "guild_id": "logger", "request_id": "r1", "ok": true, "after": 0.5])
    }

    @Test func linesBelowTheLevelBuildNothing() {
        var built = 0
        func message() -> String {
            built += 1
            return ""
        }
        let logger = Logger(label: "bot", level: .warning, sink: sink)
        logger.trace(message())
        logger.debug(message())
        logger.info(message())
        logger.notice(message())
        #expect(built == 0)
        logger.warning(message())
        logger.error(message())
        logger.critical(message())
        #expect(built == 3)
        #expect(sink.records.map(\.level) == [.warning, .error, .critical])
    }

    @Test func keepsOnlyTheLastLines() {
        let logger = Logger(label: "a", sink: sink).labelled("b")
        for number in 1...5 { logger.info("\(number)") }
        #expect(sink.records.map(\.message) == ["3", "4", "5"])
        #expect(sink.records.allSatisfy { $0.label == "b" })
    }

    @Test func linesAreValidJSON() {
        let record = LogRecord(
            time: WallTime(milliseconds: 1_774_000_000_007), level: .error, label: "a\"b",
            message: "line\nbreak\t\\ \u{1}\r", fields: ["n": 3, "f": .double(.infinity), "s": .text("é")])
        #expect(
            record.json
                == #"{"time":"2026-03-20T09:46:40.007Z","level":"error","label":"a\"b","message":"line\nbreak\t\\ \u0001\r","f":"inf","n":3,"s":"é"}"#
        )
        #expect(record.text == "09:46:40.007 ERROR [a\"b] line\nbreak\t\\ \u{1}\r f=\"inf\" n=3 s=\"é\"")
    }

    @Test(
        arguments: [
            (0, "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
            (951_782_400_000, "2000-02-29T00:00:00.000Z"), (-62_167_219_200_001, "-0001-12-31T23:59:59.999Z"),
            (.min, "-292275055-05-16T16:47:04.192Z"), (.max, "292278994-08-17T07:12:55.807Z"),
        ] as [(Int64, String)]) func wallTimesAreUTC(milliseconds: Int64, text: String)
    {
        #expect(WallTime(milliseconds: milliseconds).iso8601 == text)
    }

    @Test func levelsHaveNames() {
        for level in LogLevel.allCases { #expect(LogLevel(name: level.name.uppercased()) == level) }
        #expect(LogLevel(name: "loud") == nil)
    }

    @Test func aSecretIsNeverPrinted() {
        let secret = Secret("hunter2")
        var dumped = ""
        dump(secret, to: &dumped)
        for text in ["\(secret)", String(reflecting: secret), dumped, "\(["k": secret])"] {
            #expect(!text.contains("hunter2"))
        }
        #expect(secret.reveal() == "hunter2")
        #expect(secret == Secret("hunter2"))
    }

    @Test func standardErrorSinkWritesInOrderAndCountsDrops() {
        var ends: [Int32] = [0, 0]
        #expect(pipe(&ends) == 0)
        let sink = StandardErrorSink(descriptor: ends[1], asText: false, limit: 400)
        let logger = Logger(label: "l", sink: sink)
        logger.info("first")
        logger.info(String(repeating: "x", count: 500))
        sink.flush()
        logger.info("second")
        sink.flush()
        close(ends[1])
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = read(ends[0], &buffer, buffer.count)
        close(ends[0])
        let text = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
        #expect(text.contains("first") && text.contains("second") && text.contains("\"dropped\":1"))
        #expect(!text.contains("xxx"))
        #expect(sink.droppedLines == 1)
    }
}
