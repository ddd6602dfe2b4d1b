import Echord
import EchordModel
import EchordPrimitives
import JSON
import Testing

private func long(_ count: Int) -> String { String(repeating: "x", count: count) }

private func embedded(_ embed: Embed) -> CreateMessage { CreateMessage(embeds: [embed]) }

@Suite("Faults of messages, embeds and modals")
struct BuildersMessageTests {
    static let messages: [Faulty] = [
        Faulty("content: at most 2000 characters, is 2001", CreateMessage(content: long(2001))),
        Faulty(
            "a message needs a text, embeds, components, files, stickers or a poll", CreateMessage(content: "")),
        Faulty("embeds: at most 10 embeds, is 11", CreateMessage(embeds: (0..<11).map { Embed(title: "\($0)") })),
        Faulty("sticker_ids: at most 3 stickers, is 4", CreateMessage(stickerIDs: [1, 2, 3, 4])),
        Faulty("nonce: at most 25 characters, is 26", CreateMessage(content: "a", nonce: .string(long(26)))),
        Faulty("flags: EPHEMERAL can not be set here", CreateMessage(content: "a", flags: .ephemeral)),
        Faulty("flags: EPHEMERAL can not be set here", EditMessage(flags: .set([.ephemeral]))),
        Faulty(
            "content: not together with the flag IS_COMPONENTS_V2",
            CreateMessage(content: "a", components: [.textDisplay(TextDisplay("a"))], flags: .isComponentsV2)),
        Faulty(
            "embeds: not together with the flag IS_COMPONENTS_V2",
            CreateMessage(embeds: [Embed(title: "a")], flags: .isComponentsV2)),
        Faulty(
            "sticker_ids: not together with the flag IS_COMPONENTS_V2",
            CreateMessage(stickerIDs: [1], flags: .isComponentsV2)),
        Faulty(
            "poll: not together with the flag IS_COMPONENTS_V2",
            CreateMessage(
                flags: .isComponentsV2,
                poll: CreatePoll(
                    question: PollMedia(text: "?"), answers: [PollAnswer(pollMedia: PollMedia(text: "a"))]))),
        Faulty(
            "allowed_mentions.users: users can not be listed while parse names them",
            CreateMessage(content: "a", allowedMentions: AllowedMentions(parse: [.users], users: [1]))),
        Faulty(
            "allowed_mentions.roles: at most 100 roles, is 101",
            CreateMessage(content: "a", allowedMentions: .roles((1...101).map { RoleID(UInt64($0)) }))),
        Faulty(
            "attachments: at most 10 files, is 11",
            CreateMessage(attachments: (0..<11).map { AttachmentRequest(id: AttachmentID(UInt64($0))) })),
        Faulty(
            "attachments[0].description: at most 1024 characters, is 1025",
            CreateMessage(attachments: [AttachmentRequest(id: 0, description: long(1025))])),
        Faulty(
            "attachments[1].id: the id is there already",
            CreateMessage(attachments: [AttachmentRequest(id: 0), AttachmentRequest(id: 0)])),
        Faulty("username: 1–80 characters, is 81", ExecuteWebhook(content: "a", username: long(81))),
        Faulty("thread_name: 1–100 characters, is 0", ExecuteWebhook(content: "a", threadName: "")),
        Faulty(
            "applied_tags: at most 5 tags, is 6", ExecuteWebhook(content: "a", appliedTags: [1, 2, 3, 4, 5, 6])),
        Faulty("flags: URGENT can not be set here", InteractionMessage(content: "a", flags: .urgent)),
        Faulty(
            "data.content: at most 2000 characters, is 2001",
            InteractionCallback.message(InteractionMessage(content: long(2001)))),
        Faulty("data.flags: only EPHEMERAL can be set here", InteractionCallback.deferredMessage(.urgent)),
        Faulty(
            "data.choices: at most 25 choices, is 26",
            InteractionCallback.autocomplete((0..<26).map { CommandChoice("\($0)", .integer(Int64($0))) })),
        Faulty(
            "data.choices[0].name: 1–100 characters, is 101",
            InteractionCallback.autocomplete([CommandChoice(long(101), "a")])),
        Faulty(
            "data.choices[0].value: 1–100 characters, is 101",
            InteractionCallback.autocomplete([CommandChoice("a", .string(long(101)))])),
    ]

    static let polls: [Faulty] = [
        Faulty("poll.question.text: 1–300 characters, is 0", poll("", ["a"])),
        Faulty("poll.question.text: 1–300 characters, is 301", poll(long(301), ["a"])),
        Faulty("poll.answers: 1–10 answers, is 0", poll("?", [])),
        Faulty("poll.answers: 1–10 answers, is 11", poll("?", (0..<11).map(String.init))),
        Faulty("poll.answers[0].poll_media.text: 1–55 characters, is 56", poll("?", [long(56)])),
        Faulty("poll.answers[0].poll_media.text: 1–55 characters, is 0", poll("?", [""])),
        Faulty("poll.duration: 1–768, is 769", poll("?", ["a"], hours: 769)),
        Faulty(
            "poll.question.emoji: a question has no emoji",
            CreateMessage(
                poll: CreatePoll(
                    question: PollMedia(text: "?", emoji: .unicode("🔥")),
                    answers: [PollAnswer(pollMedia: PollMedia(emoji: .unicode("🔥")))]))),
    ]

    private static func poll(_ question: String, _ answers: [String], hours: Int? = nil) -> CreateMessage {
        CreateMessage(
            poll: CreatePoll(
                question: PollMedia(text: question),
                answers: answers.map { PollAnswer(pollMedia: PollMedia(text: $0)) },
                duration: hours))
    }

    static let embeds: [Faulty] = [
        Faulty("embeds[0].title: at most 256 characters, is 257", embedded(Embed(title: long(257)))),
        Faulty("embeds[0].description: at most 4096 characters, is 4097", embedded(Embed(description: long(4097)))),
        Faulty(
            "embeds[0].fields: at most 25 fields, is 26",
            embedded(Embed(fields: (0..<26).map { EmbedField(name: "\($0)", value: "v") }))),
        Faulty(
            "embeds[0].fields[0].name: 1–256 characters, is 257",
            embedded(Embed(fields: [EmbedField(name: long(257), value: "v")]))),
        Faulty(
            "embeds[0].fields[0].name: 1–256 characters, is 0",
            embedded(Embed(fields: [EmbedField(name: "", value: "v")]))),
        Faulty(
            "embeds[0].fields[0].value: 1–1024 characters, is 1025",
            embedded(Embed(fields: [EmbedField(name: "n", value: long(1025))]))),
        Faulty(
            "embeds[0].fields[0].value: 1–1024 characters, is 0",
            embedded(Embed(fields: [EmbedField(name: "n", value: "")]))),
        Faulty(
            "embeds[0].footer.text: 1–2048 characters, is 2049",
            embedded(Embed(footer: EmbedFooter(text: long(2049))))),
        Faulty(
            "embeds[0].author.name: 1–256 characters, is 257",
            embedded(Embed(author: EmbedAuthor(name: long(257))))),
        Faulty(
            "embeds[0].url: an address that begins with http://, https://", embedded(Embed(title: "a", url: "a"))),
        Faulty(
            "embeds[0].image.url: an address that begins with http://, https://, attachment://",
            embedded(Embed(image: "a"))),
        Faulty(
            "embeds[0].thumbnail.url: an address that begins with http://, https://, attachment://",
            embedded(Embed(thumbnail: "https://"))),
        Faulty(
            "embeds[0].footer.icon_url: an address that begins with http://, https://, attachment://",
            embedded(Embed(footer: EmbedFooter(text: "a", iconURL: "x")))),
        Faulty(
            "embeds[0].author.url: an address that begins with http://, https://",
            embedded(Embed(author: EmbedAuthor(name: "a", url: "attachment://x")))),
        Faulty("embeds[0].description: an embed needs a title, a text, fields or a picture", embedded(Embed())),
        Faulty(
            "embeds: at most 6000 characters in all embeds, is 6001",
            CreateMessage(embeds: [
                Embed(description: long(4000)),
                Embed(
                    title: long(100), footer: EmbedFooter(text: long(1000)), author: EmbedAuthor(name: long(100)),
                    fields: [EmbedField(name: long(100), value: long(701))]),
            ])),
    ]

    @Test("Messages", arguments: messages + polls)
    func message(_ faulty: Faulty) { #expect(faulty.found.contains(faulty.expected)) }

    @Test("Embeds", arguments: embeds)
    func embed(_ faulty: Faulty) { #expect(faulty.found == [faulty.expected]) }

    @Test("Lengths count Unicode scalars, and the limits themselves are allowed")
    func limits() {
        #expect(CreateMessage(content: String(repeating: "🔥", count: 2000)).issues == [])
        #expect(embedded(Embed(title: long(256), description: long(4096))).issues == [])
        #expect(
            CreateMessage(embeds: [Embed(description: long(4096)), Embed(description: long(1904))]).issues == [])
    }

    @Test("What says something without words is no empty message")
    func notEmpty() {
        #expect(CreateMessage(messageReference: .forward(1, from: 2)).issues == [])
        #expect(CreateMessage(attachments: [AttachmentRequest(id: 0)]).issues == [])
        #expect(EditMessage().issues == [])
        #expect(InteractionCallback.deferredUpdate.issues == [])
        #expect(InteractionCallback.updateMessage(InteractionMessage(components: [])).issues == [])
    }

    @Test("A message pings nobody unless it is told to")
    func mentions() throws {
        let body = try MessageContent("@everyone").createMessage()
        #expect(JSON.encodeToString(body) == #"{"content":"@everyone","allowed_mentions":{"parse":[]}}"#)
        let reply = try MessageContent("hi").replying(to: 5, pingsAuthor: true).createMessage()
        #expect(reply.allowedMentions?.repliedUser == true)
        #expect(reply.messageReference?.messageID == 5)
        #expect(try MessageContent("hi").mentioning(.users([7])).createMessage().allowedMentions?.users == [7])
    }

    @Test("One content becomes every body")
    func bodies() throws {
        let content = MessageContent("text", embeds: [Embed(title: "t")]).ephemeral().silent().suppressingEmbeds()
            .adding { ActionRow { Button("a", customID: "a") } }.embed(Embed(title: "u"))
        let interaction = try content.interactionMessage()
        #expect(interaction.flags == [.ephemeral, .suppressNotifications, .suppressEmbeds])
        #expect(interaction.embeds?.count == 2)
        #expect(try content.followUp().components?.count == 1)
        #expect(throws: EchordError.self) { try content.createMessage() }
        let edit = try content.ephemeral(false).silent(false).editMessage()
        #expect(edit.content == .set("text"))
        #expect(edit.flags == .set(.suppressEmbeds))
    }

    @Test("An edit says all and takes away what is no longer said")
    func edits() throws {
        let edit = try MessageContent(embeds: [Embed(title: "t")]).editMessage()
        #expect(
            JSON.encodeToString(edit)
                == #"{"content":null,"embeds":[{"title":"t"}],"allowed_mentions":{"parse":[]},"components":[]}"#)
        let second = try MessageContent { TextDisplay("a") }.editMessage()
        #expect(second.content == .keep)
        #expect(second.flags == .set(.isComponentsV2))
        let update = try MessageContent("a").updateMessage()
        #expect(update.components == [])
        #expect(update.embeds == [])
        let updateV2 = try MessageContent { TextDisplay("a") }.updateMessage()
        #expect(updateV2.content == nil)
        #expect(throws: EchordError.self) { try MessageContent(long(2001)).updateMessage() }
    }

    // MARK: - Modals

    static let modals: [Faulty] = [
        Faulty("title: 1–45 characters, is 46", modal(long(46))),
        Faulty("title: 1–45 characters, is 0", modal("")),
        Faulty("custom_id: 1–100 characters, is 101", modal(customID: long(101))),
        Faulty("components: 1–5 components, is 0", modal {}),
        Faulty(
            "components: 1–5 components, is 6",
            modal { for index in 0..<6 { TextDisplay("\(index)") } }),
        Faulty(
            "components[0].type: USER_SELECT can not stand at the top of a modal",
            modal { UserSelect(customID: "a") }),
        Faulty("components[0].label: 1–45 characters, is 46", modal { Label(long(46), UserSelect(customID: "a")) }),
        Faulty(
            "components[0].description: at most 100 characters, is 101",
            modal { Label("a", description: long(101), UserSelect(customID: "a")) }),
        Faulty(
            "components[0].component.type: BUTTON can not stand in a label",
            modal { Label("a", Button("a", customID: "a")) }),
        Faulty(
            "components[0].component.label: a text input in a label has no label of its own",
            field(TextInput(customID: "a", style: .short, label: "x"))),
        Faulty(
            "components[0].component.min_length: at most 4000, is 4001",
            field(TextInput(customID: "a", style: .short, minLength: 4001))),
        Faulty(
            "components[0].component.max_length: 1–4000, is 0",
            field(TextInput(customID: "a", style: .short, maxLength: 0))),
        Faulty(
            "components[0].component.min_length: at most max_length, which is 2, is 3",
            field(TextInput(customID: "a", style: .short, minLength: 3, maxLength: 2))),
        Faulty(
            "components[0].component.placeholder: at most 100 characters, is 101",
            field(TextInput(customID: "a", style: .short, placeholder: long(101)))),
        Faulty(
            "components[0].component.value: at most 2 characters, is 3",
            field(TextInput(customID: "a", style: .short, maxLength: 2, value: "abc"))),
        Faulty(
            "components[0].component.value: at least 5 characters, is 3",
            field(TextInput(customID: "a", style: .short, minLength: 5, value: "abc"))),
        Faulty(
            "components[0].component.disabled: a select in a modal can not be disabled",
            field(RoleSelect(customID: "a", isDisabled: true))),
        Faulty(
            "components[0].component.required: with a minimum of 0 the select can not be required",
            field(RoleSelect(customID: "a", minValues: 0))),
        Faulty(
            "components[0].component.max_values: 1–10, is 11",
            field(FileUploadInput(customID: "a", maxValues: 11))),
        Faulty(
            "components[0].component.min_values: at most 10, is 11",
            field(FileUploadInput(customID: "a", minValues: 11, maxValues: 10))),
        Faulty(
            "components[0].component.required: with a minimum of 0 the upload can not be required",
            field(FileUploadInput(customID: "a", minValues: 0))),
        Faulty(
            "components[0].component.file_types: at most 10 file types, is 11",
            field(FileUploadInput(customID: "a", fileTypes: Array(repeating: ".a", count: 11)))),
        Faulty(
            "components[0].component.file_types[1]: image, video, audio or an ending such as .pdf",
            field(FileUploadInput(customID: "a", fileTypes: [".pdf", "pdf"]))),
        Faulty(
            "components[0].component.options: 2–10 options, is 1",
            field(RadioGroup(customID: "a", options: [GroupOption(value: "a", label: "a")]))),
        Faulty(
            "components[0].component.options: at most 1 chosen at the start, is 2",
            field(
                RadioGroup(
                    customID: "a",
                    options: [
                        GroupOption(value: "a", label: "a", isDefault: true),
                        GroupOption(value: "b", label: "b", isDefault: true),
                    ]))),
        Faulty(
            "components[0].component.options: 1–10 options, is 0",
            field(CheckboxGroup(customID: "a", options: []))),
        Faulty(
            "components[0].component.options[1].value: the value is there already",
            field(
                CheckboxGroup(
                    customID: "a", options: [GroupOption(value: "a", label: "a"), GroupOption(value: "a", label: "b")]))
        ),
        Faulty(
            "components[0].component.options[0].label: 1–100 characters, is 101",
            field(CheckboxGroup(customID: "a", options: [GroupOption(value: "a", label: long(101))]))),
        Faulty(
            "components[0].component.min_values: at most max_values, which is 1, is 2",
            field(CheckboxGroup(customID: "a", options: [GroupOption(value: "a", label: "a")], minValues: 2))),
        Faulty(
            "components[0].component.required: with a minimum of 0 the group can not be required",
            field(CheckboxGroup(customID: "a", options: [GroupOption(value: "a", label: "a")], minValues: 0))),
        Faulty("components[0].component.custom_id: 1–100 characters, is 0", field(Checkbox(customID: ""))),
        Faulty(
            "components[1].component.custom_id: another component has this custom id",
            modal {
                Label("a", Checkbox(customID: "a"))
                Label("b", Checkbox(customID: "a"))
            }),
        Faulty(
            "components[0].components[0].type: BUTTON can not stand in a row",
            modal { ActionRow { Button("a", customID: "a") } }),
    ]

    private static func modal(
        _ title: String = "Title", customID: String = "modal",
        @ComponentBuilder _ components: () -> [Component] = { [.textDisplay(TextDisplay("a"))] }
    ) -> ModalBody {
        ModalBody(title, customID: customID, components)
    }

    private static func field(_ component: some ComponentConvertible) -> ModalBody { modal { Label("a", component) } }

    @Test("Modals", arguments: modals)
    func modal(_ faulty: Faulty) { #expect(faulty.found.contains(faulty.expected)) }

    @Test("A modal with every kind of field")
    func everyField() throws {
        let options = [GroupOption(value: "a", label: "a"), GroupOption(value: "b", label: "b")]
        let first = ModalBody("One", customID: "m") {
            TextDisplay("Read this")
            Label("Text", description: "why", TextInput(customID: "t", style: .paragraph, isRequired: false))
            Label("Pick", StringSelect(customID: "s", options: [SelectOption("a", value: "a")]))
            Label("Who", UserSelect(customID: "u", minValues: 0, isRequired: false))
            Label("Files", FileUploadInput(customID: "f", maxValues: 10, fileTypes: ["image", ".pdf"]))
        }
        let second = ModalBody("Two", customID: "m") {
            Label("One", RadioGroup(customID: "r", options: options))
            Label("Any", CheckboxGroup(customID: "c", options: options, minValues: 0, isRequired: false))
            Label("Yes", Checkbox(customID: "y", isDefault: true))
            Label("Where", ChannelSelect(customID: "w"))
            ActionRow { TextInput(customID: "old", style: .short, label: "Old") }
        }
        #expect(try first.validated() == first)
        #expect(second.issues == [])
        let callback = InteractionCallback.modal(first)
        #expect(try JSON.decode(InteractionCallback.self, from: JSON.encode(callback)) == callback)
    }
}
