import FoundationEssentials
import Glibc

/// The variables of the process.
enum ProcessEnvironment {
    static var variables: [String: String] { ProcessInfo.processInfo.environment }
}

/// One of the process's two outputs, written line by line.
enum StandardStream: Int32 {
    case output = 1
    case error = 2

    /// Writes a line; one that nobody reads is lost.
    func print(_ line: String) {
        var rest = Array((line + "\n").utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(rawValue, $0.baseAddress, $0.count) }
            if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR && errno != EAGAIN { return }
        }
    }
}
