public import JSON

/// A set of values that Discord may extend at any time: a wrapped raw value with a static member for each known one.
///
/// A value nobody has heard of yet is kept and written back unchanged.
public protocol OpenEnum: JSONRawValue, CustomStringConvertible {
    /// Every value that is documented, by Discord's own name.
    static var discordNames: KeyValuePairs<String, Self> { get }
}

extension OpenEnum {
    /// Every value that is documented.
    public static var documented: [Self] { discordNames.map(\.value) }

    /// Discord's own name, `nil` for a value that is not documented.
    public var discordName: String? { Self.discordNames.first { $0.value == self }?.key }

    /// Discord's own name, or the raw value.
    public var description: String { discordName ?? "\(rawValue)" }
}
