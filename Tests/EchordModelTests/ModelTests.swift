import EchordModel
import EchordPrimitives
import JSON
import Testing

@Suite("Models")
struct ModelTests {
    // MARK: - Components

    static let kinds = [
        #"{"type":1,"id":1,"components":[{"type":2,"style":5,"label":"l","url":"https://a","disabled":true}]}"#,
        #"{"type":2,"id":2,"style":6,"sku_id":"5"}"#,
        #"{"type":2,"style":1,"label":"l","emoji":{"id":"5","name":"e","animated":true},"custom_id":"c"}"#,
        #"{"type":3,"custom_id":"c","options":[{"label":"l","value":"v","description":"d","emoji":{"name":"🔥"},"default":true}],"placeholder":"p","min_values":1,"max_values":1,"required":false,"disabled":true}"#,
        #"{"type":4,"custom_id":"c","style":2,"label":"l","min_length":1,"max_length":2,"required":true,"value":"v","placeholder":"p"}"#,
        #"{"type":5,"custom_id":"c","default_values":[{"id":"1","type":"user"}]}"#,
        #"{"type":6,"custom_id":"c","default_values":[{"id":"1","type":"role"}]}"#,
        #"{"type":7,"custom_id":"c","default_values":[{"id":"1","type":"user"},{"id":"2","type":"role"}]}"#,
        #"{"type":8,"custom_id":"c","channel_types":[0,2],"default_values":[{"id":"1","type":"channel"}]}"#,
        #"{"type":9,"components":[{"type":10,"content":"t"}],"accessory":{"type":11,"media":{"url":"https://a"},"description":"d","spoiler":true}}"#,
        #"{"type":10,"id":4,"content":"t"}"#,
        #"{"type":12,"items":[{"media":{"url":"https://a","proxy_url":"https://b","height":1,"width":2,"content_type":"image/png","flags":1,"attachment_id":"9"},"description":"d","spoiler":true}]}"#,
        #"{"type":13,"file":{"url":"attachment://a"},"spoiler":true,"name":"a","size":5}"#,
        #"{"type":14,"divider":true,"spacing":2}"#,
        #"{"type":17,"components":[{"type":14}],"accent_color":255,"spoiler":true}"#,
        #"{"type":18,"label":"l","description":"d","component":{"type":4,"custom_id":"c","style":1}}"#,
        #"{"type":19,"custom_id":"c","min_values":1,"max_values":2,"required":true,"file_types":["image",".pdf"]}"#,
        #"{"type":21,"custom_id":"c","options":[{"value":"v","label":"l","description":"d","default":true}],"required":true}"#,
        #"{"type":22,"custom_id":"c","options":[{"value":"v","label":"l"}],"min_values":1,"max_values":1,"required":true}"#,
        #"{"type":23,"custom_id":"c","default":true}"#,
        #"{"type":99,"brand":{"new":[1,2.5,null,"x",true]},"custom_id":"c"}"#,
    ]

    @Test("Every kind of component survives unchanged, unknown ones among them", arguments: kinds)
    func component(_ text: String) throws {
        let original = try JSON.decode(JSONValue.self, from: text)
        let component = try JSON.decode(Component.self, from: text)
        #expect(try JSON.decode(JSONValue.self, from: JSON.encode(component)) == original)
        #expect(.int(Int64(component.type.rawValue)) == original["type"])
        #expect(component.customID == (component.type.rawValue == 99 ? nil : original["custom_id"]?.text))
        #expect(component.flattened.first == component)
    }

    @Test("Some kinds need the second version")
    func secondVersion() throws {
        let needing = try Self.kinds.map { try JSON.decode(Component.self, from: $0) }.filter(\.needsComponentsV2)
        #expect(Set(needing.map(\.type)) == [.section, .textDisplay, .mediaGallery, .file, .separator, .container])
    }

    @Test(
        "A component without a type, or with a broken inside, is refused with its path",
        arguments: [
            (#"{"components":[]}"#, "type"), (#"{"type":"1"}"#, "type"),
            (#"{"type":1,"components":[{"type":2}]}"#, "components[0].style"),
            (#"{"type":18,"label":"l","component":{"type":4,"style":1}}"#, "component.custom_id"),
        ])
    func brokenComponent(_ text: String, _ path: String) {
        let error = #expect(throws: JSONError.self) { try JSON.decode(Component.self, from: text) }
        #expect(error?.path == path)
    }

    // MARK: - Modals

    @Test("A filled-in modal is read field by field")
    func modal() throws {
        let text = #"""
            {"custom_id":"m","components":[{"type":10,"id":1},{"type":18,"id":2,"component":{"type":4,"id":3,"custom_id":"t","value":"typed"}},
            {"type":18,"component":{"type":5,"custom_id":"u","values":["5"]}},{"type":18,"component":{"type":21,"custom_id":"r","value":null}},
            {"type":18,"component":{"type":21,"custom_id":"r2","value":"x"}},{"type":18,"component":{"type":23,"custom_id":"c","value":true}},
            {"type":1,"components":[{"type":4,"custom_id":"old","value":"o"}]},{"type":55,"custom_id":"new","x":1}]}
            """#
        let modal = try JSON.decode(ModalData.self, from: text)
        #expect(modal.fields.compactMap(\.customID) == ["t", "u", "r", "r2", "c", "old"])
        #expect(modal["t"]?.strings == ["typed"])
        #expect(modal["u"]?.strings == ["5"])
        #expect(modal["r"]?.strings == [])
        #expect(modal["r2"]?.strings == ["x"])
        #expect(modal["c"]?.strings == ["true"])
        #expect(modal["old"]?.strings == ["o"])
        #expect(modal["missing"] == nil)
        #expect(modal.components.first?.strings == [])
        let copy = try JSON.decode(JSONValue.self, from: JSON.encode(modal))
        #expect(JSONComparison.differences(try JSON.decode(from: text), copy) == [])
    }

    // MARK: - Interactions

    @Test("Data is told apart by its fields; what is new is kept")
    func interactionData() throws {
        let strange = try JSON.decode(InteractionData.self, from: #"{"never":"heard"}"#)
        #expect(strange == .unknown(["never": "heard"]))
        #expect(JSON.encodeToString(strange) == #"{"never":"heard"}"#)
    }

    private func interaction(_ type: Int, _ rest: String) throws -> Interaction {
        try JSON.decode(Interaction.self, from: #"{"id":"1","application_id":"2","type":\#(type),"token":"t"\#(rest)}"#)
    }

    @Test("The five kinds of interaction")
    func interactions() throws {
        let ping = try interaction(1, "")
        #expect(ping.data == nil && ping.author == nil && ping.preferredLocale == .americanEnglish)
        let command = try interaction(2, #","data":{"id":"1","name":"a","type":1},"locale":"nl""#)
        #expect(command.command?.name == "a" && command.component == nil && command.modal == nil)
        #expect(command.preferredLocale == .dutch)
        let component = try interaction(3, #","data":{"custom_id":"c","component_type":2},"guild_locale":"de""#)
        #expect(component.component?.customID == "c" && component.command == nil)
        #expect(component.preferredLocale == .german)
        let modal = try interaction(5, #","data":{"custom_id":"m","components":[]},"user":{"id":"3","username":"u"}"#)
        #expect(modal.modal?.customID == "m" && modal.author?.id == 3)
        #expect(try interaction(6, #","data":{"x":1}"#).type == .socialLayerSKUPurchaseEligibility)
    }

    static let callbacks = [
        #"{"type":1}"#, #"{"type":4,"data":{"content":"a","flags":64}}"#, #"{"type":5}"#,
        #"{"type":5,"data":{"flags":64}}"#, #"{"type":6}"#, #"{"type":7,"data":{"components":[]}}"#,
        #"{"type":8,"data":{"choices":[{"name":"a","value":1.5},{"name":"b","value":"x"}]}}"#,
        #"{"type":9,"data":{"custom_id":"m","title":"t","components":[]}}"#, #"{"type":10}"#, #"{"type":12}"#,
        #"{"type":13,"data":{"x":1}}"#, #"{"type":77}"#,
    ]

    @Test("Every kind of answer survives unchanged", arguments: callbacks)
    func callback(_ text: String) throws {
        let callback = try JSON.decode(InteractionCallback.self, from: text)
        #expect(JSON.encodeToString(callback) == text)
        #expect(text.hasPrefix("{\"type\":\(callback.type.rawValue)"))
    }

    @Test("What Discord says to an answer")
    func callbackResponse() throws {
        let text =
            #"{"interaction":{"id":"1","type":2,"response_message_id":"5","response_message_loading":true,"response_message_ephemeral":true},"resource":{"type":12,"activity_instance":{"id":"a"}}}"#
        let response = try JSON.decode(InteractionCallbackResponse.self, from: text)
        #expect(response.interaction.isResponseMessageLoading == true)
        #expect(JSON.encodeToString(response) == text)
    }

    // MARK: - Values

    @Test("Choice values and nonces keep their type")
    func values() throws {
        for text in [#""x""#, "5", "-5", "2.5", "true"] {
            #expect(JSON.encodeToString(try JSON.decode(ChoiceValue.self, from: text)) == text)
        }
        for text in ["null", "[]", "{}"] {
            #expect(throws: JSONError.self) { try JSON.decode(ChoiceValue.self, from: text) }
        }
        #expect(ChoiceValue.integer(2).double == 2 && ChoiceValue.string("2").double == nil)
        for text in [#""x""#, "5"] { #expect(JSON.encodeToString(try JSON.decode(Nonce.self, from: text)) == text) }
        #expect(throws: JSONError.self) { try JSON.decode(Nonce.self, from: "true") }
        #expect(Nonce.string("a") == "a")
    }

    @Test("Role tags: null means yes")
    func roleTags() throws {
        let tags = try JSON.decode(RoleTags.self, from: #"{"bot_id":"1","premium_subscriber":null}"#)
        #expect(tags.isPremiumSubscriber && !tags.isAvailableForPurchase && !tags.isLinked)
        #expect(JSON.encodeToString(tags) == #"{"bot_id":"1","premium_subscriber":null}"#)
    }

    @Test("Roles are ordered by place, then by age")
    func roleOrder() throws {
        func role(_ id: RoleID, _ position: Int) -> Role {
            Role(id: id, name: "r", position: position, permissions: [])
        }
        #expect(role(5, 1) < role(1, 2))
        #expect(role(5, 1) < role(4, 1))
        #expect(role(5, 1).mention == "<@&5>")
    }

    @Test("Members: names and timeouts")
    func members() {
        let now = DiscordTimestamp(unixSeconds: 100)
        var member = Member(user: User(id: 1, username: "account"))
        #expect(member.displayName == "account" && !member.isTimedOut(at: now))
        member.user?.globalName = "global"
        #expect(member.displayName == "global")
        member.nick = "nick"
        member.communicationDisabledUntil = now
        #expect(member.displayName == "nick" && !member.isTimedOut(at: now))
        #expect(member.isTimedOut(at: now.adding(.seconds(-1))))
    }

    @Test("Emoji, attachments, mentions, references, applications")
    func small() throws {
        #expect(PartialEmoji.unicode("🔥").pathForm == "🔥")
        #expect(PartialEmoji.custom(5, name: "x").pathForm == "x:5")
        #expect(PartialEmoji.custom(5).pathForm == "_:5")
        var file = Attachment(id: 1, filename: "SPOILER_a.png", size: 1, url: "https://a", proxyURL: "https://a")
        #expect(file.isSpoiler)
        file.flags = []
        #expect(!file.isSpoiler)
        #expect(JSON.encodeToString(AllowedMentions.none) == #"{"parse":[]}"#)
        #expect(JSON.encodeToString(AllowedMentions.users([1])) == #"{"parse":[],"users":["1"]}"#)
        #expect(AllowedMentions.all.parse.count == 3 && AllowedMentions.usersAndRoles.parse.count == 2)
        #expect(JSON.encodeToString(MessageReference.reply(to: 1)) == #"{"message_id":"1"}"#)
        #expect(
            JSON.encodeToString(MessageReference.reply(to: 1, failIfMissing: false))
                == #"{"message_id":"1","fail_if_not_exists":false}"#)
        #expect(
            JSON.encodeToString(MessageReference.forward(1, from: 2))
                == #"{"type":1,"message_id":"1","channel_id":"2"}"#)
        let app = try JSON.decode(Application.self, from: #"{"id":"1","name":"a","flags":64,"flags_new":"8388608"}"#)
        #expect(app.allFlags == .applicationCommandBadge)
        #expect(JSON.encodeToString(app).contains(#""flags_new":"8388608""#))
        #expect(SelectDefaultValue.user(1).type == .user)
    }

    @Test("A body for an edit says what is cleared and what stays")
    func patches() {
        #expect(JSON.encodeToString(EditMessage()) == "{}")
        #expect(
            JSON.encodeToString(EditMessage(content: .clear, embeds: .set([]))) == #"{"content":null,"embeds":[]}"#)
    }

    @Test("Accounts elsewhere and what applications say about them")
    func connections() throws {
        let text =
            #"{"id":"a","name":"n","type":"steam","revoked":true,"verified":true,"friend_sync":true,"show_activity":true,"two_way_link":true,"visibility":1}"#
        let connection = try JSON.decode(Connection.self, from: text)
        #expect(connection.service == .steam && connection.isVerified)
        #expect(
            JSONComparison.differences(try JSON.decode(from: text), try JSON.decode(from: JSON.encode(connection)))
                == [])
        let role = RoleConnection(platformName: "p", metadata: ["k": "1"])
        #expect(JSON.encodeToString(role) == #"{"platform_name":"p","metadata":{"k":"1"}}"#)
    }

    // MARK: - Errors

    @Test("A tree of field errors becomes a list of paths, and a tree again")
    func apiError() throws {
        let text = #"""
            {"code":50035,"errors":{"data":{"components":{"0":{"components":{"2":{"custom_id":{"_errors":[{"code":"BASE_TYPE_BAD_LENGTH","message":"Must be between 1 and 100 in length."}]}}}}}},
            "name":{"_errors":[{"code":"A","message":"a"},{"code":"B","message":"b"}]},"_errors":[{"code":"C","message":"c"}]},"message":"Invalid Form Body"}
            """#
        let error = try JSON.decode(APIErrorBody.self, from: text)
        #expect(error.code == .invalidFormBody)
        #expect(error.fields.map(\.path) == ["data.components[0].components[2].custom_id", "name", "name", ""])
        #expect(error.fields.map(\.code) == ["BASE_TYPE_BAD_LENGTH", "A", "B", "C"])
        #expect(error.fields.last?.description == "body: c (C)")
        let copy = try JSON.decode(JSONValue.self, from: JSON.encode(error))
        #expect(copy == (try JSON.decode(JSONValue.self, from: text)))
    }

    @Test(
        "Errors of other shapes",
        arguments: [
            #"{"message":"401: Unauthorized","code":0}"#, "{}", #"{"code":1,"errors":null}"#,
            #"{"code":1,"errors":{"a":"plain"}}"#, #"{"code":1,"errors":[{"message":"m","code":"c"}]}"#,
            #"{"code":1,"errors":{"a":5}}"#, #"{"code":1,"errors":{"a":{"_errors":3}}}"#,
        ])
    func otherErrors(_ text: String) throws {
        let error = try JSON.decode(APIErrorBody.self, from: text)
        #expect(error.fields.count == (text.contains("plain") || text.contains("\"m\"") ? 1 : 0))
    }

    @Test("Of each fault as much is kept as can be read, and of endless ones a hundred")
    func partlyReadableErrors() throws {
        let error = try JSON.decode(
            APIErrorBody.self, from: #"{"code":1,"errors":{"name":{"_errors":[{"code":"X"},{"code":7},"s"]}}}"#)
        #expect(error.fields.map(\.path) == ["name", "name", "name"])
        #expect(error.fields.map(\.code) == ["X", "", ""])
        let many = Array(repeating: #"{"code":"X","message":"m"}"#, count: 150).joined(separator: ",")
        let endless = try JSON.decode(APIErrorBody.self, from: #"{"code":1,"errors":{"_errors":[\#(many)]}}"#)
        #expect(endless.fields.count == APIErrorBody.maxFields)
    }

    @Test("A rate limit")
    func rateLimit() throws {
        let body = try JSON.decode(
            RateLimitBody.self, from: #"{"message":"You are being rate limited.","retry_after":64.57,"global":true}"#)
        #expect(body.retryAfter == 64.57 && body.isGlobal && body.code == nil)
        #expect(try JSON.decode(RateLimitBody.self, from: "{}").retryAfter == nil)
        #expect(throws: JSONError.self) { try JSON.decode(RateLimitBody.self, from: "[]") }
    }
}

extension JSONValue {
    fileprivate var text: String? { if case .string(let text) = self { text } else { nil } }
}
