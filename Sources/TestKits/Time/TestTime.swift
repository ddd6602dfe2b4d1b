public import Atoms
public import Lifecycle
public import Molecules

/// A time that moves only when a test moves it.
public struct TestTime: Sendable {
    /// Where it starts: a Thursday, 08:00 UTC.
    public static let start = Instant(seconds: 1_774_512_000)
    /// Moves it.
    public let clock = ManualClock()

    /// A time that stands at ``start``.
    public init() {}

    /// For whoever asks what time it is, or waits.
    public var source: TimeSource {
        TimeSource(
            now: { [clock] in Self.start + clock.now.offset }, sleep: { [clock] in try await clock.sleep(for: $0) })
    }

    /// What time it is.
    public var now: Instant { Self.start + clock.now.offset }

    /// Moves on, and wakes who has waited long enough.
    public func advance(by duration: Duration) { clock.advance(by: duration) }
}

/// Random numbers that are the same in every run.
public struct SeededRandom: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Numbers from a seed.
    public init(seed: UInt64 = 1) { state = seed }

    /// The next number (SplitMix64).
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
