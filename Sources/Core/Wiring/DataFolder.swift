internal import Glibc
internal import Lifecycle
internal import SQL
internal import Telemetry

/// The folder that holds what a bot remembers.
struct DataFolder: Sendable {
    /// Where it is, without a slash at its end.
    let path: String

    init(_ path: String) {
        let end = path.lastIndex { $0 != "/" }
        self.path = end.map { String(path[...$0]) } ?? "/"
    }

    /// The file of the database.
    var databasePath: String { file("chorestree.db") }

    /// Whether there is one.
    var hasDatabase: Bool { access(databasePath, F_OK) == 0 }

    private func file(_ name: String) -> String { path == "/" ? "/\(name)" : "\(path)/\(name)" }

    // MARK: - Making

    /// Makes the folder and those above it, unless they are there.
    ///
    /// - Throws: `SQLError` `.unwritable` with what is in the way.
    func make() throws(SQLError) {
        var parts = path.hasPrefix("/") ? "/" : ""
        for name in path.split(separator: "/") {
            parts += name
            if mkdir(parts, 0o777) != 0 { try accept(parts, errno) }
            parts += "/"
        }
    }

    /// Returns when a folder is there already; `number` says why it could not be made.
    private func accept(_ part: String, _ number: Int32) throws(SQLError) {
        var status = stat()
        let isThere = stat(part, &status) == 0
        if isThere, status.st_mode & S_IFMT == S_IFDIR { return }
        let reason =
            if isThere {
                "\(part) is no folder"
            } else if number == EEXIST {
                "\(part) is a link that leads nowhere"
            } else {
                "\(part): \(String(cString: strerror(number)))"
            }
        throw SQLError(.unwritable, "the data folder \(path) cannot be made (\(reason))")
    }

    // MARK: - Claiming

    /// Keeps the folder for this process until the claim is let go or the process ends, however it ends.
    ///
    /// - Throws: `SQLError` `.busy` naming the process that has it; `.unwritable`.
    func claim(_ logger: Logger) throws(SQLError) -> DataFolderClaim {
        let descriptor = open(file("chorestree.lock"), O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw SQLError(
                .unwritable, "the data folder \(path) cannot be written: \(String(cString: strerror(errno)))")
        }
        let claim = DataFolderClaim(descriptor)
        guard flock(descriptor, LOCK_EX | LOCK_NB) != 0 else {
            claim.sign()
            return claim
        }
        guard errno == EWOULDBLOCK else {
            // Some network file systems know no locks; the bot works there, but nobody watches over a second one.
            logger.warning(
                "the data folder cannot be locked", ["folder": .string(path), "errno": .int(Int64(errno))])
            return claim
        }
        throw SQLError(
            .busy, "\(claim.holder) works with the data folder \(path): stop it, for one folder serves one bot")
    }
}

/// A data folder that no other process of this machine can claim meanwhile.
///
/// A service, so that it is held until everything that works in the folder has stopped.
final class DataFolderClaim: Service {
    let name = "data-folder"
    private let descriptor: Int32

    fileprivate init(_ descriptor: Int32) { self.descriptor = descriptor }

    deinit { close(descriptor) }

    func run(_ ready: ReadySignal) async throws {
        ready()
        await GracefulShutdown.wait()
    }

    /// Who has signed last.
    fileprivate var holder: String {
        var bytes = [UInt8](repeating: 0, count: 32)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        let number = Int32(String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).prefix { $0.isNumber })
        return number.map { "another chorestree (process \($0))" } ?? "another chorestree"
    }

    /// Writes down whose it is, for the sentence that another process shows. Nothing depends on it.
    fileprivate func sign() {
        let text = "\(getpid())\n"
        _ = ftruncate(descriptor, 0)
        _ = pwrite(descriptor, text, text.utf8.count, 0)
    }
}
