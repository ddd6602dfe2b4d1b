import EchordModel
import EchordPrimitives
import JSON
import Lifecycle
import Testing

@testable import Echord

@Suite struct InteractionFileTests {
    private let api = RecordingInteractionAPI()
    private let message = InteractionMessage(content: "see")
    private let file = FileUpload(name: "list.txt", bytes: [1, 2, 3], description: "a list")
    private let named = #""attachments":[{"id":"0","filename":"list.txt","description":"a list"}]"#

    private func responder(fileLimit: Int? = nil) throws -> InteractionResponder {
        var interaction = try Interaction.sample()
        interaction.attachmentSizeLimit = fileLimit
        return InteractionResponder(interaction, api: api, time: TimeSource(ManualClock()))
    }

    private func issues(_ body: () async throws -> Void) async -> [FieldIssue] {
        do {
            try await body()
            return []
        } catch { return (error as? EchordError)?.issues ?? [] }
    }

    @Test func everyKindOfAnswerCarriesFiles() async throws {
        let responder = try responder()
        try await responder.reply(message, files: [file])
        try await responder.reply(message, files: [file])
        try await responder.update(message, files: [file])
        try await responder.editOriginal(EditMessage(message), files: [file])
        try await responder.editFollowUp(4, EditMessage(message), files: [file])
        let text = #""content":"see",\#(named)"#
        #expect(
            api.calls == [
                #"answer {"type":4,"data":{\#(text)}} with list.txt"#, "follow up {\(text)} with list.txt",
                "edit original {\(text)} with list.txt", "edit original {\(text)} with list.txt",
                "edit follow-up 4 with list.txt",
            ])
    }

    @Test func anAcknowledgedAnswerIsFilledInWithFiles() async throws {
        let responder = try responder()
        try await responder.acknowledge(.message(ephemeral: true))
        try await responder.reply(message, files: [file])
        #expect(api.calls.last == #"edit original {"content":"see",\#(named)} with list.txt"#)
    }

    @Test func whatIsSaidOfAFileStaysAndFilesThatStayAreKept() async throws {
        var edit = EditMessage(content: .set("x"))
        edit.attachments = .set([AttachmentRequest(id: 77), AttachmentRequest(id: 1, title: "own")])
        try await responder().editOriginal(edit, files: [file, file])
        #expect(
            api.calls.last
                == #"edit original {"content":"x","attachments":[{"id":"77"},{"id":"1","title":"own"},{"id":"0","filename":"list.txt","description":"a list"}]} with list.txt, list.txt"#
        )
    }

    @Test func tooManyFilesAreNotSent() async throws {
        let responder = try responder()
        let ten = Array(repeating: file, count: 10)
        let eleven = await issues { try await responder.reply(message, files: ten + [file]) }
        #expect(eleven.map(\.path) == ["files"])
        let staying = await issues {
            try await responder.editOriginal(
                EditMessage(attachments: .set([AttachmentRequest(id: 1_000)])), files: ten)
        }
        #expect(staying.map(\.path) == ["files"])
        #expect(api.calls.isEmpty)
        try await responder.reply(message, files: ten)
        #expect(api.calls.count == 1)
    }

    @Test func aFileBeyondTheInteractionsLimitIsNotSent() async throws {
        let responder = try responder(fileLimit: 4)
        let large = FileUpload(name: "b", bytes: [1, 2, 3, 4, 5])
        #expect(
            await issues { try await responder.followUp(message, files: [file, large]) }.map(\.path) == ["files[1]"])
        #expect(await issues { try await responder.update(message, files: [large]) }.map(\.code) == ["FILE_TOO_LARGE"])
        #expect(await issues { try await responder.editFollowUp(3, EditMessage(), files: [large]) }.count == 1)
        #expect(api.calls.isEmpty)
        try await responder.reply(message, files: [FileUpload(name: "b", bytes: [1, 2, 3, 4])])
        #expect(api.calls.count == 1)
    }

    @Test func withoutALimitOfItsOwnTenMebibytesHold() async throws {
        let responder = try responder()
        let tooLarge = FileUpload(name: "b", bytes: Array(repeating: 0, count: (10 << 20) + 1))
        #expect(await issues { try await responder.reply(message, files: [tooLarge]) }.count == 1)
    }

    @Test func namesAndAltTextsHaveBounds() async throws {
        let responder = try responder()
        let files = [
            FileUpload(name: "", bytes: []), FileUpload(name: String(repeating: "n", count: 1_025), bytes: []),
            FileUpload(name: "a", bytes: [], description: String(repeating: "d", count: 1_025)),
        ]
        #expect(
            await issues { try await responder.reply(message, files: files) }.map(\.path) == [
                "files[0].name", "files[1].name", "files[2].description",
            ])
    }

    @Test func theClientSendsThemAsAForm() async throws {
        let transport = ScriptedTransport(.noContent)
        let client = RESTClient(
            token: nil, configuration: RESTConfiguration(apiURL: "http://x", retries: .never), transport: transport)
        let responder = InteractionResponder(try .sample(), api: client, time: .continuous)
        try await responder.reply(message, files: [file])
        let request = try #require(transport.requests.first)
        #expect(request.headers.contains { $0.name == "Content-Type" && $0.value.hasPrefix("multipart/form-data; ") })
        let body = String(decoding: request.body, as: UTF8.self)
        #expect(body.contains(#"{"type":4,"data":{"content":"see",\#(named)}}"#))
        #expect(body.contains("name=\"files[0]\"; filename=\"list.txt\""))
    }
}
