public import EchordPrimitives

// The pictures of models, and when what they stand for was made.

extension User {
    /// When the account was made.
    public var createdAt: DiscordTimestamp { id.timestamp }

    /// The picture, if there is one.
    public var avatarAsset: CDNAsset? { avatar.map { .avatar($0, of: id) } }

    /// The picture of somebody without one.
    public var defaultAvatarAsset: CDNAsset { .defaultAvatar(of: id, discriminator: Int(discriminator) ?? 0) }

    /// What is shown: the picture, or else the one of somebody without one.
    public var displayAvatar: CDNAsset { avatarAsset ?? defaultAvatarAsset }

    /// The banner; known only where the user was asked for.
    public var bannerAsset: CDNAsset? { banner.map { .userBanner($0, of: id) } }

    /// The frame around the picture.
    public var avatarDecorationAsset: CDNAsset? { avatarDecorationData.map { .avatarDecoration($0.asset) } }

    /// The name with the digits of old, or `@` and the name.
    public var tag: String { discriminator == "0" ? "@\(username)" : "\(username)#\(discriminator)" }
}

extension PrimaryGuild {
    /// The badge beside the tag.
    public var badgeAsset: CDNAsset? {
        guard let identityGuildID, let badge else { return nil }
        return .guildTagBadge(badge, of: identityGuildID)
    }
}

extension Member {
    /// The picture in this guild, if there is one.
    public func avatarAsset(in guild: GuildID) -> CDNAsset? {
        guard let user, let avatar else { return nil }
        return .memberAvatar(avatar, of: user.id, in: guild)
    }

    /// What is shown: this guild's picture, the user's, or the one of somebody without one; `nil` without the user.
    public func displayAvatar(in guild: GuildID) -> CDNAsset? { avatarAsset(in: guild) ?? user?.displayAvatar }

    /// The banner in this guild, if there is one.
    public func bannerAsset(in guild: GuildID) -> CDNAsset? {
        guard let user, let banner else { return nil }
        return .memberBanner(banner, of: user.id, in: guild)
    }

    /// What is shown: this guild's banner, or the user's.
    public func displayBanner(in guild: GuildID) -> CDNAsset? { bannerAsset(in: guild) ?? user?.bannerAsset }

    /// What is shown: this guild's frame, or the user's.
    public var displayAvatarDecoration: CDNAsset? {
        avatarDecorationData.map { .avatarDecoration($0.asset) } ?? user?.avatarDecorationAsset
    }
}

extension Guild {
    /// When it was made.
    public var createdAt: DiscordTimestamp { id.timestamp }

    /// Its icon, if there is one.
    public var iconAsset: CDNAsset? { (icon ?? iconHash).map { .guildIcon($0, of: id) } }

    /// The picture behind its invites.
    public var splashAsset: CDNAsset? { splash.map { .guildSplash($0, of: id) } }

    /// Its picture in the directory.
    public var discoverySplashAsset: CDNAsset? { discoverySplash.map { .guildDiscoverySplash($0, of: id) } }

    /// Its banner.
    public var bannerAsset: CDNAsset? { banner.map { .guildBanner($0, of: id) } }

    /// What is shown where there is no icon: the first letters of its words.
    public var nameAcronym: String {
        name.split(separator: " ").compactMap { word in word.first { $0.isLetter || $0.isNumber } }.map(String.init)
            .joined()
    }

    /// Opens it in Discord.
    public var link: String { DiscordLink.guild(id) }
}

extension Role {
    /// When it was made.
    public var createdAt: DiscordTimestamp { id.timestamp }

    /// Its icon, if it is a picture.
    public var iconAsset: CDNAsset? { icon.map { .roleIcon($0, of: id) } }
}

extension Channel {
    /// When it was made.
    public var createdAt: DiscordTimestamp { id.timestamp }

    /// A group's icon.
    public var iconAsset: CDNAsset? { icon.map { .channelIcon($0, of: id) } }

    /// Opens it in Discord.
    public var link: String { DiscordLink.channel(id, of: guildID) }
}

extension Emoji {
    /// Its picture; `nil` for a standard emoji.
    public var asset: CDNAsset? { id.map { .emoji($0, isAnimated: isAnimated ?? false) } }
}

extension PartialEmoji {
    /// Its picture; `nil` for a standard emoji.
    public var asset: CDNAsset? { id.map { .emoji($0, isAnimated: isAnimated ?? false) } }
}

extension Sticker {
    /// Its picture.
    public var asset: CDNAsset { (formatType ?? .png).asset(of: id) }
}

extension StickerItem {
    /// Its picture.
    public var asset: CDNAsset { formatType.asset(of: id) }
}

extension StickerFormat {
    fileprivate func asset(of sticker: StickerID) -> CDNAsset {
        switch self {
        case .gif: .sticker(sticker, .gif)
        case .lottie: .sticker(sticker, .lottie, isAnimated: true)
        default: .sticker(sticker, .png, isAnimated: self == .apng)
        }
    }
}

extension StickerPack {
    /// Its banner.
    public var bannerAsset: CDNAsset? { bannerAssetID.map { .stickerPackBanner($0) } }
}

extension ScheduledEvent {
    /// Its picture.
    public var coverAsset: CDNAsset? { image.map { .scheduledEventCover($0, of: id) } }

    /// Opens it in Discord.
    public var link: String { DiscordLink.scheduledEvent(id, of: guildID) }
}

extension Application {
    /// Its icon.
    public var iconAsset: CDNAsset? { icon.map { .applicationIcon($0, of: id) } }

    /// Its cover.
    public var coverAsset: CDNAsset? { coverImage.map { .applicationCover($0, of: id) } }
}

extension Team {
    /// Its icon.
    public var iconAsset: CDNAsset? { icon.map { .teamIcon($0, of: id) } }
}

extension Webhook {
    /// Its picture, if it has one.
    public var avatarAsset: CDNAsset? { avatar.map { .avatar($0, of: id.cast()) } }
}

extension Invite {
    /// Opens it.
    public var link: String { DiscordLink.invite(code) }
}
