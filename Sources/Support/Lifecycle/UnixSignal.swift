import Glibc
internal import Locking

/// A signal that a process may be sent.
public enum UnixSignal: Sendable, Hashable, CaseIterable {
    /// Ctrl-C at the terminal.
    case interrupt
    /// A service manager asks to stop.
    case terminate
    /// The terminal has gone.
    case hangUp

    var number: Int32 {
        switch self {
        case .interrupt: SIGINT
        case .terminate: SIGTERM
        case .hangUp: SIGHUP
        }
    }

    /// Whether whoever started the process asked it to live through this signal, as `nohup` does. Watching it ends that.
    public var isIgnored: Bool {
        var action = sigaction()
        guard sigaction(number, nil, &action) == 0 else { return false }
        return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
            == unsafeBitCast(SIG_IGN, to: Int.self)
    }

    /// The signals of `watched` as they arrive; a burst longer than sixteen keeps the newest.
    ///
    /// Once watched, a signal no longer ends the process by itself. A watch lives as long as the process.
    public static func arrivals(of watched: [UnixSignal]) -> AsyncStream<UnixSignal> {
        AsyncStream(bufferingPolicy: .bufferingNewest(16)) { continuation in
            SignalPipe.shared.watch(watched, continuation)
        }
    }
}

/// Carries signals from the handler, which may do next to nothing, to a thread that may do everything.
private final class SignalPipe: Sendable {
    static let shared = SignalPipe()

    private let watchers = Locked<[(signals: [UnixSignal], continuation: AsyncStream<UnixSignal>.Continuation)]>([])
    private let readEnd: Int32

    private init() {
        var ends: [Int32] = [-1, -1]
        _ = pipe(&ends)
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        readEnd = ends[0]
        signalWriteEnd = ends[1]
        var thread = pthread_t()
        pthread_create(
            &thread, nil,
            { pointer in
                guard let pointer else { return nil }
                Unmanaged<SignalPipe>.fromOpaque(pointer).takeUnretainedValue().forward()
                return nil
            }, Unmanaged.passRetained(self).toOpaque())
        pthread_detach(thread)
    }

    func watch(_ signals: [UnixSignal], _ continuation: AsyncStream<UnixSignal>.Continuation) {
        watchers.withLock { $0.append((signals, continuation)) }
        for signal in signals {
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { number in
                var byte = UInt8(truncatingIfNeeded: number)
                _ = write(signalWriteEnd, &byte, 1)
            }
            action.sa_flags = SA_RESTART
            sigaction(signal.number, &action, nil)
        }
    }

    private func forward() {
        var byte: UInt8 = 0
        while true {
            guard read(readEnd, &byte, 1) == 1 else {
                if errno == EINTR { continue }
                return
            }
            guard let signal = UnixSignal.allCases.first(where: { $0.number == Int32(byte) }) else { continue }
            let interested = watchers.withLock { $0.filter { $0.signals.contains(signal) }.map(\.continuation) }
            for continuation in interested { continuation.yield(signal) }
        }
    }
}

// A signal handler may only use what is async-signal-safe, so the descriptor is a plain global, written once before
// the first handler is installed.
nonisolated(unsafe) private var signalWriteEnd: Int32 = -1
