/// What one call keeps to, where it differs from the client's configuration.
public struct CallOptions: Sendable {
    /// How long the call may take in all, waiting for limits and tries included; `nil` for the configuration's time.
    public var timeout: Duration?
    /// How long one try may take; `nil` for the configuration's time.
    public var attemptTimeout: Duration?
    /// When it is sent again; `nil` for the configuration's policy.
    public var retries: RetryPolicy?
    /// Whether it is checked before it is sent against the limits that are known here.
    public var validates: Bool

    /// Makes options; without arguments the call keeps to the configuration.
    public init(
        timeout: Duration? = nil, attemptTimeout: Duration? = nil, retries: RetryPolicy? = nil, validates: Bool = true
    ) {
        self.timeout = timeout
        self.attemptTimeout = attemptTimeout
        self.retries = retries
        self.validates = validates
    }

    /// The call may take this long in all.
    public static func within(_ timeout: Duration) -> CallOptions { CallOptions(timeout: timeout) }

    /// The call is sent once and never again.
    public static let once = CallOptions(retries: .never)

    /// The call is sent as it is, for values that Discord allows and this library does not know yet.
    public static let unchecked = CallOptions(validates: false)
}
