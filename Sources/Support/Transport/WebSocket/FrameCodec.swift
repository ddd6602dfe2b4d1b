import CWslay

/// wslay's frame layer over memory: bytes in, pieces of frames out, and frames into bytes.
///
/// The frame layer and not the event layer of the library: the latter allocates whatever length a frame announces
/// before a byte of it has come, and queues answers to pings without bound.
final class FrameCodec {
    /// A piece of a frame's payload, with the frame's header. The bytes are valid until the next call.
    struct Piece {
        let isFinal: Bool
        let reservedBits: UInt8
        let opcode: UInt8
        let isMasked: Bool
        let frameLength: UInt64
        let bytes: UnsafeRawBufferPointer
    }

    enum Read {
        case piece(Piece)
        case needsMore
        case broken
    }

    private var context: wslay_frame_context_ptr?
    private let isMasking: Bool
    private let nextMask: () -> UInt32
    private var input = UnsafeRawBufferPointer(start: nil, count: 0)
    private var output: [UInt8] = []

    private static let keptCapacity = 64 * 1_024

    init(isMasking: Bool, nextMask: @escaping () -> UInt32) {
        self.isMasking = isMasking
        self.nextMask = nextMask
        var callbacks = wslay_frame_callbacks(
            send_callback: { data, count, _, user in
                guard let user, let data else { return -1 }
                FrameCodec.of(user).output.append(contentsOf: UnsafeBufferPointer(start: data, count: count))
                return count
            },
            recv_callback: { buffer, capacity, _, user in
                guard let user, let buffer else { return -1 }
                return FrameCodec.of(user).copyInput(to: buffer, capacity: capacity)
            },
            genmask_callback: { buffer, count, user in
                guard let user, let buffer, count == 4 else { return -1 }
                let mask = FrameCodec.of(user).nextMask()
                UnsafeMutableRawPointer(buffer).storeBytes(of: mask, as: UInt32.self)
                return 0
            })
        // Fails only without memory; reading then reports a broken stream. The context lives no longer than its user.
        _ = wslay_frame_context_init(&context, &callbacks, Unmanaged.passUnretained(self).toOpaque())
    }

    deinit { wslay_frame_context_free(context) }

    private static func of(_ user: UnsafeMutableRawPointer) -> FrameCodec {
        Unmanaged<FrameCodec>.fromOpaque(user).takeUnretainedValue()
    }

    private func copyInput(to buffer: UnsafeMutablePointer<UInt8>, capacity: Int) -> Int {
        let count = min(capacity, input.count)
        guard count > 0, let base = input.baseAddress else { return -1 }
        UnsafeMutableRawPointer(buffer).copyMemory(from: base, byteCount: count)
        input = UnsafeRawBufferPointer(rebasing: input[count...])
        return count
    }

    // MARK: - Reading

    /// Bytes for `next()` to read; the caller keeps them alive until `clearInput()`.
    func setInput(_ bytes: UnsafeRawBufferPointer) { input = bytes }

    /// Gives up what was not read.
    func clearInput() { input = UnsafeRawBufferPointer(start: nil, count: 0) }

    func next() -> Read {
        guard let context else { return .broken }
        var frame = wslay_frame_iocb()
        let status = wslay_frame_recv(context, &frame)
        if status == Int(WSLAY_ERR_WANT_READ.rawValue) { return .needsMore }
        guard status >= 0 else { return .broken }
        return .piece(
            Piece(
                isFinal: frame.fin != 0, reservedBits: frame.rsv, opcode: frame.opcode, isMasked: frame.mask != 0,
                frameLength: frame.payload_length,
                bytes: UnsafeRawBufferPointer(start: frame.data, count: frame.data_length)))
    }

    // MARK: - Writing

    /// Appends one final frame to the output.
    func send(opcode: UInt8, _ payload: UnsafeRawBufferPointer) {
        guard let context else { return }
        var rest = payload[...]
        repeat {
            var frame = wslay_frame_iocb()
            frame.fin = 1
            frame.opcode = opcode
            frame.mask = isMasking ? 1 : 0
            frame.payload_length = UInt64(payload.count)
            frame.data = UnsafeRawBufferPointer(rebasing: rest).assumingMemoryBound(to: UInt8.self).baseAddress
            frame.data_length = rest.count
            let taken = wslay_frame_send(context, &frame)
            // The memory takes everything: what is refused is an argument of ours.
            precondition(taken >= 0, "wslay refused a frame of ours: \(taken)")
            rest = rest.dropFirst(taken)
        } while !rest.isEmpty
    }

    var outputCount: Int { output.count }

    /// What is to be sent; the codec forgets it. Give the array back with `recycle` to save an allocation.
    func takeOutput() -> [UInt8] {
        defer { output = [] }
        return output
    }

    func recycle(_ buffer: consuming [UInt8]) {
        guard output.isEmpty, buffer.capacity <= Self.keptCapacity else { return }
        buffer.removeAll(keepingCapacity: true)
        output = buffer
    }
}
