public import JSON

/// A set of flags in up to 64 bits; bits nobody has heard of yet are kept and written back.
///
/// An integer or a decimal string is read; ``wireForm`` says which is written.
public protocol DiscordBitSet: OptionSet, Hashable, Sendable, JSONCodable, CustomStringConvertible
where RawValue == UInt64, Element == Self {
    /// How the set is written.
    static var wireForm: BitSetWireForm { get }

    /// Every flag that is documented, by Discord's own name.
    static var discordNames: KeyValuePairs<String, Self> { get }
}

/// How a bit set is written.
public enum BitSetWireForm: Sendable {
    /// A number.
    case integer
    /// Decimal digits in a string.
    case string
}

extension DiscordBitSet {
    /// A number, as most bit sets are.
    public static var wireForm: BitSetWireForm { .integer }

    /// Every flag that is documented, together.
    public static var documented: Self {
        var all = Self(rawValue: 0)
        for (_, flag) in discordNames { all.formUnion(flag) }
        return all
    }

    /// Discord's names of the flags in the set, undocumented ones as `bit N`.
    public var names: [String] {
        (UInt64(0)..<64).compactMap { bit in
            guard rawValue & 1 << bit != 0 else { return nil }
            return Self.discordNames.first { $0.value.rawValue == 1 << bit }?.key ?? "bit \(bit)"
        }
    }

    /// The names, in order of their bits.
    public var description: String { "[" + names.joined(separator: ", ") + "]" }
}

extension DiscordBitSet {
    /// Reads an integer or decimal digits in a string.
    @inlinable
    public init(json: JSONReader) throws(JSONError) { self.init(rawValue: try json.snowflake()) }

    /// Writes the form of ``wireForm``.
    @inlinable
    public func encode(to writer: inout JSONWriter) {
        switch Self.wireForm {
        case .integer: writer.write(rawValue)
        case .string: writer.write(snowflake: rawValue)
        }
    }
}

/// Flags that are written as decimal digits in a string in one place and as a number in others.
public struct DecimalFlags<Flags: DiscordBitSet>: Hashable, Sendable, JSONDecodable, JSONEncodable {
    /// The flags.
    public var flags: Flags

    /// Wraps flags.
    public init(_ flags: Flags) { self.flags = flags }

    /// Reads digits in a string, or an integer.
    public init(json: JSONReader) throws(JSONError) { flags = try Flags(json: json) }

    /// Writes digits in a string.
    public func encode(to writer: inout JSONWriter) { writer.write(snowflake: flags.rawValue) }
}
