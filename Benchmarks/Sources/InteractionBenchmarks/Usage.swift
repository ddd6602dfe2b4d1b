import Foundation

/// Who has used the processors so far, as the kernel counts it.
struct Usage {
    let processors = ProcessInfo.processInfo.activeProcessorCount
    let residentMegabytes: Int
    /// In ticks of the kernel's clock.
    private var bot: Double
    private var others: Double
    private var whole: Double

    init(of process: BotProcess) {
        bot = Self.ticks(of: "\(process.id)")
        let all = Self.fields(of: "/proc/stat", after: "cpu ").map { Double($0) ?? 0 }
        // user nice system idle iowait irq softirq steal; what is neither idle nor ours belongs to others.
        whole = all.prefix(8).reduce(0, +)
        let idle = all.dropFirst(3).prefix(2).reduce(0, +)
        others = whole - idle - bot - Self.ticks(of: "self")
        let resident = Self.fields(of: "/proc/\(process.id)/status", after: "VmRSS:").first.flatMap { Double($0) } ?? 0
        residentMegabytes = Int((resident / 1000).rounded())
    }

    /// What was used between two looks.
    static func - (later: Usage, earlier: Usage) -> Usage {
        var difference = later
        difference.bot -= earlier.bot
        difference.others -= earlier.others
        difference.whole -= earlier.whole
        return difference
    }

    /// Of one processor.
    var shownBot: String { "\(Int((bot / whole * Double(processors) * 100).rounded())) %" }
    /// Of all processors.
    var shownOthers: String { "\(Int((max(0, others) / whole * 100).rounded())) %" }

    private static func ticks(of process: String) -> Double {
        // The name in parentheses may hold spaces; user and system time are the twelfth and thirteenth field after it.
        let fields = fields(of: "/proc/\(process)/stat", after: ") ")
        guard fields.count > 12 else { return 0 }
        return (Double(fields[11]) ?? 0) + (Double(fields[12]) ?? 0)
    }

    private static func fields(of path: String, after mark: String) -> [Substring] {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8), let start = text.range(of: mark) else {
            return []
        }
        return text[start.upperBound...].prefix { $0 != "\n" }.split(whereSeparator: \.isWhitespace)
    }
}
