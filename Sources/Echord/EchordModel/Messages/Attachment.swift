public import EchordPrimitives
public import JSON

/// A file that was uploaded.
///
/// <https://docs.discord.com/developers/resources/message#attachment-object>
@JSONModel
public struct Attachment: Hashable, Sendable {
    /// The file's id.
    public var id: AttachmentID
    /// Its name.
    public var filename: String
    /// Its title.
    public var title: String?
    /// Alt text, up to 1024 characters.
    public var description: String?
    /// Its media type.
    public var contentType: String?
    /// Bytes.
    public var size: Int
    /// Where it lies; signed, and not for ever.
    public var url: String
    /// Where it lies behind Discord's proxy.
    public var proxyURL: String
    /// Pixels, of images and videos.
    public var height: Int?
    /// Pixels, of images and videos.
    public var width: Int?
    /// A thumbhash.
    public var placeholder: String?
    /// The thumbhash's version.
    public var placeholderVersion: Int?
    /// Whether it vanishes after a while.
    @JSONKey("ephemeral") public var isEphemeral: Bool?
    /// Seconds, of sounds and videos.
    public var durationSecs: Double?
    /// Base64 of the loudness of a voice message.
    public var waveform: String?
    /// Its flags.
    public var flags: AttachmentFlags?
    /// Who was in the stream of a clip.
    public var clipParticipants: [User]?
    /// When a clip was made.
    public var clipCreatedAt: DiscordTimestamp?
    /// What was streamed.
    public var application: Box<PartialApplication>?
}

extension Attachment {
    /// Whether it stays blurred until it is clicked.
    public var isSpoiler: Bool { flags?.contains(.isSpoiler) ?? filename.hasPrefix("SPOILER_") }
}

/// What is said of a file that is sent along, or of one that stays.
///
/// <https://docs.discord.com/developers/resources/message#attachment-object-attachment-request-structure>
@JSONModel
public struct AttachmentRequest: Hashable, Sendable {
    /// For a new file the `n` of `files[n]`, otherwise the file's id.
    public var id: AttachmentID
    /// Its name.
    public var filename: String?
    /// Its title.
    public var title: String?
    /// Alt text, up to 1024 characters.
    public var description: String?
    /// Seconds, of a voice message.
    public var durationSecs: Double?
    /// Base64 of the loudness of a voice message.
    public var waveform: String?
    /// Whether it stays blurred until it is clicked.
    public var isSpoiler: Bool?
    /// Whether it was remixed.
    public var isRemix: Bool?
}
