import Glibc
import SQL

/// Looks at the place of a database before SQLite does, for errors that say what to do.
enum DatabaseFile {
    /// Whether there is a file.
    ///
    /// - Throws: `SQLError` `.unwritable` when it can be none or may not be used.
    static func exists(_ path: String) throws(SQLError) -> Bool {
        let folder = folder(of: path)
        var status = stat()
        guard stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            throw SQLError(.unwritable, "there is no folder \(folder) for the database; make it or choose another")
        }
        let isThere = stat(path, &status) == 0
        if isThere {
            guard status.st_mode & S_IFMT == S_IFREG else {
                throw SQLError(.unwritable, "\(path) is no file; move it away")
            }
            guard access(path, R_OK | W_OK) == 0 else {
                throw SQLError(.unwritable, "\(path) cannot be written; change its owner or permissions")
            }
        }
        guard access(folder, W_OK | X_OK) == 0 else {
            throw SQLError(
                .unwritable,
                "the folder \(folder) cannot be written; change its owner or permissions")
        }
        return isThere
    }

    /// Makes the file, readable by its owner only, unless it is there.
    static func prepare(_ path: String) throws(SQLError) {
        guard try !exists(path) else { return }
        // SQLite would make it readable for everybody; log and index take over the file's permissions.
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw SQLError(.unwritable, "\(path) cannot be made: \(String(cString: strerror(errno)))")
        }
        Glibc.close(descriptor)
    }

    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
