import JSON
import Transport

/// An HTTP client for the tests.
final class Web: Sendable {
    private let loops: EventLoopGroup
    private let client: HTTPClient

    init() throws {
        loops = try EventLoopGroup(threads: 1, name: "end-to-end")
        client = HTTPClient(group: loops)
    }

    deinit {
        client.shutdown()
        loops.shutdown()
    }

    func get(_ url: String, authorization: String? = nil) async throws -> (status: Int, text: String) {
        let headers: HTTPHeaders = authorization.map { ["Authorization": $0] } ?? [:]
        let response = try await client.send(HTTPClientRequest(url: url, headers: headers))
        return (response.status.rawValue, String(decoding: response.body, as: UTF8.self))
    }

    /// Sends JSON, or nothing, and reads JSON.
    func json(_ method: HTTPMethod, _ url: String, _ body: JSONValue? = nil) async throws -> (Int, JSONValue) {
        let response = try await client.send(
            HTTPClientRequest(
                method: method, url: url, headers: ["Content-Type": "application/json"],
                body: body.map(JSON.encode) ?? []))
        let value = response.body.isEmpty ? JSONValue.null : try JSON.decode(JSONValue.self, from: response.body)
        return (response.status.rawValue, value)
    }

    /// The values of a metric by their labels, as `/metrics` prints them.
    func metrics(_ name: String, at httpURL: String) async throws -> [String: Double] {
        let text = try await get(httpURL + "/metrics").text
        var values: [String: Double] = [:]
        for line in text.split(separator: "\n") where line.hasPrefix(name) {
            let parts = line.dropFirst(name.count).split(separator: " ", omittingEmptySubsequences: false)
            guard parts.count == 2, parts[0].isEmpty || parts[0].hasPrefix("{") else { continue }
            values[String(parts[0])] = Double(parts[1])
        }
        return values
    }
}
