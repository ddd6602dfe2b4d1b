import COpenSSL

/// SHA-256 (FIPS 180-4).
package enum SHA256 {
    package static let digestSize = 32

    /// The 32-byte digest of `bytes`.
    package static func digest(_ bytes: some Collection<UInt8>) -> [UInt8] {
        digest(Array(bytes))
    }

    package static func digest(_ bytes: [UInt8]) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: digestSize) { buffer, initialized in
            var length: UInt32 = 0
            let done = EVP_Digest(
                bytes, bytes.count, buffer.baseAddress, &length, OpenSSLAlgorithm.sha256.pointer, nil)
            precondition(done == 1 && length == UInt32(digestSize), "OpenSSL without SHA-256")
            initialized = digestSize
        }
    }

    package static func digest(_ text: String) -> [UInt8] { digest(Array(text.utf8)) }
}
