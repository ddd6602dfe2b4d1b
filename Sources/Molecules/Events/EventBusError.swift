/// What the event bus can refuse.
public struct EventBusError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The kind of failure; open, so that a new kind breaks nobody.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The kind's name.
        public let rawValue: String
        /// A kind of this name.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// Two handlers of one group want the same event.
        public static let duplicateSubscription = Code(rawValue: "duplicate_subscription")
        /// More events wait than the bus takes; try again later.
        public static let overloaded = Code(rawValue: "overloaded")
        /// The event is of a version that nobody here can read.
        public static let unknownVersion = Code(rawValue: "unknown_version")
        /// The handler did not finish in time and was cancelled.
        public static let handlerTimeout = Code(rawValue: "handler_timeout")
        /// There is no such dead letter, or it was replayed already.
        public static let noSuchDeadLetter = Code(rawValue: "no_such_dead_letter")
    }

    /// The kind of failure.
    public let code: Code
    /// What happened, safe to show.
    public let message: String

    /// A failure of this kind.
    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// Code and message.
    public var description: String { "\(code.rawValue): \(message)" }
}
