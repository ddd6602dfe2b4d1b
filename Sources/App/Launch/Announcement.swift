internal import JSON
internal import Telemetry

/// What is printed when all is ready: words for a person, or one line of JSON for a script.
struct Announcement: Sendable {
    /// One thing to know, such as an address.
    struct Line: Sendable {
        /// Its name in the line of JSON; nil for what only a person reads.
        var key: String?
        /// What a person calls it; nil for what only a script needs.
        var title: String?
        let value: String
    }

    /// What is ready.
    let subject: String
    let lines: [Line]

    /// Prints it; the log says so when nobody can read it.
    func make(asJSON: Bool, logger: Logger) {
        guard !Console.announce(asJSON ? json : text) else { return }
        logger.warning("ready, but standard output cannot be written")
    }

    var json: String {
        var object: JSONObject = ["ready": true]
        for case let (key?, value) in lines.map({ ($0.key, $0.value) }) { object[key] = .string(value) }
        return JSON.encodeToString(JSONValue.object(object))
    }

    var text: String {
        let shown = lines.compactMap { line in line.title.map { ($0, line.value) } }
        let width = shown.map(\.0.count).max() ?? 0
        let rows = shown.map { title, value in
            "  \(title)\(String(repeating: " ", count: width - title.count + 2))\(value)"
        }
        return
            (["\(subject) is ready."] + rows + ["Ctrl-C drains and stops it; a second one ends it at once."])
            .joined(separator: "\n")
    }
}
