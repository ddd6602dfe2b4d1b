import Locking
import Telemetry
import Testing

@Suite struct TracerTests {
    private final class Recorder: SpanExporter {
        let spans = Locked<[FinishedSpan]>([])
        func export(_ span: FinishedSpan) { spans.withLock { $0.append(span) } }
    }

    @Test func spansKnowTheirParent() async throws {
        let recorder = Recorder()
        let tracer = Tracer(exporter: recorder)
        let header = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
        let remote = try #require(TraceContext(traceparent: header))
        await tracer.withSpan("outer", remote: remote) {
            await tracer.withSpan("inner", ["rows": 2]) {}
        }
        let spans = recorder.spans.withLock { $0 }
        #expect(spans.map(\.name) == ["inner", "outer"])
        #expect(spans[1].parent == remote.spanID)
        #expect(spans[0].parent == spans[1].context.spanID)
        #expect(spans.allSatisfy { $0.context.traceID == remote.traceID })
        #expect(remote.traceparent == header)
    }

    @Test func aThrowingSpanIsMarkedAndRethrows() async {
        struct Failure: Error {}
        let recorder = Recorder()
        await #expect(throws: Failure.self) {
            try await Tracer(exporter: recorder).withSpan("work") { throw Failure() }
        }
        #expect(recorder.spans.withLock { $0.map(\.failed) } == [true])
    }

    @Test func linesInsideASpanCarryIt() async {
        let sink = RecordingSink()
        await Tracer().withSpan("work") { Logger(label: "l", sink: sink).info("hello") }
        #expect(sink.records.first?.fields["trace_id"] != nil)
    }

    @Test(arguments: [
        "", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331",
        "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
        "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01", "00-0af7-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-extra",
    ]) func malformedHeadersAreIgnored(header: String) {
        #expect(TraceContext(traceparent: header) == nil)
    }
}
