/// The name of a time zone in the IANA database, such as `Europe/Amsterdam`. Whether there is such a zone is for the
/// ``ZoneCatalogue`` to say.
public struct ZoneName: RawRepresentable, TextCoded, Hashable, Comparable, CustomStringConvertible {
    /// The name.
    public let rawValue: String

    /// UTC, which needs no database.
    public static let utc = ZoneName(trusted: "UTC")

    private init(trusted name: String) { rawValue = name }

    /// A name of the form that the database uses: up to 64 letters, digits, `_`, `+`, `-` and `/`, no empty part.
    /// Nil for anything else, in particular for what could leave the folder of the database.
    public init?(rawValue: String) {
        guard (1...64).contains(rawValue.utf8.count) else { return nil }
        let parts = rawValue.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(Self.isAllowed) }) else { return nil }
        self.rawValue = rawValue
    }

    /// The name.
    public var description: String { rawValue }

    /// Alphabetical.
    public static func < (lhs: ZoneName, rhs: ZoneName) -> Bool { lhs.rawValue < rhs.rawValue }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
