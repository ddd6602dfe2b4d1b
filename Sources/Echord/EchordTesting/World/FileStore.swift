/// The bytes of uploaded files, bounded: when full, the oldest files go first and their links answer 404.
struct FileStore: Sendable {
    struct File: Sendable {
        var attachment: Attachment
        var bytes: [UInt8]
    }

    /// Discord's limit for one file of a bot or of a person without a subscription: 10 MiB.
    static let limitPerFile = 10 * 1024 * 1024
    /// Kept in all.
    static let limitInAll = 64 * 1024 * 1024

    private var files: [Flake: File] = [:]
    private var order: [Flake] = []
    private var total = 0

    subscript(id: Flake) -> File? { files[id] }

    mutating func add(_ file: File) {
        total += file.bytes.count
        files[file.attachment.id] = file
        order.append(file.attachment.id)
        while total > Self.limitInAll, order.count > 1 {
            let oldest = order.removeFirst()
            total -= files.removeValue(forKey: oldest)?.bytes.count ?? 0
        }
    }
}
