import EchordModel
import EchordPrimitives
import JSON
import Lifecycle
import Telemetry
import Testing

@testable import Echord

/// What fills an acknowledged message in, and what happens when that fails.
@Suite struct InteractionFillingTests {
    private let api = RecordingInteractionAPI()
    private let metrics = Metrics()
    private let sink = RecordingSink()
    private let clock = ManualClock()
    private let responder: InteractionResponder
    private let hello = InteractionMessage(content: "hello")
    private let secret = InteractionMessage(content: "psst", flags: .ephemeral)

    init() throws {
        responder = InteractionResponder(
            try .sample(), api: api, time: TimeSource(clock), received: .origin,
            retries: RetryPolicy(maxAttempts: 3, backoff: Backoff(base: .zero, cap: .zero)),
            report: InteractionReport(
                metrics: InteractionMetrics(metrics), logger: Logger(label: "t", level: .trace, sink: sink)))
    }

    private func fails(_ times: Int, _ error: EchordError = .lost()) {
        for _ in 0..<times { api.failNext(error) }
    }

    @Test func aFailedEditIsSentAgainByThePolicy() async throws {
        try await responder.acknowledge(.message(ephemeral: true))
        fails(2)
        try await responder.reply(hello)
        #expect(
            api.calls == [#"answer {"type":5,"data":{"flags":64}}"#]
                + Array(repeating: #"edit original {"content":"hello"}"#, count: 3))
        #expect(metrics.prometheusText().contains(#"echord_interaction_answer_retries_total{step="edit_original"} 2"#))
        #expect(sink.records.count { $0.level == .warning } == 2)
        #expect(await !responder.isAwaited)
    }

    @Test func anEditThatFailsForGoodLeavesThePersonWaitingAndSaysSo() async throws {
        try await responder.acknowledge(.message(ephemeral: false))
        fails(3)
        await #expect(throws: EchordError.self) { try await responder.reply(hello) }
        #expect(await responder.isAwaited)
        #expect(await responder.leavesWaiting())
        #expect(metrics.prometheusText().contains(#"echord_interaction_answer_failures_total{step="edit_original"} 1"#))
        #expect(sink.records.contains { $0.level == .error })
        try await responder.excuse(secret)
        #expect(api.calls.last == #"edit original {"content":"psst"}"#)
        #expect(await !responder.isAwaited)
    }

    @Test func aRefusedEditIsNotSentAgain() async throws {
        try await responder.acknowledge(.message(ephemeral: true))
        fails(1, .refusal(.invalidFormBody))
        await #expect(throws: EchordError.self) { try await responder.reply(hello) }
        #expect(api.calls.count == 2)
        #expect(await responder.isAwaited)
    }

    @Test func aFurtherMessageIsSentAgainOnlyIfItNeverArrived() async throws {
        try await responder.reply(hello)
        fails(1, .lost(arrived: false))
        try await responder.followUp(hello)
        #expect(api.calls.count == 3)
        fails(1)
        await #expect(throws: EchordError.self) { try await responder.followUp(hello) }
        #expect(api.calls.count == 4)
        #expect(metrics.prometheusText().contains(#"echord_interaction_answer_failures_total{step="follow_up"} 1"#))
    }

    @Test func noEditIsTriedBeyondTheTokensLife() async throws {
        let responder = InteractionResponder(
            try .sample(), api: api, time: TimeSource(clock), received: .origin,
            retries: RetryPolicy(maxAttempts: 3, backoff: Backoff(base: .seconds(3_600), cap: .seconds(3_600))),
            report: InteractionReport(metrics: InteractionMetrics(metrics)))
        try await responder.acknowledge(.message(ephemeral: true))
        clock.advance(by: .seconds(899))
        fails(1)
        await #expect(throws: EchordError.self) { try await responder.reply(hello) }
        #expect(api.calls.count == 2)
    }

    @Test func thePublicAnnouncementGoesBeforeThePrivateWordsCome() async throws {
        try await responder.acknowledge(.message(ephemeral: false))
        fails(1, .refusal(.unknownMessage))
        try await responder.reply(secret)
        #expect(
            api.calls == [#"answer {"type":5}"#, "delete original", #"follow up {"content":"psst","flags":64}"#])
        #expect(await !responder.isAwaited)
    }

    @Test func anAnnouncementThatStaysKeepsThePersonWaiting() async throws {
        try await responder.acknowledge(.message(ephemeral: false))
        fails(3)
        await #expect(throws: EchordError.self) { try await responder.reply(secret) }
        #expect(await responder.isAwaited)
        #expect(!api.calls.contains { $0.hasPrefix("follow up") })
    }

    @Test func afterTheAnnouncementIsGoneNothingIsFilledIn() async throws {
        try await responder.acknowledge(.message(ephemeral: false))
        try await responder.deleteOriginal()
        #expect(await !responder.isAwaited)
        try await responder.excuse(secret)
        #expect(api.calls.last == #"follow up {"content":"psst","flags":64}"#)
    }

    @Test func directEditsAndFurtherMessagesEndTheThinkingToo() async throws {
        try await responder.acknowledge(.message(ephemeral: true))
        fails(1, .refusal(.invalidFormBody))
        await #expect(throws: EchordError.self) { try await responder.followUp(hello) }
        #expect(await responder.isAwaited)
        try await responder.followUp(hello)
        #expect(await !responder.isAwaited)
        try await responder.excuse(hello)
        #expect(api.calls.last == #"follow up {"content":"hello"}"#)
    }

    @Test func anUpdateFillsTheMessageThatThinks() async throws {
        try await responder.acknowledge(.message(ephemeral: true))
        try await responder.update(hello)
        #expect(api.calls.last == #"edit original {"content":"hello"}"#)
    }

    @Test func wordsAboutAFailureNeverReplaceTheComponentsMessage() async throws {
        try await responder.acknowledge(.update)
        #expect(await !responder.isAwaited)
        try await responder.excuse(secret)
        #expect(api.calls.last == #"follow up {"content":"psst","flags":64}"#)
    }

    @Test func afterATooLateAnswerNothingMoreIsSent() async throws {
        fails(1, .refusal(.unknownInteraction))
        _ = try await responder.reply(hello)
        #expect(await responder.isTooLate)
        #expect(await responder.isClosed)
        await #expect(throws: EchordError.self) { try await responder.editOriginal(EditMessage(hello)) }
        await #expect(throws: EchordError.self) { try await responder.excuse(hello) }
        #expect(api.calls.count == 1)
    }

    @Test func anEditCarriesAllThatAMessageSays() throws {
        let message = InteractionMessage(
            content: "c", embeds: [], allowedMentions: AllowedMentions.none, flags: [.isComponentsV2, .ephemeral],
            components: [], attachments: [AttachmentRequest(id: 5)])
        let edit = EditMessage(message)
        #expect(edit.content == .set("c") && edit.embeds == .set([]) && edit.components == .set([]))
        #expect(edit.flags == .set(.isComponentsV2))
        #expect(edit.attachments == .set([AttachmentRequest(id: 5)]))
        #expect(EditMessage(InteractionMessage(flags: .ephemeral)).flags == .keep)
    }
}
