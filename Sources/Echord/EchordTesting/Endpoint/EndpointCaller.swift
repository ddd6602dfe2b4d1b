import Crypto
import JSON
import Transport

/// Calls the bot's own addresses as Discord does: signed, and waiting for no longer than 3 s of the machine's time.
struct EndpointCaller: Sendable {
    private let client: HTTPClient
    private let key: Ed25519.PrivateKey
    private let clock: VirtualClock

    init(client: HTTPClient, key: Ed25519.PrivateKey, clock: VirtualClock) {
        (self.client, self.key, self.clock) = (client, key, clock)
    }

    /// Sends a body with its signature.
    ///
    /// - Parameter isForged: signs another body, as Discord does now and then to see that it is refused.
    func post(_ body: JSONValue, to url: String, forged isForged: Bool = false) async throws -> HTTPClientResponse {
        let bytes = JSON.encode(body)
        let timestamp = String(clock.now.milliseconds / 1_000)
        let signature = key.sign(Array(timestamp.utf8) + bytes + (isForged ? [0x20] : []))
        return try await client.send(
            HTTPClientRequest(
                method: .post, url: url,
                headers: [
                    "Content-Type": "application/json", "User-Agent": "Discord-Interactions/1.0 (local)",
                    "X-Signature-Ed25519": Hex.encode(signature), "X-Signature-Timestamp": timestamp,
                ], body: bytes, timeout: .seconds(3)))
    }

    // MARK: - Interactions

    /// Sends an interaction and reads the answer.
    func deliver(_ delivery: Delivery) async -> EndpointAnswer {
        do {
            let response = try await post(delivery.body, to: delivery.url)
            switch response.status.rawValue {
            case 200: return Self.answer(response)
            case 202: return .later
            case let status: return .failed("the endpoint answered with status \(status)")
            }
        } catch {
            return .failed("the endpoint gave no answer: \(error)")
        }
    }

    private static func answer(_ response: HTTPClientResponse) -> EndpointAnswer {
        switch RESTEndpoint.body(response.body, type: response.headers["Content-Type"] ?? "") {
        case .form(let value, let files, _): .body(value, files)
        case .none, .malformed, .tooLarge: .failed("the endpoint's answer cannot be read")
        }
    }

    // MARK: - Proving

    /// Whether an interactions endpoint answers a ping with a pong and refuses a bad signature.
    func provesInteractions(_ url: String, application: Flake) async -> Bool {
        let ping: JSONValue = [
            "id": application.json, "application_id": application.json, "type": 1, "token": "ping", "version": 1,
        ]
        return await proves(url, ping) { response in
            response.status.rawValue == 200
                && (try? JSON.decode(JSONValue.self, from: response.body))?["type"]?.integer == 1
        }
    }

    /// Whether an address for webhook events answers a ping with 204 and refuses a bad signature.
    func provesEvents(_ url: String, application: Flake) async -> Bool {
        await proves(url, ["version": 1, "application_id": application.json, "type": 0]) { response in
            response.status.rawValue == 204
        }
    }

    private func proves(
        _ url: String, _ ping: JSONValue, _ isGood: (HTTPClientResponse) -> Bool
    ) async -> Bool {
        guard let good = try? await post(ping, to: url), isGood(good), good.headers.contains("Content-Type"),
            let bad = try? await post(ping, to: url, forged: true)
        else { return false }
        return bad.status.rawValue == 401
    }
}
