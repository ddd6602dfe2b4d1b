internal import Locking

/// A distribution over fixed buckets. A handle is cheap to keep; make it once.
public struct Histogram: Sendable {
    private struct Distribution: Sendable {
        var counts: [Int]
        var sum: Double = 0
    }

    private final class Storage: Sendable {
        let distributions = Locked<[Int: Distribution]>([:])
    }

    /// Bounds for durations in seconds, from 1 ms to 30 s.
    public static let seconds: [Double] = [
        0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30,
    ]

    private let series: SeriesSet
    private let bounds: [Double]
    private let storage = Storage()

    init(name: String, help: String, buckets: [Double], labels: [MetricLabel]) {
        series = SeriesSet(name: name, help: help, labels: labels)
        bounds = buckets.sorted()
    }

    /// Counts `value` under these label values. Not-a-number is ignored.
    public func record(_ value: Double, _ labelValues: String...) {
        record(value, under: labelValues)
    }

    /// Counts a duration in seconds.
    public func record(_ duration: Duration, _ labelValues: String...) {
        let parts = duration.components
        record(Double(parts.seconds) + Double(parts.attoseconds) * 1e-18, under: labelValues)
    }

    private func record(_ value: Double, under labelValues: [String]) {
        guard !value.isNaN else { return }
        let index = series.index(of: labelValues)
        let bucket = bounds.firstIndex { value <= $0 } ?? bounds.count
        let empty = Distribution(counts: Array(repeating: 0, count: bounds.count + 1))
        storage.distributions.withLock { distributions in
            distributions[index, default: empty].counts[bucket] += 1
            distributions[index, default: empty].sum += value
        }
    }

    /// How many values were counted under these label values.
    public func count(_ labelValues: String...) -> Int {
        let index = series.index(of: labelValues)
        return storage.distributions.withLock { $0[index]?.counts.reduce(0, +) ?? 0 }
    }

    var text: String {
        let all = storage.distributions.withLock { $0 }
        var text = series.header(kind: "histogram")
        for (index, distribution) in all.sorted(by: { $0.key < $1.key }) {
            var total = 0
            for (position, count) in distribution.counts.enumerated() {
                total += count
                let bound = position < bounds.count ? SeriesSet.number(bounds[position]) : "+Inf"
                text += "\(series.name)_bucket\(series.labelText(index, extra: "le=\"\(bound)\"")) \(total)\n"
            }
            text += "\(series.name)_sum\(series.labelText(index)) \(SeriesSet.number(distribution.sum))\n"
            text += "\(series.name)_count\(series.labelText(index)) \(total)\n"
        }
        return text
    }
}
