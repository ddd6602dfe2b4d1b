/// Items of bytes, bounded in all: when full, the oldest go first.
struct BoundedStore<Key: Hashable & Sendable, Item: Sendable>: Sendable {
    /// Bytes kept in all.
    private let limit: Int
    private var items: [Key: (item: Item, bytes: Int)] = [:]
    private var order: [Key] = []
    private var total = 0

    init(limit: Int) {
        self.limit = limit
    }

    subscript(key: Key) -> Item? { items[key]?.item }

    /// Keeps an item; one that is known by this key already is kept as it is.
    mutating func add(_ item: Item, as key: Key, bytes: Int) {
        guard items[key] == nil else { return }
        total += bytes
        items[key] = (item, bytes)
        order.append(key)
        while total > limit, order.count > 1 {
            total -= items.removeValue(forKey: order.removeFirst())?.bytes ?? 0
        }
    }
}

/// The bytes of uploaded files: of those that had to go the links answer 404.
struct FileStore: Sendable {
    struct File: Sendable {
        var attachment: Attachment
        var bytes: [UInt8]
    }

    /// Discord's limit for one file of a bot or of a person without a subscription: 10 MiB.
    static let limitPerFile = 10 * 1024 * 1024

    private var files = BoundedStore<Flake, File>(limit: 64 * 1024 * 1024)

    subscript(id: Flake) -> File? { files[id] }

    mutating func add(_ file: File) {
        files.add(file, as: file.attachment.id, bytes: file.bytes.count)
    }
}

/// The pictures of emojis, stickers, icons and avatars, by the hashes that name them.
struct ImageStore: Sendable {
    /// A picture and what it is.
    struct Picture: Sendable {
        var contentType: String
        var bytes: [UInt8]
    }

    private var pictures = BoundedStore<String, Picture>(limit: 64 * 1024 * 1024)

    subscript(hash: String) -> Picture? { pictures[hash] }

    mutating func add(_ image: ImageData) {
        add(Picture(contentType: "image/\(image.kind.rawValue)", bytes: image.bytes), as: image.hash)
    }

    mutating func add(_ picture: Picture, as hash: String) {
        pictures.add(picture, as: hash, bytes: picture.bytes.count)
    }
}
