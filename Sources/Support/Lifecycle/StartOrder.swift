/// The order in which services start: each after what it names.
enum StartOrder {
    static func sorted(_ entries: [ServiceGroup.Entry]) throws(LifecycleError) -> [ServiceGroup.Entry] {
        var byName: [String: ServiceGroup.Entry] = [:]
        for entry in entries {
            guard byName.updateValue(entry, forKey: entry.service.name) == nil else {
                throw LifecycleError(
                    code: .duplicateName, message: "two services are named \(entry.service.name)")
            }
        }
        var sorted: [ServiceGroup.Entry] = []
        var done: Set<String> = []
        for entry in entries {
            try visit(entry, path: [], byName, &done, &sorted)
        }
        return sorted
    }

    private static func visit(
        _ entry: ServiceGroup.Entry, path: [String], _ byName: [String: ServiceGroup.Entry], _ done: inout Set<String>,
        _ sorted: inout [ServiceGroup.Entry]
    ) throws(LifecycleError) {
        let name = entry.service.name
        guard !done.contains(name) else { return }
        guard !path.contains(name) else {
            throw LifecycleError(
                code: .cycle, message: "services wait for each other: \((path + [name]).joined(separator: " → "))")
        }
        for dependency in entry.after {
            guard let needed = byName[dependency] else {
                throw LifecycleError(
                    code: .unknownDependency, message: "\(name) comes after \(dependency), which is not in the group")
            }
            try visit(needed, path: path + [name], byName, &done, &sorted)
        }
        done.insert(name)
        sorted.append(entry)
    }
}
