/// What went wrong between this process and a peer.
///
/// `description` is safe to log and to show: it never carries a payload, a header value or a token.
package struct TransportError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The kind of failure. Open: each part of Transport adds its own as static members.
    package struct Code: RawRepresentable, Sendable, Hashable {
        /// The stable name, used in logs and as a metric label.
        package let rawValue: String

        /// Names a kind of failure.
        package init(rawValue: String) { self.rawValue = rawValue }

        /// The event loop has been shut down.
        package static let loopEnded = Code(rawValue: "loop_ended")
        /// An argument of the caller is out of range.
        package static let invalidArgument = Code(rawValue: "invalid_argument")
        /// The URL is not one this client can open.
        package static let invalidURL = Code(rawValue: "invalid_url")
        /// A system call failed; `number` is errno.
        package static let system = Code(rawValue: "system")
        /// The task was cancelled.
        package static let cancelled = Code(rawValue: "cancelled")
        /// The host name has no address.
        package static let nameNotResolved = Code(rawValue: "name_not_resolved")
        /// No address of the host accepted the connection.
        package static let connectFailed = Code(rawValue: "connect_failed")
        /// The time allowed for the operation has passed.
        package static let timeout = Code(rawValue: "timeout")
        /// The connection is closed: by us, or by the peer in the middle of something.
        package static let closed = Code(rawValue: "closed")
        /// A buffer or queue of bounded size is full.
        package static let full = Code(rawValue: "full")
    }

    /// The kind of failure.
    package let code: Code
    /// One sentence that names the cause, without data of the peer.
    package let message: String
    /// The number that belongs to the code: errno, a limit in bytes, a status or close code.
    package let number: Int?

    /// Makes an error; `message` must not contain payload or secrets.
    package init(_ code: Code, _ message: String, number: Int? = nil) {
        self.code = code
        self.message = message
        self.number = number
    }

    /// `code: message (number)`.
    package var description: String {
        guard let number else { return "\(code.rawValue): \(message)" }
        return "\(code.rawValue): \(message) (\(number))"
    }
}
