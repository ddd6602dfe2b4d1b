import Glibc
internal import Locking

/// Writes lines to standard error from a thread of its own, so that a slow reader never holds up the caller.
///
/// The waiting lines are bounded; what does not fit is dropped and counted, and the count is written with the next
/// line that fits. JSON by default; text for a person when standard error is a terminal.
public final class StandardErrorSink: LogSink {
    /// The sink of the process.
    public static let shared = StandardErrorSink(descriptor: STDERR_FILENO, asText: isatty(STDERR_FILENO) == 1)

    private struct State {
        var waiting: [UInt8] = []
        var dropped = 0
        var reportedDrops = 0
        var isWriting = false
    }

    private let state = Locked(State())
    // A semaphore is made for use from several threads; the pointer itself never changes.
    private nonisolated(unsafe) let wake: UnsafeMutablePointer<sem_t>
    private let descriptor: Int32
    private let asText: Bool
    private let limit: Int

    /// A sink on `descriptor` that holds at most `limit` bytes of waiting lines. It lives as long as the process.
    public init(descriptor: Int32, asText: Bool, limit: Int = 1 << 20) {
        self.descriptor = descriptor
        self.asText = asText
        self.limit = limit
        wake = .allocate(capacity: 1)
        sem_init(wake, 0, 0)
        startWriter()
    }

    /// Queues `record` for the writing thread.
    public func write(_ record: LogRecord) {
        let line = Array((asText ? record.text : record.json).utf8)
        let isFirst = state.withLock { state in
            guard state.waiting.count + line.count < limit else {
                state.dropped += 1
                return false
            }
            let wasEmpty = state.waiting.isEmpty
            state.waiting.append(contentsOf: line)
            state.waiting.append(UInt8(ascii: "\n"))
            return wasEmpty
        }
        if isFirst { sem_post(wake) }
    }

    /// Lines dropped because the reader of standard error was too slow.
    public var droppedLines: Int { state.withLock { $0.dropped } }

    /// Waits until all queued lines are written, a second at most. For the end of the process.
    public func flush() {
        for _ in 0..<1_000 {
            if state.withLock({ $0.waiting.isEmpty && !$0.isWriting }) { return }
            usleep(1_000)
        }
    }

    private func startWriter() {
        var thread = pthread_t()
        let sink = Unmanaged.passRetained(self).toOpaque()
        pthread_create(
            &thread, nil,
            { pointer in
                guard let pointer else { return nil }
                Unmanaged<StandardErrorSink>.fromOpaque(pointer).takeUnretainedValue().writeForever()
            }, sink)
        pthread_detach(thread)
    }

    private func writeForever() -> Never {
        while true {
            sem_wait(wake)
            let (lines, newDrops) = state.withLock { state in
                state.isWriting = true
                let taken = (state.waiting, state.dropped - state.reportedDrops)
                state.waiting = []
                state.reportedDrops = state.dropped
                return taken
            }
            writeAll(lines)
            if newDrops > 0 { writeAll(dropNotice(newDrops)) }
            state.withLock { $0.isWriting = false }
        }
    }

    private func dropNotice(_ count: Int) -> [UInt8] {
        let record = LogRecord(
            time: .now, level: .warning, label: "log", message: "log lines dropped: standard error is read too slowly",
            fields: ["dropped": .int(Int64(count))])
        return Array((asText ? record.text : record.json).utf8) + [UInt8(ascii: "\n")]
    }

    private func writeAll(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count > 0 {
                    rest = rest.dropFirst(count)
                } else if errno != EINTR && errno != EAGAIN {
                    return
                }
            }
        }
    }
}
