import EchordModel
import EchordPrimitives
import JSON
import Lifecycle
import Testing

@testable import Echord

/// First answers whose own answer was lost: who has acknowledged the interaction then?
@Suite struct InteractionLostAnswerTests {
    private let api = RecordingInteractionAPI()
    private let responder: InteractionResponder
    private let hello = InteractionMessage(content: "hello")
    private let other = InteractionMessage(content: "other")

    init() throws {
        responder = InteractionResponder(try .sample(), api: api, time: TimeSource(ManualClock()))
    }

    private func isDelivered(_ outcome: InteractionResponder.Outcome) -> Bool {
        if case .delivered = outcome { true } else { false }
    }

    @Test func anAcknowledgementByAnEarlierTryOfTheSameCallIsOurs() async throws {
        api.failNext(EchordError.refusal(.interactionAlreadyAcknowledged, afterALostTry: true))
        #expect(isDelivered(try await responder.reply(hello)))
        #expect(await responder.isAnswered)
        #expect(await responder.firstAnswerTime == .zero)
        try await responder.reply(other)
        #expect(api.calls.last == #"follow up {"content":"other"}"#)
    }

    @Test func itsMessageIsFetchedWhenItIsWanted() async throws {
        api.failNext(EchordError.refusal(.interactionAlreadyAcknowledged, afterALostTry: true))
        #expect(try await responder.reply(hello, wantsMessage: true).message?.id == 9)
        #expect(api.calls.last == "get original")
    }

    @Test func theSameAnswerSentAgainIsNotDoubled() async throws {
        api.failNext(EchordError.lost())
        await #expect(throws: EchordError.self) { try await responder.reply(hello) }
        #expect(await !responder.isAnswered)
        api.failNext(EchordError.refusal(.interactionAlreadyAcknowledged))
        #expect(isDelivered(try await responder.reply(hello)))
        #expect(api.calls.count == 2)
    }

    @Test func aLostAcknowledgementIsFilledIn() async throws {
        api.failNext(EchordError.lost())
        await #expect(throws: EchordError.self) { try await responder.acknowledge(.message(ephemeral: false)) }
        api.failNext(EchordError.refusal(.interactionAlreadyAcknowledged))
        #expect(isDelivered(try await responder.reply(hello)))
        #expect(api.calls.last == #"edit original {"content":"hello"}"#)
    }

    @Test func otherWordsAfterALostMessageAreAFurtherOne() async throws {
        api.failNext(EchordError.lost())
        await #expect(throws: EchordError.self) { try await responder.reply(hello) }
        api.failNext(EchordError.refusal(.interactionAlreadyAcknowledged))
        try await responder.excuse(other)
        #expect(api.calls.last == #"follow up {"content":"other"}"#)
    }

    @Test func aLostAnswerThatDidNotArriveIsReplacedByTheNext() async throws {
        api.failNext(EchordError.lost())
        await #expect(throws: EchordError.self) { try await responder.acknowledge(.update) }
        try await responder.reply(other)
        #expect(api.calls.last == #"answer {"type":4,"data":{"content":"other"}}"#)
        #expect(api.calls.count == 2)
    }

    @Test func aModalAfterALostAcknowledgementIsRefused() async throws {
        api.failNext(EchordError.lost())
        await #expect(throws: EchordError.self) { try await responder.acknowledge(.message(ephemeral: true)) }
        api.failNext(EchordError.refusal(.interactionAlreadyAcknowledged))
        await #expect(throws: EchordError.self) { try await responder.suggest([]) }
        #expect(await responder.isAwaited)
    }

    @Test func whatCertainlyNeverArrivedMakesAnothersAnswerNotOurs() async throws {
        api.failNext(EchordError.lost(arrived: false))
        await #expect(throws: EchordError.self) { try await responder.reply(hello) }
        api.failNext(EchordError.refusal(.interactionAlreadyAcknowledged))
        guard case .answeredElsewhere = try await responder.reply(hello) else {
            Issue.record("expected answeredElsewhere")
            return
        }
    }

    @Test func aCancelledAnswerMayHaveArrived() async throws {
        api.failNext(CancellationError())
        await #expect(throws: CancellationError.self) { try await responder.acknowledge(.message(ephemeral: true)) }
        api.failNext(EchordError.refusal(.interactionAlreadyAcknowledged))
        try await responder.reply(hello)
        #expect(api.calls.last == #"edit original {"content":"hello"}"#)
    }

    @Test func anAnswerThatCannotBeReadArrived() async throws {
        api.failNext(EchordError(.decoding, "strange"))
        #expect(isDelivered(try await responder.acknowledge(.message(ephemeral: true))))
        api.failNext(EchordError(.decoding, "strange"))
        #expect(isDelivered(try await responder.reply(hello)))
        #expect(await !responder.isAwaited)
        api.failNext(EchordError(.decoding, "strange"))
        await #expect(throws: EchordError.self) { try await responder.editOriginal(EditMessage(hello)) }
    }

    @Test func anEditThatSucceedsShowsThatTheLostAnswerArrived() async throws {
        api.failNext(EchordError.lost())
        await #expect(throws: EchordError.self) { try await responder.reply(hello) }
        try await responder.editOriginal(EditMessage(other))
        try await responder.reply(other)
        #expect(api.calls.last == #"follow up {"content":"other"}"#)
    }

    // MARK: - Through the client

    private static let acknowledged = RESTTransportAnswer.json(
        #"{"message":"Interaction has already been acknowledged.","code":40060}"#, status: 400)

    private func reply(
        after first: @escaping @Sendable () throws -> RESTTransportAnswer
    ) async throws -> (InteractionResponder.Outcome, Int) {
        let transport = ScriptedTransport { _, index in
            if index == 0 { return try first() }
            return Self.acknowledged
        }
        let client = RESTClient(
            token: nil,
            configuration: RESTConfiguration(
                apiURL: "http://x", retries: RetryPolicy(backoff: Backoff(base: .zero, cap: .zero))),
            transport: transport)
        let responder = InteractionResponder(try .sample(), api: client, time: .continuous)
        return (try await responder.reply(hello), transport.requests.count)
    }

    @Test func theClientSaysThatATryWasLost() async throws {
        let lost = try await reply { throw RESTTransportFailure(isUnsent: false, message: "reset") }
        #expect(isDelivered(lost.0) && lost.1 == 2)
        let fault = try await reply { .json("", status: 502) }
        #expect(isDelivered(fault.0) && fault.1 == 2)
    }

    @Test func theClientSaysThatATryWasNeverSent() async throws {
        guard
            case (.answeredElsewhere, 2) = try await reply(after: {
                throw RESTTransportFailure(isUnsent: true, message: "refused")
            })
        else {
            Issue.record("expected answeredElsewhere")
            return
        }
        guard case (.answeredElsewhere, 1) = try await reply(after: { Self.acknowledged }) else {
            Issue.record("expected answeredElsewhere")
            return
        }
    }
}
