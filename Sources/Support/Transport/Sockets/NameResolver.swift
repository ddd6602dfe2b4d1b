import CLinux
import Locking

/// Turns host names into addresses with the system's resolver, which blocks: so on threads of its own, never on a loop.
///
/// At most `maxThreads` lookups run at a time and at most `maxQueued` wait; further ones are refused with `full`. A
/// cancelled lookup returns at once; its thread goes on until the system answers.
package final class NameResolver: Sendable {
    private struct State {
        var threads = 0
        var queue: [Lookup] = []
    }

    private let state = Locked(State())
    private let maxThreads: Int
    private let maxQueued: Int

    /// The resolver every connection uses by default.
    package static let shared = NameResolver(maxThreads: 4, maxQueued: 256)

    /// Makes a resolver with these bounds.
    package init(maxThreads: Int, maxQueued: Int) {
        self.maxThreads = max(1, maxThreads)
        self.maxQueued = maxQueued
    }

    /// The addresses of `host` in the system's order of preference. An address in numbers needs no thread.
    ///
    /// - Throws: `nameNotResolved`, `full`, or `CancellationError`.
    package func resolve(host: String, port: UInt16) async throws -> [SocketAddress] {
        if let numeric = try? Self.lookUp(host: host, port: port, numeric: true) { return numeric }
        let lookup = Lookup(host: host, port: port)
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                guard lookup.register(continuation) else { return }
                do { try enqueue(lookup) } catch { lookup.finish(.failure(error)) }
            }
        } onCancel: {
            lookup.finish(.failure(CancellationError()))
        }
    }

    private func enqueue(_ lookup: Lookup) throws(TransportError) {
        enum Next { case wait, start, refuse }
        let next = state.withLock { state -> Next in
            guard state.queue.count < maxQueued else { return .refuse }
            state.queue.append(lookup)
            guard state.threads < maxThreads else { return .wait }
            state.threads += 1
            return .start
        }
        switch next {
        case .wait: break
        case .refuse: throw TransportError(.full, "too many name lookups are waiting", number: maxQueued)
        case .start:
            let resolver = Unmanaged.passRetained(self)
            let status = linux_start_thread(
                { argument in
                    guard let argument else { return nil }
                    linux_block_signals()
                    linux_name_thread("resolver")
                    Unmanaged<NameResolver>.fromOpaque(argument).takeRetainedValue().work()
                    return nil
                }, resolver.toOpaque())
            guard status == 0 else {
                resolver.release()
                state.withLock { $0.threads -= 1 }
                throw TransportError(.system, "no thread for a name lookup", number: Int(status))
            }
        }
    }

    /// A thread's body: looks up what waits and leaves when nothing does.
    private func work() {
        while true {
            let next = state.withLock { state -> Lookup? in
                guard !state.queue.isEmpty else {
                    state.threads -= 1
                    return nil
                }
                return state.queue.removeFirst()
            }
            guard let next else { return }
            guard !next.isFinished else { continue }
            next.finish(Result { try Self.lookUp(host: next.host, port: next.port, numeric: false) })
        }
    }

    private static func lookUp(host: String, port: UInt16, numeric: Bool) throws(TransportError) -> [SocketAddress] {
        var list: UnsafeMutablePointer<addrinfo>?
        let status = linux_resolve(host, String(port), numeric ? 1 : 0, &list)
        defer { if let list { freeaddrinfo(list) } }
        guard status == 0 else {
            throw TransportError(
                .nameNotResolved, "the host name has no address: \(String(cString: gai_strerror(status)))",
                number: Int(status))
        }
        var addresses: [SocketAddress] = []
        var next = list
        while let entry = next {
            if let address = entry.pointee.ai_addr {
                addresses.append(SocketAddress(address, length: Int(entry.pointee.ai_addrlen)))
            }
            next = entry.pointee.ai_next
        }
        return addresses
    }
}

/// One lookup: finished once, by its thread or by cancellation.
private final class Lookup: Sendable {
    private typealias Outcome = Result<[SocketAddress], any Error>
    private struct State {
        var continuation: CheckedContinuation<[SocketAddress], any Error>?
        var outcome: Outcome?
    }

    let host: String
    let port: UInt16
    private let state = Locked(State())

    init(host: String, port: UInt16) {
        self.host = host
        self.port = port
    }

    var isFinished: Bool { state.withLock { $0.outcome != nil } }

    /// False when the lookup was cancelled before it began; the continuation is then resumed.
    func register(_ continuation: CheckedContinuation<[SocketAddress], any Error>) -> Bool {
        let early = state.withLock { state -> Outcome? in
            if state.outcome == nil { state.continuation = continuation }
            return state.outcome
        }
        if let early { continuation.resume(with: early) }
        return early == nil
    }

    func finish(_ result: Result<[SocketAddress], any Error>) {
        let continuation = state.withLock { state -> CheckedContinuation<[SocketAddress], any Error>? in
            guard state.outcome == nil else { return nil }
            state.outcome = result
            defer { state.continuation = nil }
            return state.continuation
        }
        continuation?.resume(with: result)
    }
}
