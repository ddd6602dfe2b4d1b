internal import Glibc
internal import Telemetry

/// What the program says to whoever started it.
enum Console {
    /// How a process ends; the numbers are those of `sysexits.h`.
    enum Status: Int32 {
        case failure = 1
        case usage = 64
        case configuration = 78
        case interrupted = 130
    }

    /// Prints a line at once, also into a pipe.
    static func say(_ text: String) {
        print(text)
        fflush(nil)
    }

    /// Ends the process well. The C libraries' exit handlers are left out: they would take their state away under
    /// threads that still end.
    static func end() -> Never {
        StandardErrorSink.shared.flush()
        fflush(nil)
        _exit(0)
    }

    /// Says what is wrong on standard error and ends the process.
    static func fail(_ message: String, status: Status) -> Never {
        StandardErrorSink.shared.flush()
        let text = "chorestree: \(message)\n"
        _ = text.utf8.withContiguousStorageIfAvailable { write(STDERR_FILENO, $0.baseAddress, $0.count) }
        fflush(nil)
        _exit(status.rawValue)
    }
}
