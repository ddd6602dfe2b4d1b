import FuzzKit

/// The bytes that a client sends on one connection: requests as they should be, and then a few blows to them.
enum RequestStream {
    private static let methods = ["GET", "GET", "POST", "POST", "PUT", "HEAD", "DELETE", "OPTIONS", "BREW"]
    private static let targets = ["/", "/a", "/a/b?x=1", "/a%20b?", "*", "http://test/a?b=c", "/%zz", "/a?b c"]
    private static let fields = [
        "X: 1", "X:", "X-Long: \(String(repeating: "long ", count: 50))", "Cookie: a=b; c=d", "Connection: keep-alive",
        "Connection: close", "Accept: */*", "Content-Type: text/plain", "Cafe: é", "X: \t a \t", "Host: other",
        "Content-Length: 0", "Transfer-Encoding: chunked",
    ]
    private static let blows: [[UInt8]] =
        [
            "\r\n", "\n", "\r", "\0", " ", "\t", ":", ";", ",", "0", "5", "f", "%", "\r\n\r\n", "\n\n", "\r\n ",
            "0\r\n\r\n",
            "Content-Length: 5\r\n", "Content-Length: 99999999999999999999\r\n", "Transfer-Encoding: chunked\r\n",
            "Host: test\r\n", "Connection: close\r\n", "GET /smuggled HTTP/1.1\r\nHost: test\r\n\r\n", " HTTP/1.1\r\n",
        ].map { Array($0.utf8) } + [[0xFF], [0x7F], [0xC3, 0x28]]

    static func bytes(_ random: inout SeededGenerator) -> [UInt8] {
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 1...3, using: &random) { bytes += request(&random) }
        let blows = random.once(in: 3) ? 0 : Int.random(in: 1...3, using: &random)
        for _ in 0..<blows where !bytes.isEmpty { strike(&bytes, &random) }
        return bytes
    }

    private static func request(_ random: inout SeededGenerator) -> [UInt8] {
        // Mostly what any server takes, or there would be little to see behind the first request.
        let isPlain = !random.once(in: 4)
        let target = random.pick(isPlain ? targets.prefix(3) : targets[...])
        let version = random.once(in: 12) ? "HTTP/1.0" : "HTTP/1.1"
        var head = "\(random.pick(methods)) \(target) \(version)\r\nHost: test\r\n"
        for _ in 0..<Int.random(in: 0...2, using: &random) {
            head += random.pick(isPlain ? fields.prefix(5) : fields[...]) + "\r\n"
        }
        let body = (0..<Int.random(in: 0...40, using: &random)).map { _ in UInt8.random(in: 0x20...0x7E, using: &random)
        }
        switch Int.random(in: 0..<3, using: &random) {
        case 0: return Array((head + "\r\n").utf8)
        case 1: return Array((head + "Content-Length: \(body.count)\r\n\r\n").utf8) + body
        default: return Array((head + "Transfer-Encoding: chunked\r\n\r\n").utf8) + chunked(body, &random)
        }
    }

    private static func chunked(_ body: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        var rest = body[...]
        var bytes: [UInt8] = []
        while !rest.isEmpty {
            let chunk = rest.prefix(Int.random(in: 1...20, using: &random))
            rest = rest.dropFirst(chunk.count)
            let size = String(chunk.count, radix: 16, uppercase: Bool.random(using: &random))
            bytes += Array((size + (random.once(in: 5) ? ";a=b" : "") + "\r\n").utf8) + chunk + [0x0D, 0x0A]
        }
        return bytes + Array("0\r\n\(random.once(in: 5) ? "Trailer: 1\r\n" : "")\r\n".utf8)
    }

    private static func strike(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
        let place = Int.random(in: bytes.indices, using: &random)
        let end = min(bytes.count, place + Int.random(in: 1..<20, using: &random))
        switch Int.random(in: 0..<6, using: &random) {
        case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 1: bytes.removeSubrange(place..<end)
        case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
        case 3 where random.once(in: 3): bytes.removeSubrange(place...)
        default: bytes.insert(contentsOf: random.pick(blows), at: place)
        }
    }
}
