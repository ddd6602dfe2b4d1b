import Echord
import EchordModel
import EchordPrimitives
import JSON
import Testing

/// A body that breaks one rule, and the fault that must be found.
struct Faulty: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let issues: @Sendable () -> [FieldIssue]
    let expected: String

    init<Body: LocallyValidated & SendableMetatype>(
        _ expected: String, _ body: @autoclosure @escaping @Sendable () -> Body
    ) {
        testDescription = expected
        self.expected = expected
        issues = { body().issues }
    }

    /// The faults as `path: message`.
    var found: [String] { issues().map { $0.path.isEmpty ? $0.message : "\($0.path): \($0.message)" } }
}

private func long(_ count: Int) -> String { String(repeating: "x", count: count) }

private func rows(_ components: Component...) -> CreateMessage { CreateMessage(components: components) }

private func row(_ children: (any ComponentConvertible)...) -> CreateMessage {
    CreateMessage(components: [.actionRow(ActionRow(components: children.map(\.asComponent)))])
}

private func second(_ components: (any ComponentConvertible)...) -> CreateMessage {
    CreateMessage(components: components.map(\.asComponent), flags: .isComponentsV2)
}

private let fine = Button("ok", customID: "ok")

@Suite("Faults of components")
struct BuildersComponentTests {
    static let buttons: [Faulty] = [
        Faulty(
            "components[0].components[2].custom_id: 1–100 characters, is 104",
            row(Button("a", customID: "a"), Button("b", customID: "b"), Button("c", customID: long(104)))),
        Faulty("components[0].components[0].custom_id: 1–100 characters, is 0", row(Button("a", customID: ""))),
        Faulty(
            "components[0].components[0].custom_id: 1–100 characters, is missing",
            row(Button(style: .primary, label: "a"))),
        Faulty("components[0].components[0].label: at most 80 characters, is 81", row(Button(long(81), customID: "a"))),
        Faulty(
            "components[0].components[0].label: a button needs a label or an emoji", row(Button(nil, customID: "a"))),
        Faulty(
            "components[0].components[0].url: only a link button has an address",
            row(Button(style: .primary, label: "a", customID: "a", url: "https://a"))),
        Faulty(
            "components[0].components[0].sku_id: only a premium button sells something",
            row(Button(style: .primary, label: "a", customID: "a", skuID: 1))),
        Faulty(
            "components[0].components[0].url: a link button needs an address", row(Button(style: .link, label: "a"))),
        Faulty(
            "components[0].components[0].url: 1–512 characters, is 513",
            row(Button.link("a", to: "https://" + long(505)))),
        Faulty(
            "components[0].components[0].url: an address that begins with http://, https://",
            row(Button.link("a", to: "javascript:x"))),
        Faulty(
            "components[0].components[0].custom_id: a link button has no custom id",
            row(Button(style: .link, label: "a", customID: "a", url: "https://a"))),
        Faulty(
            "components[0].components[0].sku_id: a link button sells nothing",
            row(Button(style: .link, label: "a", skuID: 1, url: "https://a"))),
        Faulty(
            "components[0].components[0].sku_id: a premium button needs what it sells", row(Button(style: .premium))),
        Faulty(
            "components[0].components[0].custom_id: a premium button has no custom id",
            row(Button(style: .premium, customID: "a", skuID: 1))),
        Faulty(
            "components[0].components[0].label: a premium button has no label",
            row(Button(style: .premium, label: "a", skuID: 1))),
        Faulty(
            "components[0].components[0].emoji: a premium button has no emoji",
            row(Button(style: .premium, emoji: .unicode("🔥"), skuID: 1))),
        Faulty(
            "components[0].components[0].url: a premium button has no address",
            row(Button(style: .premium, skuID: 1, url: "https://a"))),
    ]

    static let layout: [Faulty] = [
        Faulty("components[0].components: 1–5 components, is 0", row()),
        Faulty(
            "components[0].components: 1–5 components, is 6",
            row(
                Button("1", customID: "1"), Button("2", customID: "2"), Button("3", customID: "3"),
                Button("4", customID: "4"), Button("5", customID: "5"), Button("6", customID: "6"))),
        Faulty(
            "components[0].components: up to 5 buttons or a single select",
            row(fine, UserSelect(customID: "u"))),
        Faulty(
            "components[0].components[0].type: TEXT_INPUT can not stand in a row",
            row(TextInput(customID: "t", style: .short))),
        Faulty(
            "components: at most 5 rows, is 6",
            CreateMessage(
                components: (0..<6).map { .actionRow(ActionRow(components: [.button(Button("a", customID: "\($0)"))])) }
            )),
        Faulty("components[0].type: BUTTON can not stand at the top of a message", rows(.button(fine))),
        Faulty(
            "components[0].type: TEXT_DISPLAY needs the flag IS_COMPONENTS_V2", rows(.textDisplay(TextDisplay("a")))),
        Faulty(
            "components[0].components[1].custom_id: another component has this custom id", row(fine, fine)),
        Faulty(
            "components[1].id: another component has this id",
            second(TextDisplay(id: 7, content: "a"), TextDisplay(id: 7, content: "b"))),
        Faulty("components[0].id: at most 2147483647, is -1", second(TextDisplay(id: -1, content: "a"))),
        Faulty(
            "components: at most 40 components, nested ones counted, is 41",
            CreateMessage(
                components: [
                    .container(Container(components: (0..<40).map { .textDisplay(TextDisplay("\($0)")) }))
                ], flags: .isComponentsV2)),
        Faulty(
            "components: at most 4000 characters in all texts, is 4001",
            second(TextDisplay(long(4000)), TextDisplay("x"))),
        Faulty("components[0].content: 1–4000 characters, is 0", second(TextDisplay(""))),
        Faulty(
            "components[0].components: 1–3 texts, is 0",
            second(Section(accessory: fine) {})),
        Faulty(
            "components[0].components: 1–3 texts, is 4",
            second(
                Section(accessory: fine) {
                    TextDisplay("1")
                    TextDisplay("2")
                    TextDisplay("3")
                    TextDisplay("4")
                })),
        Faulty(
            "components[0].components[0].type: SEPARATOR can not stand in a section",
            second(Section(accessory: fine) { Separator() })),
        Faulty(
            "components[0].accessory.type: TEXT_DISPLAY can not stand beside a section",
            second(Section(accessory: TextDisplay("x")) { TextDisplay("1") })),
        Faulty(
            "components[0].accessory.media.url: an address that begins with http://, https://, attachment://",
            second(Section(accessory: Thumbnail("x")) { TextDisplay("1") })),
        Faulty(
            "components[0].accessory.description: at most 1024 characters, is 1025",
            second(Section(accessory: Thumbnail("https://a", description: long(1025))) { TextDisplay("1") })),
        Faulty("components[0].components: at least 1 component, is 0", second(Container {})),
        Faulty(
            "components[0].components[0].type: CONTAINER can not stand in a container",
            second(Container { Container { TextDisplay("a") } })),
        Faulty(
            "components[0].components[0].type: BUTTON can not stand in a container", second(Container { fine })),
        Faulty("components[0].items: 1–10 items, is 0", second(MediaGallery([]))),
        Faulty(
            "components[0].items: 1–10 items, is 11",
            second(MediaGallery((0..<11).map { "https://a/\($0)" }))),
        Faulty(
            "components[0].items[0].media.url: an address that begins with http://, https://, attachment://",
            second(MediaGallery(["a"]))),
        Faulty(
            "components[0].file.url: an address of the form attachment://name",
            second(FileDisplay(file: "https://a"))),
        Faulty(
            "components[0].file.url: an address of the form attachment://name", second(FileDisplay(attachment: ""))),
        Faulty(
            "components[0].type: LABEL can not stand at the top of a message",
            second(Label("a", UserSelect(customID: "a")))),
    ]

    static let selects: [Faulty] = [
        Faulty(
            "components[0].components[0].options: 1–25 options, is 0", row(StringSelect(customID: "s", options: []))),
        Faulty(
            "components[0].components[0].options: 1–25 options, is 26",
            row(StringSelect(customID: "s", options: (0..<26).map { SelectOption("\($0)", value: "\($0)") }))),
        Faulty(
            "components[0].components[0].options[0].label: 1–100 characters, is 101",
            row(StringSelect(customID: "s", options: [SelectOption(long(101), value: "a")]))),
        Faulty(
            "components[0].components[0].options[0].value: 1–100 characters, is 101",
            row(StringSelect(customID: "s", options: [SelectOption("a", value: long(101))]))),
        Faulty(
            "components[0].components[0].options[0].description: at most 100 characters, is 101",
            row(StringSelect(customID: "s", options: [SelectOption("a", value: "a", description: long(101))]))),
        Faulty(
            "components[0].components[0].options[1].value: the value is there already",
            row(StringSelect(customID: "s", options: [SelectOption("a", value: "a"), SelectOption("b", value: "a")]))),
        Faulty(
            "components[0].components[0].options: at most 1 chosen at the start, is 2",
            row(
                StringSelect(
                    customID: "s",
                    options: [
                        SelectOption("a", value: "a", isDefault: true), SelectOption("b", value: "b", isDefault: true),
                    ]))),
        Faulty(
            "components[0].components[0].custom_id: 1–100 characters, is 0", row(UserSelect(customID: ""))),
        Faulty(
            "components[0].components[0].placeholder: at most 150 characters, is 151",
            row(RoleSelect(customID: "r", placeholder: long(151)))),
        Faulty(
            "components[0].components[0].min_values: at most 25, is 26",
            row(ChannelSelect(customID: "c", minValues: 26, maxValues: 25))),
        Faulty(
            "components[0].components[0].max_values: 1–25, is 0",
            row(MentionableSelect(customID: "m", minValues: 0, maxValues: 0))),
        Faulty(
            "components[0].components[0].min_values: at most max_values, which is 1, is 2",
            row(UserSelect(customID: "u", minValues: 2))),
        Faulty(
            "components[0].components[0].default_values[0].type: user, is role",
            row(UserSelect(customID: "u", defaultValues: [.role(1)]))),
        Faulty(
            "components[0].components[0].default_values[0].type: role or user, is channel",
            row(MentionableSelect(customID: "u", defaultValues: [.channel(1)]))),
        Faulty(
            "components[0].components[0].default_values: 1–1 default values, is 2",
            row(RoleSelect(customID: "u", defaultValues: [.role(1), .role(2)]))),
        Faulty(
            "components[0].components[0].required: only a select in a modal can be required",
            row(ChannelSelect(customID: "u", isRequired: true))),
    ]

    @Test("Buttons", arguments: buttons)
    func button(_ faulty: Faulty) { #expect(faulty.found == [faulty.expected]) }

    @Test("Layout", arguments: layout)
    func place(_ faulty: Faulty) { #expect(faulty.found.contains(faulty.expected)) }

    @Test("Selects", arguments: selects)
    func select(_ faulty: Faulty) { #expect(faulty.found.contains(faulty.expected)) }

    @Test("What is fine is left alone")
    func accepted() throws {
        let message = MessageContent {
            Container(accentColor: .green, isSpoiler: false) {
                TextDisplay("### Title")
                Section(accessory: Thumbnail("attachment://a.png")) { TextDisplay("text") }
                Section(accessory: Button.link("x", to: "https://example.org")) { TextDisplay("text") }
                Separator(hasDivider: true, spacing: .large)
                MediaGallery(["https://example.org/a.png"])
                FileDisplay(attachment: "a.pdf")
                for name in ["a", "b"] {
                    ActionRow { Button(name, customID: name, style: .primary, emoji: .unicode("🔥"), isDisabled: true) }
                }
                if Bool(true) { ActionRow { StringSelect(customID: "s", options: [SelectOption("a", value: "a")]) } }
            }
            ActionRow { ChannelSelect(customID: "c", channelTypes: [.guildText], defaultValues: [.channel(1)]) }
        }
        let body = try message.createMessage()
        #expect(body.flags == .isComponentsV2)
        #expect(body.allowedMentions == AllowedMentions.none)
        #expect(body.components?.flatMap(\.flattened).count == 19)
        #expect(body.content == nil)
    }

    @Test("A component that is not known here is let through")
    func unknown() throws {
        let strange = try JSON.decode(Component.self, from: #"{"type":99,"x":[1]}"#)
        #expect(rows(strange).issues == [])
        #expect(second(Container { [strange] }).issues == [])
        #expect(strange.type.rawValue == 99)
    }

    @Test("All faults are told at once, and the error's sentence names the first")
    func collected() {
        let message = row(Button(nil, customID: ""), Button("x", customID: long(101)))
        #expect(message.issues.count == 3)
        let error = #expect(throws: EchordError.self) { try message.validated() }
        #expect(error?.code == .validation)
        #expect(error?.issues.count == 3)
        #expect(error?.message.contains("components[0].components[0].custom_id: 1–100 characters, is 0") == true)
    }
}
