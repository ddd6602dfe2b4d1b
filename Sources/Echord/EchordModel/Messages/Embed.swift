public import EchordPrimitives
public import JSON

/// A framed block with a title, a text, fields and pictures.
///
/// <https://docs.discord.com/developers/resources/message#embed-object>
@JSONModel
public struct Embed: Hashable, Sendable {
    /// The title.
    public var title: String?
    /// Its kind; what bots send is always `rich`.
    public var type: EmbedType?
    /// The text.
    public var description: String?
    /// Where the title leads.
    public var url: String?
    /// A moment beside the footer.
    public var timestamp: DiscordTimestamp?
    /// The colour of the bar.
    public var color: Colour?
    /// The footer.
    public var footer: EmbedFooter?
    /// The picture.
    public var image: EmbedMedia?
    /// The small picture.
    public var thumbnail: EmbedMedia?
    /// The video; can not be sent.
    public var video: EmbedVideo?
    /// Whose link it is; can not be sent.
    public var provider: EmbedProvider?
    /// The author.
    public var author: EmbedAuthor?
    /// Up to 25 fields.
    public var fields: [EmbedField]?
    /// Its flags.
    public var flags: EmbedFlags?
    /// Containers in it; can not be sent.
    public var components: [Component]?
}

/// The footer of an embed.
///
/// <https://docs.discord.com/developers/resources/message#embed-object-embed-footer-structure>
@JSONModel
public struct EmbedFooter: Hashable, Sendable {
    /// The text.
    public var text: String
    /// The picture beside it.
    public var iconURL: String?
    /// The same behind Discord's proxy.
    public var proxyIconURL: String?
}

/// A picture in an embed.
///
/// <https://docs.discord.com/developers/resources/message#embed-object-embed-image-structure>
@JSONModel
public struct EmbedMedia: Hashable, Sendable {
    /// Where it lies.
    public var url: String
    /// The same behind Discord's proxy.
    public var proxyURL: String?
    /// Pixels.
    public var height: Int?
    /// Pixels.
    public var width: Int?
    /// Its media type.
    public var contentType: String?
    /// A thumbhash.
    public var placeholder: String?
    /// The thumbhash's version.
    public var placeholderVersion: Int?
    /// Alt text.
    public var description: String?
    /// Whether it moves.
    public var isAnimated: Bool?
    /// Its flags.
    public var flags: EmbedMediaFlags?
}

extension EmbedMedia: ExpressibleByStringLiteral {
    /// A picture at an address.
    public init(stringLiteral url: String) { self.init(url: url) }
}

/// A video in an embed.
///
/// <https://docs.discord.com/developers/resources/message#embed-object-embed-video-structure>
@JSONModel
public struct EmbedVideo: Hashable, Sendable {
    /// Where it lies.
    public var url: String?
    /// The same behind Discord's proxy.
    public var proxyURL: String?
    /// Pixels.
    public var height: Int?
    /// Pixels.
    public var width: Int?
    /// Its media type.
    public var contentType: String?
    /// A thumbhash.
    public var placeholder: String?
    /// The thumbhash's version.
    public var placeholderVersion: Int?
    /// Alt text.
    public var description: String?
    /// Whether it moves.
    public var isAnimated: Bool?
    /// Its flags.
    public var flags: EmbedMediaFlags?
}

/// Whose link an embed shows.
///
/// <https://docs.discord.com/developers/resources/message#embed-object-embed-provider-structure>
@JSONModel
public struct EmbedProvider: Hashable, Sendable {
    /// The name.
    public var name: String?
    /// The address.
    public var url: String?
}

/// The author of an embed.
///
/// <https://docs.discord.com/developers/resources/message#embed-object-embed-author-structure>
@JSONModel
public struct EmbedAuthor: Hashable, Sendable {
    /// The name.
    public var name: String
    /// Where the name leads.
    public var url: String?
    /// The picture beside it.
    public var iconURL: String?
    /// The same behind Discord's proxy.
    public var proxyIconURL: String?
}

/// A field of an embed.
///
/// <https://docs.discord.com/developers/resources/message#embed-object-embed-field-structure>
@JSONModel
public struct EmbedField: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Its text.
    public var value: String
    /// Whether others may stand beside it.
    @JSONKey("inline") public var isInline: Bool?
}
