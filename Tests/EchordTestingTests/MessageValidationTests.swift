import JSON
import Testing

@testable import EchordTesting

@Suite("Refused messages")
struct MessageValidationTests {

    static let refused: [RefusedForm] = [
        RefusedForm(
            "content", "BASE_TYPE_MAX_LENGTH",
            #"""
            {"content":"§2001"}
            """#),
        RefusedForm(
            "content", "STRING_TYPE_CONVERT",
            #"""
            {"content":[1]}
            """#),
        RefusedForm(
            "tts", "BOOLEAN_TYPE_CONVERT",
            #"""
            {"content":"x","tts":3}
            """#),
        RefusedForm(
            "flags", "NUMBER_TYPE_COERCE",
            #"""
            {"content":"x","flags":"x"}
            """#),
        RefusedForm(
            "nonce", "BASE_TYPE_MAX_LENGTH",
            #"""
            {"content":"x","nonce":"§26"}
            """#),
        RefusedForm(
            "embeds", "BASE_TYPE_MAX_LENGTH",
            #"""
            {"content":"x","embeds":{"§times":11,"of":{"title":"t"}}}
            """#),
        RefusedForm(
            "embeds/0", "MODEL_TYPE_CONVERT",
            #"""
            {"embeds":["x"]}
            """#),
        RefusedForm(
            "embeds/0/description", "BASE_TYPE_REQUIRED",
            #"""
            {"embeds":[{}]}
            """#),
        RefusedForm(
            "embeds/0/title", "BASE_TYPE_MAX_LENGTH",
            #"""
            {"embeds":[{"title":"§257"}]}
            """#),
        RefusedForm(
            "embeds/0/description", "BASE_TYPE_MAX_LENGTH",
            #"""
            {"embeds":[{"description":"§4097"}]}
            """#),
        RefusedForm(
            "embeds/0/color", "NUMBER_TYPE_MAX",
            #"""
            {"embeds":[{"title":"t","color":16777216}]}
            """#),
        RefusedForm(
            "embeds/0/color", "NUMBER_TYPE_MIN",
            #"""
            {"embeds":[{"title":"t","color":-1}]}
            """#),
        RefusedForm(
            "embeds/0/url", "URL_TYPE_INVALID_SCHEME",
            #"""
            {"embeds":[{"title":"t","url":"ftp://x"}]}
            """#),
        RefusedForm(
            "embeds/0/url", "URL_TYPE_INVALID_URL",
            #"""
            {"embeds":[{"title":"t","url":"nope"}]}
            """#),
        RefusedForm(
            "embeds/0/url", "URL_TYPE_INVALID_URL",
            #"""
            {"embeds":[{"title":"t","url":"https:// x"}]}
            """#),
        RefusedForm(
            "embeds/0/timestamp", "DATE_TIME_TYPE_PARSE",
            #"""
            {"embeds":[{"title":"t","timestamp":"soon"}]}
            """#),
        RefusedForm(
            "embeds/0/fields/0/value", "BASE_TYPE_REQUIRED",
            #"""
            {"embeds":[{"fields":[{"name":"n"}]}]}
            """#),
        RefusedForm(
            "embeds/0/fields", "BASE_TYPE_MAX_LENGTH",
            #"""
            {"embeds":[{"fields":{"§times":26,"of":{"name":"n","value":"v"}}}]}
            """#),
        RefusedForm(
            "embeds/0/author/name", "BASE_TYPE_REQUIRED",
            #"""
            {"embeds":[{"author":{}}]}
            """#),
        RefusedForm(
            "embeds/0/footer/text", "BASE_TYPE_BAD_LENGTH",
            #"""
            {"embeds":[{"footer":{"text":"§2049"}}]}
            """#),
        RefusedForm(
            "embeds/0/image/url", "BASE_TYPE_REQUIRED",
            #"""
            {"embeds":[{"image":{}}]}
            """#),
        RefusedForm(
            "embeds", "MAX_EMBED_SIZE_EXCEEDED",
            #"""
            {"embeds":[{"description":"§4000"},{"description":"§2001"}]}
            """#),
        RefusedForm(
            "allowed_mentions/parse/0", "BASE_TYPE_CHOICES",
            #"""
            {"content":"x","allowed_mentions":{"parse":["all"]}}
            """#),
        RefusedForm(
            "allowed_mentions", "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
            #"""
            {"content":"x","allowed_mentions":{"parse":["users"],"users":["1"]}}
            """#),
        RefusedForm(
            "allowed_mentions/users", "BASE_TYPE_MAX_LENGTH",
            #"""
            {"content":"x","allowed_mentions":{"users":{"§times":101,"of":1}}}
            """#),
        RefusedForm(
            "allowed_mentions/users/0", "NUMBER_TYPE_COERCE",
            #"""
            {"content":"x","allowed_mentions":{"users":["x"]}}
            """#),
        RefusedForm(
            "message_reference/message_id", "BASE_TYPE_REQUIRED",
            #"""
            {"content":"x","message_reference":{}}
            """#),
        RefusedForm(
            "message_reference/channel_id", "BASE_TYPE_REQUIRED",
            #"""
            {"content":"x","message_reference":{"type":1,"message_id":"1"}}
            """#),
        RefusedForm(
            "poll/question/text", "BASE_TYPE_REQUIRED",
            #"""
            {"content":"x","poll":{"question":{},"answers":[{"poll_media":{"text":"a"}}]}}
            """#),
        RefusedForm(
            "sticker_ids", "BASE_TYPE_MAX_LENGTH",
            #"""
            {"content":"x","sticker_ids":["1","2","3","4"]}
            """#),
        RefusedForm(
            "attachments/0/id", "ATTACHMENT_NOT_FOUND",
            #"""
            {"content":"x","attachments":[{"id":0}]}
            """#),
        RefusedForm(
            "components", "BASE_TYPE_BAD_LENGTH",
            #"""
            {"content":"x","components":{"§times":6,"of":{"type":1,"components":[{"type":2,"style":1,"label":"b","custom_id":"b"}]}}}
            """#),
        RefusedForm(
            "components/0/type", "UNION_TYPE_CHOICES",
            #"""
            {"content":"x","components":[{"type":2,"style":1,"label":"b","custom_id":"b"}]}
            """#),
        RefusedForm(
            "components/0/type", "UNION_TYPE_CHOICES",
            #"""
            {"content":"x","components":[{"type":10,"content":"x"}]}
            """#),
        RefusedForm(
            "components/0/type", "BASE_TYPE_REQUIRED",
            #"""
            {"content":"x","components":[{"components":[]}]}
            """#),
        RefusedForm(
            "components/0/components", "BASE_TYPE_BAD_LENGTH",
            #"""
            {"components":[{"type":1,"components":[]}]}
            """#),
        RefusedForm(
            "components/0/components/0/style", "BASE_TYPE_REQUIRED",
            #"""
            {"components":[{"type":1,"components":[{"type":2,"label":"b","custom_id":"b"}]}]}
            """#),
        RefusedForm(
            "components/0/components/0/style", "BASE_TYPE_CHOICES",
            #"""
            {"components":[{"type":1,"components":[{"type":2,"style":9,"label":"b","custom_id":"b"}]}]}
            """#),
        RefusedForm(
            "components/0/components/0", "BUTTON_COMPONENT_CUSTOM_ID_REQUIRED",
            #"""
            {"components":[{"type":1,"components":[{"type":2,"style":1,"label":"b"}]}]}
            """#),
        RefusedForm(
            "components/0/components/0", "BUTTON_COMPONENT_INVALID_LABEL",
            #"""
            {"components":[{"type":1,"components":[{"type":2,"style":1,"custom_id":"b"}]}]}
            """#),
        RefusedForm(
            "components/0/components/0/label", "BASE_TYPE_MAX_LENGTH",
            #"""
            {"components":[{"type":1,"components":[{"type":2,"style":1,"label":"§81","custom_id":"b"}]}]}
            """#),
        RefusedForm(
            "components/0/components/0/custom_id", "BASE_TYPE_BAD_LENGTH",
            #"""
            {"components":[{"type":1,"components":[{"type":2,"style":1,"label":"b","custom_id":"§101"}]}]}
            """#),
        RefusedForm(
            "components/0/components/0/url", "BUTTON_COMPONENT_URL_NOT_ALLOWED",
            #"""
            {"components":[{"type":1,"components":[{"type":2,"style":1,"label":"b","custom_id":"b","url":"https://x.y"}]}]}
            """#),
        RefusedForm(
            "components/0/components/0/custom_id", "BUTTON_COMPONENT_CUSTOM_ID_NOT_ALLOWED",
            #"""
            {"components":[{"type":1,"components":[{"type":2,"style":5,"label":"b","custom_id":"b","url":"https://x.y"}]}]}
            """#),
        RefusedForm(
            "components/0/components/0/url", "BASE_TYPE_REQUIRED",
            #"""
            {"components":[{"type":1,"components":[{"type":2,"style":5,"label":"b"}]}]}
            """#),
        RefusedForm(
            "components/0/components/0/sku_id", "BASE_TYPE_REQUIRED",
            #"""
            {"components":[{"type":1,"components":[{"type":2,"style":6}]}]}
            """#),
        RefusedForm(
            "components/0/components/0/emoji/name", "COMPONENT_INVALID_EMOJI",
            #"""
            {"components":[{"type":1,"components":[{"type":2,"style":1,"custom_id":"b","emoji":{"name":"nope"}}]}]}
            """#),
        RefusedForm(
            "components/0/components/1/custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED",
            #"""
            {"components":[{"type":1,"components":[{"type":2,"style":1,"label":"b","custom_id":"b"},{"type":2,"style":1,"label":"b","custom_id":"b"}]}]}
            """#),
        RefusedForm(
            "components/0/components", "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
            #"""
            {"components":[{"type":1,"components":[{"type":2,"style":1,"label":"b","custom_id":"b"},{"type":3,"custom_id":"s","options":[{"label":"a","value":"a"}]}]}]}
            """#),
        RefusedForm(
            "components/0/components/1/id", "COMPONENT_ID_DUPLICATED",
            #"""
            {"components":[{"type":1,"components":[{"type":2,"style":1,"label":"b","custom_id":"b","id":1},{"type":2,"style":1,"label":"b","custom_id":"c","id":1}]}]}
            """#),
        RefusedForm(
            "components/0/components/0/options", "BASE_TYPE_BAD_LENGTH",
            #"""
            {"components":[{"type":1,"components":[{"type":3,"custom_id":"s","options":[]}]}]}
            """#),
        RefusedForm(
            "components/0/components/0/options/1/value", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
            #"""
            {"components":[{"type":1,"components":[{"type":3,"custom_id":"s","options":[{"label":"a","value":"a"},{"label":"b","value":"a"}]}]}]}
            """#),
        RefusedForm(
            "components/0/components/0/min_values", "SELECT_COMPONENT_MIN_GREATER_THAN_MAX",
            #"""
            {"components":[{"type":1,"components":[{"type":3,"custom_id":"s","min_values":2,"options":[{"label":"a","value":"a"}]}]}]}
            """#),
        RefusedForm(
            "components/0/components/0/max_values", "SELECT_COMPONENT_MAX_VALUES_TOO_LARGE",
            #"""
            {"components":[{"type":1,"components":[{"type":3,"custom_id":"s","max_values":2,"options":[{"label":"a","value":"a"}]}]}]}
            """#),
        RefusedForm(
            "components/0/components/0/placeholder", "BASE_TYPE_MAX_LENGTH",
            #"""
            {"components":[{"type":1,"components":[{"type":3,"custom_id":"s","placeholder":"§151","options":[{"label":"a","value":"a"}]}]}]}
            """#),
        RefusedForm(
            "components/0/components/0/options", "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES",
            #"""
            {"components":[{"type":1,"components":[{"type":3,"custom_id":"s","options":[{"label":"a","value":"a","default":true},{"label":"b","value":"b","default":true}]}]}]}
            """#),
        RefusedForm(
            "components/0/components/0/default_values/0/type", "BASE_TYPE_CHOICES",
            #"""
            {"components":[{"type":1,"components":[{"type":5,"custom_id":"s","default_values":[{"id":"1","type":"role"}]}]}]}
            """#),
        RefusedForm(
            "components/0/components/0/default_values", "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES",
            #"""
            {"components":[{"type":1,"components":[{"type":6,"custom_id":"s","default_values":[{"id":"1","type":"role"},{"id":"2","type":"role"}]}]}]}
            """#),
        RefusedForm(
            "components/0/components/0/type", "UNION_TYPE_CHOICES",
            #"""
            {"components":[{"type":1,"components":[{"type":4,"custom_id":"t","style":1}]}]}
            """#),
        RefusedForm(
            "content", "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
            #"""
            {"flags":32768,"content":"x","components":[{"type":10,"content":"x"}]}
            """#),
        RefusedForm(
            "embeds", "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
            #"""
            {"flags":32768,"embeds":[{"title":"x"}],"components":[{"type":10,"content":"x"}]}
            """#),
        RefusedForm(
            "components/0/content", "BASE_TYPE_REQUIRED",
            #"""
            {"flags":32768,"components":[{"type":10,"content":""}]}
            """#),
        RefusedForm(
            "components", "COMPONENT_MAX_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
            #"""
            {"flags":32768,"components":[{"type":10,"content":"§3000"},{"type":10,"content":"§1001"}]}
            """#),
        RefusedForm(
            "components/0/accessory", "BASE_TYPE_REQUIRED",
            #"""
            {"flags":32768,"components":[{"type":9,"components":[{"type":10,"content":"x"}]}]}
            """#),
        RefusedForm(
            "components/0/components", "BASE_TYPE_BAD_LENGTH",
            #"""
            {"flags":32768,"components":[{"type":9,"components":[],"accessory":{"type":2,"style":1,"label":"b","custom_id":"b"}}]}
            """#),
        RefusedForm(
            "components/0/items", "BASE_TYPE_BAD_LENGTH",
            #"""
            {"flags":32768,"components":[{"type":12,"items":[]}]}
            """#),
        RefusedForm(
            "components/0/items/0/media/url", "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND",
            #"""
            {"flags":32768,"components":[{"type":12,"items":[{"media":{"url":"attachment://a.png"}}]}]}
            """#),
        RefusedForm(
            "components/0/file/url", "UNFURLED_MEDIA_ITEM_NOT_ATTACHMENT",
            #"""
            {"flags":32768,"components":[{"type":13,"file":{"url":"https://x.y/a.png"}}]}
            """#),
        RefusedForm(
            "components/0/spacing", "BASE_TYPE_CHOICES",
            #"""
            {"flags":32768,"components":[{"type":14,"spacing":3}]}
            """#),
        RefusedForm(
            "components/0/accent_color", "NUMBER_TYPE_MAX",
            #"""
            {"flags":32768,"components":[{"type":17,"accent_color":16777216,"components":[{"type":10,"content":"x"}]}]}
            """#),
        RefusedForm(
            "components/0/components/0/type", "UNION_TYPE_CHOICES",
            #"""
            {"flags":32768,"components":[{"type":17,"components":[{"type":17,"components":[]}]}]}
            """#),
        RefusedForm(
            "components", "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
            #"""
            {"flags":32768,"components":[{"type":17,"components":{"§times":40,"of":{"type":14}}}]}
            """#),
        RefusedForm(
            "", "MODEL_TYPE_CONVERT",
            #"""
            "x"
            """#),
    ]

    @Test("Each with Discord's code at Discord's path", arguments: refused)
    func refusals(_ form: RefusedForm) throws {
        let body = try form.body()
        var validator = MessageValidator(.channel)
        do throws(Refusal) {
            _ = try validator.read(body)
            Issue.record("accepted: \(body)")
        } catch {
            let found = (error.errors?.entries ?? []).filter { $0.path == form.path }.map(\.code)
            #expect(found.contains(form.code), "\(error.json)")
        }
    }

    @Test("Nothing to see is an empty message", arguments: [["content": "  "], ["embeds": []], [:]] as [JSONValue])
    func empty(_ body: JSONValue) {
        var validator = MessageValidator(.channel)
        #expect(throws: Refusal.self) { try validator.read(body) }
    }

    @Test("Too many files are refused")
    func files() {
        var validator = MessageValidator(.channel)
        let uploads = (0..<11).map { UploadedFile(index: $0, filename: "f", bytes: []) }
        #expect(throws: Refusal.self) { try validator.read(["content": "x"], uploads: uploads) }
    }

    @Test("Every kind of component passes, and each gets an id")
    func everything() throws {
        var validator = MessageValidator(.channel)
        let uploads = [UploadedFile(index: 0, filename: "a.png", bytes: [1])]
        let body: JSONValue = [
            "flags": 32_768,
            "components": [
                [
                    "type": 17, "accent_color": 255, "spoiler": true, "id": 2,
                    "components": [
                        ["type": 10, "content": "hi"], ["type": 14, "divider": false, "spacing": 2],
                        [
                            "type": 9, "components": [["type": 10, "content": "s"]],
                            "accessory": ["type": 11, "media": ["url": "https://x.y/z.png"], "description": "d"],
                        ],
                        ["type": 12, "items": [["media": ["url": "attachment://a.png"]]]],
                        ["type": 13, "file": ["url": "attachment://a.png"]],
                        [
                            "type": 1,
                            "components": [
                                ["type": 5, "custom_id": "u", "default_values": [["id": "1", "type": "user"]]]
                            ],
                        ],
                        [
                            "type": 1,
                            "components": [
                                [
                                    "type": 8, "custom_id": "ch", "channel_types": [0], "placeholder": "p",
                                    "disabled": true,
                                ]
                            ],
                        ],
                        [
                            "type": 1,
                            "components": [
                                [
                                    "type": 2, "style": 1, "custom_id": "e",
                                    "emoji": ["id": "5", "name": "x", "animated": true],
                                ], ["type": 2, "style": 5, "url": "https://x.y", "label": "l", "disabled": true],
                            ],
                        ],
                    ],
                ]
            ],
        ]
        let draft = try validator.read(body, uploads: uploads)
        var ids: [Int64] = []
        func collect(_ value: JSONValue) {
            if let id = value["id"]?.integer, value["type"] != nil { ids.append(id) }
            for child in value["components"]?.list ?? [] { collect(child) }
            if let child = value["accessory"] { collect(child) }
        }
        for component in draft.components ?? [] { collect(component) }
        #expect(ids.count == 15)
        #expect(Set(ids).count == ids.count)
        #expect(ids.first == 2)
    }
}
