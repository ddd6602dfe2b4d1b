/// Where a server's connection stands and until when it may stand there. Pure: events in, the verdict of time out.
struct ConnectionPhase {
    enum State: Hashable {
        /// Between requests. `isFirst` until the first request line.
        case idle(isFirst: Bool)
        /// From a request's line to the end of its body.
        case receiving
        /// In the handler.
        case handling
        /// From the handler's answer to its last byte.
        case responding
        /// A WebSocket: its own rules hold.
        case upgraded
        /// Being closed by us.
        case closing
    }

    /// What to do with a connection whose time is over.
    enum Verdict: Hashable {
        case close(ServerMetrics.Refusal)
        /// Nothing of the response has been sent: answer 408 and close.
        case answerTimeout
        /// Cancel the handler and answer 503.
        case abandonHandler
    }

    private let limits: HTTPServerConfiguration
    private(set) var state = State.idle(isFirst: true)
    private(set) var deadline: MonotonicInstant

    init(limits: HTTPServerConfiguration, now: MonotonicInstant) {
        self.limits = limits
        deadline = now.advanced(by: limits.idleTimeout)
    }

    mutating func receive(_ now: MonotonicInstant) {
        state = .receiving
        deadline = now.advanced(by: limits.requestTimeout)
    }

    mutating func handle(_ now: MonotonicInstant, timeout: Duration?) {
        state = .handling
        deadline = now.advanced(by: timeout ?? limits.handlerTimeout)
    }

    mutating func respond(_ now: MonotonicInstant, bytes: Int) {
        state = .responding
        deadline = now.advanced(by: limits.responseTimeout + .seconds(bytes / 65_536))
    }

    mutating func upgrade() {
        state = .upgraded
        deadline = MonotonicInstant(nanoseconds: .max)
    }

    mutating func rest(_ now: MonotonicInstant) {
        guard state != .closing else { return }
        state = .idle(isFirst: false)
        deadline = now.advanced(by: limits.idleTimeout)
    }

    mutating func close() {
        state = .closing
        deadline = MonotonicInstant(nanoseconds: .max)
    }

    /// What to do at `now`; nil when there is time left.
    func verdict(_ now: MonotonicInstant) -> Verdict? {
        guard now >= deadline else { return nil }
        switch state {
        case .idle: return .close(.idleTimeout)
        case .receiving: return .answerTimeout
        case .handling: return .abandonHandler
        case .responding: return .close(.responseTimeout)
        case .upgraded, .closing: return nil
        }
    }
}
