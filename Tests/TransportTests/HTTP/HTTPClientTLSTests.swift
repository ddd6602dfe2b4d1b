import CLinux
import COpenSSL
import Dispatch
import Glibc
import Testing

@testable import Transport

/// A blocking HTTPS server on plain OpenSSL: one connection, one answer.
private final class BlockingTLSServer: Sendable {
    let port: Int

    init(_ identity: TestIdentity, maximumVersion: Int32? = nil) throws {
        // OpenSSL writes to a socket that the client has closed.
        signal(SIGPIPE, SIG_IGN)
        let sockets = try ListeningSockets.bind(host: "127.0.0.1", port: 0, count: 1, backlog: 4)
        port = sockets.port
        // The serving thread keeps the socket: closed earlier, its number could become that of another test's server.
        let listener = OwnedDescriptor(sockets.descriptors[0])
        let (certificate, key) = (identity.certificatePEM, identity.keyPEM)
        DispatchQueue.global().async { Self.serve(listener, certificate, key, maximumVersion) }
    }

    private static func serve(
        _ listener: OwnedDescriptor, _ certificate: String, _ key: String, _ maximumVersion: Int32?
    ) {
        // The listening socket does not block; what it accepts does.
        var wanted = pollfd(fd: listener.fd, events: Int16(POLLIN), revents: 0)
        poll(&wanted, 1, 20_000)
        let peer = accept(listener.fd, nil, nil)
        guard peer >= 0 else { return }
        defer { withExtendedLifetime(listener) { _ = close(peer) } }
        let context = SSL_CTX_new(TLS_server_method())
        defer { SSL_CTX_free(context) }
        if let maximumVersion {
            // TLS 1.1 needs a lowered security level, on the server only.
            SSL_CTX_set_security_level(context, 0)
            _ = openssl_allow_tls11(context)
            _ = openssl_set_maximum_tls(context, maximumVersion)
        }
        let parsed = read(certificate) { PEM_read_bio_X509($0, nil, nil, nil) }
        let parsedKey = read(key) { PEM_read_bio_PrivateKey($0, nil, nil, nil) }
        defer {
            X509_free(parsed)
            EVP_PKEY_free(parsedKey)
        }
        SSL_CTX_use_certificate(context, parsed)
        SSL_CTX_use_PrivateKey(context, parsedKey)
        let session = SSL_new(context)
        defer { SSL_free(session) }
        SSL_set_fd(session, peer)
        guard SSL_accept(session) == 1 else { return }
        var buffer = [UInt8](repeating: 0, count: 8_192)
        _ = SSL_read(session, &buffer, Int32(buffer.count))
        let answer = Array("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok".utf8)
        _ = SSL_write(session, answer, Int32(answer.count))
        SSL_shutdown(session)
    }

    private static func read(_ text: String, _ parse: (OpaquePointer?) -> OpaquePointer?) -> OpaquePointer? {
        // The BIO reads the text where it is, so the text must stay until it has been read.
        text.withCString { text in
            let memory = BIO_new_mem_buf(text, -1)
            defer { BIO_free(memory) }
            return parse(memory)
        }
    }
}

@Suite struct HTTPClientTLSTests {
    static func ask(
        _ identity: TestIdentity, trusting authority: TestAuthority?, host: String = "localhost",
        maximumVersion: Int32? = nil
    ) async throws -> Result<HTTPClientResponse, TransportError> {
        let server = try BlockingTLSServer(identity, maximumVersion: maximumVersion)
        let trust = authority.map { TLSTrust.authorities(pem: $0.certificatePEM) } ?? .system
        return try await HTTPClientTests.withClient({ $0.trust = trust }) { client in
            do throws(TransportError) {
                return .success(try await client.send(HTTPClientRequest(url: "https://\(host):\(server.port)/secret")))
            } catch {
                return .failure(error)
            }
        }
    }

    static func code(_ outcome: Result<HTTPClientResponse, TransportError>) -> TransportError.Code? {
        guard case .failure(let error) = outcome else { return nil }
        #expect(!error.description.contains("secret"))
        return error.code
    }

    @Test(arguments: ["localhost", "127.0.0.1"])
    func aGoodCertificateIsBelieved(host: String) async throws {
        let authority = TestAuthority()
        let outcome = try await Self.ask(
            authority.issue("DNS:localhost,IP:127.0.0.1"), trusting: authority, host: host)
        #expect(try outcome.get().body == Array("ok".utf8))
    }

    @Test func anotherNameIsRefused() async throws {
        let authority = TestAuthority()
        let outcome = try await Self.ask(authority.issue("DNS:example.org", name: "localhost"), trusting: authority)
        #expect(Self.code(outcome) == .tlsWrongHost)
    }

    @Test func anUnknownIssuerIsRefused() async throws {
        let identity = TestAuthority().issue("DNS:localhost")
        #expect(
            Self.code(try await Self.ask(identity, trusting: TestAuthority(name: "Another Authority")))
                == .tlsUnknownIssuer)
        #expect(Self.code(try await Self.ask(identity, trusting: nil)) == .tlsUnknownIssuer)
    }

    @Test func anExpiredCertificateIsRefused() async throws {
        let authority = TestAuthority()
        let identity = authority.issue("DNS:localhost", validFrom: -7_200, validFor: 3_600)
        #expect(Self.code(try await Self.ask(identity, trusting: authority)) == .tlsExpired)
    }

    @Test func aCertificateOfTomorrowIsRefused() async throws {
        let authority = TestAuthority()
        let identity = authority.issue("DNS:localhost", validFrom: 3_600, validFor: 3_600)
        #expect(Self.code(try await Self.ask(identity, trusting: authority)) == .tlsExpired)
    }

    @Test func oldTLSIsRefused() async throws {
        let authority = TestAuthority()
        let outcome = try await Self.ask(
            authority.issue("DNS:localhost"), trusting: authority, maximumVersion: TLS1_1_VERSION)
        #expect(Self.code(outcome) == .tlsFailed)
    }

    @Test func authoritiesThatCannotBeReadAreAFailure() async throws {
        let server = try BlockingTLSServer(TestAuthority().issue("DNS:localhost"))
        let error = try await HTTPClientFaultTests.failure(HTTPClientRequest(url: "https://localhost:\(server.port)/"))
        {
            $0.trust = .authorities(pem: "nonsense")
        }
        #expect(error?.code == .tlsFailed)
    }

    @Test func plainTextOnATLSPortIsAFailure() async throws {
        let error = try await HTTPClientFaultTests.serving("HTTP/1.1 400 Bad Request\r\n\r\n") { port in
            let raw = HTTPClientRequest(url: "https://127.0.0.1:\(port)/", timeout: .milliseconds(200))
            return try await HTTPClientFaultTests.failure(raw)
        }
        #expect(error != nil)
    }
}
