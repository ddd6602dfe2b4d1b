import COpenSSL

/// HMAC with SHA-256 (RFC 2104, FIPS 198-1).
package enum HMACSHA256 {
    package static let tagSize = 32

    /// The 32-byte tag of `message` under `key`, which may have any length.
    package static func tag(_ message: [UInt8], key: SymmetricKey) -> [UInt8] {
        guard let context = EVP_MAC_CTX_new(OpenSSLAlgorithm.hmac.pointer) else {
            preconditionFailure("OpenSSL without HMAC")
        }
        defer { EVP_MAC_CTX_free(context) }
        return [UInt8](unsafeUninitializedCapacity: tagSize) { buffer, initialized in
            // OpenSSL takes a null pointer for "no key"; HMAC pads with zeros, so one zero byte is the empty key.
            let key = key.bytes.isEmpty ? [0] : key.bytes
            var length = 0
            let done =
                openssl_hmac_sha256_begin(context, key, key.count) == 1
                && EVP_MAC_update(context, message, message.count) == 1
                && EVP_MAC_final(context, buffer.baseAddress, &length, tagSize) == 1
            precondition(done && length == tagSize, "OpenSSL refused HMAC-SHA-256")
            initialized = tagSize
        }
    }

    /// True when `tag` is the tag of `message`; takes the same time wherever they differ.
    package static func verify(_ tag: [UInt8], of message: [UInt8], key: SymmetricKey) -> Bool {
        ConstantTime.equal(tag, self.tag(message, key: key))
    }
}
