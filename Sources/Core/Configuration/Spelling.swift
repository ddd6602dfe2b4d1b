/// What somebody may have meant.
package enum Spelling {
    /// The name that is most like a mistyped one, whatever the case; nil when none is like it.
    ///
    /// A third of the letters may be wrong, and `limit` at most; in a word of two letters none.
    package static func nearest(to word: String, among names: some Sequence<String>, limit: Int = 3) -> String? {
        let allowed = min(limit, word.count / 3)
        let candidates = names.map { (name: $0, distance: distance(word.lowercased(), $0.lowercased())) }
        return candidates.min { $0.distance < $1.distance }.flatMap { $0.distance <= allowed ? $0.name : nil }
    }

    /// `; did you mean …?`, or nothing.
    package static func hint(for word: String, among names: some Sequence<String>) -> String {
        nearest(to: word, among: names).map { "; did you mean \($0)?" } ?? ""
    }

    /// How many letters must be added, removed, replaced or swapped with their neighbour (optimal string alignment).
    static func distance(_ left: String, _ right: String) -> Int {
        let (left, right) = (Array(left), Array(right))
        var before: [Int] = []
        var above = Array(0...right.count)
        for line in left.indices {
            var row = [line + 1]
            for column in right.indices {
                let isSame = left[line] == right[column]
                var best = min(above[column] + (isSame ? 0 : 1), row[column] + 1, above[column + 1] + 1)
                if line > 0, column > 0, left[line] == right[column - 1], left[line - 1] == right[column] {
                    best = min(best, before[column - 1] + 1)
                }
                row.append(best)
            }
            (before, above) = (above, row)
        }
        return above[right.count]
    }
}
