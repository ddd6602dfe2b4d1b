public import Atoms
internal import Crypto

/// Makes identities; each is greater than all before it.
public final class Identifiers: Sendable {
    private let generator: UUIDv7Generator

    /// Identities of the times that `time` tells.
    ///
    /// - Parameter random: must not be foreseeable outside tests.
    public init(
        time: TimeSource = .system, random: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator()
    ) {
        generator = UUIDv7Generator(now: { UInt64(clamping: time.now().milliseconds) }, random: random)
    }

    /// The next identity.
    public func next<Of>(of type: Identifier<Of>.Type = Identifier<Of>.self) -> Identifier<Of> {
        Identifier(rawValue: generator())
    }
}
