extension TransportError.Code {
    /// The peer's certificate is for another host name.
    package static let tlsWrongHost = Self(rawValue: "tls_wrong_host")
    /// Nobody we trust issued the peer's certificate.
    package static let tlsUnknownIssuer = Self(rawValue: "tls_unknown_issuer")
    /// The peer's certificate has expired or is not valid yet.
    package static let tlsExpired = Self(rawValue: "tls_expired")
    /// The peer's certificate was refused for another reason; `number` is OpenSSL's verification result.
    package static let tlsUntrusted = Self(rawValue: "tls_untrusted")
    /// The TLS handshake or a record failed; `number` is OpenSSL's reason.
    package static let tlsFailed = Self(rawValue: "tls_failed")
    /// A certificate, key or list of authorities given to us cannot be used.
    package static let tlsConfiguration = Self(rawValue: "tls_configuration")

    static let tlsCodes: [Self] = [
        .tlsWrongHost, .tlsUnknownIssuer, .tlsExpired, .tlsUntrusted, .tlsFailed, .tlsConfiguration,
    ]
}
