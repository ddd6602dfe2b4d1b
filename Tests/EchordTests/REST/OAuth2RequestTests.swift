import EchordModel
import EchordPrimitives
import FuzzKit
import JSON
import Telemetry
import Testing

@testable import Echord

/// The two operations that Discord documents as addresses only.
@Suite struct OAuth2RequestTests {
    private let secret = OAuth2Application(id: 5, secret: Secret("s3cret"))
    private let client = OAuth2Application(id: 5, secret: nil)

    private func build<Response>(_ request: APIRequest<Response>) throws -> (url: String, body: String, right: String?)
    {
        var random = SeededGenerator(seed: 1)
        let builder = RESTRequestBuilder(apiURL: "https://discord.com/api", version: 10, userAgent: "")
        let built = try builder.build(request, random: &random)
        #expect(built.headers.contains { $0 == ("Content-Type", "application/x-www-form-urlencoded") })
        return (
            built.url, String(decoding: built.body, as: UTF8.self),
            built.headers.first { $0.name == "Authorization" }?.value
        )
    }

    @Test func aCodeBecomesTokens() throws {
        let grant = OAuth2Grant.code(Secret("c&d"), redirectURI: "https://a.b/c", verifier: Secret("v"))
        let built = try build(.createToken(for: grant, of: secret))
        #expect(built.url == "https://discord.com/api/v10/oauth2/token")
        #expect(built.right == "Basic NTpzM2NyZXQ=")
        #expect(
            built.body
                == "grant_type=authorization_code&code=c%26d&redirect_uri=https%3A%2F%2Fa.b%2Fc&code_verifier=v")
        let bare = try build(.createToken(for: .code(Secret("c"), redirectURI: "r"), of: client))
        #expect(bare.right == nil)
        #expect(bare.body == "grant_type=authorization_code&code=c&redirect_uri=r&client_id=5")
    }

    @Test func tokensAreRenewedAndTheApplicationHasItsOwn() throws {
        let renewed = try build(.createToken(for: .refresh(Secret("r")), of: secret))
        #expect(renewed.body == "grant_type=refresh_token&refresh_token=r")
        let own = try build(.createToken(for: .application(scopes: [.identify, .connections]), of: secret))
        #expect(own.body == "grant_type=client_credentials&scope=identify%20connections")
    }

    @Test func aTokenIsTakenBack() throws {
        let request = APIRequest<Void>.revokeToken(Secret("t"), of: secret)
        let built = try build(request)
        #expect(built.url == "https://discord.com/api/v10/oauth2/token/revoke")
        #expect(built.body == "token=t")
        #expect(request.isRepeatable)
        #expect(try build(.revokeToken(Secret("t"), of: client)).body == "token=t&client_id=5")
    }

    @Test func tokensAreReadAndNotShown() throws {
        let answer = #"""
            {"token_type":"Bearer","access_token":"aaa","expires_in":604800,"refresh_token":"rrr","scope":"identify guilds"}
            """#
        let token = try APIRequest<OAuth2Token>.createToken(for: .refresh(Secret("r")), of: secret).reading
            .read(Array(answer.utf8))
        #expect(token.accessToken == Secret("aaa"))
        #expect(token.refreshToken == Secret("rrr"))
        #expect(token.scopes == [.identify, .guilds])
        var dumped = ""
        dump(token, to: &dumped)
        #expect(!"\(token)\(dumped)".contains("aaa"))
        #expect(!"\(token)\(dumped)".contains("rrr"))
    }
}
