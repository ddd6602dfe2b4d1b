internal import Locking

/// The metrics of a process: handles are made once and written as Prometheus text.
///
/// Nothing here throws or stops the process: a second handle of the same name and kind is the first one, a name that
/// is taken by another kind gives a handle that is counted but not shown, and a label value outside its closed set
/// is counted as `other`.
public final class Metrics: Sendable {
    private let families = Locked<[String: Family]>([:])

    private enum Family: Sendable {
        case counter(Counter)
        case gauge(Gauge)
        case histogram(Histogram)

        var text: String {
            switch self {
            case .counter(let counter): counter.series.text(kind: "counter")
            case .gauge(let gauge): gauge.series.text(kind: "gauge")
            case .histogram(let histogram): histogram.text
            }
        }
    }

    /// An empty registry.
    public init() {}

    /// A registry that nobody reads, for defaults.
    public static let discarded = Metrics()

    /// A count that only grows.
    ///
    /// - Parameters:
    ///   - name: such as `gateway_events_total`.
    ///   - help: one line of what is counted.
    ///   - labels: the labels in the order in which values are given.
    public func counter(_ name: String, help: String, labels: [MetricLabel] = []) -> Counter {
        let made = Counter(series: SeriesSet(name: name, help: help, labels: labels))
        return families.withLock { families in
            if case .counter(let known) = families[name] { return known }
            if families[name] == nil { families[name] = .counter(made) }
            return made
        }
    }

    /// A value that goes up and down.
    public func gauge(_ name: String, help: String, labels: [MetricLabel] = []) -> Gauge {
        let made = Gauge(series: SeriesSet(name: name, help: help, labels: labels))
        return families.withLock { families in
            if case .gauge(let known) = families[name] { return known }
            if families[name] == nil { families[name] = .gauge(made) }
            return made
        }
    }

    /// A distribution over `buckets` (upper bounds, ascending; `+Inf` is added).
    public func histogram(
        _ name: String, help: String, buckets: [Double] = Histogram.seconds, labels: [MetricLabel] = []
    ) -> Histogram {
        let made = Histogram(name: name, help: help, buckets: buckets, labels: labels)
        return families.withLock { families in
            if case .histogram(let known) = families[name] { return known }
            if families[name] == nil { families[name] = .histogram(made) }
            return made
        }
    }

    /// All metrics in Prometheus' text format 0.0.4, sorted by name.
    public func prometheusText() -> String {
        let all = families.withLock { $0 }
        return all.sorted { $0.key < $1.key }.map { $0.value.text }.joined()
    }
}
