import Testing

@testable import Core

@Suite struct SettingValueTests {
    /// A text that a setting must refuse, and a word of the sentence.
    struct Wrong: Sendable {
        let setting: String
        let text: String
        let word: String

        init(_ setting: String, _ text: String, _ word: String) {
            self.setting = setting
            self.text = text
            self.word = word
        }
    }

    private func fault(_ key: String, _ text: String) throws -> String? {
        var configuration = Configuration()
        return try #require(Setting.all.first { $0.key == key }).take(text, into: &configuration)
    }

    @Test(arguments: [
        Wrong("http.port", "", "0 to 65535"), Wrong("http.port", "-1", "0 to 65535"),
        Wrong("http.port", "65536", "0 to 65535"), Wrong("http.port", "1e3", "whole number"),
        Wrong("http.port", "8080.0", "whole number"), Wrong("http.port", " 80", "whole number"),
        Wrong("http.port", "99999999999999999999", "0 to 65535"), Wrong("http.port", "0x50", "whole number"),
        Wrong("shutdown.seconds", "10s", "seconds from 1 to 600"), Wrong("shutdown.seconds", "0", "1 to 600"),
        Wrong("eventLoops", "٣", "1 to 64"), Wrong("commands.perMinute", "1001", "1 to 1000"),
        Wrong("log.level", "", "trace, debug"), Wrong("log.level", "verbose", "critical"),
        Wrong("data", "", "empty"), Wrong("data", "~/chores", "~"), Wrong("data", "a\u{0}b", "control character"),
        Wrong("data", "a\nb", "control character"), Wrong("data", "a\u{FFFD}", "UTF-8"),
        Wrong("http.host", "", "127.0.0.1"), Wrong("http.host", "example.org", "in numbers"),
        Wrong("http.host", "8080", "in numbers"), Wrong("http.host", "[::1]", "::1"),
        Wrong("http.host", "127.0.0.1:80", "in numbers"), Wrong("http.host", "256.0.0.1", "in numbers"),
        Wrong("discord.apiURL", "discord.com", "https://"), Wrong("discord.apiURL", "ftp://discord.com", "https://"),
        Wrong("discord.apiURL", "wss://discord.com/api", "https://"), Wrong("discord.apiURL", "http://", "host"),
        Wrong("discord.apiURL", "https://h:99999/api", "port"), Wrong("discord.apiURL", "https://h/api?x=1", "?"),
        Wrong("discord.apiURL", "https://h/api#x", "#"), Wrong("discord.apiURL", "https://h/a b", "path"),
        Wrong("discord.apiURL", "https://discord.com/api/v10", "without the version, v10"),
        Wrong("discord.apiURL", "http://discord.com/api", "unprotected"),
        Wrong("discord.apiURL", "http://canary.discord.com/api", "unprotected"),
        Wrong("discord.token", "  ", "blank"), Wrong("discord.token", "Bot MTIz.a.b", "without “Bot”"),
        Wrong("discord.token", "\"MTIz.a.b\"", "quotes"), Wrong("discord.token", "MTIz. a.b", "spaces"),
        Wrong("discord.token", "“MTIz”", "characters"), Wrong("discord.token", "a\u{7}b", "control character"),
        Wrong("timeZone", "", "time zone"), Wrong("timeZone", "Mars/Base", "time zone"),
        Wrong("timeZone", "zone.tab", "time zone"), Wrong("timeZone", "Europe", "time zone"),
        Wrong("timeZone", "/etc/passwd", "time zone"), Wrong("timeZone", "../../../etc/passwd", "time zone"),
        Wrong("environment", "", "letters"), Wrong("environment", "../secret", "letters"),
    ]) func aWrongTextIsRefused(wrong: Wrong) throws {
        let fault = try #require(try fault(wrong.setting, wrong.text), "\(wrong.setting) took “\(wrong.text)”")
        #expect(fault.hasPrefix(wrong.setting + " "))
        #expect(fault.contains(wrong.word), "“\(fault)” lacks “\(wrong.word)”")
        #expect(!fault.contains("MTIz"))
        #expect(fault.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
    }

    @Test(arguments: [
        ("discord.apiURL", "https://discord.com/api/"), ("discord.apiURL", "HTTPS://discord.com:443//api"),
        ("http.host", "localhost"), ("http.host", "::"), ("http.host", "fe80::1"), ("log.level", "WARNING"),
        ("discord.token", "MTIz.a-b_c.d\n"), ("discord.token", ""), ("data", "dir with ~ and spaces"),
        ("timeZone", "UTC"), ("http.port", "0"), ("http.port", "65535"),
    ]) func aRightTextIsTaken(setting: String, text: String) throws {
        #expect(try fault(setting, text) == nil)
    }

    @Test func anAddressIsKeptInOneForm() throws {
        for text in ["https://discord.com/api", "https://discord.com/api/", "HTTPS://Discord.com:443/api"] {
            var configuration = Configuration()
            #expect(Setting.apiURL.take(text, into: &configuration) == nil)
            #expect(configuration.discordAPIURL == "https://discord.com/api")
        }
    }

    @Test func aTextIsShownShortAndHarmless() {
        #expect(WrittenText.shown("a\u{1B}[31m\n") == "a\\u{1B}[31m\\u{A}")
        #expect(WrittenText.shown("\u{202E}x") == "\\u{202E}x")
        #expect(WrittenText.shown(String(repeating: "é", count: 81)) == String(repeating: "é", count: 80) + "…")
        #expect(WrittenText.shown("https://me:secret@host/path@x") == "https://…@host/path@x")
    }

    @Test func theNearestNameIsFound() {
        let names = ["http.port", "http.host", "data", "run"]
        #expect(Spelling.nearest(to: "htpp.port", among: names) == "http.port")
        #expect(Spelling.nearest(to: "HTTP.HOST", among: names) == "http.host")
        #expect(Spelling.nearest(to: "rnu", among: names) == "run")
        #expect(Spelling.nearest(to: "colour", among: names) == nil)
        #expect(Spelling.nearest(to: "x", among: names) == nil)
        #expect(Spelling.nearest(to: "http.prot", among: names, limit: 0) == nil)
        #expect(Spelling.distance("prot", "port") == 1 && Spelling.distance("", "abc") == 3)
        #expect(Spelling.distance("kitten", "sitting") == 3 && Spelling.distance("ca", "abc") == 3)
    }
}
