public import JSON

/// A Discord id: 64 bits, unique over all of Discord, ordered by the time it was made.
///
/// `Of` says what the id names and costs nothing; a `UserID` can not be passed where a `ChannelID` is meant.
/// On the wire it is a decimal string; a plain integer is accepted too.
///
/// <https://docs.discord.com/developers/reference#snowflakes>
public struct Snowflake<Of>: RawRepresentable, Hashable, Comparable, Sendable {
    /// The 64 bits: 42 of time, 5 of worker, 5 of process, 12 of increment.
    public let rawValue: UInt64

    /// Wraps 64 bits.
    @inlinable
    public init(rawValue: UInt64) { self.rawValue = rawValue }

    /// Wraps 64 bits.
    @inlinable
    public init(_ rawValue: UInt64) { self.rawValue = rawValue }

    /// Reads decimal digits, 1 to 20 of them; `nil` for anything else or for more than 64 bits.
    public init?(_ text: some StringProtocol) {
        var text = String(text)
        let parsed = text.withUTF8 { DecimalDigits.value($0) }
        guard let parsed else { return nil }
        self.rawValue = parsed
    }

    /// The same 64 bits under another name: the default role's id is the guild's, a thread's is its message's.
    ///
    /// - Parameter type: what the id names from now on.
    @inlinable
    public func cast<Other>(to type: Snowflake<Other>.Type = Snowflake<Other>.self) -> Snowflake<Other> {
        Snowflake<Other>(rawValue: rawValue)
    }

    /// Older ids come first.
    @inlinable
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension Snowflake: ExpressibleByIntegerLiteral {
    /// An id written in the source, for tests and constants.
    @inlinable
    public init(integerLiteral value: UInt64) { self.rawValue = value }
}

extension Snowflake: CustomStringConvertible, LosslessStringConvertible {
    /// The decimal digits, as on the wire.
    public var description: String { String(rawValue) }
}

// MARK: - Parts

extension Snowflake {
    /// The worker that made the id, 0 to 31.
    public var worker: UInt8 { UInt8(truncatingIfNeeded: (rawValue >> 17) & 0x1F) }

    /// The process that made the id, 0 to 31.
    public var process: UInt8 { UInt8(truncatingIfNeeded: (rawValue >> 12) & 0x1F) }

    /// Counts the ids of one process in one millisecond, 0 to 4095.
    public var increment: UInt16 { UInt16(truncatingIfNeeded: rawValue & 0xFFF) }

    /// When the id was made, in milliseconds since 1970.
    public var unixMilliseconds: Int64 { Int64(rawValue >> 22) + DiscordEpoch.unixMilliseconds }

    /// When the id was made, to the millisecond.
    public var timestamp: DiscordTimestamp { DiscordTimestamp(unixMilliseconds: unixMilliseconds) }

    /// The lowest id of a millisecond: nothing made at or after `timestamp` lies below it.
    ///
    /// For `after`, `before` and `min_id` parameters. Times before 2015 give 0, times beyond 42 bits the greatest.
    public static func lowest(at timestamp: DiscordTimestamp) -> Self {
        Self(rawValue: bits(of: timestamp) << 22)
    }

    /// The greatest id of a millisecond: nothing made at or before `timestamp` lies above it.
    public static func greatest(at timestamp: DiscordTimestamp) -> Self {
        Self(rawValue: bits(of: timestamp) << 22 | 0x3F_FFFF)
    }

    private static func bits(of timestamp: DiscordTimestamp) -> UInt64 {
        let sinceEpoch = timestamp.unixMilliseconds - DiscordEpoch.unixMilliseconds
        return UInt64(min(max(sinceEpoch, 0), (1 << 42) - 1))
    }
}

/// Where Discord's clock starts.
public enum DiscordEpoch {
    /// The first second of 2015, in milliseconds since 1970.
    public static let unixMilliseconds: Int64 = 1_420_070_400_000
}

// MARK: - JSON

extension Snowflake: JSONDecodable, JSONEncodable {
    /// Reads a string of decimal digits, or an integer.
    @inlinable
    public init(json: JSONReader) throws(JSONError) { self.rawValue = try json.snowflake() }

    /// Writes a string of decimal digits.
    @inlinable
    public func encode(to writer: inout JSONWriter) { writer.write(snowflake: rawValue) }
}

extension Snowflake: JSONKeyCodable {
    /// Reads decimal digits.
    public init?(jsonKey: JSONKey) {
        guard let value = DecimalDigits.value(jsonKey.utf8) else { return nil }
        self.rawValue = value
    }

    /// The decimal digits.
    public var jsonKey: String { String(rawValue) }
}
