import Transport

/// Discord's page on which a user says yes or no: here with a button for each person of the world.
struct OAuth2Page: Sendable {
    let hub: Hub
    let gate: ControlGate

    func respond(to request: HTTPServerRequest) -> HTTPServerResponse {
        do {
            try gate.admit(request)
        } catch {
            return .text(error.message, status: HTTPStatus(rawValue: error.status))
        }
        guard let query = request.queryItems else { return .text("The address cannot be read.", status: .badRequest) }
        do throws(Refusal) {
            guard request.method == .post else {
                _ = try hub.read { realm throws(Refusal) in try realm.checkAuthorization(query) }
                return page(query)
            }
            let form = QueryItems.parse(String(decoding: request.body, as: UTF8.self)) ?? QueryItems()
            let user = form["user"].flatMap { Flake($0) }
            let place = try hub.change { realm throws(Refusal) in
                try realm.authorize(query, as: user.flatMap { realm.world.users[$0] == nil ? nil : $0 })
            }
            return HTTPServerResponse(status: .found, headers: ["Location": place, "Cache-Control": "no-store"])
        } catch {
            let fields = error.errors?.entries.map(\.message) ?? []
            return .text(([error.message] + fields).joined(separator: "\n"), status: .badRequest)
        }
    }

    private func page(_ query: QueryItems) -> HTTPServerResponse {
        let (application, people) = hub.read { realm in
            (realm.world.application.name, realm.world.users.values.filter { !$0.isBot }.sorted { $0.id < $1.id })
        }
        let buttons = people.map { person in
            "<button name=\"user\" value=\"\(person.id.text)\">Authorize as \(Self.escaped(person.username))</button>"
        }
        let html = """
            <!doctype html><html lang="en"><meta charset="utf-8"><title>Authorize</title>
            <h1>\(Self.escaped(application)) wants access</h1>
            <p>It asks for: \(Self.escaped(query["scope"] ?? ""))</p>
            <form method="post">\(buttons.joined(separator: "\n"))
            <button name="user" value="">Cancel</button></form></html>
            """
        return .bytes(
            Array(html.utf8), type: "text/html; charset=utf-8",
            headers: [
                "Cache-Control": "no-store", "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
                "X-Content-Type-Options": "nosniff",
            ])
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}
