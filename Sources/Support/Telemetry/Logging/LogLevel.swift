/// How much a log line matters.
public enum LogLevel: Int, Comparable, Sendable, CaseIterable {
    /// Every step, for a developer at one spot.
    case trace
    /// Details that explain a decision.
    case debug
    /// What an operator wants to read in normal running.
    case info
    /// Normal, but worth a look.
    case notice
    /// Something went wrong and was handled.
    case warning
    /// Something went wrong and an answer or a delivery was lost or delayed.
    case error
    /// The process cannot go on.
    case critical

    /// The lower-case name, as it stands in a log line and in configuration.
    public var name: String {
        switch self {
        case .trace: "trace"
        case .debug: "debug"
        case .info: "info"
        case .notice: "notice"
        case .warning: "warning"
        case .error: "error"
        case .critical: "critical"
        }
    }

    /// The level of that name, or `nil`.
    public init?(name: String) {
        guard let level = Self.allCases.first(where: { $0.name == name.lowercased() }) else { return nil }
        self = level
    }

    /// `true` when `lhs` matters less than `rhs`.
    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
}
