import JSON
import Testing

@testable import EchordTesting

@Suite("Refused commands")
struct CommandValidationTests {

    static let refused: [RefusedForm] = [
        RefusedForm(
            "name", "BASE_TYPE_REQUIRED",
            #"""
            {"description":"d"}
            """#),
        RefusedForm(
            "description", "BASE_TYPE_REQUIRED",
            #"""
            {"name":"c"}
            """#),
        RefusedForm(
            "name", "BASE_TYPE_REQUIRED",
            #"""
            {"name":"","description":"d"}
            """#),
        RefusedForm(
            "name", "BASE_TYPE_BAD_LENGTH",
            #"""
            {"name":"§33","description":"d"}
            """#),
        RefusedForm(
            "name", "APPLICATION_COMMAND_INVALID_NAME",
            #"""
            {"name":"Upper","description":"d"}
            """#),
        RefusedForm(
            "name", "STRING_TYPE_REGEX",
            #"""
            {"name":"a b","description":"d"}
            """#),
        RefusedForm(
            "description", "BASE_TYPE_BAD_LENGTH",
            #"""
            {"name":"c","description":"§101"}
            """#),
        RefusedForm(
            "type", "BASE_TYPE_CHOICES",
            #"""
            {"name":"c","description":"d","type":9}
            """#),
        RefusedForm(
            "nsfw", "BOOLEAN_TYPE_CONVERT",
            #"""
            {"name":"c","description":"d","nsfw":"x"}
            """#),
        RefusedForm(
            "contexts/0", "BASE_TYPE_CHOICES",
            #"""
            {"name":"c","description":"d","contexts":[7]}
            """#),
        RefusedForm(
            "contexts", "BASE_TYPE_BAD_LENGTH",
            #"""
            {"name":"c","description":"d","contexts":[]}
            """#),
        RefusedForm(
            "integration_types/0", "BASE_TYPE_CHOICES",
            #"""
            {"name":"c","description":"d","integration_types":[5]}
            """#),
        RefusedForm(
            "default_member_permissions", "BITFIELD_TYPE_CONVERT",
            #"""
            {"name":"c","description":"d","default_member_permissions":"x"}
            """#),
        RefusedForm(
            "name_localizations/xx", "BASE_TYPE_CHOICES",
            #"""
            {"name":"c","description":"d","name_localizations":{"xx":"c"}}
            """#),
        RefusedForm(
            "name_localizations/nl", "APPLICATION_COMMAND_INVALID_NAME",
            #"""
            {"name":"c","description":"d","name_localizations":{"nl":"Groot"}}
            """#),
        RefusedForm(
            "description_localizations/nl", "BASE_TYPE_BAD_LENGTH",
            #"""
            {"name":"c","description":"d","description_localizations":{"nl":""}}
            """#),
        RefusedForm(
            "options", "LIST_TYPE_CONVERT",
            #"""
            {"name":"c","description":"d","options":"x"}
            """#),
        RefusedForm(
            "options", "BASE_TYPE_MAX_LENGTH",
            #"""
            {"name":"c","description":"d","options":{"§times":26,"of":{}}}
            """#),
        RefusedForm(
            "description", "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION",
            #"""
            {"name":"c","type":2,"description":"d"}
            """#),
        RefusedForm(
            "options", "APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS",
            #"""
            {"name":"c","type":2,"options":[{"type":3,"name":"o","description":"d"}]}
            """#),
        RefusedForm(
            "name", "STRING_TYPE_REGEX",
            #"""
            {"name":"  ","type":3}
            """#),
        RefusedForm(
            "options/0/type", "BASE_TYPE_CHOICES",
            #"""
            {"name":"c","description":"d","options":[{"type":12,"name":"o","description":"d"}]}
            """#),
        RefusedForm(
            "options/0/name", "APPLICATION_COMMAND_INVALID_NAME",
            #"""
            {"name":"c","description":"d","options":[{"type":3,"name":"Bad","description":"d"}]}
            """#),
        RefusedForm(
            "options/0/description", "BASE_TYPE_REQUIRED",
            #"""
            {"name":"c","description":"d","options":[{"type":3,"name":"o","description":""}]}
            """#),
        RefusedForm(
            "options/0/name_localizations/xx", "BASE_TYPE_CHOICES",
            #"""
            {"name":"c","description":"d","options":[{"type":3,"name":"o","description":"d","name_localizations":{"xx":"o"}}]}
            """#),
        RefusedForm(
            "options/0/name_localizations/nl", "APPLICATION_COMMAND_INVALID_NAME",
            #"""
            {"name":"c","description":"d","options":[{"type":3,"name":"o","description":"d","name_localizations":{"nl":"O O"}}]}
            """#),
        RefusedForm(
            "options/0/description_localizations/xx", "BASE_TYPE_CHOICES",
            #"""
            {"name":"c","description":"d","options":[{"type":3,"name":"o","description":"d","description_localizations":{"xx":"o"}}]}
            """#),
        RefusedForm(
            "options/0/min_length", "NUMBER_TYPE_MAX",
            #"""
            {"name":"c","description":"d","options":[{"type":3,"name":"o","description":"d","min_length":6001}]}
            """#),
        RefusedForm(
            "options/0/max_length", "NUMBER_TYPE_MIN",
            #"""
            {"name":"c","description":"d","options":[{"type":3,"name":"o","description":"d","max_length":0}]}
            """#),
        RefusedForm(
            "options/0", "APPLICATION_COMMAND_OPTIONS_MIN_GREATER_THAN_MAX",
            #"""
            {"name":"c","description":"d","options":[{"type":3,"name":"o","description":"d","min_length":5,"max_length":2}]}
            """#),
        RefusedForm(
            "options/0", "APPLICATION_COMMAND_OPTIONS_MIN_GREATER_THAN_MAX",
            #"""
            {"name":"c","description":"d","options":[{"type":4,"name":"o","description":"d","min_value":5,"max_value":2}]}
            """#),
        RefusedForm(
            "options/0/min_value", "NUMBER_TYPE_COERCE",
            #"""
            {"name":"c","description":"d","options":[{"type":4,"name":"o","description":"d","min_value":"x"}]}
            """#),
        RefusedForm(
            "options/0/min_value", "NUMBER_TYPE_COERCE",
            #"""
            {"name":"c","description":"d","options":[{"type":10,"name":"o","description":"d","min_value":"x"}]}
            """#),
        RefusedForm(
            "options/0/channel_types/0", "BASE_TYPE_CHOICES",
            #"""
            {"name":"c","description":"d","options":[{"type":7,"name":"o","description":"d","channel_types":[99]}]}
            """#),
        RefusedForm(
            "options/0", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
            #"""
            {"name":"c","description":"d","options":[{"type":6,"name":"o","description":"d","autocomplete":true}]}
            """#),
        RefusedForm(
            "options/0", "APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES",
            #"""
            {"name":"c","description":"d","options":[{"type":3,"name":"o","description":"d","autocomplete":true,"choices":[{"name":"a","value":"a"}]}]}
            """#),
        RefusedForm(
            "options/0/choices/0/value", "BASE_TYPE_REQUIRED",
            #"""
            {"name":"c","description":"d","options":[{"type":3,"name":"o","description":"d","choices":[{"name":"a"}]}]}
            """#),
        RefusedForm(
            "options/0/choices/0/value", "BASE_TYPE_BAD_LENGTH",
            #"""
            {"name":"c","description":"d","options":[{"type":3,"name":"o","description":"d","choices":[{"name":"a","value":"§101"}]}]}
            """#),
        RefusedForm(
            "options/0/choices/0/value", "NUMBER_TYPE_COERCE",
            #"""
            {"name":"c","description":"d","options":[{"type":4,"name":"o","description":"d","choices":[{"name":"a","value":"x"}]}]}
            """#),
        RefusedForm(
            "options/0/choices/0/value", "NUMBER_TYPE_COERCE",
            #"""
            {"name":"c","description":"d","options":[{"type":10,"name":"o","description":"d","choices":[{"name":"a","value":"x"}]}]}
            """#),
        RefusedForm(
            "options/0/choices/1/name", "APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS",
            #"""
            {"name":"c","description":"d","options":[{"type":3,"name":"o","description":"d","choices":[{"name":"a","value":"1"},{"name":"a","value":"2"}]}]}
            """#),
        RefusedForm(
            "options/0/options", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
            #"""
            {"name":"c","description":"d","options":[{"type":3,"name":"o","description":"d","options":[{"type":3,"name":"o","description":"d"}]}]}
            """#),
        RefusedForm(
            "options/0/options", "BASE_TYPE_REQUIRED",
            #"""
            {"name":"c","description":"d","options":[{"type":2,"name":"o","description":"d"}]}
            """#),
        RefusedForm(
            "options/0/options/0/type", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
            #"""
            {"name":"c","description":"d","options":[{"type":2,"name":"o","description":"d","options":[{"type":3,"name":"o","description":"d"}]}]}
            """#),
        RefusedForm(
            "options/0/options/0/type", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
            #"""
            {"name":"c","description":"d","options":[{"type":1,"name":"o","description":"d","options":[{"type":1,"name":"o","description":"d"}]}]}
            """#),
        RefusedForm(
            "options/1/name", "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS",
            #"""
            {"name":"c","description":"d","options":[{"type":3,"name":"a","description":"d"},{"type":3,"name":"a","description":"d"}]}
            """#),
        RefusedForm(
            "options/1", "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
            #"""
            {"name":"c","description":"d","options":[{"type":3,"name":"a","description":"d"},{"type":3,"name":"b","description":"d","required":true}]}
            """#),
        RefusedForm(
            "options", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
            #"""
            {"name":"c","description":"d","options":[{"type":1,"name":"a","description":"d"},{"type":3,"name":"b","description":"d"}]}
            """#),
        RefusedForm(
            "options/0", "MODEL_TYPE_CONVERT",
            #"""
            {"name":"c","description":"d","options":["x"]}
            """#),
    ]

    @Test("Each with Discord's code at Discord's path", arguments: refused)
    func refusals(_ form: RefusedForm) throws {
        let body = try form.body()
        var validator = CommandValidator()
        #expect(validator.read(body, guild: nil) == nil)
        let found = validator.errors.entries.filter { $0.path == form.path }.map(\.code)
        #expect(found.contains(form.code), "\(validator.errors.json)")
    }

    @Test("A command of more than 8000 characters is refused, the longest language counting")
    func size() {
        let choices = JSONValue.array(
            (0..<25).map { index in
                [
                    "name": .string("\(index)" + String(repeating: "n", count: 60)),
                    "value": .string(String(repeating: "v", count: 60)),
                ]
            })
        let options = (0..<3).map { index -> JSONValue in
            ["type": 3, "name": .string("o\(index)"), "description": "d", "choices": choices]
        }
        var validator = CommandValidator()
        #expect(validator.read(["name": "c", "description": "d", "options": .array(options)], guild: nil) == nil)
        #expect(validator.errors.entries.map(\.code) == ["APPLICATION_COMMAND_TOO_LARGE"])
    }

    @Test("Names of other scripts pass", arguments: ["taak", "naïve", "任務", "задача", "काम", "งาน", "a-b_c'd", "x1"])
    func names(_ name: String) {
        #expect(CommandValidator.isValidName(name, isChat: true))
    }

    @Test("A full command reads and prints")
    func full() throws {
        var validator = CommandValidator()
        let read =
            validator.read(
                [
                    "name": "task", "description": "Tasks", "name_localizations": ["nl": "taak"],
                    "default_member_permissions": "32",
                    "dm_permission": false, "nsfw": true,
                    "options": [
                        [
                            "type": 2, "name": "group", "description": "g",
                            "options": [
                                [
                                    "type": 1, "name": "sub", "description": "s",
                                    "options": [
                                        [
                                            "type": 10, "name": "n", "description": "d", "min_value": 0.5,
                                            "max_value": 2, "required": true,
                                        ],
                                        [
                                            "type": 4, "name": "i", "description": "d",
                                            "choices": [["name": "one", "value": 1]],
                                        ],
                                        ["type": 7, "name": "c", "description": "d", "channel_types": [0, 5]],
                                        [
                                            "type": 3, "name": "s", "description": "d", "autocomplete": true,
                                            "min_length": 1, "max_length": 5,
                                        ],
                                    ],
                                ]
                            ],
                        ]
                    ],
                ], guild: nil)
        let command = try #require(read)
        let json = command.json(application: Flake(1))
        #expect(json["name_localizations"]?["nl"]?.text == "taak")
        #expect(json["dm_permission"]?.flag == false)
        #expect(json["options"]?[0]?["options"]?[0]?["options"]?[3]?["autocomplete"]?.flag == true)
        #expect(command.json(application: Flake(1), translations: false)["name_localizations"] == nil)
        #expect(command.name.text(in: "nl") == "taak")
    }
}
