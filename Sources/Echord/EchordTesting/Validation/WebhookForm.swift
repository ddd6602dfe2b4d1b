import JSON

/// The fields of webhooks. Source: https://discord.com/developers/docs/resources/webhook#create-webhook
extension Form {
    /// Reads a webhook's fields over what they are; where it posts is read apart.
    mutating func webhook(over webhook: Webhook) -> Webhook {
        var webhook = webhook
        set("name", &webhook.name) { $0.webhookName($1) }
        change("avatar", &webhook.avatar) { $0.image($1)?.hash }
        return webhook
    }

    /// A name a webhook may go by.
    mutating func webhookName(_ key: String) -> String? {
        guard let name = text(key, 1...Webhook.nameLimit)?.trimmed, !name.isEmpty else { return nil }
        for word in ["clyde", "discord"] where name.lowercased().contains(word) {
            complain(key, "USERNAME_INVALID_CONTAINS", "Username cannot contain \"\(word)\"")
        }
        return name
    }
}

/// What a webhook is told besides the message.
struct WebhookOrder: Sendable {
    var persona: Post.Persona
    var threadName: String?
    var tags: [Flake] = []

    /// - Throws: 50035 with the faulty fields.
    init(_ body: JSONValue, for webhook: Webhook) throws(Refusal) {
        var form = Form(body)
        persona = Post.Persona(name: webhook.name, avatar: webhook.avatar)
        form.set("username", &persona.name) { $0.webhookName($1) }
        let link = form.errors.url(body["avatar_url"], ["avatar_url"])
        // Discord takes the picture in and names it by its hash; here its address names it.
        if let link { persona.avatar = RateLimiter.hash(link) }
        threadName = form.text("thread_name", 1...100)
        tags = form.flakes("applied_tags", 0...5) ?? []
        try form.check()
    }
}
