import COpenSSL

/// Certificates made on the spot with OpenSSL.
struct TestAuthority {
    let certificatePEM: String
    private let identity: TestIdentity

    init(name: String = "Test Authority") {
        identity = TestIdentity(
            name: name, alternativeNames: nil, validFrom: -3_600, validFor: 86_400, isAuthority: true, issuer: nil)
        certificatePEM = identity.certificatePEM
    }

    /// A certificate for a server.
    ///
    /// - Parameters:
    ///   - alternativeNames: in OpenSSL's words, such as `DNS:localhost,IP:127.0.0.1`.
    ///   - validFrom: seconds from now.
    ///   - validFor: seconds after that.
    func issue(
        _ alternativeNames: String, name: String = "server", validFrom: Int = -3_600, validFor: Int = 86_400
    ) -> TestIdentity {
        TestIdentity(
            name: name, alternativeNames: alternativeNames, validFrom: validFrom, validFor: validFor,
            isAuthority: false, issuer: identity)
    }
}

/// A certificate with its key.
final class TestIdentity {
    private let key: OpaquePointer?
    private let certificate: OpaquePointer?

    init(
        name: String, alternativeNames: String?, validFrom: Int, validFor: Int, isAuthority: Bool,
        issuer: TestIdentity?
    ) {
        let context = EVP_PKEY_CTX_new_from_name(nil, "EC", nil)
        defer { EVP_PKEY_CTX_free(context) }
        var key: OpaquePointer?
        precondition(EVP_PKEY_keygen_init(context) == 1, "keygen")
        precondition(EVP_PKEY_CTX_set_group_name(context, "P-256") == 1, "group")
        precondition(EVP_PKEY_generate(context, &key) == 1, "generate")
        let certificate = X509_new()
        X509_set_version(certificate, 2)
        ASN1_INTEGER_set(X509_get_serialNumber(certificate), Int.random(in: 1...1_000_000_000))
        X509_gmtime_adj(X509_getm_notBefore(certificate), validFrom)
        X509_gmtime_adj(X509_getm_notAfter(certificate), validFrom + validFor)
        X509_set_pubkey(certificate, key)
        X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), "CN", 0x1001, name, -1, -1, 0)
        let issuing = issuer?.certificate ?? certificate
        X509_set_issuer_name(certificate, X509_get_subject_name(issuing))
        func add(_ kind: Int32, _ value: String) {
            let added = X509V3_EXT_conf_nid(nil, nil, kind, value)
            precondition(X509_add_ext(certificate, added, -1) == 1, "extension")
            X509_EXTENSION_free(added)
        }
        add(NID_basic_constraints, isAuthority ? "critical,CA:TRUE" : "critical,CA:FALSE")
        if let alternativeNames { add(NID_subject_alt_name, alternativeNames) }
        precondition(X509_sign(certificate, issuer?.key ?? key, EVP_sha256()) > 0, "sign")
        self.key = key
        self.certificate = certificate
    }

    deinit {
        X509_free(certificate)
        EVP_PKEY_free(key)
    }

    var certificatePEM: String { Self.text { PEM_write_bio_X509($0, certificate) } }
    var keyPEM: String { Self.text { PEM_write_bio_PrivateKey($0, key, nil, nil, 0, nil, nil) } }

    private static func text(_ write: (OpaquePointer?) -> Int32) -> String {
        let memory = BIO_new(BIO_s_mem())
        defer { BIO_free(memory) }
        precondition(write(memory) == 1, "PEM")
        var bytes = [UInt8](repeating: 0, count: 8_192)
        let count = BIO_read(memory, &bytes, Int32(bytes.count))
        return String(decoding: bytes.prefix(Int(max(0, count))), as: UTF8.self)
    }
}
