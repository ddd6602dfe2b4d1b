/// Who does something, and the reason the audit log is given.
struct Cause: Sendable {
    /// Nil when Discord itself does it.
    var user: Flake?
    var reason: String?

    /// Discord itself: a deadline that has passed, a rule that acts.
    static let discord = Cause()

    init(user: Flake? = nil, reason: String? = nil) {
        (self.user, self.reason) = (user, reason)
    }
}
