import Testing

@testable import Transport

@Suite struct WebSocketMachineTests {
    private static let mask: UInt32 = 0x0102_0304

    private func server(_ change: (inout WebSocketLimits) -> Void = { _ in }) -> TestMachine {
        var limits = WebSocketLimits.server
        change(&limits)
        return TestMachine(.server, limits, mask: Self.mask)
    }

    private func client() -> TestMachine { TestMachine(.client, .client, mask: Self.mask) }

    private func text(_ text: String) -> WebSocketMessage { .text(Array(text.utf8)) }

    // MARK: - Messages

    @Test func aMessageArrivesHoweverItIsCut() {
        let bytes = WireFrame.text("häuser und 🌳").bytes
        for size in 1...bytes.count {
            let machine = server()
            for start in stride(from: 0, to: bytes.count, by: size) {
                machine.feed(bytes[start..<min(start + size, bytes.count)])
            }
            #expect(machine.messages() == [text("häuser und 🌳")])
        }
    }

    @Test(arguments: [0, 1, 125, 126, 127, 4_095, 4_096, 4_097, 65_535, 65_536, 200_000])
    func everyLengthGoesThroughBothWays(count: Int) {
        let payload = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let client = client()
        let server = server()
        #expect(client.send(.binary(payload)))
        server.feed(client.drain())
        #expect(server.messages() == [.binary(payload)])
        #expect(server.send(.binary(payload)))
        client.feed(server.drain())
        #expect(client.messages() == [.binary(payload)])
    }

    @Test func clientsMaskAndServersDoNot() {
        let client = client()
        #expect(client.send(text("hi")))
        #expect(client.output() == [.text("hi", mask: Self.mask)])
        let server = server()
        #expect(server.send(text("hi")))
        #expect(server.output() == [.text("hi", mask: nil)])
    }

    @Test func fragmentsWithControlFramesBetweenThem() {
        let machine = server()
        // The character is cut by the fragments.
        let bytes = Array("aé🌳".utf8)
        machine.feed(
            WireFrame(isFinal: false, opcode: 1, mask: 1, payload: Array(bytes[..<2])),
            WireFrame(opcode: 9, mask: 2, payload: [1, 2]),
            WireFrame(isFinal: false, opcode: 0, mask: 3, payload: Array(bytes[2..<5])),
            WireFrame(isFinal: false, opcode: 0, mask: 3), WireFrame(opcode: 10, mask: 4),
            WireFrame(opcode: 0, mask: 5, payload: Array(bytes[5...])), .text("next"))
        #expect(machine.messages() == [.text(bytes), text("next")])
        #expect(machine.output() == [WireFrame(opcode: 10, payload: [1, 2])])
        #expect(machine.pongs == 1)
    }

    @Test func emptyMessagesAreMessages() {
        let machine = server()
        machine.feed(.text(""), WireFrame(opcode: 2, mask: 1))
        #expect(machine.messages() == [.text([]), .binary([])])
    }

    @Test func pingsAreSentCutToLength() {
        let machine = server()
        machine.ping([UInt8](repeating: 7, count: 200))
        #expect(machine.output().first?.payload.count == 125)
    }

    // MARK: - Refusals

    struct Refusal: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let frames: [WireFrame]
        let violation: WebSocketViolation
        let code: UInt16
    }

    static let refusals: [Refusal] = [
        Refusal(
            testDescription: "unmasked client frame", frames: [.text("hi", mask: nil)], violation: .mask, code: 1002),
        Refusal(
            testDescription: "first reserved bit", frames: [WireFrame(reservedBits: 4, opcode: 1, mask: 1)],
            violation: .reservedBits, code: 1002),
        Refusal(
            testDescription: "second reserved bit", frames: [WireFrame(reservedBits: 2, opcode: 9, mask: 1)],
            violation: .reservedBits, code: 1002),
        Refusal(
            testDescription: "third reserved bit", frames: [WireFrame(reservedBits: 1, opcode: 2, mask: 1)],
            violation: .reservedBits, code: 1002),
        Refusal(
            testDescription: "reserved data opcode", frames: [WireFrame(opcode: 3, mask: 1)], violation: .opcode,
            code: 1002),
        Refusal(
            testDescription: "reserved control opcode", frames: [WireFrame(opcode: 11, mask: 1)], violation: .opcode,
            code: 1002),
        Refusal(
            testDescription: "fragmented control frame", frames: [WireFrame(isFinal: false, opcode: 9, mask: 1)],
            violation: .framing, code: 1002),
        Refusal(
            testDescription: "long control frame",
            frames: [WireFrame(opcode: 9, mask: 1, payload: [UInt8](repeating: 0, count: 126))], violation: .framing,
            code: 1002),
        Refusal(
            testDescription: "16-bit length that fits 7",
            frames: [WireFrame(opcode: 2, mask: 1, payload: [1, 2, 3], lengthBits: 16)], violation: .framing,
            code: 1002),
        Refusal(
            testDescription: "64-bit length that fits 16",
            frames: [WireFrame(opcode: 2, mask: 1, payload: [1, 2, 3], lengthBits: 64)], violation: .framing,
            code: 1002),
        Refusal(
            testDescription: "64-bit length with the highest bit",
            frames: [WireFrame(opcode: 2, mask: 1, payload: [1], announced: 1 << 63)], violation: .framing,
            code: 1002),
        Refusal(
            testDescription: "continuation of nothing", frames: [WireFrame(opcode: 0, mask: 1)],
            violation: .continuation, code: 1002),
        Refusal(
            testDescription: "continuation after the end", frames: [.text("hi"), WireFrame(opcode: 0, mask: 1)],
            violation: .continuation, code: 1002),
        Refusal(
            testDescription: "message within a message",
            frames: [WireFrame(isFinal: false, opcode: 1, mask: 1), .text("hi")], violation: .continuation,
            code: 1002),
        Refusal(
            testDescription: "text that is not UTF-8",
            frames: [WireFrame(opcode: 1, mask: 1, payload: [0x61, 0xFF])], violation: .utf8, code: 1007),
        Refusal(
            testDescription: "text that ends within a character",
            frames: [WireFrame(opcode: 1, mask: 1, payload: [0xE2, 0x82])], violation: .utf8, code: 1007),
        Refusal(
            testDescription: "surrogate in text", frames: [WireFrame(opcode: 1, mask: 1, payload: [0xED, 0xA0, 0x80])],
            violation: .utf8, code: 1007),
        Refusal(
            testDescription: "bad UTF-8 in a later fragment, before it is complete",
            frames: [
                WireFrame(isFinal: false, opcode: 1, mask: 1, payload: [0x61]),
                WireFrame(isFinal: false, opcode: 0, mask: 1, payload: [0xC0, 0x80]),
            ], violation: .utf8, code: 1007),
        Refusal(
            testDescription: "frame beyond the limit",
            frames: [WireFrame(opcode: 2, mask: 1, payload: [UInt8](repeating: 0, count: 1_001))],
            violation: .frameTooBig, code: 1009),
        Refusal(
            testDescription: "announced length beyond the limit",
            frames: [WireFrame(opcode: 2, mask: 1, payload: [1], announced: 1 << 62)], violation: .frameTooBig,
            code: 1009),
        Refusal(
            testDescription: "fragments beyond the limit together",
            frames: [
                WireFrame(isFinal: false, opcode: 2, mask: 1, payload: [UInt8](repeating: 0, count: 1_000)),
                WireFrame(isFinal: false, opcode: 0, mask: 1, payload: [UInt8](repeating: 0, count: 1_000)),
                WireFrame(isFinal: false, opcode: 0, mask: 1, payload: [1]),
            ], violation: .messageTooBig, code: 1009),
        Refusal(
            testDescription: "endless empty fragments",
            frames: [WireFrame(isFinal: false, opcode: 2, mask: 1)]
                + [WireFrame](repeating: WireFrame(isFinal: false, opcode: 0, mask: 1), count: 8),
            violation: .tooManyFragments, code: 1009),
        Refusal(
            testDescription: "close frame of one byte", frames: [WireFrame(opcode: 8, mask: 1, payload: [3])],
            violation: .closeCode, code: 1002),
        Refusal(
            testDescription: "close reason that is not UTF-8",
            frames: [WireFrame(opcode: 8, mask: 1, payload: [3, 232, 0xFF])], violation: .utf8, code: 1007),
        Refusal(
            testDescription: "close reason that ends within a character",
            frames: [WireFrame(opcode: 8, mask: 1, payload: [3, 232, 0xC3])], violation: .utf8, code: 1007),
    ]

    @Test(arguments: refusals) func refuses(_ refusal: Refusal) {
        let machine = server {
            $0.maxMessageBytes = 2_000
            $0.maxFrameBytes = 1_000
            $0.maxFragments = 8
        }
        machine.feed(refusal.frames.flatMap(\.bytes))
        #expect(machine.violation == refusal.violation)
        #expect(machine.failure?.number == Int(refusal.code))
        #expect(machine.failure?.code == .webSocketProtocol)
        #expect(machine.isFinished)
        #expect(!machine.isReading)
        #expect(!machine.canSend)
        let closes = machine.output().filter { $0.opcode == 8 }
        #expect(closes == [.close(refusal.code, mask: nil)])
        // Nothing after it counts, not even a good frame.
        let before = machine.messages()
        machine.feed(.text("more"))
        #expect(machine.messages() == [])
        #expect(before == [] || before == [text("hi")])
    }

    @Test func aClientRefusesMaskedFrames() {
        let machine = client()
        machine.feed(.text("hi"))
        #expect(machine.violation == .mask)
        #expect(machine.output() == [.close(1002, mask: Self.mask)])
    }

    @Test(arguments: [0, 1, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65_535] as [UInt16])
    func refusesCloseCodesThatMustNotBeSent(code: UInt16) {
        let machine = server()
        machine.feed(.close(code))
        #expect(machine.violation == .closeCode)
        #expect(machine.peerClosure == nil)
    }

    @Test(arguments: [1000, 1001, 1002, 1003, 1007, 1011, 1012, 1013, 1014, 3000, 4000, 4004, 4999] as [UInt16])
    func acceptsAndEchoesCloseCodes(code: UInt16) {
        let machine = server()
        machine.feed(.close(code, "Grüße"), .text("late"))
        #expect(machine.peerClosure == WebSocketMachine.Closure(code: code, reason: "Grüße"))
        #expect(machine.output() == [.close(code, mask: nil)])
        #expect(machine.isFinished)
        #expect(machine.messages() == [])
    }

    @Test func aLyingLengthAllocatesNothing() {
        let machine = server {
            $0.maxMessageBytes = 1 << 30; $0.maxFrameBytes = 1 << 30
        }
        machine.feed(WireFrame(opcode: 2, mask: 1, payload: [1, 2, 3], announced: 1 << 29))
        #expect(machine.violation == nil)
        #expect(machine.messages() == [])
    }

    // MARK: - Closing

    @Test func aCloseWithoutCodeIs1005AndAnsweredWithoutCode() {
        let machine = server()
        machine.feed(WireFrame(opcode: 8, mask: 1))
        #expect(machine.peerClosure?.code == 1005)
        #expect(machine.output() == [WireFrame(opcode: 8)])
    }

    @Test func closingEndsSendingButNotReading() {
        let machine = server()
        machine.close(code: 4_001, reason: "bye")
        machine.close(code: 1000)
        machine.ping()
        #expect(!machine.send(text("no")))
        #expect(machine.output() == [.close(4_001, "bye", mask: nil)])
        #expect(!machine.isFinished)
        machine.feed(.text("yes"), WireFrame(opcode: 9, mask: 1), .close(4_001))
        #expect(machine.messages() == [text("yes")])
        #expect(machine.output() == [])
        #expect(machine.isFinished)
        #expect(machine.violation == nil)
    }

    @Test func closeReasonsAreCutAtACharacterAndCodesCorrected() {
        let machine = server()
        machine.close(code: 1006, reason: String(repeating: "é", count: 100))
        let frame = machine.output().first
        #expect(frame?.payload.prefix(2) == [3, 232])
        #expect(frame?.payload.count == 2 + 122)
    }

    // MARK: - Bounds

    @Test func saysWhenTheReaderMustCatchUp() {
        let machine = server {
            $0.receiveBufferMessages = 3; $0.receiveBufferBytes = 10
        }
        machine.feed(.text("a"), .text("b"))
        #expect(!machine.hasFullReceiveBuffer)
        machine.feed(.text("c"))
        #expect(machine.hasFullReceiveBuffer)
        #expect(machine.nextMessage() == text("a"))
        #expect(!machine.hasFullReceiveBuffer)
        machine.feed(.text("0123456789"))
        #expect(machine.hasFullReceiveBuffer)
        #expect(machine.messages().count == 3)
        #expect(!machine.hasFullReceiveBuffer)
    }

    @Test func discardsWhileClosingInsteadOfStalling() {
        let machine = server { $0.receiveBufferMessages = 2 }
        machine.close(code: 1000)
        machine.feed(.text("a"), .text("b"), .text("c"), .text("d"))
        #expect(!machine.hasFullReceiveBuffer)
        #expect(machine.discardedMessages == 2)
        machine.feed(.close(1000))
        #expect(machine.isFinished)
        #expect(machine.messages() == [text("a"), text("b")])
    }

    @Test func drainingForgetsTheOutput() {
        let machine = server()
        #expect(machine.send(text("a")))
        #expect(machine.outputCount == 3)
        #expect(machine.drain().count == 3)
        #expect(machine.outputCount == 0)
        #expect(machine.drain() == [])
        #expect(machine.send(.binary([UInt8](repeating: 0, count: 100_000))))
        #expect(machine.drain().count == 100_010)
        #expect(machine.outputCount == 0)
    }

    @Test func masksDiffer() {
        let next = MaskSource.make()
        let keys = Set((0..<200).map { _ in next() })
        #expect(keys.count > 190)
    }
}
