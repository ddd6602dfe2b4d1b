import EchordTesting

/// Open load: an act every so often, whether the earlier ones are answered or not.
struct Load {
    let perSecond: Int
    let seconds: Int

    func run(_ town: Town) async -> Outcome {
        let clock = ContinuousClock()
        let start = clock.now
        return await withTaskGroup { group in
            for number in 0..<perSecond * seconds {
                let due = start + .seconds(1) * number / perSecond
                try? await clock.sleep(until: due, tolerance: .zero)
                let lateness = due.duration(to: clock.now)
                group.addTask { (await Self.result(of: number, in: town), lateness) }
            }
            return await group.reduce(into: Outcome()) { $0.note($1.0, $1.1) }
        }
    }

    private static func result(of number: Int, in town: Town) async -> Result<(Act, LocalAnswer), any Error> {
        do { return .success(try await town.perform(number)) } catch { return .failure(error) }
    }
}

/// What came of a load.
struct Outcome {
    /// The bot's time for each answer.
    private(set) var times: [Act: [Duration]] = [:]
    /// Answers that came in two steps: "is thinking" first.
    private(set) var deferred = 0
    private(set) var failures: [String] = []
    /// By how much the act that was most behind its schedule was sent late.
    private(set) var lateness = Duration.zero

    mutating func note(_ result: Result<(Act, LocalAnswer), any Error>, _ lateness: Duration) {
        self.lateness = max(self.lateness, lateness)
        switch result {
        case .failure(let error): failures.append("\(error)")
        case .success((let act, let answer)):
            guard let time = answer.answerTime else { return failures.append("\(act.rawValue): no answer") }
            times[act, default: []].append(time)
            if answer.kind == .deferred || answer.kind == .deferredUpdate { deferred += 1 }
            if let fault = Self.fault(act, answer) { failures.append("\(act.rawValue): \(fault)") }
        }
    }

    /// What is wrong with an answer; a fast refusal is no answer.
    private static func fault(_ act: Act, _ answer: LocalAnswer) -> String? {
        if let failure = answer.failure { return failure }
        guard act != .suggest else { return answer.kind == .autocomplete ? nil : "not suggestions" }
        guard let message = try? answer.message else { return "no message" }
        switch act {
        case .create, .claim: return message.buttons.isEmpty ? message.content : nil
        case .done: return answer.kind == .update || answer.kind == .deferredUpdate ? nil : message.content
        case .list: return message.content.contains("too often") ? message.content : nil
        case .suggest: return nil
        }
    }
}
