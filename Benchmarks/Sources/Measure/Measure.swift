/// One way to do a piece of work.
public struct Contender {
    let name: String
    let operation: () throws -> Int

    /// - Parameters:
    ///   - name: as it shall be printed.
    ///   - operation: the work, done once; what it returns keeps the optimiser from leaving it out.
    public init(_ name: String, _ operation: @escaping () throws -> Int) {
        self.name = name
        self.operation = operation
    }
}

/// Measures ways to do the same work side by side and prints how each compares to the first.
///
/// The contenders take turns, round after round, so that a neighbour who takes the processor for a while slows them all.
/// The figure of each is its median round.
public struct Comparison {
    let title: String
    let bytes: Int?
    let contenders: [Contender]

    /// - Parameters:
    ///   - title: as it shall be printed.
    ///   - bytes: how much input one operation takes, where the throughput says something.
    ///   - contenders: the first is what the others are compared to.
    public init(_ title: String, bytes: Int? = nil, _ contenders: [Contender]) {
        self.title = title
        self.bytes = bytes
        self.contenders = contenders
    }

    /// Runs and prints.
    ///
    /// - Parameters:
    ///   - rounds: how often each contender has its turn.
    ///   - turn: how long a turn takes, at least.
    /// - Returns: operations a second, in the order of the contenders.
    @discardableResult
    public func run(rounds: Int = 9, turn: Duration = .milliseconds(150)) throws -> [Double] {
        var rates = [[Double]](repeating: [], count: contenders.count)
        // The first round only warms caches and buffers up.
        for round in 0...rounds {
            for (index, contender) in contenders.enumerated() {
                let rate = try measure(contender, turn)
                if round > 0 { rates[index].append(rate) }
            }
        }
        let medians = rates.map { $0.sorted()[$0.count / 2] }
        report(medians)
        return medians
    }

    private func measure(_ contender: Contender, _ turn: Duration) throws -> Double {
        let clock = ContinuousClock()
        let start = clock.now
        var batch = 1
        var operations = 0
        while true {
            for _ in 0..<batch { consume(try contender.operation()) }
            operations += batch
            let elapsed = clock.now - start
            if elapsed >= turn { return Double(operations) / elapsed.seconds }
            batch = max(1, operations / 4)
        }
    }

    private func report(_ medians: [Double]) {
        print(bytes.map { "\(title), \($0) bytes" } ?? title)
        for (contender, rate) in zip(contenders, medians) {
            var line = "  " + contender.name.padded(to: 34) + "\(Int(rate)) /s".padded(to: 14, leading: true)
            if let bytes { line += "\(Int(rate * Double(bytes) / 1e6)) MB/s".padded(to: 12, leading: true) }
            let ratio = (rate / (medians.first ?? rate) * 100).rounded() / 100
            print(line + "\(ratio)x".padded(to: 10, leading: true))
        }
    }
}

/// Takes a value in a way the optimiser cannot see through.
@inline(never)
public func consume(_ value: Int) {
    sink &+= value
}

nonisolated(unsafe) private var sink = 0

extension Duration {
    fileprivate var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}

extension String {
    fileprivate func padded(to width: Int, leading: Bool = false) -> String {
        let padding = String(repeating: " ", count: max(0, width - count))
        return leading ? padding + self : self + padding
    }
}
