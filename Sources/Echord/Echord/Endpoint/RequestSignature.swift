internal import Crypto

/// Checks that a request comes from Discord, and is no old one sent again.
///
/// Discord signs the timestamp and the body with the application's key, and now and then sends a bad signature on
/// purpose to see that it is refused. <https://docs.discord.com/developers/interactions/overview#setting-up-an-endpoint-validating-security-request-headers>
struct RequestSignature: Sendable {
    /// Why a request is refused.
    enum Fault: String, CaseIterable, Error {
        /// A field of the signature is missing, there twice, or no signature at all.
        case missing
        /// It was signed too long ago, or in the future.
        case stale
        /// The signature is not of this body.
        case forged
    }

    private let key: Ed25519.PublicKey
    private let tolerance: Duration

    /// - Parameter publicKey: the application's, in 64 hexadecimal digits.
    init(publicKey: String, tolerance: Duration) throws(EchordError) {
        guard let bytes = Hex.decode(publicKey), let key = try? Ed25519.PublicKey(bytes) else {
            throw EchordError(
                .configuration,
                "The application's public key must have 64 hexadecimal digits: copy it from the Developer Portal, "
                    + "page General Information.")
        }
        self.key = key
        self.tolerance = tolerance
    }

    /// Looks at a request that came at `now`, in seconds since 1970.
    func check(_ request: EndpointRequest, at now: Int64) throws(Fault) {
        guard let signature = request.header("x-signature-ed25519"), signature.utf8.count == 128,
            let signatureBytes = Hex.decode(signature), let timestamp = request.header("x-signature-timestamp"),
            (1...20).contains(timestamp.utf8.count), timestamp.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { throw .missing }
        // What is stale is not worth the arithmetic of a signature.
        guard let signed = Int64(timestamp), Duration.seconds(max(signed, now) - min(signed, now)) <= tolerance else {
            throw .stale
        }
        guard key.verify(signatureBytes, of: Array(timestamp.utf8) + request.body) else { throw .forged }
    }
}
