internal import EchordPrimitives
internal import Transport

/// A webhook's address in its parts.
struct WebhookAddress {
    /// `https://discord.com/api`.
    let apiURL: String
    let id: WebhookID
    let token: String
    let thread: ChannelID?

    init?(_ url: String) {
        let parts = url.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard let address = parts.first, let scheme = ["https://", "http://"].first(where: { address.hasPrefix($0) })
        else { return nil }
        let path = address.dropFirst(scheme.count).split(separator: "/", omittingEmptySubsequences: false)
        guard let host = path.first, !host.isEmpty, !host.contains("@") else { return nil }
        var rest = path.dropFirst()
        guard rest.popFirst() == "api" else { return nil }
        if let version = rest.first, version.first == "v", Int(version.dropFirst()) != nil { rest.removeFirst() }
        guard rest.popFirst() == "webhooks", let id = rest.popFirst().flatMap({ WebhookID(String($0)) }),
            let token = rest.popFirst(), Self.isToken(token),
            rest.allSatisfy({ $0.isEmpty || $0 == "slack" || $0 == "github" })
        else { return nil }
        self.id = id
        self.token = String(token)
        apiURL = "\(scheme)\(host)/api"
        let query = parts.count > 1 ? QueryItems.parse(parts[1]) : nil
        thread = query?["thread_id"].flatMap { ChannelID($0) }
    }

    private static func isToken(_ text: Substring) -> Bool {
        (1...200).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                    || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
            }
    }
}
