import EchordPrimitives
import JSON
import Lifecycle
import Locking
import Telemetry
import Testing

@testable import Echord

private struct Thing: JSONDecodable, Sendable {
    var id: Int

    init(json: JSONReader) throws(JSONError) {
        id = try json.decode(Int.self, at: "id")
    }
}

private struct GetThing: Endpoint {
    typealias Response = Thing
    static let route = APIRoute(method: "GET", path: "/channels/{channel_id}/things/{name}")
    var channel: ChannelID = 7
    var name = "a b/ü"
    var parameters: [PathParameter] { [.channel(channel), .text(name)] }
    var query: [QueryParameter] { [QueryParameter("limit", 5), QueryParameter("q", "x&y=z")].compactMap { $0 } }
}

private struct PostThing: Endpoint {
    typealias Response = Void
    static let route = APIRoute(method: "POST", path: "/guilds/{guild_id}/things")
    var reason: String? = "weil's nötig ist"
    var files: [FileUpload] = []
    var parameters: [PathParameter] { [.guild(9)] }
    var body: RequestBody { .json(["a": 1] as JSONValue, files: files) }
}

private struct PostAnswer: Endpoint {
    typealias Response = Void
    static let route = APIRoute(method: "POST", path: "/interactions/{interaction_id}/{interaction_token}/callback")
    static let limiting = RouteLimiting.interaction
    static let needsToken = false
    var parameters: [PathParameter] { [.webhook(1), .token("tok")] }
}

private struct Misfit: Endpoint {
    typealias Response = Void
    static let route = APIRoute(method: "GET", path: "/users/{user_id}")
    var parameters: [PathParameter]
}

@Suite struct RESTClientTests {
    private let token = Secret("top.secret.token")

    private func client(
        _ transport: ScriptedTransport, token: Secret<String>?, retries: RetryPolicy = .init(),
        time: TimeSource = .continuous, limits: RateLimiterConfiguration = .init(), metrics: Metrics = .discarded
    ) -> RESTClient {
        RESTClient(
            token: token, configuration: RESTConfiguration(apiURL: "http://x/api/", retries: retries, limits: limits),
            transport: transport, time: time, metrics: metrics)
    }

    private func client(_ transport: ScriptedTransport) -> RESTClient { client(transport, token: token) }

    private func failure(_ body: () async throws -> Void) async -> EchordError? {
        do {
            try await body()
            return nil
        } catch { return error as? EchordError }
    }

    @Test func buildsTheRequestAndReadsTheAnswer() async throws {
        let transport = ScriptedTransport(.json(#"{"id":3,"new":true}"#))
        let thing = try await client(transport).send(GetThing())
        #expect(thing.id == 3)
        let request = try #require(transport.requests.first)
        #expect(request.method == "GET")
        #expect(request.url == "http://x/api/v10/channels/7/things/a%20b%2F%C3%BC?limit=5&q=x%26y%3Dz")
        #expect(request.headers.contains { $0 == ("Authorization", "Bot top.secret.token") })
        #expect(request.headers.contains { $0.name == "User-Agent" && $0.value.hasPrefix("DiscordBot (") })
        #expect(request.body.isEmpty)
        #expect(!request.description.contains("secret"))
    }

    @Test func escapesTheReasonAndSendsJSON() async throws {
        let transport = ScriptedTransport(.noContent)
        try await client(transport).send(PostThing())
        let request = try #require(transport.requests.first)
        #expect(request.headers.contains { $0 == ("X-Audit-Log-Reason", "weil%27s%20n%C3%B6tig%20ist") })
        #expect(request.headers.contains { $0 == ("Content-Type", "application/json") })
        #expect(String(decoding: request.body, as: UTF8.self) == #"{"a":1}"#)
    }

    @Test func aReasonThatIsTooLongIsNotSent() async {
        let transport = ScriptedTransport(.noContent)
        let error = await failure {
            try await client(transport).send(PostThing(reason: String(repeating: "ä", count: 513)))
        }
        #expect(error?.code == .validation)
        #expect(error?.issues.first?.path == "reason")
        #expect(transport.requests.isEmpty)
    }

    @Test func filesGoAsMultipart() async throws {
        let transport = ScriptedTransport(.noContent)
        let file = FileUpload(name: "a\"b\r\n.png", contentType: "image/png", bytes: [1, 2, 3])
        let bad = FileUpload(name: "b", contentType: "x\r\nEvil: 1", bytes: [])
        try await client(transport).send(PostThing(files: [file, bad]))
        let request = try #require(transport.requests.first)
        let type = try #require(request.headers.first { $0.name == "Content-Type" }?.value)
        let boundary = try #require(type.split(separator: "=").last)
        let body = String(decoding: request.body, as: UTF8.self)
        #expect(body.hasPrefix("--\(boundary)\r\nContent-Disposition: form-data; name=\"payload_json\"\r\n"))
        #expect(body.contains("\r\n\r\n{\"a\":1}\r\n--\(boundary)\r\n"))
        #expect(body.contains("name=\"files[0]\"; filename=\"a%22b%0D%0A.png\"\r\nContent-Type: image/png\r\n\r\n"))
        #expect(body.contains("name=\"files[1]\"; filename=\"b\"\r\nContent-Type: application/octet-stream\r\n"))
        #expect(body.hasSuffix("--\(boundary)--\r\n"))
    }

    @Test(arguments: [[], [.id(1), .id(2)], [.text("")], [.text("..")], [.text(".")]] as [[PathParameter]])
    func parametersThatDoNotFitTheTemplateAreNotSent(parameters: [PathParameter]) async {
        let transport = ScriptedTransport(.noContent)
        let error = await failure { try await client(transport).send(Misfit(parameters: parameters)) }
        #expect(error?.code == .validation)
        #expect(transport.requests.isEmpty)
    }

    @Test func anInteractionsRequestCarriesNoToken() async throws {
        let transport = ScriptedTransport(.noContent)
        try await client(transport, token: nil).send(PostAnswer())
        #expect(transport.requests.first?.headers.contains { $0.name == "Authorization" } == false)
        let error = await failure { try await client(transport, token: nil).send(PostThing()) }
        #expect(error?.code == .configuration)
    }

    @Test func aRefusalIsReadWithEveryField() async throws {
        let body = """
            {"code":50035,"message":"Invalid Form Body","errors":{"embeds":{"0":{"title":{"_errors":[
            {"code":"BASE_TYPE_MAX_LENGTH","message":"secret text"}]}}},"name":{"_errors":[{"code":"X"},{"code":7}]},
            "_errors":[{"code":"TOP","message":"m"}]}}
            """
        let transport = ScriptedTransport(.json(body, status: 400, ("X-Request-ID", "abc")))
        let error = await failure { try await client(transport).send(PostThing()) }
        let refusal = try #require(error?.api)
        #expect(refusal.status == 400 && refusal.code == 50035 && refusal.requestID == "abc")
        #expect(refusal.fields.map(\.path) == ["embeds[0].title", "name", "name", ""])
        #expect(error?.issues.first?.code == "BASE_TYPE_MAX_LENGTH")
        #expect(error?.description.contains("POST /guilds/{guild_id}/things") == true)
        #expect(error?.description.contains("secret") == false)
        #expect(transport.requests.count == 1)
    }

    @Test(arguments: ["<html>", "[]", "", #"{"code":"x"}"#, #"{"errors":[1]}"#, #"{"errors":{"a":{"_errors":3}}}"#])
    func aRefusalInAnotherShapeKeepsItsStatus(body: String) async {
        let transport = ScriptedTransport(.json(body, status: 404))
        let error = await failure { try await client(transport).send(PostThing()) }
        #expect(error?.api?.status == 404)
        #expect(error?.api?.fields.isEmpty == true)
    }

    @Test func a401StopsEveryFurtherRequestWithTheToken() async throws {
        let transport = ScriptedTransport(.json("{}", status: 401))
        let client = client(transport)
        for _ in 0..<3 {
            let error = await failure { try await client.send(PostThing()) }
            #expect(error?.code == .unauthorized)
            #expect(error?.description.contains("secret") == false)
        }
        #expect(transport.requests.count == 1)
        let other = await failure { try await client.send(PostAnswer()) }
        #expect(other?.api?.status == 401)
        #expect(transport.requests.count == 2)
    }

    @Test func aServersFaultIsTriedAgainWhereThatIsSafe() async throws {
        let quick = RetryPolicy(maxAttempts: 3, backoff: Backoff(base: .zero))
        let transport = ScriptedTransport(.json("", status: 502), .json("", status: 503), .json(#"{"id":1}"#))
        _ = try await client(transport, token: token, retries: quick).send(GetThing())
        #expect(transport.requests.count == 3)
        let other = ScriptedTransport(.json("", status: 500), .noContent)
        let error = await failure { try await client(other, token: token, retries: quick).send(PostThing()) }
        #expect(error?.code == .http)
        #expect(other.requests.count == 1)
        let dead = ScriptedTransport(.json("", status: 500))
        _ = await failure { _ = try await client(dead, token: token, retries: quick).send(GetThing()) }
        #expect(dead.requests.count == 3)
    }

    @Test func aLostConnectionIsTriedAgainWhenNothingWasSent() async throws {
        let quick = RetryPolicy(maxAttempts: 3, backoff: Backoff(base: .zero))
        let transport = ScriptedTransport { _, index in
            if index == 0 { throw RESTTransportFailure(isUnsent: true, message: "connection refused") }
            return .noContent
        }
        try await client(transport, token: token, retries: quick).send(PostThing())
        #expect(transport.requests.count == 2)
        let lost = ScriptedTransport { _, _ in throw RESTTransportFailure(isUnsent: false, message: "lost") }
        let error = await failure { try await client(lost, token: token, retries: quick).send(PostThing()) }
        #expect(error?.message.contains("http://x/api") == true)
        #expect(lost.requests.count == 1)
    }

    @Test func a429IsWaitedOutByTheExactTime() async throws {
        let clock = ManualClock()
        let transport = ScriptedTransport(
            .json(
                #"{"message":"x","retry_after":1.337,"global":false}"#, status: 429, ("Retry-After", "2"),
                ("X-RateLimit-Scope", "user")), .noContent)
        let client = client(transport, token: token, time: TimeSource(clock))
        async let sent: Void = client.send(PostThing())
        await clock.waitForSleepers()
        clock.advance(by: .milliseconds(1_341))
        #expect(transport.requests.count == 1)
        clock.advance(by: .milliseconds(1))
        try await sent
        #expect(transport.requests.count == 2)
    }

    @Test func a429BeyondTheCallsTimeFailsAtOnceWithItsNumbers() async throws {
        let metrics = Metrics()
        let transport = ScriptedTransport(
            .json(
                #"{"retry_after":600.5,"global":false}"#, status: 429, ("X-RateLimit-Limit", "2"),
                ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset-After", "600.5"), ("X-RateLimit-Reset", "1700.5"),
                ("X-RateLimit-Bucket", "topic")))
        let error = await failure { try await client(transport, token: token, metrics: metrics).send(PostThing()) }
        let details = try #require(error?.rateLimit)
        #expect(details.bucket == "topic" && details.limit == 2 && details.remaining == 0)
        let wait = try #require(details.retryAfter)
        #expect(wait > .milliseconds(600_000) && wait <= .milliseconds(600_505))
        #expect(details.scope == .user)
        #expect(error?.description.contains("600.5") == true)
        #expect(metrics.prometheusText().contains(#"discord_rest_refused_total{cause="bucket"} 1"#))
    }

    @Test(
        arguments: [
            (#"{"retry_after":1,"global":true}"#, [], .global),
            (#"{"retry_after":1}"#, [("X-RateLimit-Scope", "shared")], .shared),
            (#"{"retry_after":1}"#, [("X-RateLimit-Global", "true")], .global),
            ("<html>", [("Retry-After", "30")], .address),
            (#"{"retry_after":1}"#, [("X-RateLimit-Scope", "global")], .global), (#"{"retry_after":1}"#, [], .user),
        ] as [(String, [(String, String)], RateLimitScope)])
    func theScopeOfA429IsFound(body: String, headers: [(String, String)], scope: RateLimitScope) {
        let answer = RESTTransportAnswer(
            status: 429, headers: headers.map { (name: $0.0, value: $0.1) }, body: Array(body.utf8))
        #expect(RESTAnswerReading.limit(of: answer).scope == scope)
    }

    @Test(
        arguments: [
            ("{}", nil, 5_000), ("x", nil, 60_000), ("{}", "0.25", 250), (#"{"retry_after":0.001}"#, "9", 1),
            (#"{"retry_after":-4}"#, "nan", 5_000), (#"{"retry_after":1e99}"#, "1e99", 5_000),
        ] as [(String, String?, Int)])
    func theWaitOfA429IsFound(body: String, header: String?, milliseconds: Int) {
        let answer = RESTTransportAnswer(
            status: 429, headers: header.map { [(name: "retry-after", value: $0)] } ?? [], body: Array(body.utf8))
        #expect(RESTAnswerReading.limit(of: answer).retryAfter == .milliseconds(milliseconds))
    }

    @Test func endless429sEnd() async {
        let transport = ScriptedTransport(.json(#"{"retry_after":0}"#, status: 429))
        let client = client(transport, token: token, retries: RetryPolicy(maxLimited: 2))
        let error = await failure { try await client.send(PostThing()) }
        #expect(error?.code == .rateLimited)
        #expect(transport.requests.count == 3)
    }

    @Test func anAnswerInAnotherShapeNamesThePathOnly() async {
        let transport = ScriptedTransport(.json(#"{"id":"secret"}"#))
        let error = await failure { _ = try await client(transport).send(GetThing()) }
        #expect(error?.code == .decoding)
        #expect(error?.message.contains("id") == true)
        #expect(error?.message.contains("secret") == false)
    }

    @Test func aRedirectPointsAtTheAddress() async {
        let transport = ScriptedTransport(.json("", status: 301))
        let error = await failure { try await client(transport).send(PostThing()) }
        #expect(error?.message.contains("http://x/api") == true)
    }

    @Test func cancellingGivesThePlaceBack() async throws {
        let clock = ManualClock()
        let transport = ScriptedTransport(.noContent)
        let client = client(
            transport, token: token, time: TimeSource(clock), limits: .init(globalLimit: 1, globalWindow: .seconds(1)))
        try await client.send(PostThing())
        let task = Task { try await client.send(PostThing()) }
        await clock.waitForSleepers()
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        let next = Task { try await client.send(PostThing()) }
        await clock.waitForSleepers()
        clock.advance(by: .seconds(1))
        try await next.value
        #expect(transport.requests.count == 2)
    }

    @Test func manyCallersAreServedWithinTheLimit() async throws {
        let clock = ManualClock()
        let times = Locked<[Duration]>([])
        let transport = ScriptedTransport { _, _ in
            times.withLock { $0.append(clock.now.offset) }
            return .noContent
        }
        let client = client(
            transport, token: token, time: TimeSource(clock), limits: .init(globalLimit: 10, globalWindow: .seconds(1)))
        try await withThrowingTaskGroup { group in
            for _ in 0..<40 { group.addTask { try await client.send(PostThing(), within: .seconds(600)) } }
            group.addTask {
                while transport.requests.count < 40 {
                    clock.advance(by: .milliseconds(50))
                    await Task.yield()
                }
            }
            try await group.waitForAll()
        }
        let sent = times.withLock { $0 }.sorted()
        #expect(sent.count == 40)
        for index in 10..<40 { #expect(sent[index] - sent[index - 10] >= .milliseconds(950)) }
    }

    @Test func everyLimitHasItsSentence() {
        for cause in RateLimitDetails.Cause.allCases {
            let details = RateLimitDetails(
                cause: cause, scope: .user, retryAfter: .milliseconds(1_250), bucket: nil, limit: 5, remaining: 0,
                route: PostThing.route)
            #expect(EchordError.rateLimited(details).message.hasSuffix("."))
        }
        let unknown = RateLimitDetails(
            cause: .bucket, scope: .user, retryAfter: nil, bucket: nil, limit: nil, remaining: nil,
            route: PostThing.route)
        #expect(EchordError.rateLimited(unknown).message.contains("an answer must come first"))
    }
}
