import Crypto
import JSON
import Lifecycle
import Telemetry

@testable import Echord

/// Signs requests as Discord does.
struct EndpointFixture {
    let key: Ed25519.PrivateKey
    /// What the machine's clock shows.
    var now: Int64 = 1_700_000_000

    init() throws { key = try Ed25519.PrivateKey(seed: Array(repeating: 9, count: 32)) }

    var publicKey: String { Hex.encode(key.publicKey.bytes) }

    var configuration: EndpointConfiguration {
        let now = now
        return EndpointConfiguration(wallClock: { now })
    }

    /// A request with a good signature, made `age` seconds ago.
    func request(_ body: String, age: Int64 = 0) -> EndpointRequest {
        let timestamp = String(now - age)
        let signature = key.sign(Array((timestamp + body).utf8))
        return EndpointRequest(
            headers: [
                (name: "Content-Type", value: "application/json"),
                (name: "X-Signature-Ed25519", value: Hex.encode(signature)),
                (name: "x-signature-timestamp", value: timestamp),
            ], body: Array(body.utf8))
    }

    static let ping = #"{"id":"1","application_id":"2","type":1,"token":"t","version":1}"#

    static func command(_ name: String, id: Int = 100) -> String {
        """
        {"id":"\(id)","application_id":"200","type":2,"token":"secret","version":1,"channel_id":"400",
        "user":{"id":"7","username":"kim","discriminator":"0"},"data":{"id":"5","name":"\(name)","type":1}}
        """
    }
}

extension EndpointResponse {
    var text: String { String(decoding: body, as: UTF8.self) }
}
