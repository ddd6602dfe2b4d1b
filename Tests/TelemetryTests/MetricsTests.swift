import Telemetry
import Testing

@Suite struct MetricsTests {
    private let metrics = Metrics()

    @Test func countersGrowUnderTheirLabels() {
        let counter = metrics.counter(
            "requests_total", help: "Requests.",
            labels: [MetricLabel("method", ["GET", "PUT"]), MetricLabel("ok", ["yes", "no"])])
        counter.increment("GET", "yes")
        counter.increment(by: 2, "PUT", "no")
        counter.increment(by: -5, "PUT", "no")
        counter.increment("BREW", "yes")
        counter.increment("GET")
        #expect(
            metrics.prometheusText() == """
                # HELP requests_total Requests.
                # TYPE requests_total counter
                requests_total{method="GET",ok="yes"} 1
                requests_total{method="GET",ok="other"} 1
                requests_total{method="PUT",ok="no"} 2
                requests_total{method="other",ok="yes"} 1

                """)
        #expect(counter.value("PUT", "no") == 2)
    }

    @Test func randomLabelValuesMakeOneSeries() {
        let counter = metrics.counter("c_total", help: "C.", labels: [MetricLabel("path", ["/live"])])
        for number in 0..<1_000 { counter.increment("/\(number)") }
        #expect(metrics.prometheusText().split(separator: "\n").count == 3)
        #expect(counter.value("anything") == 1_000)
    }

    @Test func aLabelledSeriesIsTheOneThatItsLabelsName() {
        let method = MetricLabel("method", ["GET", "PUT"])
        let counter = metrics.counter("c_total", help: "C.", labels: [method])
        let gauge = metrics.gauge("g", help: "G.", labels: [method])
        let histogram = metrics.histogram("h_seconds", help: "H.", labels: [method])
        let put = counter.labelled("PUT")
        #expect(metrics.prometheusText().contains("c_total{") == false)
        put.increment()
        put.increment(by: 2)
        put.increment(by: -5)
        counter.increment("PUT")
        counter.labelled("BREW").increment()
        gauge.labelled("GET").set(3)
        gauge.labelled("GET").add(-1)
        histogram.labelled("PUT").record(.milliseconds(20))
        histogram.labelled("PUT").record(.seconds(60))
        #expect(counter.value("PUT") == 4 && counter.value("GET") == 0 && counter.value("other") == 1)
        #expect(gauge.value("GET") == 2)
        #expect(histogram.count("PUT") == 2 && histogram.count("GET") == 0)
    }

    @Test func gaugesAndHistogramsAreWritten() {
        let gauge = metrics.gauge("g", help: "G.")
        gauge.set(2.5)
        gauge.add(-1)
        let histogram = metrics.histogram("h_seconds", help: "H.", buckets: [1, 0.1])
        histogram.record(0.05)
        histogram.record(.milliseconds(500))
        histogram.record(7)
        histogram.record(.nan)
        #expect(gauge.value() == 1.5)
        #expect(histogram.count() == 3)
        #expect(
            metrics.prometheusText() == """
                # HELP g G.
                # TYPE g gauge
                g 1.5
                # HELP h_seconds H.
                # TYPE h_seconds histogram
                h_seconds_bucket{le="0.1"} 1
                h_seconds_bucket{le="1"} 2
                h_seconds_bucket{le="+Inf"} 3
                h_seconds_sum 7.55
                h_seconds_count 3

                """)
    }

    @Test func aTakenNameNeverStopsTheProcess() {
        let counter = metrics.counter("x", help: "X.")
        counter.increment()
        let gauge = metrics.gauge("x", help: "X.")
        gauge.set(9)
        metrics.histogram("x", help: "X.").record(1)
        #expect(metrics.counter("x", help: "again").value() == 1)
        #expect(metrics.prometheusText().hasSuffix("x 1\n"))
    }

    @Test func labelValuesAreEscaped() {
        metrics.gauge("e", help: "E.", labels: [MetricLabel("v", ["a\"\\\nb"])]).set(.infinity, "a\"\\\nb")
        #expect(metrics.prometheusText().contains(#"e{v="a\"\\\nb"} +Inf"#))
    }
}
