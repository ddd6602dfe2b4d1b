internal import Glibc

/// A file that is read whole, up to a number of bytes.
enum BoundedFile {
    /// Reads a file, a pipe or, for `-`, the standard input.
    ///
    /// - Throws: `ToolError` when it cannot be read or holds more than `limit` bytes.
    static func read(_ path: String, limit: Int) throws(ToolError) -> [UInt8] {
        let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw unreadable(path) }
        defer { if path != "-" { close(descriptor) } }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = chunk.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if count == 0 { return bytes }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw unreadable(path) }
            bytes += chunk[..<count]
            guard bytes.count <= limit else { throw ToolError(.input, "\(path) has more than \(limit) bytes") }
        }
    }

    private static func unreadable(_ path: String) -> ToolError {
        ToolError(.input, "\(path) cannot be read: \(String(cString: strerror(errno)))")
    }
}
