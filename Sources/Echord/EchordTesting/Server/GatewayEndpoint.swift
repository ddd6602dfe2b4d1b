import JSON
import Transport

/// Serves one gateway connection: what comes in goes to the realm, what the realm leaves in the outbox goes out.
struct GatewayEndpoint: Sendable {
    let hub: Hub
    let query: QueryItems

    func serve(_ socket: WebSocket) async {
        if let refusal = refusal {
            return await socket.close(code: refusal.0, reason: refusal.1)
        }
        let compression = query["compress"].flatMap(FrameEncoder.Compression.init) ?? .none
        guard let id = hub.change({ $0.openConnection() }) else {
            return await socket.close(code: 4000, reason: "Too many connections.")
        }
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await write(id, compression, to: socket) }
            await read(id, from: socket)
            group.cancelAll()
        }
        let code = socket.closeCode ?? 1006
        hub.change { $0.connectionEnded(id, code: code) }
        hub.forget(.wake(id))
    }

    /// What is wrong with the address, as a close code.
    private var refusal: (UInt16, String)? {
        if let version = query["v"], version != "10", version != "9" { return (4012, "Invalid API version.") }
        if let encoding = query["encoding"], encoding != "json" { return (4002, "The local Discord speaks JSON only.") }
        if let compress = query["compress"], FrameEncoder.Compression(rawValue: compress) == nil {
            return (4002, "Unknown compression.")
        }
        return nil
    }

    private func read(_ id: ConnectionID, from socket: WebSocket) async {
        // An error here is the client's: the transport has closed with the code that names it.
        while let message = try? await socket.receive() {
            let bytes = message.bytes
            let payload = bytes.count <= 4096 ? try? JSON.decode(JSONValue.self, from: bytes) : nil
            hub.change { $0.received(payload, bytes: bytes.count, on: id) }
        }
    }

    private func write(_ id: ConnectionID, _ compression: FrameEncoder.Compression, to socket: WebSocket) async {
        var encoder = FrameEncoder(compression)
        let signal = hub.signal(for: .wake(id))
        while !Task.isCancelled {
            for frame in hub.change({ $0.takeFrames(id, at: .now) }) {
                switch frame {
                case .payload(let payload, let wholly):
                    guard let message = try? encoder.encode(payload, wholly: wholly) else { return socket.abort() }
                    do { try await socket.send(message) } catch { return socket.abort() }
                case .close(let code, let reason):
                    return await socket.close(code: code, reason: reason)
                case .abort: return socket.abort()
                }
            }
            await signal.wait()
        }
    }
}
