/// Times in order, and what they say.
struct Latencies {
    private let sorted: [Duration]

    init(_ times: [Duration]) { sorted = times.sorted() }

    /// The time that this share of all stay within, by the nearest rank.
    func quantile(_ share: Double) -> Duration {
        guard !sorted.isEmpty else { return .zero }
        let rank = Int((share * Double(sorted.count)).rounded(.up))
        return sorted[min(max(rank, 1), sorted.count) - 1]
    }

    func line(_ name: String) -> String {
        var line = "  " + name + String(repeating: " ", count: max(1, 16 - name.count)) + "\(sorted.count)"
        for (label, value) in [
            ("median", quantile(0.5)), ("p99", quantile(0.99)), ("slowest", sorted.last ?? .zero),
        ] {
            line += "   \(label) \(value.shown)"
        }
        return line
    }
}

extension Duration {
    /// Milliseconds with two decimals.
    var shown: String {
        let (seconds, attoseconds) = components
        let hundredths = (Double(seconds) * 1e5 + Double(attoseconds) * 1e-13).rounded()
        return "\(hundredths / 100) ms"
    }
}
