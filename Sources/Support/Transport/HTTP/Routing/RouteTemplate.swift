/// A path with places for parameters: `/guilds/{guild}/members`, or `/files/{path...}` where the last one takes the rest.
struct RouteTemplate {
    enum Segment: Hashable {
        case literal(String)
        case parameter(String)
        /// One or more segments up to the end.
        case rest(String)
    }

    let segments: [Segment]

    init(_ text: String) throws(TransportError) {
        func fault(_ what: String) -> TransportError {
            TransportError(.invalidArgument, "the route \(text) cannot be used: \(what)")
        }
        guard text.hasPrefix("/") else { throw fault("it does not begin with /") }
        var segments: [Segment] = []
        var names: Set<String> = []
        for part in text.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
            if case .rest = segments.last { throw fault("something follows the rest of the path") }
            guard part.hasPrefix("{"), part.hasSuffix("}") else {
                guard !part.contains("{"), !part.contains("}") else { throw fault("a parameter is a whole segment") }
                segments.append(.literal(String(part)))
                continue
            }
            let takesRest = part.hasSuffix("...}")
            let name = String(part.dropFirst().dropLast(takesRest ? 4 : 1))
            guard ASCII.isToken(name.utf8) else { throw fault("a parameter has no name") }
            guard names.insert(name).inserted else { throw fault("two parameters are named \(name)") }
            segments.append(takesRest ? .rest(name) : .parameter(name))
        }
        self.segments = segments
    }
}
