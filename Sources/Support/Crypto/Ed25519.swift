import COpenSSL

/// Signatures with Ed25519 (RFC 8032).
package enum Ed25519 {
    package static let keySize = 32
    package static let signatureSize = 64

    /// A key that signatures are checked with.
    package struct PublicKey: Sendable {
        package let bytes: [UInt8]
        private let key: KeyHandle

        /// - Parameter bytes: 32 bytes.
        /// - Throws: `badKey` for another length.
        package init(_ bytes: [UInt8]) throws(CryptoError) {
            let handle = bytes.count == keySize ? EVP_PKEY_new_raw_public_key(NID_ED25519, nil, bytes, keySize) : nil
            guard let handle else { throw CryptoError(.badKey, "an Ed25519 public key has \(keySize) bytes") }
            self.bytes = bytes
            key = KeyHandle(handle)
        }

        /// Whether `signature` was made of just this message with the private half. Nothing here is secret.
        package func verify(_ signature: [UInt8], of message: [UInt8]) -> Bool {
            guard signature.count == signatureSize, let context = EVP_MD_CTX_new() else { return false }
            defer { EVP_MD_CTX_free(context) }
            let isValid =
                EVP_DigestVerifyInit(context, nil, nil, nil, key.pointer) == 1
                && EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
            // A signature that does not fit leaves its reason in the thread's queue of errors.
            if !isValid { ERR_clear_error() }
            return isValid
        }
    }

    /// A key that signs.
    package struct PrivateKey: Sendable {
        package let publicKey: PublicKey
        private let key: KeyHandle

        /// - Parameter seed: 32 bytes that nobody else knows.
        /// - Throws: `badKey` for another length.
        package init(seed: [UInt8]) throws(CryptoError) {
            let handle = seed.count == keySize ? EVP_PKEY_new_raw_private_key(NID_ED25519, nil, seed, keySize) : nil
            guard let handle else { throw CryptoError(.badKey, "an Ed25519 seed has \(keySize) bytes") }
            key = KeyHandle(handle)
            var length = keySize
            var isDone = false
            let bytes = [UInt8](unsafeUninitializedCapacity: keySize) { buffer, initialized in
                isDone = EVP_PKEY_get_raw_public_key(handle, buffer.baseAddress, &length) == 1
                initialized = isDone ? keySize : 0
            }
            guard isDone else { throw CryptoError(.library, "OpenSSL gave no public key") }
            publicKey = try PublicKey(bytes)
        }

        /// The 64-byte signature of a message.
        package func sign(_ message: [UInt8]) -> [UInt8] {
            guard let context = EVP_MD_CTX_new() else { preconditionFailure("OpenSSL without memory") }
            defer { EVP_MD_CTX_free(context) }
            return [UInt8](unsafeUninitializedCapacity: signatureSize) { buffer, initialized in
                var length = signatureSize
                let done =
                    EVP_DigestSignInit(context, nil, nil, nil, key.pointer) == 1
                    && EVP_DigestSign(context, buffer.baseAddress, &length, message, message.count) == 1
                precondition(done && length == signatureSize, "OpenSSL refused Ed25519")
                initialized = signatureSize
            }
        }
    }

    /// A key of OpenSSL's, which counts its references itself and is never changed once it is made.
    private final class KeyHandle: @unchecked Sendable {
        let pointer: OpaquePointer

        init(_ pointer: OpaquePointer) { self.pointer = pointer }

        deinit { EVP_PKEY_free(pointer) }
    }
}
