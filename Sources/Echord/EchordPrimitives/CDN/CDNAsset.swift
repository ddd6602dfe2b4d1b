/// A picture, or a sticker, on Discord's content delivery network; the format and the size are chosen with the address.
///
/// ```swift
/// let icon = CDNAsset.guildIcon("a_1269e74af4df7417b13759eae50c83dc", of: guild)
/// print(icon.url(size: 128))  // https://cdn.discordapp.com/icons/…/a_….webp?size=128&animated=true
/// ```
///
/// <https://docs.discord.com/developers/reference#image-formatting>
public struct CDNAsset: Hashable, Sendable {
    /// A file format.
    public enum Format: String, Hashable, Sendable, CaseIterable {
        /// PNG; for stickers and avatar decorations also animated (APNG).
        case png
        /// JPEG.
        case jpeg = "jpg"
        /// WebP, which Discord recommends; moving pictures move in it.
        case webp
        /// GIF, for what moves. What was uploaded as WebP or AVIF does not convert well to it.
        case gif
        /// Lottie, for some of Discord's own stickers.
        case lottie = "json"
    }

    /// Where the network is, without a slash at the end.
    public static let host = "https://cdn.discordapp.com"
    /// Where GIF stickers are, without a slash at the end.
    public static let mediaHost = "https://media.discordapp.net"
    /// Sizes in pixels that can be asked for: powers of two.
    public static let sizes: [Int] = (4...12).map { 1 << $0 }

    /// The path without the ending, as `icons/1/2`.
    public let path: String
    /// The formats it can be had in.
    public let formats: [Format]
    /// Whether it moves.
    public let isAnimated: Bool
    /// Whether other sizes than its own can be asked for.
    public let isScalable: Bool
    private let isGIFSticker: Bool

    private init(
        _ path: String, _ formats: [Format], isAnimated: Bool = false, isScalable: Bool = true,
        isGIFSticker: Bool = false
    ) {
        self.path = path
        self.formats = formats
        self.isAnimated = isAnimated
        self.isScalable = isScalable
        self.isGIFSticker = isGIFSticker
    }

    /// The format that suits it best: WebP where there is one.
    public var preferredFormat: Format { formats.contains(.webp) ? .webp : formats.first ?? .png }

    /// The address.
    ///
    /// - Parameters:
    ///   - format: The format; the preferred one instead of one that it can not be had in, or that moves when it does not.
    ///   - size: The greatest side in pixels; the next of ``sizes`` that is not smaller. `nil` for Discord's own choice.
    ///   - isStill: Whether a picture that moves is wanted still.
    ///   - host: Where the network is; another for tests.
    public func url(
        _ format: Format? = nil, size: Int? = nil, isStill: Bool = false, host: String? = nil
    ) -> String {
        let moves = isAnimated && !isStill
        var chosen = format.flatMap { formats.contains($0) ? $0 : nil } ?? preferredFormat
        if chosen == .gif, !moves, formats.count > 1 { chosen = preferredFormat }
        var query: [String] = []
        if isScalable, let size {
            query.append("size=\(Self.sizes.first { $0 >= size } ?? Self.sizes[Self.sizes.count - 1])")
        }
        if chosen == .webp, moves { query.append("animated=true") }
        let base = host ?? (isGIFSticker ? Self.mediaHost : Self.host)
        return "\(base)/\(path).\(chosen.rawValue)" + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
    }

    private static let still: [Format] = [.png, .jpeg, .webp]
    private static let moving: [Format] = still + [.gif]

    /// A picture that may move, which its hash says.
    private static func hashed(_ folder: String, _ hash: String) -> CDNAsset {
        let isAnimated = hash.hasPrefix("a_")
        return CDNAsset("\(folder)/\(hash)", isAnimated ? moving : still, isAnimated: isAnimated)
    }
}

// MARK: - Users and members

extension CDNAsset {
    /// A user's picture.
    public static func avatar(_ hash: String, of user: UserID) -> CDNAsset { hashed("avatars/\(user)", hash) }

    /// The picture of a user without one.
    ///
    /// - Parameter discriminator: The digits of old; 0 without.
    public static func defaultAvatar(of user: UserID, discriminator: Int = 0) -> CDNAsset {
        let index = discriminator > 0 ? UInt64(discriminator % 5) : (user.rawValue >> 22) % 6
        return CDNAsset("embed/avatars/\(index)", [.png], isScalable: false)
    }

    /// A member's picture in one guild.
    public static func memberAvatar(_ hash: String, of user: UserID, in guild: GuildID) -> CDNAsset {
        hashed("guilds/\(guild)/users/\(user)/avatars", hash)
    }

    /// The frame around a picture.
    public static func avatarDecoration(_ asset: String) -> CDNAsset {
        CDNAsset("avatar-decoration-presets/\(asset)", [.png], isAnimated: asset.hasPrefix("a_"))
    }

    /// A user's banner.
    public static func userBanner(_ hash: String, of user: UserID) -> CDNAsset { hashed("banners/\(user)", hash) }

    /// A member's banner in one guild.
    public static func memberBanner(_ hash: String, of user: UserID, in guild: GuildID) -> CDNAsset {
        hashed("guilds/\(guild)/users/\(user)/banners", hash)
    }

    /// The badge beside a guild's tag.
    public static func guildTagBadge(_ hash: String, of guild: GuildID) -> CDNAsset {
        CDNAsset("guild-tag-badges/\(guild)/\(hash)", still)
    }
}

// MARK: - Guilds

extension CDNAsset {
    /// A guild's icon.
    public static func guildIcon(_ hash: String, of guild: GuildID) -> CDNAsset { hashed("icons/\(guild)", hash) }

    /// The picture behind a guild's invites.
    public static func guildSplash(_ hash: String, of guild: GuildID) -> CDNAsset {
        CDNAsset("splashes/\(guild)/\(hash)", still)
    }

    /// A guild's picture in the directory.
    public static func guildDiscoverySplash(_ hash: String, of guild: GuildID) -> CDNAsset {
        CDNAsset("discovery-splashes/\(guild)/\(hash)", still)
    }

    /// A guild's banner.
    public static func guildBanner(_ hash: String, of guild: GuildID) -> CDNAsset { hashed("banners/\(guild)", hash) }

    /// A role's icon.
    public static func roleIcon(_ hash: String, of role: RoleID) -> CDNAsset {
        CDNAsset("role-icons/\(role)/\(hash)", still)
    }

    /// A group's icon.
    public static func channelIcon(_ hash: String, of channel: ChannelID) -> CDNAsset {
        CDNAsset("channel-icons/\(channel)/\(hash)", still)
    }

    /// The picture of an event that a guild announces.
    public static func scheduledEventCover(_ hash: String, of event: ScheduledEventID) -> CDNAsset {
        CDNAsset("guild-events/\(event)/\(hash)", still)
    }

    /// A custom emoji.
    public static func emoji(_ emoji: EmojiID, isAnimated: Bool = false) -> CDNAsset {
        CDNAsset("emojis/\(emoji)", isAnimated ? moving : still, isAnimated: isAnimated)
    }

    /// A sticker.
    ///
    /// - Parameter format: `.png`, also for animated ones (APNG), `.gif` or `.lottie`.
    public static func sticker(_ sticker: StickerID, _ format: Format, isAnimated: Bool = false) -> CDNAsset {
        CDNAsset(
            "stickers/\(sticker)", [format], isAnimated: isAnimated || format == .gif, isScalable: false,
            isGIFSticker: format == .gif)
    }

    /// The banner of a pack of Discord's own stickers.
    public static func stickerPackBanner(_ asset: AssetID) -> CDNAsset {
        CDNAsset("app-assets/710982414301790216/store/\(asset)", still)
    }
}

// MARK: - Applications

extension CDNAsset {
    /// An application's icon.
    public static func applicationIcon(_ hash: String, of application: ApplicationID) -> CDNAsset {
        CDNAsset("app-icons/\(application)/\(hash)", still)
    }

    /// An application's cover.
    public static func applicationCover(_ hash: String, of application: ApplicationID) -> CDNAsset {
        CDNAsset("app-icons/\(application)/\(hash)", still)
    }

    /// A picture that an application has uploaded, for activities.
    public static func applicationAsset(_ asset: String, of application: ApplicationID) -> CDNAsset {
        CDNAsset("app-assets/\(application)/\(asset)", still)
    }

    /// An achievement's icon.
    ///
    /// - Parameter achievement: Its id.
    public static func achievementIcon(
        _ hash: String, of achievement: GenericID, _ application: ApplicationID
    ) -> CDNAsset { CDNAsset("app-assets/\(application)/achievements/\(achievement)/icons/\(hash)", still) }

    /// A picture of an application's page in the store.
    public static func storePageAsset(_ asset: AssetID, of application: ApplicationID) -> CDNAsset {
        CDNAsset("app-assets/\(application)/store/\(asset)", still)
    }

    /// A team's icon.
    public static func teamIcon(_ hash: String, of team: TeamID) -> CDNAsset {
        CDNAsset("team-icons/\(team)/\(hash)", still)
    }
}
