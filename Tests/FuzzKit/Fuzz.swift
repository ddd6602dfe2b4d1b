import FoundationEssentials
package import Testing

/// A run over generated inputs.
///
/// `FUZZ_ITERATIONS` says how many inputs each run gets, and `FUZZ_SEED` which ones. Every input has a generator of its
/// own; a state machine keeps its state from input to input all the same. The first input that fails is named together
/// with the command that comes to it again.
package struct Fuzz: Sendable {
    /// Where all inputs of this process begin.
    package static let seed: UInt64 = number("FUZZ_SEED") ?? 20_260_722

    /// What an input showed to be wrong.
    package struct Fault: Error, CustomStringConvertible {
        /// What is wrong.
        package let description: String

        /// A fault in these words.
        package init(_ description: String) { self.description = description }
    }

    private static let wanted: Int? = number("FUZZ_ITERATIONS")

    private let name: String
    private let share: Int
    /// How many inputs there will be.
    package let inputs: Int

    /// A run.
    ///
    /// - Parameters:
    ///   - name: tells its inputs from those of other runs with the same seed; `scripts/fuzz` counts under it.
    ///   - usual: how many inputs when `FUZZ_ITERATIONS` is not set.
    ///   - share: the part of the inputs that this is, where several runs have one name: 8 for an eighth.
    package init(_ name: String, usually usual: Int, share: Int = 1) {
        self.name = name
        self.share = share
        inputs = max(1, (Self.wanted ?? usual) / share)
    }

    /// The generator of one input.
    package func generator(for input: Int) -> SeededGenerator {
        // FNV-1a, because the hash of the standard library is another one in every process.
        let hash = name.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        var mixer = SeededGenerator(
            seed: Self.seed ^ hash &+ UInt64(truncatingIfNeeded: input) &* 0xD134_2543_DE82_EF95)
        return SeededGenerator(seed: mixer.next())
    }

    /// Gives every input to `body`; the first one for which it throws is recorded as an issue and ends the run.
    ///
    /// - Returns: whether every input was good.
    @discardableResult
    package func run(
        sourceLocation: SourceLocation = #_sourceLocation, _ body: (Int, inout SeededGenerator) async throws -> Void
    ) async -> Bool {
        let start = ContinuousClock.now
        for input in 0..<inputs {
            // Other tests share the few threads there are.
            if input % 64 == 0 { await Task.yield() }
            var random = generator(for: input)
            do { try await body(input, &random) } catch {
                record(input, error, sourceLocation)
                return false
            }
        }
        report(since: start)
        return true
    }

    /// Records that an input failed, with what repeats it.
    package func record(_ input: Int, _ error: any Error, _ sourceLocation: SourceLocation) {
        let test = Test.current?.name.prefix { $0 != "(" } ?? ""
        Issue.record(
            """
            \(name), input \(input): \(error)
            Again: FUZZ_SEED=\(Self.seed) FUZZ_ITERATIONS=\((input + 1) * share) swift test --filter '\(test)'
            """, sourceLocation: sourceLocation)
    }

    /// Says how much has been run, for whoever asked for an amount.
    package func report(since start: ContinuousClock.Instant) {
        guard Self.wanted != nil else { return }
        print("fuzz \(name): \(inputs) inputs from seed \(Self.seed) in \(start.duration(to: .now))")
    }

    /// Says how often each outcome was seen and records an issue for one that was seen too seldom: inputs that are all
    /// refused, or all taken, show only what stands at the door.
    ///
    /// - Parameter least: the smallest share of the inputs, from 0 to 1.
    package func expect(
        _ outcomes: KeyValuePairs<String, Int>, atLeast least: Double = 0.02,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let shares = outcomes.map { "\($0.key) \($0.value) (\($0.value * 1_000 / inputs) ‰)" }.joined(separator: ", ")
        if Self.wanted != nil { print("fuzz outcomes of \(name): \(shares)") }
        // A few inputs, to repeat a fault, show little by themselves.
        guard inputs >= 1_000 else { return }
        if outcomes.contains(where: { Double($0.value) < Double(inputs) * least }) {
            Issue.record("\(name) shows too little: \(shares) of \(inputs)", sourceLocation: sourceLocation)
        }
    }

    /// Throws `Fault` unless `condition` holds; costs less than `#require`, which counts when it is asked a million times.
    package static func check(_ condition: Bool, _ what: @autoclosure () -> String) throws(Fault) {
        if !condition { throw Fault(what()) }
    }

    private static func number<Number: FixedWidthInteger>(_ name: String) -> Number? {
        guard let text = ProcessInfo.processInfo.environment[name] else { return nil }
        // A wrong one must not run something else in silence.
        guard let number = Number(text), number >= 0 else { preconditionFailure("\(name) is no number: \(text)") }
        return number
    }
}
