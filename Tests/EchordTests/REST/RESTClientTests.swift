import EchordModel
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

/// A body that refuses a negative number.
private struct Number: JSONEncodable, LocallyValidated {
    var a = 1
    var issues: [FieldIssue] { a < 0 ? [FieldIssue(path: "a", code: "NUMBER_TYPE_MIN", message: "at least 0")] : [] }

    func encode(to writer: inout JSONWriter) { writer.object { $0.member("a", a) } }
}

private func getThing() -> APIRequest<Thing> {
    .init(
        .get, "/channels/\(7 as ChannelID)/things/\("a b/ü", "name")",
        query: [.number("limit", 5, in: 1...9), .value("q", "x&y=z"), .value("left_out", Int?.none)])
}

private func postThing(
    _ number: Number = Number(), reason: String? = "weil's nötig ist", files: [FileUpload] = []
) -> APIRequest<Void> {
    .init(.post, "/guilds/\(9 as GuildID)/things", body: .json(number, files: files), reason: reason)
}

private func postAnswer() -> APIRequest<Void> {
    .init(.post, "/interactions/\(1 as InteractionID, token: "tok")/callback", as: .none, limiting: .interaction)
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
        let thing = try await client(transport).send(getThing())
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
        try await client(transport).send(postThing())
        let request = try #require(transport.requests.first)
        #expect(request.headers.contains { $0 == ("X-Audit-Log-Reason", "weil%27s%20n%C3%B6tig%20ist") })
        #expect(request.headers.contains { $0 == ("Content-Type", "application/json") })
        #expect(String(decoding: request.body, as: UTF8.self) == #"{"a":1}"#)
    }

    @Test func aReasonThatIsTooLongIsNotSent() async {
        let transport = ScriptedTransport(.noContent)
        let error = await failure {
            try await client(transport).send(postThing(reason: String(repeating: "ä", count: 513)))
        }
        #expect(error?.code == .validation)
        #expect(error?.issues.first?.path == "reason")
        #expect(transport.requests.isEmpty)
    }

    @Test func filesGoAsMultipart() async throws {
        let transport = ScriptedTransport(.noContent)
        let file = FileUpload(name: "a\"b\r\n.png", contentType: "image/png", bytes: [1, 2, 3])
        let bad = FileUpload(name: "b", contentType: "x\r\nEvil: 1", bytes: [])
        try await client(transport).send(postThing(files: [file, bad]))
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

    @Test(arguments: ["", "..", "."])
    func parametersThatCanNotStandInAPathAreNotSent(name: String) async {
        let transport = ScriptedTransport(.noContent)
        let request = APIRequest<Void>(.get, "/users/\(name, "name")")
        let error = await failure { try await client(transport).send(request) }
        #expect(error?.code == .validation)
        #expect(transport.requests.isEmpty)
    }

    @Test func aFaultIsFoundBeforeAnythingIsSent() async throws {
        let transport = ScriptedTransport(.noContent)
        let request = postThing(Number(a: -1), files: [FileUpload(name: "", bytes: [])])
        let error = await failure { try await client(transport).send(request) }
        #expect(error?.issues.map(\.path) == ["a", "files[0].name"])
        #expect(transport.requests.isEmpty)
        try await client(transport).send(request, .unchecked)
        #expect(transport.requests.count == 1)
        let query = APIRequest<Thing>(.get, "/things", query: [.number("limit", 0, in: 1...9)])
        #expect(query.issues.map(\.path) == ["limit"])
    }

    @Test func aCallMayKeepToItsOwnTimesAndTries() async throws {
        let transport = ScriptedTransport(.json("", status: 500))
        let once = await failure { _ = try await client(transport).send(getThing(), .once) }
        #expect(once?.code == .http)
        #expect(transport.requests.count == 1)
        let options = CallOptions(timeout: .seconds(50), attemptTimeout: .milliseconds(700), retries: .never)
        _ = await failure { _ = try await client(transport).send(getThing(), options) }
        #expect(transport.requests.last?.timeout == .milliseconds(700))
        _ = await failure { _ = try await client(transport).send(getThing(), .within(.milliseconds(300))) }
        let timeout = try #require(transport.requests.last?.timeout)
        #expect(timeout <= .milliseconds(300))
    }

    @Test func anotherRightGoesInTheBotsPlace() async throws {
        let transport = ScriptedTransport(.json(#"{"id":1}"#))
        let client = client(transport, token: nil)
        _ = try await client.send(getThing().authorized(by: .bearer(Secret("user.token"))))
        _ = try await client.send(getThing().authorized(by: .application(5, secret: Secret("s3cret"))))
        let headers = transport.requests.compactMap { $0.headers.first { $0.name == "Authorization" }?.value }
        #expect(headers == ["Bearer user.token", "Basic NTpzM2NyZXQ="])
    }

    @Test func aRefusedAccessTokenLeavesTheBotsAlone() async throws {
        let transport = ScriptedTransport(.json("{}", status: 401), .json(#"{"id":1}"#))
        let client = client(transport)
        let error = await failure { _ = try await client.send(getThing().authorized(by: .bearer(Secret("old")))) }
        #expect(error?.api?.status == 401)
        #expect(try await client.send(getThing()).id == 1)
    }

    @Test func aRequestShowsNoToken() {
        let request = APIRequest<Void>(.post, "/webhooks/\(1 as WebhookID, token: "secret")/\("secret", "name")")
        var dumped = ""
        dump(request, to: &dumped)
        #expect(!"\(request) \(dumped)".contains("secret"))
        #expect("\(request)" == "POST /webhooks/{webhook_id}/{webhook_token}/{name}")
    }

    @Test func anInteractionsRequestCarriesNoToken() async throws {
        let transport = ScriptedTransport(.noContent)
        try await client(transport, token: nil).send(postAnswer())
        #expect(transport.requests.first?.headers.contains { $0.name == "Authorization" } == false)
        let error = await failure { try await client(transport, token: nil).send(postThing()) }
        #expect(error?.code == .configuration)
    }

    @Test func aRefusalIsReadWithEveryField() async throws {
        let body = """
            {"code":50035,"message":"Invalid Form Body","errors":{"embeds":{"0":{"title":{"_errors":[
            {"code":"BASE_TYPE_MAX_LENGTH","message":"secret text"}]}}},"name":{"_errors":[{"code":"X"},{"code":7}]},
            "_errors":[{"code":"TOP","message":"m"}]}}
            """
        let transport = ScriptedTransport(.json(body, status: 400, ("X-Request-ID", "abc")))
        let error = await failure { try await client(transport).send(postThing()) }
        let refusal = try #require(error?.api)
        #expect(refusal.status == 400 && refusal.code == .invalidFormBody && refusal.requestID == "abc")
        #expect(refusal.fields.map(\.path) == ["embeds[0].title", "name", "name", ""])
        #expect(error?.issues.first?.code == "BASE_TYPE_MAX_LENGTH")
        #expect(error?.description.contains("POST /guilds/{guild_id}/things") == true)
        #expect(error?.description.contains("secret") == false)
        #expect(transport.requests.count == 1)
    }

    @Test(arguments: ["<html>", "[]", "", #"{"code":"x"}"#, #"{"errors":[1]}"#, #"{"errors":{"a":{"_errors":3}}}"#])
    func aRefusalInAnotherShapeKeepsItsStatus(body: String) async {
        let transport = ScriptedTransport(.json(body, status: 404))
        let error = await failure { try await client(transport).send(postThing()) }
        #expect(error?.api?.status == 404)
        #expect(error?.api?.fields.isEmpty == true)
    }

    @Test func a401StopsEveryFurtherRequestWithTheToken() async throws {
        let transport = ScriptedTransport(.json("{}", status: 401))
        let client = client(transport)
        for _ in 0..<3 {
            let error = await failure { try await client.send(postThing()) }
            #expect(error?.code == .unauthorized)
            #expect(error?.description.contains("secret") == false)
        }
        #expect(transport.requests.count == 1)
        let other = await failure { try await client.send(postAnswer()) }
        #expect(other?.api?.status == 401)
        #expect(transport.requests.count == 2)
    }

    @Test func aServersFaultIsTriedAgainWhereThatIsSafe() async throws {
        let quick = RetryPolicy(maxAttempts: 3, backoff: Backoff(base: .zero))
        let transport = ScriptedTransport(.json("", status: 502), .json("", status: 503), .json(#"{"id":1}"#))
        _ = try await client(transport, token: token, retries: quick).send(getThing())
        #expect(transport.requests.count == 3)
        let other = ScriptedTransport(.json("", status: 500), .noContent)
        let error = await failure { try await client(other, token: token, retries: quick).send(postThing()) }
        #expect(error?.code == .http)
        #expect(other.requests.count == 1)
        let dead = ScriptedTransport(.json("", status: 500))
        _ = await failure { _ = try await client(dead, token: token, retries: quick).send(getThing()) }
        #expect(dead.requests.count == 3)
    }

    @Test func aLostConnectionIsTriedAgainWhenNothingWasSent() async throws {
        let quick = RetryPolicy(maxAttempts: 3, backoff: Backoff(base: .zero))
        let transport = ScriptedTransport { _, index in
            if index == 0 { throw RESTTransportFailure(isUnsent: true, message: "connection refused") }
            return .noContent
        }
        try await client(transport, token: token, retries: quick).send(postThing())
        #expect(transport.requests.count == 2)
        let lost = ScriptedTransport { _, _ in throw RESTTransportFailure(isUnsent: false, message: "lost") }
        let error = await failure { try await client(lost, token: token, retries: quick).send(postThing()) }
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
        async let sent: Void = client.send(postThing())
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
        let error = await failure { try await client(transport, token: token, metrics: metrics).send(postThing()) }
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
        let error = await failure { try await client.send(postThing()) }
        #expect(error?.code == .rateLimited)
        #expect(transport.requests.count == 3)
    }

    @Test func anAnswerInAnotherShapeNamesThePathOnly() async {
        let transport = ScriptedTransport(.json(#"{"id":"secret"}"#))
        let error = await failure { _ = try await client(transport).send(getThing()) }
        #expect(error?.code == .decoding)
        #expect(error?.message.contains("id") == true)
        #expect(error?.message.contains("secret") == false)
    }

    @Test func aRedirectPointsAtTheAddress() async {
        let transport = ScriptedTransport(.json("", status: 301))
        let error = await failure { try await client(transport).send(postThing()) }
        #expect(error?.message.contains("http://x/api") == true)
    }

    @Test func cancellingGivesThePlaceBack() async throws {
        let clock = ManualClock()
        let transport = ScriptedTransport(.noContent)
        let client = client(
            transport, token: token, time: TimeSource(clock), limits: .init(globalLimit: 1, globalWindow: .seconds(1)))
        try await client.send(postThing())
        let task = Task { try await client.send(postThing()) }
        await clock.waitForSleepers()
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        let next = Task { try await client.send(postThing()) }
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
            for _ in 0..<40 { group.addTask { try await client.send(postThing(), .within(.seconds(600))) } }
            group.addTask {
                while transport.requests.count < 40 {
                    // Whoever was let through is to send before the clock goes on.
                    for _ in 0..<100 { await Task.yield() }
                    clock.advance(by: .milliseconds(50))
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
                route: postThing().route)
            #expect(EchordError.rateLimited(details).message.hasSuffix("."))
        }
        let unknown = RateLimitDetails(
            cause: .bucket, scope: .user, retryAfter: nil, bucket: nil, limit: nil, remaining: nil,
            route: postThing().route)
        #expect(EchordError.rateLimited(unknown).message.contains("an answer must come first"))
    }
}
