internal import Glibc

/// A file that a person wrote, read whole or refused with what is wrong with it.
enum TextFile {
    /// Why a file cannot be read: a clause to follow its name.
    struct Refusal: Error, Hashable {
        let message: String
    }

    /// No file of settings is larger; what is was named by mistake.
    private static let limit = 1 << 20

    /// The text without a byte order mark; nil when there is no such file.
    static func read(_ path: String) throws(Refusal) -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            let number = errno
            if number == ENOENT || number == ENOTDIR { return try absent(path) }
            throw Refusal(message: reason(number))
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
            throw Refusal(message: "is a folder and not a file")
        }
        return try text(of: try bytes(of: descriptor))
    }

    /// A link to nothing was meant to be something.
    private static func absent(_ path: String) throws(Refusal) -> String? {
        var status = stat()
        guard lstat(path, &status) != 0 else { throw Refusal(message: "is a link to a file that is not there") }
        return nil
    }

    private static func reason(_ number: Int32) -> String {
        switch number {
        case EACCES, EPERM: "may not be read by this user; change its owner or permissions"
        case ELOOP: "is a link that leads back to itself"
        default: "cannot be read: \(String(cString: strerror(number)))"
        }
    }

    private static func bytes(of descriptor: Int32) throws(Refusal) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            guard count != 0 else { return bytes }
            guard count > 0 else {
                guard errno != EINTR else { continue }
                throw Refusal(message: reason(errno))
            }
            bytes += buffer[..<count]
            guard bytes.count <= limit else {
                throw Refusal(message: "has more than 1 MiB, so it is no file of settings")
            }
        }
    }

    private static func text(of bytes: [UInt8]) throws(Refusal) -> String {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            throw Refusal(message: "is UTF-16; save it as UTF-8")
        }
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        guard let text = String(validating: body, as: UTF8.self) else {
            let valid = body.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).prefix {
                String(validating: $0, as: UTF8.self) != nil
            }
            throw Refusal(message: "is not UTF-8 in line \(valid.count + 1); save it as UTF-8")
        }
        return text
    }
}
