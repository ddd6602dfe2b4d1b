internal import EchordModel
internal import JSON

/// A list that is sent as it is, each element checked for itself.
struct ValidatedList<Element: JSONEncodable & LocallyValidated>: JSONEncodable, LocallyValidated {
    let elements: [Element]
    let limit: ClosedRange<Int>

    init(_ elements: [Element], count limit: ClosedRange<Int>) {
        self.elements = elements
        self.limit = limit
    }

    func encode(to writer: inout JSONWriter) { elements.encode(to: &writer) }

    /// Faults of the elements, with paths that begin with their place; a wrong number has no path.
    var issues: [FieldIssue] {
        FaultCollector.collect { $0.count(elements.count, limit, of: "elements") }
            + elements.enumerated().flatMap { index, element in
                element.issues.map {
                    FieldIssue(path: "[\(index)].\($0.path)", code: $0.code, message: $0.message)
                }
            }
    }
}
