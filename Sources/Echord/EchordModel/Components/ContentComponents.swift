public import EchordPrimitives
public import JSON

/// A text with markdown.
///
/// <https://docs.discord.com/developers/components/reference#text-display>
@JSONModel
public struct TextDisplay: Hashable, Sendable {
    /// Always `textDisplay`.
    public let type = ComponentType.textDisplay
    /// Tells it apart in the message.
    public var id: Int?
    /// The text.
    public var content: String
}

/// A small picture beside a section.
///
/// <https://docs.discord.com/developers/components/reference#thumbnail>
@JSONModel
public struct Thumbnail: Hashable, Sendable {
    /// Always `thumbnail`.
    public let type = ComponentType.thumbnail
    /// Tells it apart in the message.
    public var id: Int?
    /// The picture.
    public var media: MediaItem
    /// Alt text, up to 1024 characters.
    public var description: String?
    /// Whether it stays blurred until it is clicked.
    @JSONKey("spoiler") public var isSpoiler: Bool?
}

/// Up to ten pictures and videos.
///
/// <https://docs.discord.com/developers/components/reference#media-gallery>
@JSONModel
public struct MediaGallery: Hashable, Sendable {
    /// Always `mediaGallery`.
    public let type = ComponentType.mediaGallery
    /// Tells it apart in the message.
    public var id: Int?
    /// The pictures.
    public var items: [MediaGalleryItem]
}

/// A picture or a video of a gallery.
///
/// <https://docs.discord.com/developers/components/reference#media-gallery-media-gallery-item-structure>
@JSONModel
public struct MediaGalleryItem: Hashable, Sendable {
    /// The picture.
    public var media: MediaItem
    /// Alt text, up to 1024 characters.
    public var description: String?
    /// Whether it stays blurred until it is clicked.
    @JSONKey("spoiler") public var isSpoiler: Bool?
}

/// A file that was sent along.
///
/// <https://docs.discord.com/developers/components/reference#file>
@JSONModel
public struct FileDisplay: Hashable, Sendable {
    /// Always `file`.
    public let type = ComponentType.file
    /// Tells it apart in the message.
    public var id: Int?
    /// The file, as `attachment://name`.
    public var file: MediaItem
    /// Whether it stays blurred until it is clicked.
    @JSONKey("spoiler") public var isSpoiler: Bool?
    /// Its name; when received only.
    public var name: String?
    /// Its bytes; when received only.
    public var size: Int?
}

/// A picture, a video or a file, by its address.
///
/// <https://docs.discord.com/developers/components/reference#unfurled-media-item>
@JSONModel
public struct MediaItem: Hashable, Sendable {
    /// An address, or `attachment://name` for a file that was sent along.
    public var url: String
    /// The same behind Discord's proxy.
    public var proxyURL: String?
    /// Pixels.
    public var height: Int?
    /// Pixels.
    public var width: Int?
    /// A thumbhash.
    public var placeholder: String?
    /// The thumbhash's version.
    public var placeholderVersion: Int?
    /// Its media type.
    public var contentType: String?
    /// Its flags.
    public var flags: MediaItemFlags?
    /// The file that was sent along.
    public var attachmentID: AttachmentID?
    /// The media's own id; when received only.
    public var id: GenericID?
}

extension MediaItem: ExpressibleByStringLiteral {
    /// What lies at an address.
    public init(stringLiteral url: String) { self.init(url: url) }

    /// A file that is sent along.
    public static func attachment(_ filename: String) -> Self { Self(url: "attachment://\(filename)") }
}
