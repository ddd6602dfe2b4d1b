import EchordModel
import EchordPrimitives
import JSON
import Locking
import Telemetry
import Testing

@testable import Echord

@Suite struct OAuth2ClientTests {
    /// A machine's clock.
    private final class WallClock: Sendable {
        let now = Locked<Int64>(1_700_000_000)
    }

    private let wall = WallClock()

    private func client(_ transport: some RESTTransport, secret: String? = "app-secret") -> OAuth2Client {
        let wall = wall
        return OAuth2Client(
            OAuth2Application(id: 77, secret: secret.map { Secret($0) }), redirectURI: "https://a.example/back?x=1",
            rest: RESTClient(token: nil, transport: transport), wallClock: { wall.now.withLock { $0 } })
    }

    private static func token(_ access: String, refresh: String? = "r1", seconds: Int = 604_800) -> RESTTransportAnswer
    {
        let refresh = refresh.map { #","refresh_token":"\#($0)""# } ?? ""
        return .json(
            #"{"access_token":"\#(access)","token_type":"Bearer","expires_in":\#(seconds),"scope":"identify guilds"\#(refresh)}"#
        )
    }

    private func query(_ url: String) -> [String: String] {
        let text = url.split(separator: "?", maxSplits: 1)[1]
        return text.split(separator: "&").reduce(into: [:]) { result, part in
            let pair = part.split(separator: "=", maxSplits: 1)
            result[String(pair[0])] = String(pair[1])
        }
    }

    // MARK: - The way to Discord

    @Test func theUserIsSentWithAStateAndAChallenge() throws {
        let client = client(ScriptedTransport(.noContent))
        let request = client.authorize(
            scopes: [.identify, OAuth2Scope(rawValue: "brand.new")], prompt: OAuth2Prompt.none,
            installation: OAuth2Installation(
                permissions: [.manageMessages], guild: 5, isGuildFixed: true, type: .guildInstall))
        #expect(request.url.hasPrefix("https://discord.com/oauth2/authorize?response_type=code&client_id=77&"))
        let query = query(request.url)
        #expect(query["redirect_uri"] == "https%3A%2F%2Fa.example%2Fback%3Fx%3D1")
        #expect(query["scope"] == "identify%20brand.new" || query["scope"] == "identify+brand.new")
        #expect(query["prompt"] == "none" && query["permissions"] == "8192" && query["guild_id"] == "5")
        #expect(query["disable_guild_select"] == "true" && query["integration_type"] == "0")
        #expect(query["state"] == request.state.reveal() && request.state.reveal().utf8.count == 43)
        #expect(query["code_challenge"] == OAuth2PKCE.challenge(request.verifier.reveal()))
        #expect(query["code_challenge_method"] == "S256")
        #expect(!request.url.contains(request.verifier.reveal()))
        let other = client.authorize(scopes: [.identify])
        #expect(other.state != request.state && other.verifier != request.verifier)
    }

    @Test func theChallengeIsThatOfTheStandard() {
        // RFC 7636, appendix B.
        #expect(
            OAuth2PKCE.challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
                == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
    }

    @Test func anInvitationHasPermissionsAndNoWayBack() {
        let installation = OAuth2Installation(permissions: [.viewChannel, .sendMessages])
        let query = query(installation.inviteURL(for: 77))
        #expect(query["client_id"] == "77" && query["permissions"] == "3072" && query["redirect_uri"] == nil)
        #expect(query["scope"] == "bot%20applications.commands" || query["scope"] == "bot+applications.commands")
    }

    @Test(
        arguments: [
            ("code=abc&state=STATE", "abc"), ("state=STATE&code=a%2Fb&guild_id=5", "a/b"), ("code=abc", nil),
            ("code=abc&state=other", nil), ("code=abc&state=STATE&state=STATE", nil), ("state=STATE", nil),
            ("code=&state=STATE", nil), ("error=access_denied&state=STATE", nil), ("code=%ZZ&state=STATE", nil),
            ("", nil),
        ] as [(String, String?)])
    func theCodeIsTakenOnlyWithItsOwnState(_ query: String, _ code: String?) {
        let request = OAuth2AuthorizationRequest(
            state: Secret("STATE"), verifier: Secret("v"), redirectURI: "https://a.example")
        #expect((try? request.code(in: query).reveal()) == code)
    }

    // MARK: - Tokens

    @Test func aCodeBecomesTokensWithTheirEnd() async throws {
        let transport = ScriptedTransport(Self.token("a1"))
        let client = client(transport)
        let request = client.authorize(scopes: [.identify])
        let answer = try await client.exchange(Secret("the code"), of: request)
        #expect(answer.tokens.access == Secret("a1") && answer.tokens.refresh == Secret("r1"))
        #expect(answer.tokens.scopes == [.identify, .guilds])
        #expect(answer.tokens.expiresAt == 1_700_000_000 + 604_800)
        let body = String(decoding: transport.requests[0].body, as: UTF8.self)
        #expect(
            body.contains("grant_type=authorization_code")
                && body.contains("code_verifier=\(request.verifier.reveal())"))
        #expect(transport.requests[0].headers.contains { $0.name == "Authorization" && $0.value.hasPrefix("Basic ") })
    }

    @Test func aPublicClientNamesItself() async throws {
        let transport = ScriptedTransport(Self.token("a1"))
        _ = try await client(transport, secret: nil).clientCredentials(scopes: [.identify])
        let sent = transport.requests[0]
        #expect(String(decoding: sent.body, as: UTF8.self).contains("client_id=77"))
        #expect(!sent.headers.contains { $0.name == "Authorization" })
    }

    @Test func tokensAreNeverSeen() async throws {
        let answer = try await client(ScriptedTransport(Self.token("a1-secret", refresh: "r1-secret")))
            .clientCredentials(scopes: [.identify])
        for text in ["\(answer)", "\(answer.tokens)", "\(answer.full)", String(reflecting: answer.full)] {
            #expect(!text.contains("a1-secret") && !text.contains("r1-secret"))
        }
        var dumped = ""
        dump(answer, to: &dumped)
        #expect(!dumped.contains("a1-secret") && !dumped.contains("r1-secret"))
        let member = AddMember(accessToken: Secret("m-secret"))
        #expect(!"\(member)".contains("m-secret") && JSON.encodeToString(member).contains("m-secret"))
    }

    @Test func theRefreshTokenStaysWhenNoneComes() async throws {
        let client = client(ScriptedTransport(Self.token("a2", refresh: nil)))
        let old = OAuth2Tokens(access: Secret("a1"), refresh: Secret("r1"), scopes: [], expiresAt: 0)
        let next = try await client.refresh(old)
        #expect(next.access == Secret("a2") && next.refresh == Secret("r1"))
        let last = OAuth2Tokens(access: Secret("a1"), refresh: nil, scopes: [], expiresAt: 0)
        await #expect(throws: EchordError.self) { try await client.refresh(last) }
    }

    @Test func theRefreshTokenIsRevokedWithAllThatHangsOnIt() async throws {
        let transport = ScriptedTransport(.json("{}"))
        try await client(transport).revoke(
            OAuth2Tokens(access: Secret("a1"), refresh: Secret("r1"), scopes: [], expiresAt: 0))
        #expect(transport.requests[0].url.hasSuffix("/oauth2/token/revoke"))
        #expect(String(decoding: transport.requests[0].body, as: UTF8.self).contains("token=r1"))
    }

    // MARK: - Renewal

    private func tokens(_ access: String, expiresAt: Int64) -> OAuth2Tokens {
        OAuth2Tokens(access: Secret(access), refresh: Secret("r0"), scopes: [], expiresAt: expiresAt)
    }

    @Test func tokensAreRenewedBeforeTheirEndAndOnlyOnce() async throws {
        let kept = Locked<[OAuth2Tokens]>([])
        let gate = AsyncStream.makeStream(of: Void.self)
        let transport = ScriptedTransport { _, _ in
            for await _ in gate.stream {}
            return Self.token("a1")
        }
        let session = client(transport).session(tokens("a0", expiresAt: 1_700_000_059)) { tokens in
            kept.withLock { $0.append(tokens) }
        }
        let found = try await withThrowingTaskGroup(of: Secret<String>.self) { group in
            for _ in 0..<20 { group.addTask { try await session.accessToken() } }
            while transport.requests.isEmpty { await Task.yield() }
            gate.continuation.finish()
            var found: [Secret<String>] = []
            for try await token in group { found.append(token) }
            return found
        }
        #expect(found == Array(repeating: Secret("a1"), count: 20))
        #expect(transport.requests.count == 1)
        #expect(kept.withLock { $0.map(\.access) } == [Secret("a1")])
        #expect(try await session.accessToken() == Secret("a1"))
    }

    @Test func goodTokensAreUsedAsTheyAre() async throws {
        let transport = ScriptedTransport(.noContent)
        let session = client(transport).session(tokens("a0", expiresAt: 1_700_000_061))
        #expect(try await session.accessToken() == Secret("a0"))
        wall.now.withLock { $0 += 1 }
        await #expect(throws: (any Error).self) { try await session.accessToken() }
    }

    @Test func whoIsCancelledDoesNotLoseTheNewTokens() async throws {
        let gate = AsyncStream.makeStream(of: Void.self)
        let transport = ScriptedTransport { _, _ in
            for await _ in gate.stream {}
            return Self.token("a1")
        }
        let session = client(transport).session(tokens("a0", expiresAt: 0))
        let asker = Task { try await session.accessToken() }
        while transport.requests.isEmpty { await Task.yield() }
        asker.cancel()
        gate.continuation.finish()
        _ = await asker.result
        #expect(try await session.accessToken() == Secret("a1"))
        #expect(transport.requests.count == 1)
    }

    @Test func tokensThatCannotBeStoredAreUsedAllTheSame() async throws {
        struct Full: Error {}
        let transport = ScriptedTransport(Self.token("a1"))
        let session = client(transport).session(tokens("a0", expiresAt: 0)) { _ in throw Full() }
        await #expect(throws: Full.self) { try await session.accessToken() }
        #expect(try await session.accessToken() == Secret("a1"))
        #expect(transport.requests.count == 1)
    }

    @Test func aRenewalThatFailsIsTriedAgainByTheNext() async throws {
        let transport = ScriptedTransport { _, index in
            index == 0 ? .json(#"{"error":"invalid_grant"}"#, status: 400) : Self.token("a1")
        }
        let session = client(transport).session(tokens("a0", expiresAt: 0))
        await #expect(throws: EchordError.self) { try await session.accessToken() }
        #expect(try await session.accessToken() == Secret("a1"))
    }

    @Test func aTokenThatDiscordHasForgottenIsRenewedAndTheRequestSentAgain() async throws {
        let transport = ScriptedTransport { request, _ in
            if request.url.hasSuffix("/oauth2/token") { return Self.token("a1") }
            let isNew = request.headers.contains { $0.value == "Bearer a1" }
            return isNew
                ? .json(#"{"keys":[]}"#) : .json(#"{"message":"401: Unauthorized","code":0}"#, status: 401)
        }
        let session = client(transport).session(tokens("a0", expiresAt: 2_000_000_000))
        let keys = try await session.send { token in APIRequest<SigningKeys>(.get, "/things", as: .bearer(token)) }
        #expect(keys.keys.isEmpty)
        #expect(transport.requests.count == 3)
        #expect(await session.tokens.access == Secret("a1"))
    }
}
