public import JSON

/// A picture or a sound inside a document: `data:image/png;base64,…`.
///
/// <https://docs.discord.com/developers/reference#image-data>
public struct DataURI: JSONRawValue {
    /// The whole text.
    public let rawValue: String

    /// Takes a text that is of this form already.
    public init(rawValue: String) { self.rawValue = rawValue }
}

extension DataURI: CustomStringConvertible {
    /// The media type and how long the text is, not the content.
    public var description: String { "\(rawValue.prefix { $0 != "," })…, \(rawValue.utf8.count) bytes" }
}
