import FuzzKit
import Testing

@testable import Transport

/// Random and damaged frames and answers to a handshake.
@Suite struct WebSocketFuzzTests {
    private static let opcodes: [UInt8] = [0, 0, 1, 1, 2, 2, 8, 9, 10]
    private static let sizes = [0, 1, 1, 2, 5, 5, 9, 30, 125, 126, 130, 390]

    private static let limits: WebSocketLimits = {
        var limits = WebSocketLimits.server
        limits.maxMessageBytes = 600
        limits.maxFrameBytes = 400
        limits.maxFragments = 6
        limits.receiveBufferMessages = 8
        return limits
    }()

    private func frame(_ generator: inout SeededGenerator) -> WireFrame {
        let isOdd = Int.random(in: 0..<12, using: &generator) == 0
        var frame = WireFrame(
            isFinal: Int.random(in: 0..<3, using: &generator) > 0,
            opcode: Self.opcodes[Int.random(in: Self.opcodes.indices, using: &generator)],
            mask: UInt32.random(in: .min ... .max, using: &generator))
        let size = Self.sizes[Int.random(in: Self.sizes.indices, using: &generator)]
        frame.payload = [UInt8](repeating: UInt8.random(in: 0x20...0x7E, using: &generator), count: size)
        if frame.opcode >= 8 {
            frame.isFinal = true
            frame.payload = Array(frame.payload.prefix(125))
            if frame.opcode == 8, size >= 2 { frame.payload.replaceSubrange(0..<2, with: [3, 232]) }
        }
        guard isOdd else { return frame }
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: frame.opcode = UInt8.random(in: 0...15, using: &generator)
        case 1: frame.mask = nil
        case 2: frame.reservedBits = UInt8.random(in: 0...7, using: &generator)
        case 3:
            frame.announced =
                UInt64.random(in: .min ... .max, using: &generator) >> UInt64.random(in: 0..<64, using: &generator)
        case 4: frame.lengthBits = 64
        default:
            if !frame.payload.isEmpty {
                frame.payload[Int.random(in: frame.payload.indices, using: &generator)] |= 0x80
            }
        }
        if frame.lengthBits == nil, let announced = frame.announced, announced < 126 { frame.lengthBits = 7 }
        return frame
    }

    private func input(_ generator: inout SeededGenerator) -> [UInt8] {
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 1...6, using: &generator) { bytes += frame(&generator).bytes }
        if Int.random(in: 0..<8, using: &generator) == 0 {
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(
                    in: .min ... .max, using: &generator)
            }
        }
        if Int.random(in: 0..<16, using: &generator) == 0 { bytes.removeLast(bytes.count / 2) }
        return bytes
    }

    /// What can be seen of a machine after the input.
    private struct Outcome: Equatable {
        var messages: [WebSocketMessage] = []
        var output: [UInt8] = []
        var violation: WebSocketViolation?
        var closure: WebSocketMachine.Closure?
    }

    private func play(_ bytes: [UInt8], cut: (Int) -> Int) -> Outcome {
        let machine = TestMachine(.server, Self.limits)
        var start = 0
        while start < bytes.count {
            let end = min(bytes.count, start + max(1, cut(bytes.count - start)))
            machine.feed(bytes[start..<end])
            start = end
        }
        return Outcome(
            messages: machine.messages(), output: machine.drain(), violation: machine.violation,
            closure: machine.peerClosure)
    }

    @Test func noInputBreaksTheMachine() async {
        let fuzz = Fuzz("websocket frames", usually: 100_000)
        var refused = 0
        var closed = 0
        var delivered = 0
        await fuzz.run { number, random in
            let bytes = input(&random)
            let whole = play(bytes) { $0 }
            // The cut of the input into pieces must not be seen.
            let step = number % 7 + 1
            let pieces = play(bytes) { _ in step }
            try Fuzz.check(whole == pieces, "the pieces of \(step) bytes matter")
            for message in whole.messages {
                try Fuzz.check(
                    message.bytes.count <= Self.limits.maxMessageBytes, "a message of \(message.bytes.count) bytes")
                if case .text(let text) = message {
                    try Fuzz.check(String(validating: text, as: UTF8.self) != nil, "text that is not UTF-8")
                }
            }
            let closes = WireFrame.parse(whole.output).filter { $0.opcode == 8 }.count
            let shouldClose = whole.violation != nil || whole.closure != nil
            try Fuzz.check(closes == (shouldClose ? 1 : 0), "\(closes) close frames")
            if !whole.messages.isEmpty { delivered += 1 }
            if whole.violation != nil { refused += 1 }
            if whole.closure != nil { closed += 1 }
        }
        fuzz.expect(["with messages": delivered, "refused": refused, "closed": closed])
    }

    @Test func noAnswerBreaksTheHandshake() async throws {
        let fuzz = Fuzz("websocket handshakes", usually: 5_000)
        let good = Array(
            ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n").utf8)
        let url = try WebSocketURL("ws://a/")
        let fresh = try WebSocketClientHandshake(url: url, key: Array("the sample nonce".utf8), maxBytes: 400)
        var (accepted, waiting, refused) = (0, 0, 0)
        await fuzz.run { _, random in
            var bytes = good
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: .min ... .max, using: &random)
            }
            var handshake = fresh
            do {
                if try handshake.receive(bytes) == nil {
                    waiting += 1
                } else {
                    accepted += 1
                    let text = String(decoding: bytes, as: UTF8.self)
                    try Fuzz.check(text.contains("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="), "a wrong key was accepted")
                }
            } catch let error as TransportError {
                refused += 1
                let codes: [TransportError.Code] = [.handshakeInvalid, .handshakeRefused, .handshakeTooBig]
                try Fuzz.check(codes.contains(error.code), "refused with \(error)")
            }
        }
        fuzz.expect(["accepted": accepted, "waiting for more": waiting, "refused": refused])
    }
}
