package import JSON
import Testing

// MARK: - Models as a feature author writes them

@JSONModel
package struct Author: Hashable, Sendable {
    package var id: UInt64
    package var globalName: String?
    @JSONKey("mfa_enabled") package var hasMFA: Bool = false
    package var nick: Patch<String> = .keep
}

@JSONModel
struct Post: Hashable {
    let id: Int
    var author: Author
    var tags: [String] = []
    var reactions: [String: [Int]]?
    var replies: [Reply]?
    var `default`: Optional<Bool>
    let version: Int = 2
    var title: String? { tags.first }
    static let limit = 10
    var observed: Int = 0 {
        didSet {}
    }

    @JSONModel
    struct Reply: Hashable {
        var text: String, likes: Int
        var json: Int?
        var jsonMember: Int
        var writer: String?
    }
}

@JSONModel
package struct Page<Item: Hashable & Sendable, Marker>: Hashable, Sendable {
    package var items: [Item]
    package var next: Item?
}

@JSONModel
struct Empty: Hashable {}

@JSONModel
struct Edit: Hashable {
    var name: Patch<String>
    @JSONKey("a \"key\"\n") var odd: Patch<[Int]>
}

@JSONModel
struct Money: Hashable {
    var cents: Int

    init(cents: Int) { self.cents = cents }
    init(json: JSONReader) throws(JSONError) { cents = try json.integer() }
    func encode(to writer: inout JSONWriter) { writer.write(cents) }
}

@JSONModel
package struct Ranged: Hashable, Sendable {
    package var low: Int
    package var high: Int

    package init(low: Int, high: Int) {
        self.low = min(low, high)
        self.high = max(low, high)
    }
}

// MARK: - Tests

@Suite struct ModelTests {
    @Test func readsWhatIsThereAndDefaultsTheRest() throws {
        let full = try JSON.decode(
            Author.self, from: #"{"global_name":"Ada","id":7,"unknown":{"id":1},"mfa_enabled":true,"nick":"a"}"#)
        #expect(full == Author(id: 7, globalName: "Ada", hasMFA: true, nick: .set("a")))
        #expect(try JSON.decode(Author.self, from: #"{"id":7}"#) == Author(id: 7))
        #expect(
            try JSON.decode(Author.self, from: #"{"id":7,"global_name":null,"nick":null}"#)
                == Author(id: 7, nick: .clear))
    }

    @Test func readsNestedTypes() throws {
        let text = """
            {"id":1,"author":{"id":2},"tags":["a","b"],"reactions":{"x":[1],"y":[]},"default":false,"version":9,
             "replies":[{"text":"t","likes":3,"json":4,"json_member":5,"writer":"w"}],"observed":6}
            """
        let post = try JSON.decode(Post.self, from: text)
        #expect(post.author.id == 2)
        #expect(post.tags == ["a", "b"])
        #expect(post.reactions == ["x": [1], "y": []])
        #expect(post.replies == [Post.Reply(text: "t", likes: 3, json: 4, jsonMember: 5, writer: "w")])
        #expect(post.default == false)
        #expect(post.version == 2)
        #expect(post.observed == 6)
        #expect(try JSON.decode(Post.self, from: JSON.encode(post)) == post)
    }

    @Test func writesKeysInOrderAndLeavesOutWhatIsNil() throws {
        #expect(JSON.encodeToString(Author(id: 7)) == #"{"id":7,"mfa_enabled":false}"#)
        #expect(
            JSON.encodeToString(Author(id: 7, globalName: "A", hasMFA: true, nick: .clear))
                == #"{"id":7,"global_name":"A","mfa_enabled":true,"nick":null}"#)
        #expect(JSON.encodeToString(Edit(name: .keep, odd: .keep)) == "{}")
        let edit = Edit(name: .set("n"), odd: .set([1]))
        #expect(JSON.encodeToString(edit) == #"{"name":"n","a \"key\"\u000a":[1]}"#)
        #expect(try JSON.decode(Edit.self, from: JSON.encode(edit)) == edit)
        #expect(try JSON.decode(Edit.self, from: "{}") == Edit(name: .keep, odd: .keep))
    }

    @Test func readsGenericModels() throws {
        let page = Page<Author, Never>(items: [Author(id: 1)], next: nil)
        #expect(JSON.encodeToString(page) == #"{"items":[{"id":1,"mfa_enabled":false}]}"#)
        #expect(try JSON.decode(Page<Author, Never>.self, from: JSON.encode(page)) == page)
    }

    @Test func takesAnObjectWithoutFields() throws {
        #expect(try JSON.decode(Empty.self, from: #"{"a":1}"#) == Empty())
        #expect(JSON.encodeToString(Empty()) == "{}")
        #expect(throws: JSONError.self) { try JSON.decode(Empty.self, from: "[]") }
    }

    @Test func leavesAloneWhatTheStructDeclares() throws {
        #expect(try JSON.decode(Money.self, from: "5") == Money(cents: 5))
        #expect(JSON.encodeToString([Money(cents: 5)]) == "[5]")
        #expect(Ranged(low: 3, high: 1) == Ranged(low: 1, high: 3))
    }

    @Test(arguments: [
        (#"{"author":{"id":2}}"#, "missing_field at id"),
        (#"{"id":1}"#, "missing_field at author"),
        (#"{"id":1,"author":{}}"#, "missing_field at author.id"),
        (#"{"id":null,"author":{"id":2}}"#, "type_mismatch at id"),
        (#"{"id":"1","author":{"id":2}}"#, "type_mismatch at id"),
        (#"{"id":1,"author":null}"#, "type_mismatch at author"),
        (#"{"id":1,"author":{"id":-2}}"#, "out_of_range at author.id"),
        (#"{"id":1,"author":{"id":2,"mfa_enabled":null}}"#, "type_mismatch at author.mfa_enabled"),
        (#"{"id":1,"author":{"id":2},"tags":null}"#, "type_mismatch at tags"),
        (#"{"id":1,"author":{"id":2},"tags":["a",1]}"#, "type_mismatch at tags[1]"),
        (#"{"id":1,"author":{"id":2},"reactions":{"x":[1,"2"]}}"#, "type_mismatch at reactions.x[1]"),
        (
            #"{"id":1,"author":{"id":2},"replies":[{"text":"t","likes":1,"json_member":1},{"text":"t"}]}"#,
            "missing_field at replies[1].likes"
        ),
        (#"[]"#, "type_mismatch"),
    ])
    func namesTheFieldThatIsWrong(text: String, expected: String) {
        let error = #expect(throws: JSONError.self) { try JSON.decode(Post.self, from: text) }
        #expect(error?.description.hasPrefix(expected + ":") == true, "\(String(describing: error))")
    }

    @Test func letsTheLastOfTwoEqualKeysWin() throws {
        #expect(try JSON.decode(Author.self, from: #"{"id":1,"id":2}"#).id == 2)
        #expect(throws: JSONError.self) { try JSON.decode(Author.self, from: #"{"id":1,"id":"x"}"#) }
    }

    @Test func tellsKeysOfEqualLengthApart() throws {
        let reply = try JSON.decode(
            Post.Reply.self,
            from: #"{"text":"t","tex":1,"json":1,"jso\u006e":2,"JSON":3,"likes":1,"json_member":0,"":1}"#)
        #expect(reply == Post.Reply(text: "t", likes: 1, json: 2, jsonMember: 0, writer: nil))
    }
}
