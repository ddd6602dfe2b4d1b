import COpenSSL

/// An algorithm object of OpenSSL, fetched once: OpenSSL 3.0 takes a global lock at every implicit fetch.
///
/// The object is immutable and reference counted by OpenSSL, and lives as long as the process.
struct OpenSSLAlgorithm: @unchecked Sendable {
    let pointer: OpaquePointer?

    static let aes256GCM = OpenSSLAlgorithm(pointer: EVP_CIPHER_fetch(nil, "AES-256-GCM", nil))
    static let sha256 = OpenSSLAlgorithm(pointer: EVP_MD_fetch(nil, "SHA256", nil))
    static let hmac = OpenSSLAlgorithm(pointer: EVP_MAC_fetch(nil, "HMAC", nil))
}
