import JSON
import Testing

@testable import EchordTesting

@Suite("Interactions")
struct InteractionTests {
    private static let task: JSONValue = [
        "name": "task", "description": "d", "name_localizations": ["nl": "taak"],
        "options": [
            [
                "type": 1, "name": "create", "description": "d",
                "options": [
                    ["type": 3, "name": "title", "description": "d", "required": true, "max_length": 10],
                    ["type": 6, "name": "to", "description": "d"],
                    ["type": 4, "name": "points", "description": "d", "min_value": 1, "max_value": 5],
                    ["type": 3, "name": "kind", "description": "d", "choices": [["name": "Big", "value": "big"]]],
                    ["type": 3, "name": "tag", "description": "d", "autocomplete": true],
                    ["type": 5, "name": "flag", "description": "d"],
                    ["type": 7, "name": "room", "description": "d", "channel_types": [0]],
                    ["type": 8, "name": "role", "description": "d"],
                    ["type": 9, "name": "any", "description": "d"],
                    ["type": 10, "name": "size", "description": "d", "choices": [["name": "Half", "value": 0.5]]],
                    ["type": 11, "name": "photo", "description": "d"],
                ],
            ],
            [
                "type": 2, "name": "admin", "description": "d",
                "options": [["type": 1, "name": "wipe", "description": "d"]],
            ],
        ],
    ]

    private func ready() -> (Fixture, ConnectionID) {
        var fixture = Fixture()
        fixture.register(Self.task)
        fixture.register(["name": "ping", "description": "d"])
        fixture.register(["name": "Keep", "type": 3])
        fixture.register(["name": "Greet", "type": 2])
        let connection = fixture.connect()
        _ = fixture.frames(connection)
        return (fixture, connection)
    }

    private func ping(_ fixture: inout Fixture) throws -> Flake {
        try fixture.realm.actSlash(fixture.user("ann"), in: fixture.general, path: ["ping"], options: [:])
    }

    // MARK: - How long the bot takes

    @Test("The bot's own time runs from its event on the socket to the arrival of its answer")
    func answerTime() throws {
        var (fixture, connection) = ready()
        let id = try ping(&fixture)
        let left = ContinuousClock.now
        _ = fixture.frames(connection, at: left)
        let refused = fixture.callback(id, ["type": 99], arrivedAt: left + .microseconds(900))
        #expect(refused.status == 400)
        #expect(LocalAnswer(try #require(json(of: id, in: fixture))).answerTime == nil)
        _ = fixture.callback(id, ["type": 4, "data": ["content": "hi"]], arrivedAt: left + .microseconds(1_734))
        let answered = try #require(json(of: id, in: fixture))
        #expect(answered["answer_ms"]?.number == 1.734)
        #expect(LocalAnswer(answered).answerTime == .microseconds(1_734))
    }

    private func json(of id: Flake, in fixture: Fixture) -> JSONValue? {
        fixture.realm.interactions[id].map { fixture.realm.interactionJSON($0, for: $0.user) }
    }

    // MARK: - What is sent

    @Test("A slash command comes with nested options and everything they name")
    func slash() throws {
        var (fixture, connection) = ready()
        let ben = fixture.user("ben")
        let file = fixture.realm.storeFile("a.png", "image/png", [1])
        _ = try fixture.realm.actSlash(
            fixture.user("ann"), in: fixture.general, path: ["task", "create"],
            options: [
                "title": "Dishes", "to": ben.json, "points": "3", "kind": "Big", "flag": "true",
                "room": fixture.general.json,
                "role": fixture.guild.json, "any": ben.json, "size": 0.5, "photo": file.id.json,
            ])
        let event = try #require(fixture.data(connection, "INTERACTION_CREATE").first)
        let data = event["data"]
        let sub = data?["options"]?[0]
        #expect(sub?["name"]?.text == "create")
        #expect(sub?["type"]?.integer == 1)
        #expect(sub?["options"]?[0] == ["name": "title", "type": 3, "value": "Dishes"])
        #expect(sub?["options"]?[2]?["value"]?.integer == 3)
        #expect(sub?["options"]?[3]?["value"]?.text == "big")
        #expect(data?["resolved"]?["users"]?[ben.text]?["username"]?.text == "ben")
        #expect(data?["resolved"]?["members"]?[ben.text]?["permissions"]?.text != nil)
        #expect(data?["resolved"]?["channels"]?[fixture.general.text]?["permissions"]?.text != nil)
        #expect(data?["resolved"]?["roles"]?[fixture.guild.text]?["name"]?.text == "@everyone")
        #expect(data?["resolved"]?["attachments"]?[file.id.text]?["ephemeral"]?.flag == true)
        #expect(event["member"]?["permissions"]?.text != nil)
        #expect(event["app_permissions"]?.text != nil)
        #expect(event["locale"]?.text == "en-US")
        #expect(event["guild_locale"]?.text == "en-US")
        #expect(event["context"]?.integer == 0)
        #expect(event["version"]?.integer == 1)
        #expect(event["entitlements"] == [])
        #expect(event["attachment_size_limit"]?.integer == 10_485_760)
        #expect(event["authorizing_integration_owners"]?["0"]?.text == fixture.guild.text)
    }

    @Test("Groups nest one deeper; direct messages carry the user")
    func groupsAndDirect() throws {
        var (fixture, connection) = ready()
        _ = try fixture.realm.actSlash(
            fixture.user("ann"), in: fixture.general, path: ["task", "admin", "wipe"], options: [:])
        let nested = fixture.data(connection, "INTERACTION_CREATE").first?["data"]?["options"]?[0]
        #expect(nested?["type"]?.integer == 2)
        #expect(nested?["options"]?[0]?["name"]?.text == "wipe")
        let direct = fixture.realm.directChannel(with: fixture.user("ann"))
        _ = try fixture.realm.actSlash(fixture.user("ann"), in: direct.id, path: ["ping"], options: [:])
        let event = fixture.data(connection, "INTERACTION_CREATE").first
        #expect(event?["user"]?["username"]?.text == "ann")
        #expect(event?["context"]?.integer == 1)
        #expect(event?.has("guild_id") == false)
    }

    static let refusedOptions: [([String: JSONValue], ActRefusal.Code)] = [
        ([:], .invalidValue), (["title": ""], .invalidValue), (["title": "more than ten"], .invalidValue),
        (["title": 3], .invalidValue),
        (["title": "x", "nope": 1], .unknownOption), (["title": "x", "points": 9], .invalidValue),
        (["title": "x", "points": 0], .invalidValue),
        (["title": "x", "points": "many"], .invalidValue), (["title": "x", "kind": "small"], .invalidValue),
        (["title": "x", "flag": 3], .invalidValue),
        (["title": "x", "to": "abc"], .invalidValue), (["title": "x", "to": "5"], .invalidValue),
        (["title": "x", "room": "5"], .invalidValue),
        (["title": "x", "role": "5"], .invalidValue), (["title": "x", "any": "5"], .invalidValue),
        (["title": "x", "size": 0.7], .invalidValue),
        (["title": "x", "photo": "5"], .invalidValue),
    ]

    @Test("What the client would not send is refused", arguments: refusedOptions.indices)
    func refused(_ index: Int) {
        var (fixture, connection) = ready()
        let (options, code) = Self.refusedOptions[index]
        do throws(ActRefusal) {
            _ = try fixture.realm.actSlash(
                fixture.user("ann"), in: fixture.general, path: ["task", "create"], options: options)
            Issue.record("accepted")
        } catch {
            #expect(error.code == code)
        }
        #expect(fixture.events(connection).isEmpty)
    }

    @Test("Unknown commands, places and people; missing rights")
    func unknown() {
        var (fixture, _) = ready()
        let ann = fixture.user("ann")
        func code(_ user: Flake, _ channel: Flake, _ path: [String]) -> ActRefusal.Code? {
            do throws(ActRefusal) {
                _ = try fixture.realm.actSlash(user, in: channel, path: path, options: [:])
                return nil
            } catch {
                return error.code
            }
        }
        #expect(code(ann, fixture.general, ["nope"]) == .unknownCommand)
        #expect(code(ann, fixture.general, ["task"]) == .unknownCommand)
        #expect(code(ann, fixture.general, ["task", "nope"]) == .unknownCommand)
        #expect(code(ann, fixture.general, []) == .unknownCommand)
        #expect(code(Flake(5), fixture.general, ["ping"]) == .unknownMember)
        #expect(code(ann, Flake(5), ["ping"]) == .unknownChannel)
        let eve = fixture.realm.addUser("eve", globalName: nil, locale: "en-US")
        #expect(code(eve.id, fixture.general, ["ping"]) == .unknownMember)
        fixture.register(["name": "manage", "description": "d", "default_member_permissions": "32"])
        fixture.register(["name": "closed", "description": "d", "default_member_permissions": "0"])
        #expect(code(fixture.user("kid"), fixture.general, ["manage"]) == .unknownCommand)
        #expect(code(fixture.user("kid"), fixture.general, ["closed"]) == .unknownCommand)
        #expect(code(ann, fixture.general, ["closed"]) == nil)
        let kid = fixture.user("kid")
        fixture.realm.world.channels[fixture.general]?.overwrites = [
            Overwrite(id: kid, isMember: true, allow: [], deny: .viewChannel)
        ]
        #expect(code(kid, fixture.general, ["ping"]) == .missingPermission)
    }

    @Test("Autocomplete sends what is typed, and takes up to 25 choices of the right kind")
    func autocomplete() throws {
        var (fixture, connection) = ready()
        let ann = fixture.user("ann")
        let id = try fixture.realm.actAutocomplete(
            ann, in: fixture.general, path: ["task", "create"], options: ["tag": "ki", "points": 2], focused: "tag")
        let options =
            fixture.data(connection, "INTERACTION_CREATE").first?["data"]?["options"]?[0]?["options"]?.list ?? []
        #expect(options.first { $0["focused"]?.flag == true }?["value"]?.text == "ki")
        #expect(fixture.callback(id, ["type": 4, "data": ["content": "x"]]).errors("type") == ["BASE_TYPE_CHOICES"])
        #expect(fixture.callback(id, ["type": 8, "data": [:]]).errors("data", "choices") == ["BASE_TYPE_REQUIRED"])
        #expect(fixture.callback(id, ["type": 8, "data": ["choices": [["name": "", "value": "x"]]]]).code == 50035)
        #expect(
            fixture.callback(
                id,
                [
                    "type": 8,
                    "data": ["choices": [["name": "Kitchen", "value": "k", "name_localizations": ["nl": "Keuken"]]]],
                ]
            ).status == 204)
        let found = fixture.realm.interactions[id].map { fixture.realm.interactionJSON($0, for: ann) }
        #expect(found?["choices"]?[0]?["name_localized"]?.text == "Kitchen")
        #expect(throws: ActRefusal.self) {
            try fixture.realm.actAutocomplete(
                ann, in: fixture.general, path: ["task", "create"], options: [:], focused: "title")
        }
    }

    @Test("Context menus carry their target")
    func menus() throws {
        var (fixture, connection) = ready()
        let ann = fixture.user("ann")
        let post = try fixture.realm.actMessage(ann, in: fixture.general, content: "hi", reference: nil, files: [])
        let onMessage = try fixture.realm.actContextMenu(ann, in: fixture.general, command: "Keep", target: post.id)
        _ = try fixture.realm.actContextMenu(ann, in: fixture.general, command: "Greet", target: fixture.user("ben"))
        let events = fixture.data(connection, "INTERACTION_CREATE")
        #expect(events[0]["data"]?["resolved"]?["messages"]?[post.id.text]?["content"]?.text == "hi")
        #expect(events[1]["data"]?["target_id"]?.text == fixture.user("ben").text)
        let reply = fixture.callback(onMessage, ["type": 4, "data": ["content": "ok"]], withResponse: true)
        #expect(reply.body?["resource"]?["message"]?["type"]?.integer == 23)
        #expect(throws: ActRefusal.self) {
            try fixture.realm.actContextMenu(ann, in: fixture.general, command: "Nope", target: post.id)
        }
        #expect(throws: ActRefusal.self) {
            try fixture.realm.actContextMenu(ann, in: fixture.general, command: "Greet", target: Flake(5))
        }
    }

    // MARK: - Answers

    @Test("An answer, its response, and the second one that is too many")
    func answer() throws {
        var (fixture, connection) = ready()
        let id = try ping(&fixture)
        _ = fixture.frames(connection)
        let reply = fixture.callback(id, ["type": 4, "data": ["content": "pong"]], withResponse: true)
        #expect(reply.status == 200)
        #expect(reply.body?["interaction"]?["response_message_id"] == reply.body?["resource"]?["message"]?["id"])
        #expect(reply.body?["resource"]?["message"]?["interaction_metadata"]?["id"]?.text == id.text)
        #expect(fixture.events(connection) == ["MESSAGE_CREATE"])
        #expect(fixture.callback(id, ["type": 4, "data": ["content": "again"]]).code == 40060)
    }

    @Test("After three seconds it is unknown, and the member reads so")
    func late() throws {
        var (fixture, _) = ready()
        let id = try ping(&fixture)
        let ann = fixture.user("ann")
        func entry() -> JSONValue? {
            fixture.realm.visiblePosts(in: fixture.general, for: ann, limit: 50, before: nil).last
        }
        #expect(entry()?["local"]?["state"]?.text == "sending")
        fixture.advance(.milliseconds(2999))
        #expect(fixture.realm.interactions[id]?.state == .pending)
        fixture.advance(.milliseconds(1))
        #expect(entry()?["local"]?["error"]?.text == "The application did not respond")
        #expect(
            fixture.realm.visiblePosts(in: fixture.general, for: fixture.user("ben"), limit: 50, before: nil).isEmpty)
        #expect(fixture.callback(id, ["type": 4, "data": ["content": "x"]]).code == 10062)
        #expect(fixture.webhook("POST", id, "", ["content": "x"]).code == 10015)
        try fixture.realm.actDelete(ann, in: fixture.general, message: id)
        #expect(entry() == nil)
    }

    @Test("Wrong ids, tokens and bodies")
    func wrong() throws {
        var (fixture, _) = ready()
        let id = try ping(&fixture)
        #expect(fixture.rest("POST", "/interactions/\(id.text)/bad/callback", ["type": 4], token: nil).code == 10062)
        #expect(fixture.rest("POST", "/interactions/5/bad/callback", ["type": 4], token: nil).code == 10062)
        #expect(fixture.callback(id, [:]).errors("type") == ["BASE_TYPE_REQUIRED"])
        #expect(fixture.callback(id, ["type": 7, "data": ["content": "x"]]).errors("type") == ["BASE_TYPE_CHOICES"])
        #expect(
            fixture.callback(id, ["type": 4, "data": ["content": .string(String(repeating: "x", count: 2001))]]).errors(
                "data", "content") == ["BASE_TYPE_MAX_LENGTH"])
        #expect(fixture.callback(id, ["type": 4]).code == 50006)
        #expect(fixture.callback(id, ["type": 4, "data": ["content": "now"]]).status == 204)
    }

    @Test("Deferred: thinking, filled by the edit, not marked as edited")
    func deferred() throws {
        var (fixture, connection) = ready()
        let id = try ping(&fixture)
        _ = fixture.frames(connection)
        #expect(fixture.callback(id, ["type": 5, "data": ["flags": 64]]).status == 204)
        #expect(fixture.realm.interactions[id]?.state == .thinking)
        let seen = fixture.realm.visiblePosts(in: fixture.general, for: fixture.user("ann"), limit: 5, before: nil).last
        #expect(seen?["flags"]?.integer == 192)
        #expect(seen?["local"]?["state"]?.text == "thinking")
        #expect(
            fixture.realm.visiblePosts(in: fixture.general, for: fixture.user("ben"), limit: 5, before: nil).isEmpty)
        let edited = fixture.webhook("PATCH", id, "/messages/@original", ["content": "done"])
        #expect(edited.body?["flags"]?.integer == 64)
        #expect(edited.body?["edited_timestamp"]?.isNull == true)
        #expect(fixture.realm.interactions[id]?.state == .answered)
        let events = fixture.payloads(connection)
        #expect(events.map { $0["t"]?.text } == ["MESSAGE_CREATE", "MESSAGE_UPDATE"])
        #expect(events[0]["d"]?.has("guild_id") == false)
    }

    @Test("The first follow-up fills the deferral, the next ones stand alone")
    func followUps() throws {
        var (fixture, _) = ready()
        let id = try ping(&fixture)
        _ = fixture.callback(id, ["type": 5])
        let first = fixture.webhook("POST", id, "", ["content": "one"])
        #expect(first.body?["type"]?.integer == 20)
        let second = fixture.webhook("POST", id, "", ["content": "two", "flags": 64])
        #expect(second.body?["type"]?.integer == 19)
        #expect(second.body?["interaction_metadata"]?["original_response_message_id"] == first.body?["id"])
        let name = second.body?["id"]?.text ?? ""
        #expect(fixture.webhook("GET", id, "/messages/" + name).body?["flags"]?.integer == 64)
        #expect(
            fixture.webhook("PATCH", id, "/messages/" + name, ["content": "three"]).body?["content"]?.text == "three")
        #expect(fixture.webhook("DELETE", id, "/messages/" + name).status == 204)
        #expect(fixture.webhook("GET", id, "/messages/" + name).code == 10008)
        #expect(fixture.webhook("GET", id, "/messages/x").code == 50035)
        #expect(fixture.webhook("GET", id, "/messages/@original").body?["content"]?.text == "one")
        #expect(fixture.webhook("DELETE", id, "/messages/@original").status == 204)
        #expect(fixture.webhook("GET", id, "/messages/@original").code == 10008)
    }

    @Test("After fifteen minutes the token is worth nothing, and what thinks has failed")
    func expired() throws {
        var (fixture, _) = ready()
        let id = try ping(&fixture)
        _ = fixture.callback(id, ["type": 5])
        fixture.advance(.seconds(899))
        #expect(fixture.webhook("GET", id, "/messages/@original").status == 200)
        fixture.advance(.seconds(1))
        let reply = fixture.webhook("PATCH", id, "/messages/@original", ["content": "late"])
        #expect(reply.status == 401)
        #expect(reply.code == 50027)
        let seen = fixture.realm.visiblePosts(in: fixture.general, for: fixture.user("ann"), limit: 5, before: nil).last
        #expect(seen?["local"]?["state"]?.text == "failed")
        #expect(fixture.rest("POST", "/webhooks/5/x", ["content": "x"], token: nil).code == 10015)
    }

    // MARK: - Components

    private static let board: JSONValue = [
        "content": "board",
        "components": [
            [
                "type": 1,
                "components": [
                    ["type": 2, "style": 1, "label": "Go", "custom_id": "go"],
                    ["type": 2, "style": 2, "label": "Off", "custom_id": "off", "disabled": true],
                ],
            ],
            [
                "type": 1,
                "components": [
                    [
                        "type": 3, "custom_id": "s", "max_values": 2,
                        "options": [["label": "a", "value": "a"], ["label": "b", "value": "b"]],
                    ]
                ],
            ],
            ["type": 1, "components": [["type": 5, "custom_id": "u"]]],
            ["type": 1, "components": [["type": 7, "custom_id": "m"]]],
            ["type": 1, "components": [["type": 8, "custom_id": "c", "channel_types": [0]]]],
        ],
    ]

    @Test("A button updates its message, or answers below it")
    func click() throws {
        var (fixture, connection) = ready()
        let message = Flake(json: fixture.send(Self.board).body?["id"]) ?? Flake(0)
        _ = fixture.frames(connection)
        let ann = fixture.user("ann")
        let id = try fixture.realm.actClick(ann, in: fixture.general, message: message, customID: "go")
        let event = fixture.data(connection, "INTERACTION_CREATE").first
        #expect(event?["data"]?["component_type"]?.integer == 2)
        #expect(event?["message"]?["id"]?.text == message.text)
        #expect(fixture.callback(id, ["type": 7, "data": ["content": "pressed", "components": []]]).status == 204)
        #expect(fixture.realm.world.post(message, in: fixture.general)?.content == "pressed")
        #expect(fixture.events(connection) == ["MESSAGE_UPDATE"])
        #expect(throws: ActRefusal.self) {
            try fixture.realm.actClick(ann, in: fixture.general, message: message, customID: "go")
        }
    }

    @Test("Deferred updates leave the message as it is until it is edited")
    func deferredUpdate() throws {
        var (fixture, _) = ready()
        let message = Flake(json: fixture.send(Self.board).body?["id"]) ?? Flake(0)
        let id = try fixture.realm.actClick(fixture.user("ben"), in: fixture.general, message: message, customID: "go")
        #expect(fixture.callback(id, ["type": 6], withResponse: true).body?["resource"] == nil)
        #expect(
            fixture.webhook("PATCH", id, "/messages/@original", ["content": "later"]).body?["id"]?.text == message.text)
        #expect(fixture.webhook("POST", id, "", ["content": "mine", "flags": 64]).body?["flags"]?.integer == 64)
        let other = try fixture.realm.actClick(
            fixture.user("ben"), in: fixture.general, message: message, customID: "go")
        let below = fixture.callback(other, ["type": 4, "data": ["content": "below"]], withResponse: true)
        #expect(below.body?["resource"]?["message"]?["message_reference"]?["message_id"]?.text == message.text)
    }

    @Test("Selects take what they offer")
    func selects() throws {
        var (fixture, connection) = ready()
        let message = Flake(json: fixture.send(Self.board).body?["id"]) ?? Flake(0)
        _ = fixture.frames(connection)
        let ann = fixture.user("ann")
        func choose(_ id: String, _ values: [String]) throws -> JSONValue? {
            _ = try fixture.realm.actSelect(ann, in: fixture.general, message: message, customID: id, values: values)
            return fixture.data(connection, "INTERACTION_CREATE").first?["data"]
        }
        #expect(try choose("s", ["a", "b"])?["values"] == ["a", "b"])
        #expect(try choose("u", [ann.text])?["resolved"]?["members"]?[ann.text] != nil)
        #expect(try choose("m", [fixture.guild.text])?["resolved"]?["roles"]?[fixture.guild.text] != nil)
        #expect(try choose("m", [ann.text])?["resolved"]?["users"]?[ann.text] != nil)
        #expect(try choose("c", [fixture.general.text])?["resolved"]?["channels"]?[fixture.general.text] != nil)
        for (id, values) in [("s", ["x"]), ("s", []), ("s", ["a", "a"]), ("u", ["5"]), ("c", ["5"]), ("go", ["a"])] {
            #expect(throws: ActRefusal.self) {
                try fixture.realm.actSelect(ann, in: fixture.general, message: message, customID: id, values: values)
            }
        }
        #expect(throws: ActRefusal.self) {
            try fixture.realm.actClick(ann, in: fixture.general, message: message, customID: "off")
        }
        #expect(throws: ActRefusal.self) {
            try fixture.realm.actClick(ann, in: fixture.general, message: Flake(5), customID: "go")
        }
    }

    // MARK: - Modals

    private static let form: JSONValue = [
        "custom_id": "form", "title": "Form",
        "components": [
            [
                "type": 18, "label": "Text",
                "component": ["type": 4, "custom_id": "t", "style": 1, "min_length": 2, "max_length": 5],
            ],
            [
                "type": 18, "label": "Pick",
                "component": [
                    "type": 3, "custom_id": "p", "required": false,
                    "options": [["label": "a", "value": "a"], ["label": "b", "value": "b", "default": true]],
                ],
            ],
            [
                "type": 18, "label": "Radio",
                "component": [
                    "type": 21, "custom_id": "r", "required": false,
                    "options": [["label": "a", "value": "a"], ["label": "b", "value": "b"]],
                ],
            ],
            [
                "type": 18, "label": "Boxes",
                "component": [
                    "type": 22, "custom_id": "g", "required": false,
                    "options": [["label": "a", "value": "a"], ["label": "b", "value": "b"]],
                ],
            ],
            ["type": 18, "label": "Box", "component": ["type": 23, "custom_id": "x"]],
        ],
    ]

    private func open(_ fixture: inout Fixture, _ form: JSONValue = form) throws -> Flake {
        let id = try ping(&fixture)
        #expect(fixture.callback(id, ["type": 9, "data": form]).status == 204)
        return id
    }

    @Test("A modal is shown, filled and submitted as Discord nests it")
    func modal() throws {
        var (fixture, connection) = ready()
        let opener = try open(&fixture)
        let ann = fixture.user("ann")
        _ = fixture.frames(connection)
        let id = try fixture.realm.actModal(
            ann, interaction: opener, values: ["t": "abc", "p": ["a"], "r": "b", "g": ["a", "b"], "x": true])
        let data = fixture.data(connection, "INTERACTION_CREATE").first?["data"]
        #expect(data?["custom_id"]?.text == "form")
        let parts = data?["components"]?.list ?? []
        #expect(parts.map { $0["type"]?.integer } == [18, 18, 18, 18, 18])
        #expect(parts[0]["component"]?["value"]?.text == "abc")
        #expect(parts[1]["component"]?["values"] == ["a"])
        #expect(parts[2]["component"]?["value"]?.text == "b")
        #expect(parts[3]["component"]?["values"] == ["a", "b"])
        #expect(parts[4]["component"]?["value"]?.flag == true)
        #expect(fixture.callback(id, ["type": 9, "data": Self.form]).errors("type") == ["BASE_TYPE_CHOICES"])
        let reply = fixture.callback(id, ["type": 4, "data": ["content": "thanks"]], withResponse: true)
        #expect(
            reply.body?["resource"]?["message"]?["interaction_metadata"]?["triggering_interaction_metadata"]?["id"]?
                .text == opener.text)
    }

    @Test("Defaults stand where nothing was entered")
    func defaults() throws {
        var (fixture, connection) = ready()
        let opener = try open(&fixture)
        _ = fixture.frames(connection)
        _ = try fixture.realm.actModal(fixture.user("ann"), interaction: opener, values: ["t": "ab"])
        let parts = fixture.data(connection, "INTERACTION_CREATE").first?["data"]?["components"]?.list ?? []
        #expect(parts[1]["component"]?["values"] == ["b"])
        #expect(parts[2]["component"]?["value"]?.isNull == true)
        #expect(parts[3]["component"]?["values"] == [])
        #expect(parts[4]["component"]?["value"]?.flag == false)
    }

    static let refusedValues: [[String: JSONValue]] = [
        [:], ["t": "a"], ["t": "abcdef"], ["t": 4], ["t": "ab", "nope": "x"], ["t": "ab", "p": ["x"]],
        ["t": "ab", "p": 4], ["t": "ab", "r": "x"],
        ["t": "ab", "g": ["x"]], ["t": "ab", "g": ["a", "b", "a"]], ["t": "ab", "p": ["a", 4]],
    ]

    @Test("What the form does not take is refused", arguments: refusedValues.indices)
    func refusedModal(_ index: Int) throws {
        var (fixture, _) = ready()
        let opener = try open(&fixture)
        #expect(throws: ActRefusal.self) {
            try fixture.realm.actModal(fixture.user("ann"), interaction: opener, values: Self.refusedValues[index])
        }
    }

    @Test("Files, users, old rows; and modals of others")
    func otherInputs() throws {
        var (fixture, connection) = ready()
        let ann = fixture.user("ann")
        let opener = try open(
            &fixture,
            [
                "custom_id": "f", "title": "t",
                "components": [
                    [
                        "type": 18, "label": "File",
                        "component": ["type": 19, "custom_id": "f", "max_values": 2, "file_types": ["image/png"]],
                    ],
                    ["type": 18, "label": "User", "component": ["type": 5, "custom_id": "u"]],
                    ["type": 10, "content": "text"],
                    [
                        "type": 1,
                        "components": [["type": 4, "custom_id": "o", "label": "Old", "style": 2, "required": false]],
                    ],
                ],
            ])
        _ = fixture.frames(connection)
        let file = fixture.realm.storeFile("p.png", "image/png", [1])
        _ = try fixture.realm.actModal(ann, interaction: opener, values: ["f": [file.id.json], "u": [ann.json]])
        let data = fixture.data(connection, "INTERACTION_CREATE").first?["data"]
        #expect(data?["resolved"]?["attachments"]?[file.id.text] != nil)
        #expect(data?["components"]?[2] == ["type": 10, "id": 5])
        #expect(data?["components"]?[3]?["components"]?[0]?["value"]?.text == "")
        for values in [["u": [ann.json]], ["f": ["5"], "u": [ann.json]], ["f": [file.id.json]]] as [[String: JSONValue]]
        {
            #expect(throws: ActRefusal.self) { try fixture.realm.actModal(ann, interaction: opener, values: values) }
        }
        #expect(throws: ActRefusal.self) {
            try fixture.realm.actModal(fixture.user("ben"), interaction: opener, values: [:])
        }
        let plain = try ping(&fixture)
        #expect(throws: ActRefusal.self) { try fixture.realm.actModal(ann, interaction: plain, values: [:]) }
    }

    @Test("Every kind of silence has its sentence")
    func silence() throws {
        var (fixture, _) = ready()
        let ann = fixture.user("ann")
        let message = Flake(json: fixture.send(Self.board).body?["id"]) ?? Flake(0)
        let click = try fixture.realm.actClick(ann, in: fixture.general, message: message, customID: "go")
        let typed = try fixture.realm.actAutocomplete(
            ann, in: fixture.general, path: ["task", "create"], options: [:], focused: "tag")
        let opener = try open(&fixture)
        let submit = try fixture.realm.actModal(ann, interaction: opener, values: ["t": "ab"])
        fixture.advance(.seconds(3))
        #expect(fixture.realm.interactions[click]?.error == "This interaction failed")
        #expect(fixture.realm.interactions[typed]?.error == "Loading options failed")
        #expect(fixture.realm.interactions[submit]?.error == "Something went wrong. Try again.")
    }

    @Test("Interactions are remembered within a bound")
    func book() {
        var book = InteractionBook()
        for index in 0...InteractionBook.capacity {
            let origin = Post.Origin(
                interaction: Flake(UInt64(index)), interactionType: 2, user: Flake(1), owners: .null)
            book.add(
                Interaction(
                    id: Flake(UInt64(index)), token: "t\(index)", type: 2, user: Flake(1), channel: Flake(2),
                    guild: nil,
                    createdAt: Moment(0), origin: origin))
        }
        #expect(book[Flake(0)] == nil)
        #expect(book.find(token: "t0") == nil)
        #expect(book.find(token: "t1") != nil)
    }
}
