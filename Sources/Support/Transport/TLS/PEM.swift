import COpenSSL

/// Reads PEM text. OpenSSL's objects are freed with their owners.
enum PEM {
    final class Certificate {
        let pointer: OpaquePointer
        init(_ pointer: OpaquePointer) { self.pointer = pointer }
        deinit { X509_free(pointer) }
    }

    final class Key {
        let pointer: OpaquePointer
        init(_ pointer: OpaquePointer) { self.pointer = pointer }
        deinit { EVP_PKEY_free(pointer) }
    }

    /// At least one certificate, in the order of the text.
    static func certificates(_ text: String) throws(TransportError) -> [Certificate] {
        var found: [Certificate] = []
        withReader(text) { reader in
            while let certificate = PEM_read_bio_X509(reader, nil, nil, nil) {
                found.append(Certificate(certificate))
            }
        }
        ERR_clear_error()
        guard !found.isEmpty else { throw TransportError(.tlsConfiguration, "there is no certificate in the PEM text") }
        return found
    }

    static func privateKey(_ text: String) throws(TransportError) -> Key {
        // The callback answers "no pass phrase"; without it OpenSSL would ask the terminal.
        let key = withReader(text) { PEM_read_bio_PrivateKey($0, nil, { _, _, _, _ in 0 }, nil) }
        ERR_clear_error()
        guard let key else { throw TransportError(.tlsConfiguration, "there is no private key in the PEM text") }
        return Key(key)
    }

    private static func withReader<Result>(_ text: String, _ body: (OpaquePointer?) -> Result) -> Result {
        let bytes = Array(text.utf8)
        return bytes.withUnsafeBytes { buffer in
            let reader = BIO_new_mem_buf(buffer.baseAddress, Int32(clamping: buffer.count))
            defer { BIO_free(reader) }
            return body(reader)
        }
    }
}
