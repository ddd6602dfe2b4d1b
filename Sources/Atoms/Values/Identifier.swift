public import SQL

/// The identity of an `Of`: a UUID of version 7 (RFC 9562 §5.7), so that later ones sort behind earlier ones.
///
/// It comes from a generator; nothing in this layer makes one up.
public struct Identifier<Of>: RawRepresentable, Hashable, Comparable, Sendable {
    /// The UUID.
    public let rawValue: UUIDv7

    /// The identity of this UUID.
    public init(rawValue: UUIDv7) { self.rawValue = rawValue }

    /// When it was made, to the millisecond.
    public var instant: Instant { Instant(milliseconds: Int64(rawValue.milliseconds)) }

    /// The earlier one comes first.
    public static func < (lhs: Identifier, rhs: Identifier) -> Bool { lhs.rawValue < rhs.rawValue }
}

extension Identifier: LosslessStringConvertible {
    /// Lower-case hexadecimal with hyphens: `0190163d-8694-739b-aea5-966c26f8ad90`.
    public var description: String { rawValue.description }

    /// Reads the form with hyphens, in either case; nil for anything else.
    public init?(_ text: String) {
        guard let uuid = UUIDv7(text) else { return nil }
        rawValue = uuid
    }

    /// 22 URL-safe characters, for custom ids and addresses.
    public var short: String { rawValue.compact }

    /// Reads the short form; nil for anything else.
    public init?(short text: some StringProtocol) {
        guard let uuid = UUIDv7(compact: text) else { return nil }
        rawValue = uuid
    }
}
