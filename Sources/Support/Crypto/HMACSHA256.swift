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
            var name = Array("SHA256".utf8CString)
            let ready = name.withUnsafeMutableBufferPointer { name in
                // OpenSSL takes a null pointer for "no key"; HMAC pads with zeros, so one zero byte is the empty key.
                let key = key.bytes.isEmpty ? [0] : key.bytes
                var parameters = [
                    OSSL_PARAM_construct_utf8_string("digest", name.baseAddress, 0), OSSL_PARAM_construct_end(),
                ]
                return EVP_MAC_init(context, key, key.count, &parameters)
            }
            var length = 0
            let done =
                ready == 1 && EVP_MAC_update(context, message, message.count) == 1
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
