import Glibc
import Locking

/// Makes identifiers that always grow, also within a millisecond and when the clock steps back.
///
/// The twelve bits after the time are a counter that starts anew in every millisecond at a random place in its
/// lower half (RFC 9562 §6.2, method 1); when it runs over, the time moves on by a millisecond.
public final class UUIDv7Generator: Sendable {
    private struct State {
        var milliseconds: UInt64 = 0
        var counter: UInt16 = 0
        var random: any RandomNumberGenerator & Sendable
    }

    private let now: @Sendable () -> UInt64
    private let state: Locked<State>

    /// - Parameters:
    ///   - now: milliseconds since 1970-01-01T00:00:00Z; the system's clock unless told otherwise.
    ///   - random: where the random bits come from; must not be foreseeable outside tests.
    public init(
        now: @escaping @Sendable () -> UInt64 = UUIDv7Generator.systemMilliseconds,
        random: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator()
    ) {
        self.now = now
        state = Locked(State(random: random))
    }

    /// The next identifier, greater than every earlier one of this generator.
    public func callAsFunction() -> UUIDv7 {
        let now = now()
        return state.withLock { state in
            if now > state.milliseconds {
                state.milliseconds = now
                state.counter = UInt16(truncatingIfNeeded: state.random.next()) & 0x07ff
            } else if state.counter < 0x0fff {
                state.counter += 1
            } else {
                state.milliseconds += 1
                state.counter = UInt16(truncatingIfNeeded: state.random.next()) & 0x07ff
            }
            return UUIDv7(
                milliseconds: state.milliseconds, randomA: state.counter, randomB: state.random.next())
        }
    }

    /// The system's clock in milliseconds since 1970-01-01T00:00:00Z.
    public static func systemMilliseconds() -> UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return UInt64(time.tv_sec) * 1_000 + UInt64(time.tv_nsec) / 1_000_000
    }
}
