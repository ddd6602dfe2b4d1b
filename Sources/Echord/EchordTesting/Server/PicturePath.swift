/// The address of a picture on the CDN.
///
/// Source: https://discord.com/developers/docs/reference#image-formatting-cdn-endpoints
struct PicturePath: Sendable {
    /// What names the picture.
    private enum Name {
        case emoji(Flake)
        case sticker(Flake)
        case hash(String)
    }

    /// Folders whose pictures are named by their hashes, with the number of ids in between.
    private static let folders = [
        "avatars": 1, "banners": 1, "icons": 1, "splashes": 1, "discovery-splashes": 1, "role-icons": 1,
        "guild-events": 1, "app-icons": 1,
    ]
    private static let kinds = ["png", "jpg", "jpeg", "webp", "gif", "avif", "json"]

    private let name: Name
    /// The kind that is asked for.
    private let kind: String

    /// Reads a path; nil for one that is no picture's.
    init?(_ path: String) {
        var parts = path.split(separator: "/")
        guard let last = parts.popLast(), let dot = last.lastIndex(of: ".") else { return nil }
        kind = String(last[last.index(after: dot)...])
        let stem = last[..<dot]
        guard Self.kinds.contains(kind), let folder = parts.first.map(String.init) else { return nil }
        switch (folder, parts.count) {
        case ("emojis", 1):
            guard let id = Flake(stem) else { return nil }
            name = .emoji(id)
        case ("stickers", 1):
            guard let id = Flake(stem) else { return nil }
            name = .sticker(id)
        case ("guilds", 5) where parts[2] == "users" && ["avatars", "banners"].contains(parts[4]):
            name = .hash(String(stem))
        default:
            guard Self.folders[folder] == parts.count - 1 else { return nil }
            name = .hash(String(stem))
        }
    }

    func hash(in world: World) -> String? {
        switch name {
        case .emoji(let id): world.emoji(id)?.emoji.image
        case .sticker(let id): world.sticker(id)?.image
        case .hash(let hash): hash
        }
    }

    /// Whether a picture can be given as the kind that is asked for: nothing that stands still moves, and nothing becomes a Lottie.
    func fits(_ picture: ImageStore.Picture) -> Bool {
        switch kind {
        case "gif": picture.contentType == "image/gif"
        case "json": picture.contentType == "application/json"
        default: picture.contentType != "application/json"
        }
    }
}
