@testable import Transport

/// A machine behind a reference, with what tests ask of it.
final class TestMachine {
    private var machine: WebSocketMachine

    init(_ role: WebSocketMachine.Role, _ limits: WebSocketLimits, mask: UInt32 = 0x0102_0304) {
        machine = WebSocketMachine(role: role, limits: limits, nextMask: { mask })
    }

    var violation: WebSocketViolation? { machine.violation }
    var failure: TransportError? { machine.failure }
    var isFinished: Bool { machine.isFinished }
    var isReading: Bool { machine.isReading }
    var canSend: Bool { machine.canSend }
    var peerClosure: WebSocketMachine.Closure? { machine.peerClosure }
    var pongs: Int { machine.pongs }
    var discardedMessages: Int { machine.discardedMessages }
    var hasFullReceiveBuffer: Bool { machine.hasFullReceiveBuffer }
    var outputCount: Int { machine.outputCount }

    func feed(_ frames: WireFrame...) { feed(frames.flatMap(\.bytes)) }
    func feed(_ bytes: some Collection<UInt8>) { Array(bytes).withUnsafeBytes { machine.receive($0) } }
    func send(_ message: WebSocketMessage) -> Bool { machine.send(message) }
    func ping(_ payload: [UInt8] = []) { machine.ping(payload) }
    func close(code: UInt16?, reason: String = "") { machine.close(code: code, reason: reason) }
    func nextMessage() -> WebSocketMessage? { machine.nextMessage() }

    func drain() -> [UInt8] {
        let output = machine.takeOutput()
        machine.recycle(output)
        return output
    }

    func output() -> [WireFrame] { WireFrame.parse(drain()) }

    func messages() -> [WebSocketMessage] {
        var all: [WebSocketMessage] = []
        while let message = machine.nextMessage() { all.append(message) }
        return all
    }
}
