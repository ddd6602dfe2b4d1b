internal import EchordSurface
internal import JSON

/// `echord surface`.
struct SurfaceCommand {
    private let chosen: [Surface.Section]

    /// The names of all sections.
    static var sections: String { Surface.Section.allCases.map(\.rawValue).joined(separator: ", ") }

    init(_ arguments: [String]) throws(ToolError) {
        var chosen: [Surface.Section] = []
        for name in arguments {
            guard let section = Surface.Section(rawValue: name) else {
                throw ToolError(.usage, "there is no section “\(name)”; there are \(Self.sections)")
            }
            chosen.append(section)
        }
        self.chosen = chosen.isEmpty ? Surface.Section.allCases : chosen
    }

    func run(_ surroundings: DeveloperTool.Surroundings) throws(ToolError) {
        surroundings.say(JSON.encodeToString(Surface.document(chosen)))
    }
}
