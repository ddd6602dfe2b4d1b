import EchordPrimitives

/// Finds the values that nobody has documented in what was read.
enum UndocumentedValues {
    /// How deep a value may be nested.
    private static let depthLimit = 64

    /// Each as `path: value`, by the names of Swift's properties.
    static func paths(in value: Any, at path: String) -> [String] {
        var found: [String] = []
        look(at: value, path, depth: 0, into: &found)
        return found
    }

    private static func look(at value: Any, _ path: String, depth: Int, into found: inout [String]) {
        guard depth < depthLimit else { return }
        switch value {
        case let value as any OpenEnum:
            if value.discordName == nil { found.append("\(path): \(value.rawValue)") }
        case let value as any DiscordBitSet:
            let bits = value.names.filter { $0.hasPrefix("bit ") }
            if !bits.isEmpty { found.append("\(path): \(bits.joined(separator: ", "))") }
        default:
            let mirror = Mirror(reflecting: value)
            for (index, child) in mirror.children.enumerated() {
                look(at: child.value, inner(path, child.label, index, mirror), depth: depth + 1, into: &found)
            }
        }
    }

    private static func inner(_ path: String, _ label: String?, _ index: Int, _ mirror: Mirror) -> String {
        switch mirror.displayStyle {
        case .optional?, .enum?: path
        case .collection?, .set?: "\(path)[\(index)]"
        default: label.map { path.isEmpty ? $0 : "\(path).\($0)" } ?? path
        }
    }
}
