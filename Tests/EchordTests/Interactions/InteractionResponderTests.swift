import EchordModel
import EchordPrimitives
import Lifecycle
import Testing

@testable import Echord

@Suite struct InteractionResponderTests {
    private let api = RecordingInteractionAPI()
    private let clock = ManualClock()
    private let responder: InteractionResponder

    init() throws {
        responder = InteractionResponder(try .sample(), api: api, time: TimeSource(clock))
    }

    private let hello = InteractionMessage(content: "hello")
    private let secret = InteractionMessage(content: "psst", flags: .ephemeral)

    @Test func theFirstAnswerIsACallbackAndTheNextAFurtherMessage() async throws {
        try await responder.reply(hello)
        try await responder.reply(hello)
        try await responder.update(hello)
        #expect(
            api.calls == [
                #"answer {"type":4,"data":{"content":"hello"}}"#, #"follow up {"content":"hello"}"#,
                #"edit original {"content":"hello"}"#,
            ])
        #expect(await responder.firstAnswerTime == .zero)
    }

    @Test func anAcknowledgedAnswerIsFilledIn() async throws {
        try await responder.acknowledge(.message(ephemeral: true))
        try await responder.acknowledge(.update)
        try await responder.reply(secret)
        #expect(
            api.calls == [#"answer {"type":5,"data":{"flags":64}}"#, #"edit original {"content":"psst"}"#])
    }

    @Test func aPrivateAnswerAfterAPublicAcknowledgementTakesTheAnnouncementAway() async throws {
        try await responder.acknowledge(.message(ephemeral: false))
        try await responder.reply(secret)
        #expect(
            api.calls == [#"answer {"type":5}"#, "delete original", #"follow up {"content":"psst","flags":64}"#])
    }

    @Test func anUpdateThatWasPutOffEditsTheComponentsMessage() async throws {
        try await responder.acknowledge(.update)
        try await responder.update(hello)
        #expect(api.calls == [#"answer {"type":6}"#, #"edit original {"content":"hello"}"#])
    }

    @Test func aMessageAfterAnUpdateThatWasPutOffIsAFurtherOne() async throws {
        try await responder.acknowledge(.update)
        try await responder.reply(secret)
        #expect(api.calls.last == #"follow up {"content":"psst","flags":64}"#)
    }

    @Test func modalsAndSuggestionsMustComeFirst() async throws {
        let modal = ModalBody(customID: "m", title: "M", components: [])
        try await responder.showModal(modal)
        await #expect(throws: EchordError.self) { try await responder.suggest([]) }
        let second = InteractionResponder(try .sample(), api: api, time: TimeSource(clock))
        try await second.acknowledge(.message(ephemeral: true))
        await #expect(throws: EchordError.self) { try await second.showModal(modal) }
    }

    @Test func anAnswerWaitsForTheAcknowledgementOnItsWay() async throws {
        api.holdCallbacks()
        async let acknowledgement = responder.acknowledge(.message(ephemeral: true))
        await api.waitForCalls(1)
        async let reply = responder.reply(secret)
        api.release()
        _ = try await (acknowledgement, reply)
        #expect(api.calls.count == 2)
        #expect(api.calls.last == #"edit original {"content":"psst"}"#)
    }

    @Test func aDoubleDeliveryIsSwallowed() async throws {
        api.failNext(EchordError.refusal(.interactionAlreadyAcknowledged))
        guard case .answeredElsewhere = try await responder.reply(hello) else {
            Issue.record("expected answeredElsewhere")
            return
        }
        await #expect(throws: EchordError.self) { try await responder.reply(hello) }
        #expect(api.calls.count == 1)
    }

    @Test func aLateAnswerIsReportedAndNotRepeated() async throws {
        api.failNext(EchordError.refusal(.unknownInteraction))
        guard case .tooLate = try await responder.reply(hello) else {
            Issue.record("expected tooLate")
            return
        }
        #expect(api.calls.count == 1)
    }

    @Test func anAnswerThatDidNotLeaveMayBeTriedAgain() async throws {
        api.failNext(EchordError(.http, "no connection"))
        await #expect(throws: EchordError.self) { try await responder.reply(hello) }
        #expect(await !responder.isAnswered)
        try await responder.reply(hello)
        #expect(api.calls.count == 2)
    }

    @Test func afterFifteenMinutesTheTokenIsNotUsed() async throws {
        try await responder.reply(hello)
        clock.advance(by: .seconds(900))
        await #expect(throws: EchordError.self) { try await responder.editOriginal(EditMessage(hello)) }
        await #expect(throws: EchordError.self) { try await responder.followUp(hello) }
        await #expect(throws: EchordError.self) { try await responder.reply(hello) }
        #expect(api.calls.count == 1)
    }

    @Test func laterMessagesAreReadChangedAndDeleted() async throws {
        try await responder.reply(hello)
        _ = try await responder.original()
        try await responder.editOriginal(EditMessage(hello))
        try await responder.editFollowUp(3, EditMessage(hello))
        try await responder.deleteFollowUp(3)
        try await responder.deleteOriginal()
        #expect(
            Array(api.calls.dropFirst()) == [
                "get original", #"edit original {"content":"hello"}"#, "edit follow-up 3", "delete follow-up 3",
                "delete original",
            ])
    }
}
