import Foundation

/// What is printed of a task.
struct Table {
    /// One figure.
    struct Column {
        let unit: String
        /// The figure of one run.
        let value: ([String: Double]) -> Double
        /// Whether more is better.
        var isRate = false

        func median(of runs: [[String: Double]]) -> Double {
            let values = runs.map(value).sorted()
            return values[values.count / 2]
        }

        /// The figure, and how many times better it is than another.
        func shown(_ figure: Double, beside other: Double) -> String {
            let ratio = isRate ? figure / other : other / figure
            let number = figure >= 100 ? String(Int(figure.rounded())) : String(format: "%.3g", figure)
            let text = "\(number) \(unit)"
            let padded = String(repeating: " ", count: max(1, 16 - text.count)) + text
            return padded + String(format: " (%.1fx)", ratio).padding(toLength: 10, withPad: " ", startingAt: 0)
        }
    }

    let title: String
    let columns: [Column]

    init(_ task: Peer.Task) {
        let (messages, guilds, members) = (
            GatewayBenchmarks.messages, GatewayBenchmarks.guilds, GatewayBenchmarks.members
        )
        let rate = Column(unit: "/s", value: { ($0["events"] ?? 0) / ($0["seconds"] ?? 1) }, isRate: true)
        switch task {
        case .messages:
            (title, columns) = ("\(messages) MESSAGE_CREATE into the cache and to one listener", [rate])
        case .ignored:
            (title, columns) = ("\(messages) MESSAGE_CREATE that nobody listens to", [rate])
        case .guilds:
            title = "\(guilds) guilds of \(members) members: from READY until they are cached, grown by, resident"
            columns = [
                Column(unit: "s", value: { $0["seconds"] ?? 0 }),
                Column(unit: "MB", value: { ($0["grown"] ?? 0) / 1e6 }),
                Column(unit: "MB", value: { ($0["resident"] ?? 0) / 1e6 }),
                Column(unit: "members", value: { $0["members"] ?? 0 }, isRate: true),
            ]
        case .rest:
            title = "POST a message and read the answer: median, p99"
            columns = [
                Column(unit: "ms", value: { ($0["median"] ?? 0) * 1000 }),
                Column(unit: "ms", value: { ($0["p99"] ?? 0) * 1000 }),
            ]
        }
    }
}
