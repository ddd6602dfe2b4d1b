import EchordTesting
import JSON
import Testing

/// What those do who run a server: roles, time-outs, kicks, bans, and the log of it.
extension PlaygroundTests {
    @Test("Roles are made, coloured, granted and ordered; the audit log has it with the reason")
    func roles() async throws {
        try await BrowserStage.showcase { page, discord in
            func openServer(_ entry: String) async throws {
                try await page.click("#server-menu")
                try await page.press(entry, in: ".menu")
            }
            try await openServer("Roles")
            try await page.press("Create a role", in: "#server")
            _ = try await page.until("document.querySelector('#role-name')?.value === 'new role'")
            let fill = """
                document.querySelector('#role-name').value = 'Gardeners';
                const colour = document.querySelector('#role-colour');
                colour.value = '#00aa44';
                colour.dispatchEvent(new Event('input'));
                document.querySelector('#server [data-bit="51"]').click();
                """
            try await page.run(fill)
            try await page.click("#server button[type=submit]")
            let rows = "[...document.querySelectorAll('.role-name')].map((each) => each.innerText)"
            _ = try await page.until("\(rows).includes('Gardeners')")
            #expect(try await Self.inaccessible(page).isEmpty)
            let before = try await page.run("return \(rows).indexOf('Gardeners')").intValue ?? 0
            try await page.click("[aria-label='Gardeners higher']")
            _ = try await page.until("\(rows).indexOf('Gardeners') === \(before - 1)")
            try await page.keys(BrowserKey.escape)

            let kid = try discord.member("kid")
            try await page.click(".members [data-member-row='\(kid.id)']")
            try await page.run("document.querySelector('.profile details').open = true")
            let give = """
                const row = [...document.querySelectorAll('.profile .switch-row')].find((each) => each.innerText === 'Gardeners');
                row.querySelector('input').click();
                """
            try await page.run(give)
            _ = try await page.until(
                "document.querySelector('.members').innerText.includes('Gardeners — 1') || document.querySelector('[data-member-row=\"\(kid.id)\"] [data-tinted]')"
            )
            try await page.press("Time out", in: ".profile")
            try await page.type("dialog [name=reason]", "Too loud" + BrowserKey.enter)
            _ = try await page.until("document.querySelector('.members').innerText.includes('timed out')")
            try await openServer("Audit log")
            _ = try await page.until("document.querySelector('.audit-entry')?.innerText.includes('Too loud')")
            let log = try await page.text(".audit")
            for line in ["changed Kid", "changed the roles of Kid", "created the role"] { #expect(log.contains(line)) }
            #expect(try await Self.inaccessible(page).isEmpty)
            #expect(try await page.complaints().isEmpty)
        }
    }

    @Test("Who stands above may ban and take it back; who does not is not offered to")
    func bans() async throws {
        try await BrowserStage.showcase { page, discord in
            let (kid, ann) = (try discord.member("kid"), try discord.member("ann"))
            try await page.click(".members [data-member-row='\(kid.id)']")
            try await page.press("Ban", in: ".profile")
            try await page.type("dialog [name=reason]", "Testing" + BrowserKey.enter)
            _ = try await page.until("document.querySelectorAll('.members .person').length === 4")
            try await page.click("#server-menu")
            try await page.press("Bans", in: ".menu")
            _ = try await page.until("document.querySelector('[data-ban]')?.innerText.includes('Testing')")
            try await page.press("Unban", in: "#server")
            try await page.press("Take it back", in: "dialog:last-of-type")
            _ = try await page.until("document.querySelector('#server').innerText.includes('Nobody is banned')")
            try await page.keys(BrowserKey.escape)
            try await page.become("Cas")
            try await page.click(".members [data-member-row='\(ann.id)']")
            #expect(try await page.text(".profile").contains("Moderation") == false)
            try await page.keys(BrowserKey.escape)
            try await page.click("#server-menu")
            #expect(try await page.text(".menu").contains("Bans") == false)
            #expect(try await page.complaints().isEmpty)
        }
    }
}
