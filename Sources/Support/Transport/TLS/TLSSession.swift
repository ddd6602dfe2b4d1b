import COpenSSL

/// One side of one TLS connection, without a socket: cipher text in, plain text out, and the reverse.
///
/// Belongs to whoever holds it; after `ByteStream.adopt` that is the loop.
package final class TLSSession: @unchecked Sendable {
    let ssl: OpaquePointer
    private let input: OpaquePointer
    private let output: OpaquePointer
    private let context: AnyObject
    private(set) var isSecure = false
    private(set) var hasPeerEnded = false

    init(_ context: OpaquePointer, keeping owner: AnyObject) throws(TransportError) {
        ERR_clear_error()
        guard let ssl = SSL_new(context), let input = BIO_new(BIO_s_mem()), let output = BIO_new(BIO_s_mem()) else {
            throw TransportError(.tlsConfiguration, "OpenSSL gave no session", number: OpenSSLErrors.take())
        }
        openssl_memory_never_ends(input)
        openssl_memory_never_ends(output)
        SSL_set_bio(ssl, input, output)
        self.ssl = ssl
        self.input = input
        self.output = output
        self.context = owner
    }

    // Frees both memories with it.
    deinit { SSL_free(ssl) }

    /// Takes cipher text of the peer. Process it with `handshake` or `read` before more is fed.
    func feed(_ bytes: UnsafeRawBufferPointer) throws(TransportError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let taken = BIO_write(
                input, UnsafeRawBufferPointer(rebasing: rest).baseAddress, Int32(clamping: rest.count))
            guard taken > 0 else { throw TransportError(.tlsFailed, "OpenSSL took no input") }
            rest = rest.dropFirst(Int(taken))
        }
    }

    /// Goes on with the handshake; true once it is complete.
    func handshake(into queue: inout ByteQueue) throws(TransportError) -> Bool {
        ERR_clear_error()
        let status = SSL_do_handshake(ssl)
        let kind = SSL_get_error(ssl, status)
        drain(into: &queue)
        if status == 1 {
            isSecure = true
            return true
        }
        guard kind == SSL_ERROR_WANT_READ || kind == SSL_ERROR_WANT_WRITE else { throw failure() }
        return false
    }

    /// Decrypts into `buffer`; 0 when more cipher text is needed or the peer has ended.
    func read(into buffer: UnsafeMutableRawBufferPointer, replies queue: inout ByteQueue) throws(TransportError) -> Int
    {
        ERR_clear_error()
        let count = SSL_read(ssl, buffer.baseAddress, Int32(clamping: buffer.count))
        if count > 0 { return Int(count) }
        let kind = SSL_get_error(ssl, count)
        // Reading may answer: a key update, an alert.
        drain(into: &queue)
        switch kind {
        case SSL_ERROR_WANT_READ, SSL_ERROR_WANT_WRITE: return 0
        case SSL_ERROR_ZERO_RETURN:
            hasPeerEnded = true
            return 0
        default: throw failure()
        }
    }

    /// Encrypts all of `bytes`.
    func write(_ bytes: UnsafeRawBufferPointer, into queue: inout ByteQueue) throws(TransportError) {
        ERR_clear_error()
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = UnsafeRawBufferPointer(rebasing: rest.prefix(1 << 20))
            let count = SSL_write(ssl, piece.baseAddress, Int32(piece.count))
            guard count > 0 else { throw failure() }
            rest = rest.dropFirst(Int(count))
            drain(into: &queue)
        }
    }

    /// Says goodbye: close_notify.
    func end(into queue: inout ByteQueue) {
        guard isSecure else { return }
        SSL_shutdown(ssl)
        ERR_clear_error()
        drain(into: &queue)
    }

    /// Moves the cipher text made so far to `queue`.
    func drain(into queue: inout ByteQueue) {
        withUnsafeTemporaryAllocation(byteCount: 16 * 1_024, alignment: 16) { buffer in
            while openssl_pending(output) > 0 {
                let count = BIO_read(output, buffer.baseAddress, Int32(buffer.count))
                guard count > 0 else { return }
                queue.append(UnsafeRawBufferPointer(rebasing: buffer[..<Int(count)]))
            }
        }
    }

    private func failure() -> TransportError {
        let reason = OpenSSLErrors.take()
        let verdict = SSL_get_verify_result(ssl)
        guard verdict != X509_V_OK else { return TransportError(.tlsFailed, "TLS failed", number: reason) }
        let number = Int(verdict)
        switch Int32(verdict) {
        case X509_V_ERR_HOSTNAME_MISMATCH, X509_V_ERR_IP_ADDRESS_MISMATCH:
            return TransportError(.tlsWrongHost, "the certificate is for another host", number: number)
        case X509_V_ERR_CERT_HAS_EXPIRED, X509_V_ERR_CERT_NOT_YET_VALID:
            return TransportError(.tlsExpired, "the certificate has expired or is not valid yet", number: number)
        case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT, X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY,
            X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT, X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN,
            X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE, X509_V_ERR_CERT_SIGNATURE_FAILURE:
            return TransportError(.tlsUnknownIssuer, "nobody trusted issued the certificate", number: number)
        default: return TransportError(.tlsUntrusted, "the certificate was refused", number: number)
        }
    }
}
