import EchordPrimitives
import FuzzKit
import Testing

@Suite("Markdown")
struct MarkdownTests {
    @Test(
        "Text from outside is shown as typed",
        arguments: [
            ("plain title", "plain title"),
            ("**bold** _it_ ~~no~~", #"\*\*bold\*\* \_it\_ \~\~no\~\~"#),
            ("`code` ||spoiler||", #"\`code\` \|\|spoiler\|\|"#),
            (#"back\slash"#, #"back\\slash"#),
            ("# heading", "\\# heading"),
            ("a # b - c", "a # b - c"),
            ("- item\n-# small\n  + more", "\\- item\n\\-# small\n  \\+ more"),
            ("> quote", #"\> quote"#),
            ("1. one\n23) x", "1\\. one\n23\\) x"),
            ("v1.5 costs 3.", "v1.5 costs 3."),
            ("[link](x)", #"\[link\](x)"#),
            ("<t:0:R> <#1> </task:1> <:e:1> <id:guide>", #"\<t:0:R\> \<#1\> \</task:1\> \<:e:1\> \<id:guide\>"#),
            ("see https://example.org/a_b*c* now", "see https://example.org/a_b*c* now"),
            ("ftp://a_b", #"ftp\://a\_b"#),
            ("", ""),
        ])
    func escaped(_ text: String, _ expected: String) {
        #expect(Markdown.escape(text) == expected)
    }

    @Test(
        "Mentions are broken wherever they stand",
        arguments: [
            ("@everyone", "@\u{200B}everyone"), ("@HERE!", "@\u{200B}HERE!"), ("x@here", "x@\u{200B}here"),
            ("<@123>", "\\<@\u{200B}123\\>"), ("<@!123>", "\\<@\u{200B}!123\\>"), ("<@&123>", "\\<@\u{200B}&123\\>"),
            ("mail@example.org", "mail@example.org"), ("@", "@"), ("@!", "@!"),
            ("https://a/@everyone", "https://a/@\u{200B}everyone"),
        ])
    func mentions(_ text: String, _ expected: String) {
        #expect(Markdown.escape(text) == expected)
    }

    @Test("Mentions alone can be broken, too")
    func mentionsOnly() {
        #expect(Markdown.escapeMentions("**@everyone** <@5>") == "**@\u{200B}everyone** <@\u{200B}5>")
    }

    @Test("Links can be taken away")
    func links() {
        #expect(Markdown.escape("https://a_b", keepsLinks: false) == #"https\://a\_b"#)
        #expect(Markdown.escape("http://x<@1>") == "http://x\\<@\u{200B}1\\>")
    }

    @Test("An escaped text never holds an unescaped mark, seeded")
    func property() async {
        let alphabet = Array("*_~`|[]<>#-+.):@everyonhr1& \n\\")
        await Fuzz("markdown", usually: 2_000).run { _, random in
            let text = String(
                (0..<Int.random(in: 0...24, using: &random)).map { _ in
                    alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
                })
            var escaped = Substring(Markdown.escape(text))
            try #require(!escaped.contains("@everyone") && !escaped.contains("@here"))
            var shown = ""
            while let character = escaped.popFirst() {
                if character == "\\" {
                    if let next = escaped.popFirst() { shown.append(next) }
                } else {
                    try #require(!"*_~`|[]<>".contains(character), "\(text)")
                    if character != "\u{200B}" { shown.append(character) }
                }
            }
            try #require(shown == text)
        }
    }

    @Test("Formatting")
    func formatting() {
        #expect(Markdown.bold("a") == "**a**")
        #expect(Markdown.italic("a") == "*a*")
        #expect(Markdown.underline("a") == "__a__")
        #expect(Markdown.strikethrough("a") == "~~a~~")
        #expect(Markdown.spoiler("a") == "||a||")
        #expect(Markdown.heading("a", level: 9) == "### a")
        #expect(Markdown.heading("a", level: 0) == "# a")
        #expect(Markdown.subtext("a") == "-# a")
        #expect(Markdown.quote("a\n\nb") == "> a\n> \n> b")
        #expect(Markdown.list(["a", "b"]) == "- a\n- b")
        #expect(Markdown.list(["a", "b"], isNumbered: true) == "1. a\n2. b")
        #expect(Markdown.link("[x]", to: "https://a/(b c)") == #"[\[x\]](https://a/%28b%20c%29)"#)
    }

    @Test("Code can not be left from inside")
    func code() {
        #expect(Markdown.inlineCode("a") == "`a`")
        #expect(!Markdown.inlineCode("a``b").dropFirst(3).dropLast(3).contains("``"))
        #expect(Markdown.codeBlock("x", language: "swift!") == "```swift\nx\n```")
        #expect(!Markdown.codeBlock("a```b").dropFirst(3).dropLast(3).contains("``"))
    }

    @Test("Mentions and links")
    func mentionForms() {
        #expect(UserID(1).mention == "<@1>")
        #expect(RoleID(1).mention == "<@&1>")
        #expect(ChannelID(1).mention == "<#1>")
        #expect(CommandID(1).mention(["task", "create"]) == "</task create:1>")
        #expect(EmojiID(1).mention(name: "x") == "<:x:1>")
        #expect(EmojiID(1).mention(name: "x", isAnimated: true) == "<a:x:1>")
        #expect(GuildNavigation.linkedRole(5) == "<id:linked-roles:5>")
        #expect(DiscordLink.message(3, in: 2, of: 1) == "https://discord.com/channels/1/2/3")
        #expect(DiscordLink.channel(2, of: nil) == "https://discord.com/channels/@me/2")
    }
}
