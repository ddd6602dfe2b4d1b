public import JSON

/// What can go wrong with the local Discord.
public struct LocalDiscordError: Error, Sendable, CustomStringConvertible {
    /// The kinds of failure; more may come.
    public struct Code: RawRepresentable, Sendable, Hashable {
        /// The name, as in the control API's errors.
        public let rawValue: String

        /// Makes a code from its name.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// What was waited for did not happen in real time.
        public static let timeout = Code(rawValue: "no_answer")
        /// The bot gave no answer in Discord's time, or Discord's client shows a failure.
        public static let failed = Code(rawValue: "failed")
        /// There is no such guild, channel, member, command or message.
        public static let unknown = Code(rawValue: "not_found")
        /// Discord refuses what a member asks; ``LocalDiscordError/discord`` says why.
        public static let refused = Code(rawValue: "refused")
        /// The server does not run.
        public static let notRunning = Code(rawValue: "not_running")
        /// The server cannot listen.
        public static let cannotListen = Code(rawValue: "cannot_listen")
        /// The address to listen on is none of this machine's.
        public static let addressNotAvailable = Code(rawValue: "address_not_available")
    }

    /// What kind of failure it is.
    public let code: Code
    /// One sentence, safe to show.
    public let message: String
    /// Discord's own error object, where Discord refuses something.
    public let discord: JSONValue?

    init(_ code: Code, _ message: String, discord: JSONValue? = nil) {
        self.code = code
        self.message = message
        self.discord = discord
    }

    init(_ refusal: ActRefusal) {
        self.init(Code(rawValue: refusal.code.rawValue), refusal.message, discord: refusal.details)
    }

    /// The message.
    public var description: String { message }
}
