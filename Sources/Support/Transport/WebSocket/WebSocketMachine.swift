/// The protocol of one side of a WebSocket (RFC 6455) without socket, clock or task: bytes in, messages and bytes out.
///
/// Answers pings, echoes a close, refuses what breaks a rule or a limit with the close code for it and reads no more.
/// Its user moves `takeOutput` to the peer and stops feeding while `hasFullReceiveBuffer`.
package struct WebSocketMachine: ~Copyable {
    /// Which side this is.
    package enum Role: String, Sendable {
        /// Masks what it sends, accepts unmasked frames only.
        case client
        /// Sends unmasked, accepts masked frames only.
        case server
    }

    /// The first close frame received, or how the reading ended without one.
    package struct Closure: Sendable, Hashable {
        /// The code; 1005 when the frame had none.
        package let code: UInt16
        /// The reason, possibly empty.
        package let reason: String
    }

    private struct Frame {
        let opcode: UInt8
        let isFinal: Bool
        var remaining: UInt64
        var isControl: Bool { opcode & 8 != 0 }
    }

    private enum Opcode {
        static let continuation: UInt8 = 0
        static let text: UInt8 = 1
        static let binary: UInt8 = 2
        static let close: UInt8 = 8
        static let ping: UInt8 = 9
        static let pong: UInt8 = 10
    }

    package let role: Role
    private let limits: WebSocketLimits
    private let codec: FrameCodec

    private var frame: Frame?
    private var isInMessage = false
    private var messageIsText = false
    private var message: [UInt8] = []
    private var fragments = 0
    private var validator = UTF8Validator()
    private var control: [UInt8] = []

    private var inbound: [WebSocketMessage] = []
    private var inboundHead = 0
    private var inboundBytes = 0

    /// Whether more bytes of the peer mean anything.
    package private(set) var isReading = true
    /// Whether a close frame of ours is sent or queued.
    package private(set) var hasSentClose = false
    /// The peer's close frame.
    package private(set) var peerClosure: Closure?
    /// The rule the peer broke.
    package private(set) var violation: WebSocketViolation?
    /// Messages dropped because they came while closing with nobody reading.
    package private(set) var discardedMessages = 0
    /// Pongs received.
    package private(set) var pongs = 0

    /// - Parameters:
    ///   - nextMask: the masking keys of a client, unpredictable outside tests.
    package init(role: Role, limits: WebSocketLimits, nextMask: @escaping () -> UInt32 = MaskSource.make()) {
        self.role = role
        self.limits = limits
        codec = FrameCodec(isMasking: role == .client, nextMask: nextMask)
    }

    // MARK: - State

    /// Whether both close frames are exchanged, or the peer broke a rule: what remains is to send the output and to
    /// end the connection.
    package var isFinished: Bool { violation != nil || (hasSentClose && peerClosure != nil) }

    /// Whether messages may still be sent.
    package var canSend: Bool { !hasSentClose && violation == nil }

    /// Whether the reader has to catch up before more bytes are fed. Never while closing: the peer's close frame has
    /// to come through, so messages are discarded instead.
    package var hasFullReceiveBuffer: Bool {
        !hasSentClose && isOverReceiveBound
    }

    private var isOverReceiveBound: Bool {
        inboundBytes >= limits.receiveBufferBytes || inbound.count - inboundHead >= limits.receiveBufferMessages
    }

    /// What is wrong with the peer, when something is.
    package var failure: TransportError? {
        violation.map {
            TransportError(
                .webSocketProtocol, "the peer broke a rule of WebSocket: \($0.rawValue)", number: Int($0.closeCode))
        }
    }

    // MARK: - Out

    /// The next whole message received.
    package mutating func nextMessage() -> WebSocketMessage? {
        guard inboundHead < inbound.count else { return nil }
        let message = inbound[inboundHead]
        inbound[inboundHead] = .binary([])
        inboundHead += 1
        inboundBytes -= message.bytes.count
        if inboundHead == inbound.count {
            inbound.removeAll(keepingCapacity: inbound.capacity <= 1_024)
            inboundHead = 0
        }
        return message
    }

    /// Bytes waiting to be drained.
    package var outputCount: Int { codec.outputCount }

    /// The bytes for the peer; the machine forgets them.
    package mutating func takeOutput() -> [UInt8] { codec.takeOutput() }

    /// Takes back an array of `takeOutput`, to be used again.
    package mutating func recycle(_ buffer: consuming [UInt8]) { codec.recycle(buffer) }

    // MARK: - Sending

    /// Frames a message; false when a close frame has been sent.
    package mutating func send(_ message: WebSocketMessage) -> Bool {
        guard canSend else { return false }
        switch message {
        case .text(let bytes): bytes.withUnsafeBytes { codec.send(opcode: Opcode.text, $0) }
        case .binary(let bytes): bytes.withUnsafeBytes { codec.send(opcode: Opcode.binary, $0) }
        }
        return true
    }

    /// Frames a ping of at most 125 bytes; longer payload is cut.
    package mutating func ping(_ payload: [UInt8] = []) {
        guard canSend else { return }
        payload.prefix(125).withUnsafeBytes { codec.send(opcode: Opcode.ping, $0) }
    }

    /// Begins the close handshake. Does nothing the second time.
    ///
    /// - Parameters:
    ///   - code: one that may be sent; any other becomes 1000. nil sends no code.
    ///   - reason: cut to 123 bytes at a character's boundary.
    package mutating func close(code: UInt16?, reason: String = "") {
        guard !hasSentClose else { return }
        hasSentClose = true
        var payload: [UInt8] = []
        if let code {
            let sent = WebSocketCloseCode.isSendable(code) ? code : WebSocketCloseCode.normal
            payload = [UInt8(sent >> 8), UInt8(truncatingIfNeeded: sent)]
            for character in reason.unicodeScalars {
                let encoded = String(character).utf8
                guard payload.count + encoded.count <= 125 else { break }
                payload.append(contentsOf: encoded)
            }
        }
        payload.withUnsafeBytes { codec.send(opcode: Opcode.close, $0) }
    }

    // MARK: - Receiving

    /// Takes bytes of the peer, all of them. Ignores them once `isReading` is false.
    package mutating func receive(_ bytes: UnsafeRawBufferPointer) {
        guard isReading, !bytes.isEmpty else { return }
        codec.setInput(bytes)
        defer { codec.clearInput() }
        while isReading {
            switch codec.next() {
            case .needsMore: return
            case .broken: refuse(.framing)
            case .piece(let piece): take(piece)
            }
        }
    }

    private mutating func take(_ piece: FrameCodec.Piece) {
        var current: Frame
        if let frame {
            current = frame
        } else {
            if let violation = check(piece) { return refuse(violation) }
            current = Frame(opcode: piece.opcode, isFinal: piece.isFinal, remaining: piece.frameLength)
            begin(current)
        }
        current.remaining -= UInt64(piece.bytes.count)
        if current.isControl {
            control.append(contentsOf: piece.bytes)
        } else {
            if messageIsText, !validator.consume(piece.bytes) { return refuse(.utf8) }
            message.append(contentsOf: piece.bytes)
        }
        guard current.remaining == 0 else {
            frame = current
            return
        }
        frame = nil
        if current.isControl { endControl(current.opcode) } else if current.isFinal { endMessage() }
    }

    /// The first rule that the header of a new frame breaks.
    private func check(_ piece: FrameCodec.Piece) -> WebSocketViolation? {
        if piece.reservedBits != 0 { return .reservedBits }
        if piece.isMasked != (role == .server) { return .mask }
        switch piece.opcode {
        case Opcode.close, Opcode.ping, Opcode.pong: return nil
        case Opcode.continuation: guard isInMessage else { return .continuation }
        case Opcode.text, Opcode.binary: guard !isInMessage else { return .continuation }
        default: return .opcode
        }
        if piece.frameLength > UInt64(limits.maxFrameBytes) { return .frameTooBig }
        // The announced length is believed only to refuse, never to allocate.
        if piece.frameLength > UInt64(max(0, limits.maxMessageBytes - message.count)) { return .messageTooBig }
        if fragments >= limits.maxFragments { return .tooManyFragments }
        return nil
    }

    private mutating func begin(_ frame: Frame) {
        guard !frame.isControl else {
            control.removeAll(keepingCapacity: true)
            return
        }
        fragments += 1
        if !isInMessage {
            isInMessage = true
            messageIsText = frame.opcode == Opcode.text
            validator = UTF8Validator()
        }
        message.reserveCapacity(message.count + Int(min(frame.remaining, 16 * 1_024)))
    }

    private mutating func endMessage() {
        if messageIsText, !validator.isComplete { return refuse(.utf8) }
        isInMessage = false
        fragments = 0
        let bytes = message
        message = []
        if hasSentClose, isOverReceiveBound {
            discardedMessages += 1
            return
        }
        inboundBytes += bytes.count
        inbound.append(messageIsText ? .text(bytes) : .binary(bytes))
    }

    private mutating func endControl(_ opcode: UInt8) {
        switch opcode {
        case Opcode.ping:
            if canSend { control.withUnsafeBytes { codec.send(opcode: Opcode.pong, $0) } }
        case Opcode.pong: pongs += 1
        default: endByPeer()
        }
    }

    private mutating func endByPeer() {
        var closure = Closure(code: WebSocketCloseCode.noStatus, reason: "")
        if !control.isEmpty {
            guard control.count >= 2 else { return refuse(.closeCode) }
            let code = UInt16(control[0]) << 8 | UInt16(control[1])
            guard WebSocketCloseCode.isSendable(code) else { return refuse(.closeCode) }
            var validator = UTF8Validator()
            let reason = control.dropFirst(2)
            guard reason.withUnsafeBytes({ validator.consume($0) }), validator.isComplete else { return refuse(.utf8) }
            closure = Closure(code: code, reason: String(decoding: reason, as: UTF8.self))
        }
        peerClosure = closure
        isReading = false
        close(code: closure.code == WebSocketCloseCode.noStatus ? nil : closure.code)
    }

    private mutating func refuse(_ violation: WebSocketViolation) {
        self.violation = violation
        isReading = false
        message = []
        close(code: violation.closeCode)
    }
}
