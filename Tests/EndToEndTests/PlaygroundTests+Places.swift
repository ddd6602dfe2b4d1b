import EchordTesting
import JSON
import Testing

/// Where one is, who one is, and what stands in empty places.
extension PlaygroundTests {
    @Test("An empty channel says what can be done in it, and its first commands can be pressed")
    func welcome() async throws {
        try await BrowserStage.showcase { page, _ in
            let text = try await page.text(".welcome")
            #expect(text.contains("Welcome to #general!"))
            #expect(text.contains("to see the 11 commands of Showcase"))
            try await page.click("[data-command=list\\ all]")
            _ = try await page.until("document.querySelector('#command-line')?.hidden === false")
            try await page.keys(BrowserKey.enter)
            #expect(try await page.newest { $0.contains("All of it.") }.contains("/list all"))
            try await page.type("#composer", "/options ")
            #expect(try await page.focused() == "title")
            #expect(try await page.text(".command-name") == "/options")
            #expect(try await page.complaints().isEmpty)
        }
    }

    @Test("A command that does not exist is said so, with those that are near")
    func nearest() async throws {
        try await BrowserStage.showcase { page, _ in
            try await page.type("#composer", "/evrything")
            #expect(try await page.suggestions().first == "/everything")
            #expect(try await page.text("#suggestions").contains("No command of Showcase is called “/evrything”"))
            try await page.keys(BrowserKey.tab)
            #expect(try await page.until("document.querySelector('.command-name')?.innerText") == "/everything")
            // What resembles nothing has no suggestion, and is a message like any other.
            try await page.keys(BrowserKey.escape)
            try await page.enter("/zzzzzzzz qqqq")
            #expect(try await page.newest { $0.contains("zzzz") }.contains("/zzzzzzzz qqqq"))
        }
    }

    @Test("Members stand in groups; a profile has the bot's commands, the roles, and lets one be that member")
    func members() async throws {
        try await BrowserStage.showcase { page, discord in
            _ = try await page.until("document.querySelectorAll('.members .person').length === 5")
            #expect(try await page.text(".members").contains("Adults — 2"))
            let ben = try discord.member("ben")
            try await page.click(".members [data-member-row='\(ben.id)']")
            #expect(try await page.text(".profile").contains("Adults"))
            try await page.press("Greet", in: ".profile")
            #expect(try await page.newest { $0.contains("Greet") && $0.contains("\"") }.contains("\(ben.id)"))
            // Roles are given and taken by whoever may.
            try await page.click(".members [data-member-row='\(ben.id)']")
            try await page.run("document.querySelector('.profile details').open = true")
            try await page.click(".profile details input")
            _ = try await page.until("document.querySelector('.members').innerText.includes('Adults — 1')")
            try await page.press("Be Ben", in: ".profile")
            _ = try await page.until("document.querySelector('#persona').dataset.personaName === 'Ben'")
            #expect(try await page.complaints().isEmpty)
        }
    }

    @Test("A member's language changes the names of commands")
    func language() async throws {
        try await BrowserStage.showcase { page, discord in
            try await page.become("Ben")
            #expect(try await page.text("#persona").contains("Dutch"))
            try await page.type("#composer", "/opti")
            #expect(try await page.suggestions() == ["/opties"])
            #expect(try await page.text("#suggestions").contains("Elk soort optie"))
            try await page.run("document.querySelector('#composer').value = ''")
            try await page.click("#persona")
            let select = """
                const select = document.querySelector('#persona-language');
                select.value = 'en-US';
                select.dispatchEvent(new Event('change'));
                """
            _ = try await page.run(select)
            _ = try await page.until("document.querySelector('#persona').innerText.includes('English')")
            try await page.keys(BrowserKey.escape)
            _ = try await page.until("document.querySelector('#app').dataset.commandsOf")
            try await page.type("#composer", "/opti")
            #expect(try await page.suggestions { $0 == ["/options"] } == ["/options"])
            #expect(try await page.complaints().isEmpty)
        }
    }

    @Test("What is written elsewhere is marked, counted when it mentions one, and read by going there")
    func unread() async throws {
        try await BrowserStage.showcase { page, discord in
            let home = try discord.guild("Home")
            let chores = try home.channel("chores")
            let ben = try discord.member("ben")
            let ann = try discord.member("ann")
            try ben.say("Who is there?", in: chores)
            let entry = "[data-channel-id='\(chores.id)']"
            _ = try await page.until("document.querySelector(\"\(entry)\").dataset.unread !== undefined")
            #expect(try await page.count("\(entry) .badge") == 0)
            try ben.say("<@\(ann.id)>, you?", in: chores)
            _ = try await page.until("document.querySelector(\"\(entry) .badge\")?.innerText === '1'")
            #expect(try await page.run("return document.title").stringValue?.hasPrefix("(1)") == true)
            try await page.click(entry)
            #expect(try await page.newest { $0.contains("you?") }.contains("@Ann"))
            #expect(try await page.text(".day.new") == "New")
            #expect(try await page.count("\(entry) .badge") == 0)
            // While one is there, nothing becomes unread.
            try ben.say("Good.", in: chores)
            _ = try await page.newest { $0.contains("Good.") }
            #expect(try await page.count(".day.new") == 1)
            #expect(try await page.count("[data-unread]") == 0)
        }
    }

    @Test("Servers and channels are added; direct messages with the bot are opened and answered")
    func addedPlaces() async throws {
        try await BrowserStage.showcase { page, discord in
            try await page.click("#add-channel")
            try await page.type("dialog [name=name]", "garden")
            try await page.click("dialog button[type=submit]")
            _ = try await page.until("document.querySelector('#channel-title').innerText === 'garden'")
            try await page.click("[data-place='gnull']")
            #expect(try await page.text("#channel-list").contains("have not written to each other yet"))
            try await page.click("#channel-list .button")
            _ = try await page.until("document.querySelector('#channel-title').innerText === 'Showcase'")
            try await page.enter("/secret")
            #expect(try await page.newest { $0.contains("Do not tell") }.contains("Only you can see this"))
            try await page.click("#guild-list .quiet")
            try await page.type("dialog [name=name]", "Club")
            try await page.click("dialog button[type=submit]")
            _ = try await page.until("document.querySelector('#guild-name').innerText === 'Club'")
            #expect(try await page.text("#channel-list").contains("general"))
            #expect(try discord.guild("Club").channel("general").id != discord.guild("Home").channel("general").id)
            #expect(try await page.complaints().isEmpty)
        }
    }

    @Test("A channel that one does not see is not listed; where one may not write, the box says why")
    func closedChannels() async throws {
        try await BrowserStage.showcase { page, discord in
            let script = """
                const state = await import('/js/state.js');
                const [everyone, rules, secret] = [state.guild().id, ...state.guild().channels.map((channel) => channel)];
                rules.permission_overwrites = [{id: everyone, type: 0, allow: '0', deny: String(1n << 11n)}];
                secret.permission_overwrites = [{id: everyone, type: 0, allow: '0', deny: String(1n << 10n)}];
                state.store.change('state');
                return [...document.querySelectorAll('#channel-list [data-channel-id]')].length;
                """
            #expect(try await page.run(script).intValue == 2, "the owner sees everything")
            try await page.become("Kid")
            #expect(try await page.run(script).intValue == 1)
            #expect(
                try await page.run("return document.querySelector('#composer').placeholder").stringValue
                    == "You do not have permission to send messages in this channel.")
            #expect(try await page.run("return document.querySelector('#composer').disabled") == true)
        }
    }

    @Test("Threads stand under their channel, forums list their posts, categories fold")
    func threads() async throws {
        try await BrowserStage.showcase { page, _ in
            let script = """
                const {guild, store} = await import('/js/state.js');
                const [general] = guild().channels;
                guild().channels.push({id: '11', type: 4, name: 'Outside', position: 5}, {id: '12', type: 15, name: 'ideas', parent_id: '11', position: 6},
                    {id: '13', type: 11, name: 'a shed', parent_id: '12', message_count: 7}, {id: '14', type: 11, name: 'windows', parent_id: general.id, message_count: 2},
                    {id: '15', type: 11, name: 'long ago', parent_id: general.id, thread_metadata: {archived: true}});
                store.change('state');
                return [...document.querySelectorAll('#channel-list button')].map((each) => each.innerText.trim());
                """
            let names = (try await page.run(script).arrayValue ?? []).compactMap(\.stringValue)
            #expect(names == ["general", "windows", "chores", "Outside", "ideas", "a shed"])
            try await page.click("[data-channel-id='12']")
            _ = try await page.until("document.querySelector('.welcome')?.innerText.includes('7 messages')")
            #expect(try await page.run("return document.querySelector('#composer').disabled") == true)
            try await page.click(".category")
            #expect(try await page.count("[data-channel-id='13']") == 0)
            #expect(try await page.count("[data-channel-id='12']") == 1, "what is open stays")
        }
    }

    @Test("Who is typing is said, until they have written")
    func typing() async throws {
        try await BrowserStage.showcase { page, discord in
            let ben = try discord.member("ben")
            let general = try discord.guild("Home").channel("general")
            let type = """
                return (await fetch('/control/act/typing', {method: 'POST', body: JSON.stringify({as: arguments[0], channel_id: arguments[1]})})).status;
                """
            #expect(try await page.run(type, [.string("\(ben.id)"), .string("\(general.id)")]) == 204)
            #expect(try await page.until("document.querySelector('#typing').innerText") == "Ben is typing…")
            try ben.say("Done.", in: general)
            _ = try await page.until("document.querySelector('#typing').innerText === ''")
        }
    }

    @Test("When the connection is lost the page says so, tries again and is up to date afterwards")
    func reconnection() async throws {
        try await BrowserStage.showcase { page, discord in
            // A page cannot cut its own socket from outside, so its next one is led to nowhere first.
            let cut = """
                const real = WebSocket;
                window.sockets = [];
                window.WebSocket = class extends real {
                    constructor() { super('ws://127.0.0.1:1/'); }
                };
                window.WebSocket.OPEN = real.OPEN;
                window.mend = () => { window.WebSocket = real; };
                const live = await import('/js/live.js');
                const state = await import('/js/state.js');
                state.store.connected = false;
                live.reconnectNow();
                """
            _ = try await page.run(cut)
            _ = try await page.until("document.querySelector('.banner')?.innerText.includes('does not answer')")
            try discord.member("ben").say("Said meanwhile", in: try discord.guild("Home").channel("general"))
            _ = try await page.run("window.mend()")
            try await page.click(".banner .button")
            #expect(try await page.newest { $0.contains("meanwhile") }.contains("Ben"))
            #expect(try await page.count(".banner") == 0)
            #expect(try await page.text("#notices").contains("Connected again"))
        }
    }

    @Test("A bot that is away is said, and its absence explained")
    func botAway() async throws {
        try await BrowserStage.showcase { page, discord in
            discord.closeConnections()
            _ = try await page.until("document.querySelector('#bot-status').dataset.kind === 'bad'")
            #expect(try await page.text("#conversation").contains("Showcase is not connected"))
        }
    }
}
