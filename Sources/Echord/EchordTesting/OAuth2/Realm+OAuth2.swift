import Crypto
import JSON
import Transport

/// OAuth2 with PKCE. Source: https://discord.com/developers/docs/topics/oauth2, RFC 6749, RFC 7636
extension Realm {
    // MARK: - Saying yes or no

    /// Where a user is sent back to who was asked at an address.
    ///
    /// - Parameters:
    ///   - query: what stands after the `?` of the address.
    ///   - user: who says yes; nil for a no.
    /// - Throws: 10002 for another application, 50035 for what Discord's page would refuse to show.
    mutating func authorize(_ query: QueryItems, as user: Flake?) throws(Refusal) -> String {
        let redirectURI = try checkAuthorization(query)
        var back = QueryItems()
        if let user {
            let text = random.token(30)
            let scopes = (query["scope"] ?? "").split(separator: " ").map(String.init)
            oauth2.add(
                OAuth2Book.Code(
                    grant: .init(user: user, scopes: scopes), redirectURI: redirectURI,
                    challenge: query["code_challenge"], until: now + OAuth2Book.codeLifetime), as: text)
            back.add("code", text)
        } else {
            back.add("error", "access_denied")
            back.add("error_description", "The resource owner or authorization server denied the request")
        }
        if let state = query["state"] { back.add("state", state) }
        return redirectURI + (redirectURI.contains("?") ? "&" : "?") + back.encoded
    }

    /// Looks at what is asked before anybody says yes or no.
    ///
    /// - Returns: where they go back to.
    func checkAuthorization(_ query: QueryItems) throws(Refusal) -> String {
        guard query["client_id"].flatMap({ Flake($0) }) == world.application.id else { throw .unknownApplication }
        var errors = FieldErrors()
        let redirectURI = query["redirect_uri"] ?? ""
        if !settings.redirectURIs.contains(redirectURI) {
            errors.add(["redirect_uri"], "OAUTH2_REDIRECT_URI_INVALID", "Redirect URI is not supported by client")
        }
        if query["response_type"] != "code" { errors.choices(["response_type"], ["code"]) }
        if query["scope"]?.isEmpty != false { errors.required(["scope"]) }
        if query["code_challenge"] != nil, query["code_challenge_method"] != "S256" {
            errors.choices(["code_challenge_method"], ["S256"])
        }
        try errors.throwIfAny()
        return redirectURI
    }

    // MARK: - Tokens

    /// Gives tokens for a code, a refresh token, or the application's own name.
    mutating func makeTokens(_ call: RESTCall) -> RESTReply {
        guard isApplication(call) else { return .oauth2(401, "invalid_client") }
        switch call.body["grant_type"]?.text {
        case "authorization_code":
            guard let code = oauth2.take(call.body["code"]?.text ?? "", at: now),
                code.redirectURI == call.body["redirect_uri"]?.text,
                Self.proves(call.body["code_verifier"]?.text, code.challenge)
            else { return .oauth2(400, "invalid_grant", "Invalid \"code\" in request.") }
            return tokens(code.grant, isRenewable: true)
        case "refresh_token":
            guard let pair = oauth2.take(refresh: call.body["refresh_token"]?.text ?? "") else {
                return .oauth2(400, "invalid_grant")
            }
            return tokens(pair.grant, isRenewable: true)
        case "client_credentials":
            let scopes = (call.body["scope"]?.text ?? "").split(separator: " ").map(String.init)
            return tokens(.init(user: world.application.owner, scopes: scopes), isRenewable: false)
        default: return .oauth2(400, "unsupported_grant_type")
        }
    }

    /// Makes tokens good for nothing; a token that nobody knows is no fault (RFC 7009).
    mutating func revokeTokens(_ call: RESTCall) -> RESTReply {
        guard isApplication(call) else { return .oauth2(401, "invalid_client") }
        _ = oauth2.revoke(call.body["token"]?.text ?? "")
        return .ok([:])
    }

    /// What the token of a request opens.
    func authorization(_ call: RESTCall) throws(Refusal) -> RESTReply {
        guard let header = call.authorization, header.hasPrefix("Bearer "),
            let pair = oauth2.pair(access: String(header.dropFirst("Bearer ".count)), at: now)
        else { throw .unauthorized }
        let app = world.application
        var fields: JSONObject = [
            "application": [
                "id": app.id.json, "name": .string(app.name), "icon": .null, "description": .string(app.description),
                "hook": true, "bot_public": true, "bot_require_code_grant": false,
                "verify_key": .string(settings.verifyKey),
            ],
            "scopes": .array(pair.grant.scopes.map(JSONValue.string)), "expires": .string(pair.until.iso),
        ]
        if pair.grant.scopes.contains("identify") { fields["user"] = world.userJSON(pair.grant.user) }
        return .ok(.object(fields))
    }

    private mutating func tokens(_ grant: OAuth2Book.Grant, isRenewable: Bool) -> RESTReply {
        let pair = OAuth2Book.Pair(
            grant: grant, access: random.token(30), refresh: isRenewable ? random.token(30) : nil,
            until: now + OAuth2Book.tokenLifetime)
        oauth2.add(pair)
        var fields: JSONObject = [
            "token_type": "Bearer", "access_token": .string(pair.access),
            "expires_in": .number(OAuth2Book.tokenLifetime.components.seconds),
            "scope": .string(grant.scopes.joined(separator: " ")),
        ]
        if let refresh = pair.refresh { fields["refresh_token"] = .string(refresh) }
        return .ok(.object(fields))
    }

    /// The application, by HTTP Basic or by the fields; its secret is always needed.
    private func isApplication(_ call: RESTCall) -> Bool {
        var id = call.body["client_id"]?.text
        var secret = call.body["client_secret"]?.text
        if let header = call.authorization, header.hasPrefix("Basic "),
            let bytes = Base64.decode(header.dropFirst("Basic ".count))
        {
            let parts = String(decoding: bytes, as: UTF8.self).split(separator: ":", maxSplits: 1).map(String.init)
            (id, secret) = (parts.first, parts.count > 1 ? parts[1] : nil)
        }
        return id == world.application.id.text && secret == settings.clientSecret
    }

    private static func proves(_ verifier: String?, _ challenge: String?) -> Bool {
        guard let challenge else { return true }
        guard let verifier, (43...128).contains(verifier.utf8.count) else { return false }
        return Base64URL.encode(SHA256.digest(verifier)) == challenge
    }
}

extension RESTReply {
    /// A refusal in the form of RFC 6749.
    fileprivate static func oauth2(_ status: Int, _ error: String, _ description: String? = nil) -> RESTReply {
        var fields: JSONObject = ["error": .string(error)]
        if let description { fields["error_description"] = .string(description) }
        return RESTReply(status: status, body: .object(fields))
    }
}
