import COpenSSL

/// An `SSL_CTX`: thread-safe once configured, so one is made per configuration and shared.
///
/// OpenSSL 3.0 fetches algorithms under a global lock when a context is made; sessions of a ready context do not.
private final class SharedContext: @unchecked Sendable {
    let pointer: OpaquePointer

    init(_ method: OpaquePointer?) throws(TransportError) {
        guard let pointer = SSL_CTX_new(method) else {
            throw TransportError(.tlsConfiguration, "OpenSSL gave no context", number: OpenSSLErrors.take())
        }
        self.pointer = pointer
        openssl_set_modes(pointer)
        guard openssl_set_minimum_tls12(pointer) == 1 else {
            throw TransportError(.tlsConfiguration, "TLS 1.2 cannot be required", number: OpenSSLErrors.take())
        }
    }

    deinit { SSL_CTX_free(pointer) }
}

/// Verifies servers by a `TLSTrust` and makes client sessions: TLS 1.2 at least, host name checked. Cheap to copy.
package struct TLSClientContext: Sendable {
    private let context: SharedContext

    /// Loads the trust. Costs tens of milliseconds for the system's store: make one and keep it.
    ///
    /// - Throws: `tlsConfiguration` when the authorities cannot be read.
    package init(trust: TLSTrust = .system) throws(TransportError) {
        ERR_clear_error()
        context = try SharedContext(TLS_client_method())
        SSL_CTX_set_verify(context.pointer, SSL_VERIFY_PEER, nil)
        guard let pem = trust.authoritiesPEM else {
            guard SSL_CTX_set_default_verify_paths(context.pointer) == 1 else {
                throw TransportError(
                    .tlsConfiguration, "the system's authorities cannot be read", number: OpenSSLErrors.take())
            }
            return
        }
        let store = SSL_CTX_get_cert_store(context.pointer)
        for certificate in try PEM.certificates(pem) {
            guard X509_STORE_add_cert(store, certificate.pointer) == 1 else {
                throw TransportError(.tlsConfiguration, "an authority was refused", number: OpenSSLErrors.take())
            }
        }
    }

    /// A session that accepts only a certificate for `host` (a name or an IP address) and speaks HTTP/1.1.
    package func session(host: String) throws(TransportError) -> TLSSession {
        let session = try TLSSession(context.pointer, keeping: context)
        SSL_set_connect_state(session.ssl)
        let parameters = SSL_get0_param(session.ssl)
        X509_VERIFY_PARAM_set_hostflags(parameters, UInt32(openssl_host_flags()))
        let isAddress = X509_VERIFY_PARAM_set1_ip_asc(parameters, host) == 1
        if !isAddress {
            ERR_clear_error()
            let isSet =
                !host.isEmpty && X509_VERIFY_PARAM_set1_host(parameters, host, host.utf8.count) == 1
                && openssl_set_server_name(session.ssl, host) == 1
            guard isSet else {
                throw TransportError(.tlsConfiguration, "the host name cannot be used", number: OpenSSLErrors.take())
            }
        }
        let protocols: [UInt8] = [8] + Array("http/1.1".utf8)
        SSL_set_alpn_protos(session.ssl, protocols, UInt32(protocols.count))
        return session
    }
}

/// Shows a certificate to clients and makes server sessions. Cheap to copy.
package struct TLSServerContext: Sendable {
    private let context: SharedContext

    /// - Parameters:
    ///   - certificatePEM: the certificate, then the chain towards the authority.
    ///   - keyPEM: the private key of the first certificate, without a pass phrase.
    /// - Throws: `tlsConfiguration` when one cannot be read or they do not belong together.
    package init(certificatePEM: String, keyPEM: String) throws(TransportError) {
        ERR_clear_error()
        context = try SharedContext(TLS_server_method())
        let chain = try PEM.certificates(certificatePEM)
        let key = try PEM.privateKey(keyPEM)
        var isUsable = SSL_CTX_use_certificate(context.pointer, chain.first?.pointer) == 1
        for certificate in chain.dropFirst() {
            isUsable = isUsable && openssl_add_chain(context.pointer, certificate.pointer) == 1
        }
        isUsable = isUsable && SSL_CTX_use_PrivateKey(context.pointer, key.pointer) == 1
        guard isUsable, SSL_CTX_check_private_key(context.pointer) == 1 else {
            throw TransportError(
                .tlsConfiguration, "certificate and key do not belong together", number: OpenSSLErrors.take())
        }
    }

    /// A session for one accepted connection.
    package func session() throws(TransportError) -> TLSSession {
        let session = try TLSSession(context.pointer, keeping: context)
        SSL_set_accept_state(session.ssl)
        return session
    }
}

/// OpenSSL's error queue of this thread.
enum OpenSSLErrors {
    /// Empties the queue; the reason of the last error.
    static func take() -> Int? {
        let last = ERR_peek_last_error()
        ERR_clear_error()
        return last == 0 ? nil : Int(openssl_reason(last))
    }
}
