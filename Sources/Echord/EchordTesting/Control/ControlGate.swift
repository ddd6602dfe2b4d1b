import Crypto
import Telemetry
import Transport

/// Who may use the control API: callers of this machine, or with a token whoever has it; never a page of another site.
struct ControlGate: Sendable {
    /// The cookie in which a browser keeps the token.
    static let cookie = "local_discord_control"

    /// Needed from everyone when it is there.
    let token: Secret<String>?

    /// The token that is needed: the one asked for, or a made one when the server listens beyond this machine.
    static func token(configured: Secret<String>?, host: String) -> Secret<String>? {
        if let configured { return configured }
        return isLoopbackName(host) ? nil : Secret(Base64URL.encode(SecureRandom.bytes(count: 32)))
    }

    /// - Throws: `unauthorized` without the token, `forbidden` from elsewhere.
    func admit(_ request: HTTPServerRequest) throws(ActRefusal) {
        let host = request.headers["Host"] ?? ""
        if let token {
            guard Self.presents(request, token) else {
                throw ActRefusal(.unauthorized, "The control API needs its token.")
            }
        } else {
            guard Self.isLoopback(request.remoteAddress) else {
                throw ActRefusal(.forbidden, "The control API answers callers of this machine only.")
            }
            guard Self.isLoopbackName(Self.hostName(host)) else {
                throw ActRefusal(.forbidden, "The control API is reached by a loopback name only.")
            }
        }
        if let origin = request.headers["Origin"], origin != "http://" + host {
            throw ActRefusal(.forbidden, "The control API does not answer pages of other sites.")
        }
    }

    /// Answers a visit of the Playground that brings the token: the browser keeps it, and the address bar loses it.
    func welcome(_ request: HTTPServerRequest) -> HTTPServerResponse? {
        guard let token, request.method == .get, let given = request.query("token") else { return nil }
        guard Self.equal(given, token) else {
            return .text("This is not the token of the control API.", status: .unauthorized)
        }
        return HTTPServerResponse(
            status: .found,
            headers: [
                "Location": "/", "Cache-Control": "no-store", "Referrer-Policy": "no-referrer",
                "Set-Cookie": "\(Self.cookie)=\(token.reveal()); Path=/; HttpOnly; SameSite=Strict",
            ])
    }

    // MARK: - The token

    private static func presents(_ request: HTTPServerRequest, _ token: Secret<String>) -> Bool {
        if let header = request.headers["Authorization"], header.hasPrefix("Bearer ") {
            return equal(header.dropFirst("Bearer ".count).trimmingSpaces, token)
        }
        return request.headers.values("Cookie").flatMap { $0.split(separator: ";") }.contains { pair in
            let parts = pair.split(separator: "=", maxSplits: 1)
            return parts.count == 2 && parts[0].trimmingSpaces == cookie && equal(parts[1].trimmingSpaces, token)
        }
    }

    private static func equal(_ given: String, _ token: Secret<String>) -> Bool {
        ConstantTime.equal(Array(given.utf8), Array(token.reveal().utf8))
    }

    // MARK: - Addresses

    static func isLoopback(_ address: String) -> Bool {
        address.hasPrefix("127.") || address == "::1" || address.hasPrefix("::ffff:127.")
    }

    static func isLoopbackName(_ name: String) -> Bool {
        name == "localhost" || name.hasSuffix(".localhost") || isLoopback(name)
    }

    /// The name in a Host header, without port and brackets.
    static func hostName(_ host: String) -> String {
        if host.hasPrefix("["), let end = host.firstIndex(of: "]") {
            return String(host[host.index(after: host.startIndex)..<end])
        }
        return String(host.split(separator: ":").first ?? "").lowercased()
    }
}
