/// What stood in the parameters of a route's template, decoded.
package struct RouteParameters: Sendable, Hashable {
    private var names: [String] = []
    private var values: [String] = []

    /// No parameters.
    package init() {}

    init(names: [String], values: [String]) {
        self.names = names
        self.values = values
    }

    /// The value of the parameter `name`; nil when the template has no such parameter.
    package subscript(name: String) -> String? { names.firstIndex(of: name).map { values[$0] } }

    /// How many parameters there are.
    package var count: Int { names.count }
}
