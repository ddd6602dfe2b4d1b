import Echord
import EchordModel
import EchordPrimitives
import EchordTesting
import Telemetry
import Testing

@Suite("OAuth2 against the local Discord")
struct OAuth2StoryTests {
    private static let back = "http://127.0.0.1/back"

    private static func run(_ body: @escaping @Sendable (LocalDiscord, OAuth2Client) async throws -> Void) async throws
    {
        var configuration = LocalDiscord.Configuration()
        configuration.redirectURIs = [back]
        try await LocalDiscord.running(configuration: configuration) { discord in
            let rest = try RESTClient(token: nil, configuration: RESTConfiguration(apiURL: discord.url + "/api"))
            let clock = discord.clock
            let client = OAuth2Client(
                OAuth2Application(id: discord.applicationID, secret: discord.clientSecret), redirectURI: back,
                rest: rest, page: discord.url + "/oauth2/authorize",
                wallClock: { clock.now.sinceEpoch.components.seconds })
            try await body(discord, client)
        }
    }

    private static func query(_ address: String) -> String {
        String(address.split(separator: "?", maxSplits: 1).last ?? "")
    }

    @Test("A user says yes, and the tokens open what was asked, are renewed and given back")
    func story() async throws {
        try await Self.run { discord, client in
            let request = client.authorize(scopes: [.identify])
            let address = try discord.member("ann").authorize(request.url)
            #expect(address.hasPrefix(Self.back + "?code="))
            let code = try request.code(in: Self.query(address))
            let answer = try await client.exchange(code, of: request)
            let authorization = try await client.currentAuthorization(answer.tokens)
            #expect(authorization.user?.username == "ann" && authorization.scopes == [.identify])
            await #expect(throws: EchordError.self) { try await client.exchange(code, of: request) }

            let session = client.session(answer.tokens)
            discord.clock.advance(by: .seconds(604_800 - 30))
            let renewed = try await session.send { .getCurrentAuthorization(token: $0) }
            #expect(renewed.user?.username == "ann")
            #expect(await session.tokens.access != answer.tokens.access)
            try await session.revoke()
            await #expect(throws: EchordError.self) {
                try await client.currentAuthorization(await session.tokens)
            }
        }
    }

    @Test("A no, another verifier, another address and a late code are refused")
    func refusals() async throws {
        try await Self.run { discord, client in
            let ann = try discord.member("ann")
            let first = client.authorize(scopes: [.identify])
            #expect(throws: EchordError.self) { try first.code(in: Self.query(try ann.refuseAuthorization(first.url))) }
            let other = client.authorize(scopes: [.identify])
            let code = try first.code(in: Self.query(try ann.authorize(first.url)))
            #expect(throws: EchordError.self) { try other.code(in: "code=\(code.reveal())&state=x") }
            await #expect(throws: EchordError.self) { try await client.exchange(code, of: other) }

            let late = try first.code(in: Self.query(try ann.authorize(first.url)))
            discord.clock.advance(by: .seconds(61))
            await #expect(throws: EchordError.self) { try await client.exchange(late, of: first) }
            #expect(throws: LocalDiscordError.self) {
                try ann.authorize(first.url.replacing("back", with: "elsewhere"))
            }
            let own = try await client.clientCredentials(scopes: [.identify])
            #expect(own.tokens.refresh == nil)
            #expect(try await client.currentAuthorization(own.tokens).user != nil)
        }
    }

    @Test("The page offers everybody, and sends back who says yes or no")
    func page() async throws {
        try await Self.run { discord, client in
            let request = client.authorize(scopes: [.identify])
            let network = try NetworkTransport()
            func call(_ method: String, _ url: String, _ body: String = "") async throws -> RESTTransportAnswer {
                try await network.send(
                    RESTTransportRequest(
                        method: method, url: url,
                        headers: [(name: "Content-Type", value: "application/x-www-form-urlencoded")],
                        body: Array(body.utf8), timeout: .seconds(10)))
            }
            let page = try await call("GET", request.url)
            #expect(page.status == 200 && String(decoding: page.body, as: UTF8.self).contains("Authorize as ann"))
            let ann = try discord.member("ann")
            let yes = try await call("POST", request.url, "user=\(ann.id)")
            #expect(yes.status == 302)
            let code = try request.code(in: Self.query(yes.header("Location") ?? ""))
            #expect(try await client.exchange(code, of: request).tokens.scopes == [.identify])
            let no = try await call("POST", request.url, "user=")
            #expect(no.header("Location")?.contains("error=access_denied") == true)
            #expect(try await call("GET", request.url.replacing("back", with: "elsewhere")).status == 400)
        }
    }
}
