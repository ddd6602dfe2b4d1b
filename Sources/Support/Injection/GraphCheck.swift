/// Walks the graph once and finds everything that is wrong with it.
struct GraphCheck {
    private enum Mark { case visiting, done }

    private let registrations: [TypeKey: ContainerBuilder.Registration]
    private let keys: [TypeKey]
    private var marks: [TypeKey: Mark] = [:]
    private var faults: [InjectionError.Fault] = []
    /// The registrations, each after what it needs.
    private(set) var order: [ContainerBuilder.Registration] = []

    init(_ registrations: [ContainerBuilder.Registration]) {
        self.registrations = Dictionary(registrations.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        keys = registrations.map(\.key)
    }

    mutating func run() -> [InjectionError.Fault] {
        for key in keys { visit(key, path: []) }
        return faults
    }

    private mutating func visit(_ key: TypeKey, path: [TypeKey]) {
        guard marks[key] != .done else { return }
        guard marks[key] != .visiting else {
            let start = path.firstIndex(of: key) ?? 0
            report(.cycle, "cycle: \(chain(Array(path[start...]) + [key])); break it with an event or a port")
            return
        }
        guard let registration = registrations[key] else {
            report(.missing, "no provider for \(key), needed by \(chain(path))")
            return
        }
        marks[key] = .visiting
        for dependency in registration.dependencies {
            visit(dependency, path: path + [key])
            if registration.scope == .singleton, registrations[dependency]?.scope == .operation {
                report(.captive, "\(key) lives for ever and would keep \(dependency), which lives for one operation")
            }
        }
        marks[key] = .done
        order.append(registration)
    }

    private mutating func report(_ code: InjectionError.Code, _ text: String) {
        let fault = InjectionError.Fault(code: code, description: text)
        if !faults.contains(fault) { faults.append(fault) }
    }

    private func chain(_ keys: [TypeKey]) -> String { keys.map(\.description).joined(separator: " → ") }
}
