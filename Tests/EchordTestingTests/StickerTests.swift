import Crypto
import JSON
import Testing

@testable import EchordTesting

@Suite("Stickers")
struct StickerTests {
    private static let base = "/guilds/{guild}/stickers"
    private static let fields: JSONValue = ["name": "cat", "description": "", "tags": "cat"]

    private static func file(_ uri: String) -> UploadedFile {
        let bytes = Base64.decode(uri.split(separator: ",").last ?? "") ?? []
        return UploadedFile(index: 0, filename: "s.png", contentType: "image/png", bytes: bytes)
    }

    private func make(
        _ fixture: inout Fixture, _ fields: JSONValue = fields, _ files: [UploadedFile] = [file(Pictures.png)]
    ) -> RESTReply {
        fixture.add(.createExpressions)
        return fixture.rest("POST", fixture.filled(Self.base), fields, files: files)
    }

    @Test("Made, listed, renamed and removed, with events and the audit log")
    func life() {
        var fixture = Fixture()
        fixture.add([.createExpressions, .viewAuditLog])
        let connection = fixture.connect()
        _ = fixture.frames(connection)
        let made = make(&fixture)
        #expect(made.status == 201)
        #expect(made.body?["format_type"] == 1)
        let path = fixture.filled(Self.base) + "/\(made.id.text)"
        #expect(fixture.rest("GET", path).body?["user"]?["id"] == fixture.bot.json)
        #expect(fixture.rest("GET", "/stickers/\(made.id.text)").body?["name"] == "cat")
        #expect(fixture.rest("GET", fixture.filled(Self.base)).body?.list?.count == 1)
        let renamed = fixture.rest("PATCH", path, ["name": "dog", "description": "a dog"])
        #expect(renamed.body?["description"] == "a dog")
        #expect(fixture.lastAudit?.changes.compactMap { $0["key"]?.text } == ["name", "description"])
        #expect(fixture.rest("DELETE", path).status == 204)
        #expect(fixture.rest("GET", path).code == 10060)
        #expect(fixture.rest("GET", "/stickers/\(made.id.text)").code == 10060)
        #expect(
            fixture.events(connection)
                == Array(repeating: ["GUILD_STICKERS_UPDATE", "GUILD_AUDIT_LOG_ENTRY_CREATE"], count: 3).flatMap { $0 })
        #expect(fixture.rest("GET", "/sticker-packs").body?["sticker_packs"] == [])
        #expect(fixture.rest("GET", "/sticker-packs/5").code == 10061)
    }

    @Test("What a file is, is seen from its bytes; five in a server")
    func kinds() {
        var fixture = Fixture()
        #expect(make(&fixture, Self.fields, [Self.file(Pictures.gif)]).body?["format_type"] == 4)
        let moving = Pictures.uri(
            "png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + Array("....acTL".utf8))
        #expect(make(&fixture, Self.fields, [Self.file(moving)]).body?["format_type"] == 2)
        let lottie = Pictures.uri("json", Array("{}".utf8))
        #expect(make(&fixture, Self.fields, [Self.file(lottie)]).code == 50046)
        let guild = fixture.guild
        fixture.realm.world.guilds[guild]?.features = ["VERIFIED"]
        #expect(make(&fixture, Self.fields, [Self.file(lottie)]).body?["format_type"] == 3)
        #expect(make(&fixture, Self.fields, [Self.file(Pictures.jpeg)]).code == 50046)
        for _ in 3..<Sticker.perGuild { #expect(make(&fixture).status == 201) }
        #expect(make(&fixture).code == 30039)
    }

    @Test("Refused forms")
    func refused() {
        var fixture = Fixture()
        #expect(make(&fixture, Self.fields, []).errors("file") == ["BASE_TYPE_REQUIRED"])
        #expect(make(&fixture, ["name": "cat", "tags": "x"]).errors("description") == ["BASE_TYPE_REQUIRED"])
        #expect(make(&fixture, Self.fields.adding("name", "x")).errors("name") == ["BASE_TYPE_BAD_LENGTH"])
        #expect(
            make(&fixture, Self.fields.adding("description", "x")).errors("description") == ["BASE_TYPE_BAD_LENGTH"])
        let large = UploadedFile(
            index: 0, filename: "s", bytes: Array(repeating: 0, count: Sticker.sizeLimit + 1))
        #expect(make(&fixture, Self.fields, [large]).errors("file") == ["BINARY_TYPE_MAX_LENGTH"])
        fixture.grant(.viewChannel)
        fixture.withhold(.createExpressions)
        let path = fixture.filled(Self.base)
        #expect(fixture.rest("POST", path, Self.fields, files: [Self.file(Pictures.png)]).code == 50013)
        #expect(fixture.rest("GET", path + "/5").code == 10060)
    }

    @Test("Sent with a message: up to three, a bot only those of the server, a member also others' with a permission")
    func sent() {
        var fixture = Fixture()
        let sticker = make(&fixture).id
        let message = fixture.send(["sticker_ids": [sticker.json]])
        #expect(message.body?["sticker_items"]?[0]?["name"] == "cat")
        #expect(fixture.send(["sticker_ids": ["5"]]).code == 50081)
        let four = JSONValue.array(Array(repeating: sticker.json, count: 4))
        #expect(fixture.send(["sticker_ids": four]).errors("sticker_ids") == ["BASE_TYPE_MAX_LENGTH"])
        let ann = fixture.user("ann")
        let other = fixture.realm.addGuild("Other", owner: ann, botPermissions: .createExpressions)
        let far = fixture.rest(
            "POST", "/guilds/\(other.id.text)/stickers", Self.fields, files: [Self.file(Pictures.png)]
        ).id
        #expect(fixture.send(["sticker_ids": [far.json]]).code == 50081)
        let path = fixture.filled("/channels/{general}/messages")
        #expect(fixture.rest(as: ann, "POST", path, ["sticker_ids": [far.json]]).status == 200)
        #expect(fixture.rest(as: fixture.user("kid"), "POST", path, ["sticker_ids": [far.json]]).code == 50081)
        // What was sent stays when the sticker is gone.
        #expect(fixture.rest("DELETE", fixture.filled(Self.base) + "/\(sticker.text)").status == 204)
        let seen = fixture.rest("GET", path + "/\(message.id.text)").body
        #expect(seen?["sticker_items"]?[0]?["id"] == sticker.json)
    }

    @Test("Pictures are served under the addresses of Discord's CDN, in the kinds they have")
    func pictures() {
        var fixture = Fixture()
        let sticker = make(&fixture).id
        let emoji = fixture.rest(
            "POST", fixture.filled("/guilds/{guild}/emojis"), ["name": "wave", "image": .string(Pictures.gif)]
        ).id
        let avatar = fixture.rest("PATCH", "/users/@me", ["avatar": .string(Pictures.jpeg)]).body?["avatar"]?.text ?? ""
        func bytes(_ path: String) -> [UInt8]? {
            guard let path = PicturePath(path), let hash = path.hash(in: fixture.realm.world),
                let picture = fixture.realm.world.images[hash], path.fits(picture)
            else { return nil }
            return picture.bytes
        }
        #expect(bytes("/emojis/\(emoji.text).gif") == Self.file(Pictures.gif).bytes)
        #expect(bytes("/emojis/\(emoji.text).webp") != nil)
        #expect(bytes("/emojis/5.png") == nil)
        #expect(bytes("/stickers/\(sticker.text).png") == Self.file(Pictures.png).bytes)
        #expect(bytes("/stickers/\(sticker.text).json") == nil)
        #expect(bytes("/avatars/\(fixture.bot.text)/\(avatar).png") == Self.file(Pictures.jpeg).bytes)
        #expect(bytes("/avatars/\(fixture.bot.text)/\(avatar).gif") == nil)
        for path in ["/emojis/x.png", "/emojis/5", "/emojis/5.exe", "/avatars/1.png", "/icon.svg", "/css/base.css"] {
            #expect(PicturePath(path) == nil)
        }
        #expect(PicturePath("/guilds/1/users/2/avatars/abc.png") != nil)
    }

    @Test("A store that is full lets the oldest go")
    func store() {
        var store = BoundedStore<Int, String>(limit: 10)
        for key in 1...4 { store.add("x", as: key, bytes: 4) }
        #expect([store[1], store[2], store[3], store[4]] == [nil, nil, "x", "x"])
        store.add("y", as: 4, bytes: 4)
        #expect(store[4] == "x")
        store.add("z", as: 5, bytes: 100)
        #expect(store[5] == "z" && store[4] == nil)
    }
}
