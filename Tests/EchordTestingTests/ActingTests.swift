import JSON
import Testing

@testable import EchordTesting

@Suite("Members writing")
struct ActingTests {
    @Test("Messages, replies, edits, deletions, typing")
    func life() throws {
        var fixture = Fixture()
        let connection = fixture.connect()
        _ = fixture.frames(connection)
        let ann = fixture.user("ann")
        let file = fixture.realm.storeFile("a.txt", nil, [1])
        let post = try fixture.realm.actMessage(
            ann, in: fixture.general, content: "hi", reference: nil, files: [file.id])
        let reply = try fixture.realm.actMessage(ann, in: fixture.general, content: "re", reference: post.id, files: [])
        #expect(reply.kind == .reply)
        _ = try fixture.realm.actEdit(ann, in: fixture.general, message: post.id, content: "hi!")
        try fixture.realm.actTyping(ann, in: fixture.general)
        try fixture.realm.actDelete(ann, in: fixture.general, message: post.id)
        #expect(
            fixture.events(connection) == [
                "MESSAGE_CREATE", "MESSAGE_CREATE", "MESSAGE_UPDATE", "TYPING_START", "MESSAGE_DELETE",
            ])
    }

    @Test("What Discord would refuse")
    func refusals() throws {
        var fixture = Fixture()
        let ann = fixture.user("ann")
        let kid = fixture.user("kid")
        let general = fixture.general
        func code(_ body: (inout Realm) throws(ActRefusal) -> Void) -> ActRefusal.Code? {
            do throws(ActRefusal) {
                try body(&fixture.realm)
                return nil
            } catch {
                #expect(error.status >= 400)
                #expect(error.json["error"]?["code"]?.text == error.code.rawValue)
                return error.code
            }
        }
        let long = String(repeating: "x", count: 2001)
        #expect(
            code { realm throws(ActRefusal) in
                _ = try realm.actMessage(ann, in: general, content: long, reference: nil, files: [])
            } == .invalidValue)
        #expect(
            code { realm throws(ActRefusal) in
                _ = try realm.actMessage(ann, in: general, content: " ", reference: nil, files: [])
            } == .invalidValue)
        #expect(
            code { realm throws(ActRefusal) in
                _ = try realm.actMessage(ann, in: general, content: "x", reference: Flake(5), files: [])
            } == .unknownMessage)
        #expect(
            code { realm throws(ActRefusal) in
                _ = try realm.actMessage(ann, in: general, content: "x", reference: nil, files: [Flake(5)])
            } == .invalidValue)
        let many = Array(repeating: Flake(5), count: 11)
        #expect(
            code { realm throws(ActRefusal) in
                _ = try realm.actMessage(ann, in: general, content: "x", reference: nil, files: many)
            } == .invalidValue)
        let post = try fixture.realm.actMessage(ann, in: general, content: "x", reference: nil, files: [])
        #expect(
            code { realm throws(ActRefusal) in _ = try realm.actEdit(kid, in: general, message: post.id, content: "y") }
                == .missingPermission)
        #expect(
            code { realm throws(ActRefusal) in _ = try realm.actEdit(ann, in: general, message: post.id, content: "") }
                == .invalidValue)
        #expect(
            code { realm throws(ActRefusal) in try realm.actDelete(kid, in: general, message: post.id) }
                == .missingPermission)
        #expect(
            code { realm throws(ActRefusal) in
                try realm.actReact(kid, in: general, message: post.id, emoji: "x", remove: false)
            } == .invalidValue)
        fixture.realm.world.channels[general]?.overwrites = [
            Overwrite(id: kid, isMember: true, allow: [], deny: [.sendMessages, .addReactions])
        ]
        #expect(
            code { realm throws(ActRefusal) in
                _ = try realm.actMessage(kid, in: general, content: "x", reference: nil, files: [])
            } == .missingPermission)
        #expect(code { realm throws(ActRefusal) in try realm.actTyping(kid, in: general) } == .missingPermission)
        #expect(
            code { realm throws(ActRefusal) in
                try realm.actReact(kid, in: general, message: post.id, emoji: "👍", remove: false)
            } == .missingPermission)
        #expect(
            code { realm throws(ActRefusal) in
                try realm.actReact(ann, in: general, message: post.id, emoji: "👍", remove: false)
            } == nil)
        #expect(
            code { realm throws(ActRefusal) in
                try realm.actReact(ann, in: general, message: post.id, emoji: "👍", remove: true)
            } == nil)
        let category = Channel(id: Flake(77), kind: .category, guild: fixture.guild, name: "c")
        fixture.realm.world.channels[Flake(77)] = category
        #expect(
            code { realm throws(ActRefusal) in
                _ = try realm.actMessage(ann, in: Flake(77), content: "x", reference: nil, files: [])
            } == .notPossible)
    }

    @Test("An ephemeral answer is dismissed without the bot hearing of it")
    func dismiss() throws {
        var fixture = Fixture()
        fixture.register(["name": "ping", "description": "d"])
        let ann = fixture.user("ann")
        let id = try fixture.realm.actSlash(ann, in: fixture.general, path: ["ping"], options: [:])
        _ = fixture.callback(id, ["type": 4, "data": ["content": "x", "flags": 64]])
        let connection = fixture.connect()
        _ = fixture.frames(connection)
        let message = try #require(fixture.realm.interactions[id]?.original)
        try fixture.realm.actDelete(ann, in: fixture.general, message: message)
        #expect(fixture.events(connection).isEmpty)
        #expect(fixture.rest("GET", "/channels/\(fixture.general.text)/messages/\(message.text)").code == 10008)
    }
}
