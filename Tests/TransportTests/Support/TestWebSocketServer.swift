@testable import Transport

/// Reads an upgrade request from a stream, answers it, and goes on as a WebSocket server.
func acceptWebSocket(
    _ stream: ByteStream, limits: WebSocketLimits = .server, metrics: TransportMetrics = .discarded,
    change: (String) -> String = { $0 }
) async throws -> WebSocket {
    var received: [UInt8] = []
    while !String(decoding: received, as: UTF8.self).contains("\r\n\r\n") {
        guard let bytes = try await stream.read() else { throw TransportError(.closed, "no request") }
        received += bytes
    }
    var headers: [String: String] = [:]
    for line in String(decoding: received, as: UTF8.self).split(separator: "\r\n").dropFirst() {
        let parts = line.split(separator: ":", maxSplits: 1)
        headers[parts[0].lowercased()] = parts.count > 1 ? String(parts[1].drop { $0 == " " }) : ""
    }
    let accept = try WebSocketHandshake.accept(method: "GET") { headers[$0] }
    let answer =
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        + "Sec-WebSocket-Accept: \(accept)\r\n\r\n"
    try await stream.write(Array(change(answer).utf8))
    return try await WebSocket.over(stream, role: .server, limits: limits, metrics: metrics)
}
