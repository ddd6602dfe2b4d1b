internal import Glibc
internal import Telemetry

/// What the program says to whoever started it.
enum Console {
    /// How the process ends; 64 and above are the numbers of `sysexits.h`, 130 is that of a shell for Ctrl-C.
    enum Status: Int32, CaseIterable {
        case success = 0
        case failure = 1
        case usage = 64
        case output = 74
        case configuration = 78
        case interrupted = 130

        /// What the number says, for help.
        var meaning: String {
            switch self {
            case .success: "All is done, or the bot has stopped as it was asked to."
            case .failure: "It could not start or go on; standard error has the reason."
            case .usage: "The command line is wrong."
            case .output: "Standard output cannot be written."
            case .configuration: "A file or a variable of the configuration is wrong."
            case .interrupted: "A second signal ended it before all was drained."
            }
        }
    }

    /// Prints a line at once, also into a pipe; what asked for it is of no use without it.
    static func say(_ text: String) {
        guard let number = put(text + "\n", into: STDOUT_FILENO) else { return }
        fail("standard output cannot be written: \(String(cString: strerror(number)))", status: .output)
    }

    /// Prints a line at once, if anybody reads it.
    ///
    /// - Returns: whether it could be written.
    static func announce(_ text: String) -> Bool { put(text + "\n", into: STDOUT_FILENO) == nil }

    /// Ends the process well. The C libraries' exit handlers are left out: they would take their state away under
    /// threads that still end.
    static func end() -> Never { end(.success) }

    /// Says what is wrong on standard error, each line under the program's name, and ends the process.
    static func fail(_ message: String, status: Status) -> Never {
        StandardErrorSink.shared.flush()
        let lines = message.split(separator: "\n").map { "chorestree: \($0)\n" }
        _ = put(lines.joined(), into: STDERR_FILENO)
        end(status)
    }

    /// Ends the process.
    static func end(_ status: Status) -> Never {
        StandardErrorSink.shared.flush()
        _exit(status.rawValue)
    }

    /// Writes all of a text; the error's number when that cannot be done.
    private static func put(_ text: String, into descriptor: Int32) -> Int32? {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR && errno != EAGAIN {
                return errno
            }
        }
        return nil
    }
}
