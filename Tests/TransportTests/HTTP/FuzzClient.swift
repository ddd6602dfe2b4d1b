import CLinux
import FuzzKit

@testable import Transport

/// A blocking client for one generated input, with an address of its own.
final class FuzzClient {
    /// The client's address, which the server sees.
    let address: String
    private let descriptor: Int32
    private var received: [UInt8] = []
    private var isAtEnd = false

    init(input: Int, port: Int) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        // One of the sixteen million addresses that loopback has.
        let host = 0x7F01_0000 + UInt32(input) & 0xFF_FFFF
        address = (0..<4).map { String(host >> (24 - 8 * $0) & 0xFF) }.joined(separator: ".")
        var (patience, yes, reset) = (timeval(tv_sec: 20, tv_usec: 0), Int32(1), linger(l_onoff: 1, l_linger: 0))
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
        // No connection waits for its last packets: a million of them would fill the table.
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &reset, socklen_t(MemoryLayout<linger>.size))
        guard call(bind, host, 0) == 0, call(connect, 0x7F00_0001, port) == 0 else {
            throw Fuzz.Fault("no connection from \(address): errno \(linux_errno())")
        }
    }

    private func call(
        _ function: (Int32, UnsafePointer<sockaddr>?, socklen_t) -> Int32, _ host: UInt32, _ port: Int
    ) -> Int32 {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = host.bigEndian
        return withUnsafeBytes(of: &address) { bytes in
            function(descriptor, bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self), socklen_t(bytes.count))
        }
    }

    func close() { _ = CLinux.close(descriptor) }

    /// Sends the bytes in one to three pieces.
    func send(_ bytes: [UInt8], _ random: inout SeededGenerator) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = random.once(in: 3) ? rest.prefix(Int.random(in: 1...rest.count, using: &random)) : rest
            // A server that has refused reads no further, which is its right.
            guard piece.withUnsafeBytes({ linux_send(descriptor, $0.baseAddress, $0.count) }) == piece.count else {
                return
            }
            rest = rest.dropFirst(piece.count)
        }
    }

    /// Reads an answer 200 to each request, and then what its end demands: nothing more, a close, or a refusal and a close.
    func expect(_ expected: StrictRequests) throws {
        for (number, request) in expected.requests.enumerated() {
            guard let status = try answer(isHead: request.method == "HEAD") else {
                throw Fuzz.Fault("the server closed after \(number) of \(expected.requests.count) answers")
            }
            let mayRefuse = expected.isLastDoubtful && number == expected.requests.count - 1
            try Fuzz.check(
                status == 200 || mayRefuse && status == 400, "request \(number) was answered with \(status)")
        }
        guard expected.end != .open else { return }
        var refusal: Int?
        while let status = try answer(isHead: false, isLast: true) {
            try Fuzz.check(expected.end == .refused, "an answer \(status) after the last")
            try Fuzz.check((400...505).contains(status), "an answer \(status) to what is no request")
            // (For a malformed Content-Length the library writes the head of its refusal twice.)
            try Fuzz.check(refusal == nil || refusal == status, "a second answer \(status)")
            refusal = status
        }
    }

    /// The status of the next response; nil at the end of the connection.
    private func answer(isHead: Bool, isLast: Bool = false) throws -> Int? {
        while true {
            if let end = firstRange(of: Array("\r\n\r\n".utf8)) {
                let head = String(decoding: received[..<end], as: UTF8.self)
                let status = head.status
                try Fuzz.check(head.hasPrefix("HTTP/1.") && status >= 100, "no response: \(head.debugDescription)")
                let line = head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-length:") }
                var length = line.flatMap { Int($0.split(separator: " ").last ?? "") } ?? 0
                if isHead || status < 200 { length = 0 }
                if received.count >= end + 4 + length || isLast && isAtEnd {
                    received.removeFirst(min(received.count, end + 4 + length))
                    if status >= 200 { return status }
                    continue
                }
            }
            guard !isAtEnd else { return nil }
            try receive()
        }
    }

    private func firstRange(of mark: [UInt8]) -> Int? {
        guard received.count >= mark.count else { return nil }
        return (0...(received.count - mark.count)).first { received[$0..<($0 + mark.count)].elementsEqual(mark) }
    }

    private func receive() throws {
        var buffer = [UInt8](repeating: 0, count: 4_096)
        let count = linux_receive(descriptor, &buffer, buffer.count)
        if count > 0 {
            received += buffer[..<count]
        } else {
            // A reset is an end too: a server that refuses closes with bytes unread.
            guard count == 0 || linux_errno() == ECONNRESET else { throw Fuzz.Fault("neither an answer nor an end") }
            isAtEnd = true
        }
    }
}
