import Testing

@testable import EchordPrimitives

@Suite struct CDNAssetTests {
    private static let hash = "0123456789abcdef0123456789abcdef"
    private static let moving = "a_0123456789abcdef0123456789abcdef"

    /// Every kind of Discord's table, with the formats that stand there.
    static let table: [(asset: CDNAsset, path: String, formats: [CDNAsset.Format])] = [
        (.emoji(1), "emojis/1", [.png, .jpeg, .webp]),
        (.emoji(1, isAnimated: true), "emojis/1", [.png, .jpeg, .webp, .gif]),
        (.guildIcon(hash, of: 1), "icons/1/\(hash)", [.png, .jpeg, .webp]),
        (.guildIcon(moving, of: 1), "icons/1/\(moving)", [.png, .jpeg, .webp, .gif]),
        (.guildSplash(hash, of: 1), "splashes/1/\(hash)", [.png, .jpeg, .webp]),
        (.guildDiscoverySplash(hash, of: 1), "discovery-splashes/1/\(hash)", [.png, .jpeg, .webp]),
        (.guildBanner(moving, of: 1), "banners/1/\(moving)", [.png, .jpeg, .webp, .gif]),
        (.userBanner(moving, of: 1), "banners/1/\(moving)", [.png, .jpeg, .webp, .gif]),
        (.defaultAvatar(of: 1), "embed/avatars/0", [.png]),
        (.avatar(moving, of: 1), "avatars/1/\(moving)", [.png, .jpeg, .webp, .gif]),
        (.memberAvatar(hash, of: 2, in: 1), "guilds/1/users/2/avatars/\(hash)", [.png, .jpeg, .webp]),
        (.avatarDecoration("a_x"), "avatar-decoration-presets/a_x", [.png]),
        (.applicationIcon(hash, of: 1), "app-icons/1/\(hash)", [.png, .jpeg, .webp]),
        (.applicationCover(hash, of: 1), "app-icons/1/\(hash)", [.png, .jpeg, .webp]),
        (.applicationAsset("9", of: 1), "app-assets/1/9", [.png, .jpeg, .webp]),
        (.achievementIcon(hash, of: 3, 1), "app-assets/1/achievements/3/icons/\(hash)", [.png, .jpeg, .webp]),
        (.storePageAsset(9, of: 1), "app-assets/1/store/9", [.png, .jpeg, .webp]),
        (.stickerPackBanner(9), "app-assets/710982414301790216/store/9", [.png, .jpeg, .webp]),
        (.teamIcon(hash, of: 1), "team-icons/1/\(hash)", [.png, .jpeg, .webp]),
        (.sticker(1, .png), "stickers/1", [.png]), (.sticker(1, .gif), "stickers/1", [.gif]),
        (.sticker(1, .lottie), "stickers/1", [.lottie]),
        (.roleIcon(hash, of: 1), "role-icons/1/\(hash)", [.png, .jpeg, .webp]),
        (.channelIcon(hash, of: 1), "channel-icons/1/\(hash)", [.png, .jpeg, .webp]),
        (.scheduledEventCover(hash, of: 1), "guild-events/1/\(hash)", [.png, .jpeg, .webp]),
        (.memberBanner(hash, of: 2, in: 1), "guilds/1/users/2/banners/\(hash)", [.png, .jpeg, .webp]),
        (.guildTagBadge(hash, of: 1), "guild-tag-badges/1/\(hash)", [.png, .jpeg, .webp]),
    ]

    @Test(arguments: table.indices)
    func everyKindHasItsPathAndItsFormats(_ index: Int) {
        let (asset, path, formats) = Self.table[index]
        #expect(asset.path == path && asset.formats == formats)
        for format in formats where format != .gif || asset.isAnimated {
            #expect(asset.url(format, host: "http://h").hasPrefix("http://h/\(path).\(format.rawValue)"))
        }
        for format in CDNAsset.Format.allCases where !formats.contains(format) {
            #expect(asset.url(format) == asset.url())
        }
    }

    @Test(arguments: [(1, 16), (16, 16), (17, 32), (100, 128), (4_096, 4_096), (9_999, 4_096), (-5, 16)])
    func aSizeIsAPowerOfTwo(asked: Int, sent: Int) {
        let url = CDNAsset.guildIcon(Self.hash, of: 1).url(.png, size: asked)
        #expect(url == "https://cdn.discordapp.com/icons/1/\(Self.hash).png?size=\(sent)")
    }

    @Test func whatMovesMovesInWebPUnlessItIsWantedStill() {
        let icon = CDNAsset.guildIcon(Self.moving, of: 1)
        #expect(icon.url(size: 64).hasSuffix(".webp?size=64&animated=true"))
        #expect(icon.url(isStill: true).hasSuffix(".webp"))
        #expect(icon.url(.gif).hasSuffix(".gif"))
        #expect(icon.url(.gif, isStill: true).hasSuffix(".webp"))
        #expect(CDNAsset.guildIcon(Self.hash, of: 1).url(.gif).hasSuffix(".webp"))
        #expect(icon.isAnimated && !CDNAsset.guildIcon(Self.hash, of: 1).isAnimated)
    }

    @Test func stickersHaveOneFormatAndOneSize() {
        #expect(CDNAsset.sticker(1, .gif).url(.png, size: 64) == "https://media.discordapp.net/stickers/1.gif")
        #expect(CDNAsset.sticker(1, .lottie).url() == "https://cdn.discordapp.com/stickers/1.json")
        #expect(CDNAsset.defaultAvatar(of: 1).url(size: 64) == "https://cdn.discordapp.com/embed/avatars/0.png")
    }

    @Test(
        arguments: [(80_351_110_224_678_912, 0, 5), (4_194_304, 0, 1), (1, 1_337, 2), (1, 5, 0)] as [(UInt64, Int, Int)]
    )
    func somebodyWithoutAPictureHasOneOfSix(id: UInt64, discriminator: Int, index: Int) {
        let asset = CDNAsset.defaultAvatar(of: UserID(id), discriminator: discriminator)
        #expect(asset.path == "embed/avatars/\(index)")
    }
}
