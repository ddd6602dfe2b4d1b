/// The heartbeat of one connection.
///
/// The first beat comes after a random part of the interval, every further one an interval later. A beat that finds
/// the one before it unanswered finds a dead connection, whatever else may have arrived.
/// Discord: *Gateway › Sending Heartbeats*.
struct GatewayHeart: Equatable, Sendable {
    /// What a look at the time says.
    enum Beat: Equatable, Sendable {
        /// It is not time yet.
        case early
        /// A heartbeat is to be sent.
        case due
        /// The last one has not been answered.
        case unanswered
    }

    let interval: Duration
    private(set) var nextBeat: Moment
    private var unansweredSince: Moment?

    init(interval: Duration, nextBeat: Moment) {
        self.interval = interval
        self.nextBeat = nextBeat
    }

    /// Takes the beat when it is time.
    mutating func beat(at now: Moment) -> Beat {
        guard now >= nextBeat else { return .early }
        guard unansweredSince == nil else { return .unanswered }
        unansweredSince = now
        nextBeat = now + interval
        return .due
    }

    /// Takes the answer; returns how long it took, or `nil` when none was awaited.
    mutating func acknowledge(at now: Moment) -> Duration? {
        guard let sent = unansweredSince else { return nil }
        unansweredSince = nil
        return now - sent
    }
}
