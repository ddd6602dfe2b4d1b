internal import Locking

/// The series of one metric: a value per combination of label values.
final class SeriesSet: Sendable {
    let name: String
    let help: String
    let labels: [MetricLabel]
    private let values = Locked<[Int: Double]>([:])
    private let known: [[String: Int]]

    init(name: String, help: String, labels: [MetricLabel]) {
        self.name = name
        self.help = help
        self.labels = labels
        known = labels.map { label in
            Dictionary(zip(label.values, label.values.indices), uniquingKeysWith: { first, _ in first })
        }
    }

    /// The number of the series for these label values; unknown and missing ones count as `other`.
    func index(of given: [String]) -> Int {
        var index = 0
        for (position, label) in labels.enumerated() {
            let value = position < given.count ? known[position][given[position]] : nil
            index = index * (label.values.count + 1) + (value ?? label.values.count)
        }
        return index
    }

    func update(_ given: [String], _ change: (inout Double) -> Void) {
        update(at: index(of: given), change)
    }

    func update(at index: Int, _ change: (inout Double) -> Void) {
        values.withLock { change(&$0[index, default: 0]) }
    }

    func value(_ given: [String]) -> Double {
        let index = index(of: given)
        return values.withLock { $0[index] ?? 0 }
    }

    /// `{method="GET",status="200"}` for a series' number, with `extra` at the end.
    func labelText(_ index: Int, extra: String? = nil) -> String {
        var parts: [String] = []
        var rest = index
        for label in labels.reversed() {
            let position = rest % (label.values.count + 1)
            rest /= label.values.count + 1
            let value = position < label.values.count ? label.values[position] : MetricLabel.other
            parts.insert("\(label.name)=\"\(Self.escaped(value))\"", at: 0)
        }
        if let extra { parts.append(extra) }
        return parts.isEmpty ? "" : "{\(parts.joined(separator: ","))}"
    }

    func header(kind: String) -> String { "# HELP \(name) \(help)\n# TYPE \(name) \(kind)\n" }

    func text(kind: String) -> String {
        let all = values.withLock { $0 }
        let shown = all.isEmpty && labels.isEmpty ? [0: 0] : all
        return header(kind: kind)
            + shown.sorted { $0.key < $1.key }
            .map { "\(name)\(labelText($0.key)) \(Self.number($0.value))\n" }.joined()
    }

    static func number(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
        return value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
    }

    private static func escaped(_ value: String) -> String {
        var text = ""
        for character in value {
            switch character {
            case "\\": text += "\\\\"
            case "\"": text += "\\\""
            case "\n": text += "\\n"
            default: text.append(character)
            }
        }
        return text
    }
}
