import Testing

@testable import EchordPrimitives

@Suite struct DiscordLinkTests {
    @Test(
        arguments: [
            (DiscordLink.message(3, in: 2, of: 1), .message(3, in: 2, of: 1)),
            (DiscordLink.message(3, in: 2, of: nil), .message(3, in: 2, of: nil)),
            (DiscordLink.channel(2, of: 1), .channel(2, of: 1)),
            (DiscordLink.channel(2, of: nil), .channel(2, of: nil)),
            (DiscordLink.guild(1), .guild(1)), (DiscordLink.scheduledEvent(5, of: 1), .scheduledEvent(5, of: 1)),
            (DiscordLink.user(4), .user(4)), (DiscordLink.invite("aB3-d"), .invite("aB3-d")),
            (DiscordLink.template("xyz"), .template("xyz")),
            ("http://discordapp.com/channels/1/2/3", .message(3, in: 2, of: 1)),
            ("https://ptb.discord.com/channels/1/2/", .channel(2, of: 1)),
            ("https://canary.discordapp.com/channels/@me/2", .channel(2, of: nil)),
            ("discord.com/users/4?x=1#y", .user(4)), ("https://www.discord.com/invite/abc", .invite("abc")),
            ("HTTPS://DISCORD.GG/Abc", .invite("Abc")), ("discord://-/channels/1/2/3", .message(3, in: 2, of: 1)),
            ("https://discord.com/template/abc", .template("abc")),
        ] as [(String, DiscordLinkTarget)])
    func anAddressIsReadBack(address: String, target: DiscordLinkTarget) {
        #expect(DiscordLink.parse(address) == target)
    }

    @Test(arguments: [
        "", "https://", "https://example.com/channels/1/2/3", "https://notdiscord.com/users/4",
        "https://discord.com.evil.test/users/4", "https://discord.com/channels/1/2/3/4",
        "https://discord.com/channels/x/2/3", "https://discord.com/channels/@me/x", "https://discord.com/channels/@me",
        "https://discord.com/channels/1/2/99999999999999999999999", "https://discord.gg/", "https://discord.gg/a/b",
        "https://discord.gg/a%2Fb", "https://discord.com/users/", "https://discord.com/events/1",
    ])
    func anyOtherAddressIsNone(address: String) {
        #expect(DiscordLink.parse(address) == nil)
    }
}

@Suite struct MessageMarkTests {
    private func marks(_ text: String) -> [MessageMark] { Markdown.marks(in: text).map(\.mark) }

    @Test func everyKindIsFoundInOrder() {
        let text =
            "<@1> <@!2> <@&3> <#4> </task create:5> <:pan:6> <a:party_1:7> <t:8> <t:-9:R> <id:guide> @everyone @here"
        #expect(
            marks(text) == [
                .user(1), .user(2), .role(3), .channel(4), .command(5, ["task", "create"]),
                .emoji(6, name: "pan", isAnimated: false), .emoji(7, name: "party_1", isAnimated: true),
                .timestamp(8, .longDateShortTime), .timestamp(-9, .relative), .navigation("guide"), .everyone, .here,
            ])
    }

    @Test func whatTheLibraryWritesItReads() {
        #expect(
            marks(UserID(1).mention + RoleID(2).mention + ChannelID(3).mention) == [.user(1), .role(2), .channel(3)])
        #expect(marks(CommandID(4).mention(["a", "b", "c"])) == [.command(4, ["a", "b", "c"])])
        #expect(marks(EmojiID(5).mention(name: "x_y")) == [.emoji(5, name: "x_y", isAnimated: false)])
        #expect(marks(GuildNavigation.linkedRole(6)) == [.navigation("linked-roles:6")])
        for style in TimestampStyle.allCases {
            #expect(marks(DiscordTimestamp.markup(unixSeconds: 7, style)) == [.timestamp(7, style)])
        }
    }

    @Test(arguments: [
        "", "<", "<@", "<@>", "<@x>", "<@1", "<@1\n>", "<#>", "<:x>", "<:a:1>", "<::1>", "<:sp ace:1>", "<t:>", "<t:x>",
        "<t:1:Z>", "</:1>", "</x>", "</x:>", "<@&>", "<@99999999999999999999999>", "a@b", "@every", "`<@1>`",
        "```\n<@1>\n```", "``a ` <@1>``", #"\<@1>"#, #"\@everyone"#,
    ])
    func nothingElseIsAMark(text: String) {
        #expect(marks(text).isEmpty)
    }

    @Test func codeThatNeverEndsIsNoCode() {
        #expect(marks("` <@1>") == [.user(1)])
        #expect(marks("`` ` <@1>") == [.user(1)])
        #expect(marks("`a` <@1> `b`") == [.user(1)])
    }

    @Test func aMarkIsReplacedByItsName() {
        let text = "hi <@1>, see <#2> `<@1>` <@3>"
        let named = Markdown.replacingMarks(in: text) { mark in
            switch mark {
            case .user(1): "@ann"
            case .channel: "#general"
            default: nil
            }
        }
        #expect(named == "hi @ann, see #general `<@1>` <@3>")
    }
}
