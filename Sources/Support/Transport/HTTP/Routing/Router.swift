/// Finds the value registered for a method and a path.
///
/// A trie over path segments: a look-up costs a step per segment, however many routes there are. A literal segment wins
/// over a parameter, a parameter over the rest of a path; when the better one leads nowhere, the next is tried. A path
/// that is a template of literals alone wins at every segment, so it is found in one step.
package struct Router<Value: Sendable>: Sendable {
    /// What was found.
    package struct Match: Sendable {
        /// The value registered.
        package let value: Value
        /// The template it was registered under: a metric's label, never the path itself.
        package let template: String
        /// The template's place in `templates`.
        package let templateNumber: Int
        /// What stood in the template's parameters.
        package let parameters: RouteParameters
    }

    /// The answer to a look-up.
    package enum Resolution: Sendable {
        /// There is a value.
        case found(Match)
        /// No template fits the path.
        case notFound
        /// A template fits the path, but not with this method; `allowed` is sorted, for an `Allow` field.
        case methodNotAllowed(allowed: [HTTPMethod])
    }

    private struct Endpoint: Sendable {
        let value: Value
        let templateNumber: Int
        let names: [String]
    }

    private struct Node: Sendable {
        var literals: [String: Int] = [:]
        var parameter: Int?
        var rest: Int?
        var endpoints: [HTTPMethod: Endpoint] = [:]

        func endpoint(_ method: HTTPMethod) -> Endpoint? {
            endpoints[method] ?? (method == .head ? endpoints[.get] : nil)
        }
    }

    private var nodes = [Node()]
    /// The nodes of templates that are literal and read the same encoded and decoded, by path.
    private var literalPaths: [String: Int] = [:]
    /// Every template, each once, in the order of registration.
    package private(set) var templates: [String] = []

    /// A router without routes.
    package init() {}

    /// How many pairs of method and template there are.
    package var count: Int { nodes.reduce(0) { $0 + $1.endpoints.count } }

    /// Registers `value`. A route for GET answers HEAD too, unless HEAD has its own.
    ///
    /// - Parameter template: such as `/guilds/{guild}/members`, literals unescaped; `{path...}` as the last segment takes
    ///   the rest of the path.
    /// - Throws: `invalidArgument` when the template is malformed or the pair is taken.
    package mutating func add(_ method: HTTPMethod, _ template: String, _ value: Value) throws(TransportError) {
        var current = 0
        var names: [String] = []
        for segment in try RouteTemplate(template).segments {
            switch segment {
            case .literal(let text):
                current = child(nodes[current].literals[text]) { $0[current].literals[text] = $1 }
            case .parameter(let name):
                names.append(name)
                current = child(nodes[current].parameter) { $0[current].parameter = $1 }
            case .rest(let name):
                names.append(name)
                current = child(nodes[current].rest) { $0[current].rest = $1 }
            }
        }
        guard nodes[current].endpoints[method] == nil else {
            throw TransportError(.invalidArgument, "there is a route for \(method) \(template) already")
        }
        let number = templates.firstIndex(of: template) ?? templates.count
        if number == templates.count { templates.append(template) }
        nodes[current].endpoints[method] = Endpoint(value: value, templateNumber: number, names: names)
        if names.isEmpty, !template.contains("%") { literalPaths[template] = current }
    }

    private mutating func child(_ known: Int?, _ link: (inout [Node], Int) -> Void) -> Int {
        if let known { return known }
        nodes.append(Node())
        link(&nodes, nodes.count - 1)
        return nodes.count - 1
    }

    // MARK: - Look-up

    /// Finds what is registered for `method` and the encoded `path`. Every segment is decoded by itself, so `%2F` in a
    /// parameter does not divide it. A parameter is never empty, `.` or `..`.
    package func resolve(_ method: HTTPMethod, _ path: String) -> Resolution {
        if let node = literalPaths[path], let endpoint = nodes[node].endpoint(method) {
            return .found(match(endpoint, values: []))
        }
        var search = Search(path: path)
        guard search.segments != nil else { return .notFound }
        if let match = find(method, &search, node: 0, depth: 0) { return .found(match) }
        guard !search.allowed.isEmpty else { return .notFound }
        if search.allowed.contains(.get) { search.allowed.insert(.head) }
        return .methodNotAllowed(allowed: search.allowed.sorted { $0.rawValue < $1.rawValue })
    }

    private struct Search {
        /// Decoded; nil when the path is not one.
        let segments: [String]?
        var values: [String] = []
        var allowed: Set<HTTPMethod> = []

        init(path: String) {
            guard path.utf8.first == 0x2F else {
                segments = nil
                return
            }
            var segments: [String] = []
            for part in path.utf8.dropFirst().split(separator: 0x2F, omittingEmptySubsequences: false) {
                guard part.contains(0x25) else {
                    segments.append(String(part) ?? "")
                    continue
                }
                guard let decoded = PercentCoding.decode(part) else {
                    self.segments = nil
                    return
                }
                segments.append(decoded)
            }
            self.segments = segments
        }
    }

    private func find(_ method: HTTPMethod, _ search: inout Search, node: Int, depth: Int) -> Match? {
        guard let segments = search.segments else { return nil }
        if depth == segments.count { return endpoint(method, &search, node: node) }
        let segment = segments[depth]
        if let next = nodes[node].literals[segment],
            let match = find(method, &search, node: next, depth: depth + 1)
        {
            return match
        }
        let isDots = segment == "." || segment == ".."
        if let next = nodes[node].parameter, !segment.isEmpty, !isDots {
            search.values.append(segment)
            if let match = find(method, &search, node: next, depth: depth + 1) { return match }
            search.values.removeLast()
        }
        guard let next = nodes[node].rest, !segments[depth...].contains(where: { $0 == "." || $0 == ".." }) else {
            return nil
        }
        search.values.append(segments[depth...].joined(separator: "/"))
        defer { search.values.removeLast() }
        return endpoint(method, &search, node: next)
    }

    private func endpoint(_ method: HTTPMethod, _ search: inout Search, node: Int) -> Match? {
        guard let endpoint = nodes[node].endpoint(method) else {
            search.allowed.formUnion(nodes[node].endpoints.keys)
            return nil
        }
        return match(endpoint, values: search.values)
    }

    private func match(_ endpoint: Endpoint, values: [String]) -> Match {
        Match(
            value: endpoint.value, template: templates[endpoint.templateNumber],
            templateNumber: endpoint.templateNumber,
            parameters: RouteParameters(names: endpoint.names, values: values))
    }
}
