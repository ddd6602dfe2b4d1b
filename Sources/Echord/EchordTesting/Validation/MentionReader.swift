/// Finds the mentions in a text: `<@1>`, `<@&2>`, `@everyone`, `@here`.
///
/// Source: https://discord.com/developers/docs/reference#message-formatting
struct MentionReader {
    private(set) var users: [Flake] = []
    private(set) var roles: [Flake] = []
    private(set) var everyone = false

    init(_ texts: [String]) {
        for text in texts { read(text) }
    }

    private mutating func read(_ text: String) {
        if text.contains("@everyone") || text.contains("@here") { everyone = true }
        var rest = text.utf8[...]
        while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[rest.index(after: start)...]
            guard rest.first == UInt8(ascii: "@") else { continue }
            var inside = rest.dropFirst()
            let isRole = inside.first == UInt8(ascii: "&")
            if isRole || inside.first == UInt8(ascii: "!") { inside = inside.dropFirst() }
            let digits = inside.prefix { (48...57).contains($0) }
            let after = inside[digits.endIndex...]
            guard after.first == UInt8(ascii: ">"), let id = Substring(digits).isEmpty ? nil : Flake(Substring(digits))
            else {
                continue
            }
            if isRole {
                if !roles.contains(id) { roles.append(id) }
            } else if !users.contains(id) {
                users.append(id)
            }
            rest = after
        }
    }
}
