import COpenSSL

/// AES-256 in Galois/Counter Mode (NIST SP 800-38D).
///
/// A nonce must never be used twice under one key; with random nonces a key serves up to 2³² messages.
package enum AESGCM {
    package static let keySize = 32
    package static let nonceSize = 12
    package static let tagSize = 16

    /// Encrypts `plaintext` and authenticates it with `additionalData`.
    ///
    /// - Returns: the ciphertext followed by the 16-byte tag.
    package static func seal(
        _ plaintext: [UInt8], key: SymmetricKey, nonce: [UInt8], additionalData: [UInt8] = []
    ) throws(CryptoError) -> [UInt8] {
        let context = try Context.make(key: key, nonce: nonce, encrypting: true)
        try context.authenticate(additionalData)
        var sealed = [UInt8](repeating: 0, count: plaintext.count + tagSize)
        let size = plaintext.count
        let done = sealed.withUnsafeMutableBufferPointer { output in
            var length: Int32 = 0
            guard EVP_CipherUpdate(context.pointer, output.baseAddress, &length, plaintext, Int32(size)) == 1,
                EVP_CipherFinal_ex(context.pointer, output.baseAddress.map { $0 + size }, &length) == 1,
                let tag = output.baseAddress.map({ $0 + size })
            else { return false }
            return EVP_CIPHER_CTX_ctrl(context.pointer, EVP_CTRL_AEAD_GET_TAG, Int32(tagSize), tag) == 1
        }
        guard done else { throw CryptoError(.library, "AES-256-GCM could not seal") }
        return sealed
    }

    /// Decrypts what `seal` returned; throws `.authentication` when anything was changed.
    package static func open(
        _ sealed: [UInt8], key: SymmetricKey, nonce: [UInt8], additionalData: [UInt8] = []
    ) throws(CryptoError) -> [UInt8] {
        guard sealed.count >= tagSize else { throw CryptoError(.malformed, "shorter than its tag") }
        let context = try Context.make(key: key, nonce: nonce, encrypting: false)
        try context.authenticate(additionalData)
        let size = sealed.count - tagSize
        var plaintext = [UInt8](repeating: 0, count: size)
        var tag = Array(sealed[size...])
        let done = plaintext.withUnsafeMutableBufferPointer { output in
            var length: Int32 = 0
            var rest: UInt8 = 0
            guard EVP_CipherUpdate(context.pointer, output.baseAddress, &length, sealed, Int32(size)) == 1,
                EVP_CIPHER_CTX_ctrl(context.pointer, EVP_CTRL_AEAD_SET_TAG, Int32(tagSize), &tag) == 1
            else { return false }
            return EVP_CipherFinal_ex(context.pointer, &rest, &length) == 1
        }
        guard done else { throw CryptoError(.authentication, "the sealed bytes are not what was sealed") }
        return plaintext
    }

    /// One initialised cipher, freed (and wiped) when it goes.
    private struct Context: ~Copyable {
        let pointer: OpaquePointer

        static func make(key: SymmetricKey, nonce: [UInt8], encrypting: Bool) throws(CryptoError) -> Context {
            guard key.bytes.count == keySize else { throw CryptoError(.badKey, "AES-256 needs 32 bytes") }
            guard nonce.count == nonceSize else { throw CryptoError(.badNonce, "GCM needs 12 bytes") }
            guard let pointer = EVP_CIPHER_CTX_new() else { throw CryptoError(.library, "no memory") }
            let context = Context(pointer: pointer)
            let cipher = OpenSSLAlgorithm.aes256GCM.pointer
            guard EVP_CipherInit_ex2(pointer, cipher, key.bytes, nonce, encrypting ? 1 : 0, nil) == 1 else {
                throw CryptoError(.library, "AES-256-GCM is not available")
            }
            return context
        }

        deinit { EVP_CIPHER_CTX_free(pointer) }

        borrowing func authenticate(_ data: [UInt8]) throws(CryptoError) {
            guard !data.isEmpty else { return }
            var length: Int32 = 0
            guard EVP_CipherUpdate(pointer, nil, &length, data, Int32(data.count)) == 1 else {
                throw CryptoError(.library, "additional data refused")
            }
        }
    }
}
