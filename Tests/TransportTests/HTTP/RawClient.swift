import CLinux
import Dispatch

@testable import Transport

/// A blocking socket that sends exactly what a test says, malformed or not.
final class RawClient: Sendable {
    private let descriptor: Int32

    init(port: Int) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var patience = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        let status = withUnsafeBytes(of: &address) { bytes in
            connect(
                descriptor, bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self), socklen_t(bytes.count))
        }
        guard status == 0 else { throw TransportError(.connectFailed, "the test's server accepts nobody") }
    }

    deinit { close(descriptor) }

    func send(_ text: String) { send(Array(text.utf8)) }

    func send(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { bytes in
            var sent = 0
            while sent < bytes.count {
                let count = linux_send(descriptor, bytes.baseAddress.map { $0 + sent }, bytes.count - sent)
                // The server may have closed: the test looks at what it answered.
                guard count > 0 else { return }
                sent += count
            }
        }
    }

    /// Says that nothing more will be sent.
    func finish() { shutdown(descriptor, Int32(SHUT_WR)) }

    /// Everything up to the server's close.
    func receiveAll() async -> String {
        await blocking { self.read { _ in false } }
    }

    /// One response, by its Content-Length.
    func receiveResponse() async -> String {
        await blocking {
            self.read { text in
                guard let end = text.firstRange(of: "\r\n\r\n") else { return false }
                let head = text[..<end.lowerBound].split(separator: "\r\n")
                let length = head.first { $0.lowercased().hasPrefix("content-length:") }
                    .flatMap { Int($0.split(separator: " ").last ?? "") }
                return text[end.upperBound...].utf8.count >= length ?? 0
            }
        }
    }

    /// What arrives until it is enough or the server closes.
    func receive(until isComplete: @escaping @Sendable (String) -> Bool) async -> String {
        await blocking { self.read(until: isComplete) }
    }

    private func read(until isComplete: (String) -> Bool) -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = linux_receive(descriptor, &buffer, buffer.count)
            if count <= 0 { break }
            bytes += buffer[..<count]
            if isComplete(String(decoding: bytes, as: UTF8.self)) { break }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func blocking(_ body: @escaping @Sendable () -> String) async -> String {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(returning: body()) }
        }
    }
}

extension String {
    /// The three digits of a response's first line; 0 when there is none.
    var status: Int { Int(split(separator: " ").dropFirst().first?.prefix(3) ?? "") ?? 0 }
}
