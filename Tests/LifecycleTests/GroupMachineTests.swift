import Testing

@testable import Lifecycle

@Suite struct GroupMachineTests {
    private struct Failure: Error {}

    private func machine() -> GroupMachine {
        GroupMachine(names: ["database", "bus", "bot"], after: [[], ["database"], ["bus"]])
    }

    private func text(_ actions: [GroupAction]) -> [String] {
        actions.map { action in
            switch action {
            case .start(let index): "start \(index)"
            case .allReady: "all ready"
            case .requestStop(let index): "stop \(index)"
            case .startGracefulTimer: "graceful timer"
            case .startCancellationTimer: "cancellation timer"
            case .cancel(let indices): "cancel \(indices)"
            case .giveUp(let indices): "give up \(indices)"
            case .finished(nil): "finished"
            case .finished(let error?): "failed \(error)"
            }
        }
    }

    @Test func startsInOrderAndStopsInReverse() {
        var machine = machine()
        #expect(text(machine.start()) == ["start 0"])
        #expect(text(machine.handle(.ready(0))) == ["start 1"])
        #expect(text(machine.handle(.ready(1))) == ["start 2"])
        #expect(text(machine.handle(.ready(2))) == ["all ready"])
        #expect(text(machine.handle(.ready(2))) == [])
        #expect(text(machine.handle(.stopRequested)) == ["graceful timer", "stop 2"])
        #expect(text(machine.handle(.stopRequested)) == [])
        #expect(text(machine.handle(.ended(2, nil))) == ["stop 1"])
        #expect(text(machine.handle(.ended(1, CancellationError()))) == ["stop 0"])
        #expect(text(machine.handle(.ended(0, nil))) == ["finished"])
        #expect(text(machine.handle(.gracefulLimitPassed)) == [])
    }

    @Test func aFailureStopsTheOthersAndIsReported() {
        var machine = machine()
        _ = machine.start()
        _ = machine.handle(.ready(0))
        #expect(text(machine.handle(.ended(1, Failure()))) == ["graceful timer", "stop 0"])
        #expect(text(machine.handle(.ended(0, nil))) == ["failed Failure()"])
    }

    @Test func aServiceThatJustReturnsIsAFailure() {
        var machine = GroupMachine(names: ["a"], after: [[]])
        _ = machine.start()
        #expect(
            text(machine.handle(.ended(0, nil)))
                == ["graceful timer", "failed a ended although nobody asked it to"])
    }

    @Test func lateServicesAreCancelledAndThenGivenUp() {
        var machine = machine()
        _ = machine.start()
        _ = machine.handle(.ready(0))
        _ = machine.handle(.ready(1))
        #expect(text(machine.handle(.stopRequested)) == ["graceful timer", "stop 2"])
        #expect(text(machine.handle(.gracefulLimitPassed)) == ["cancel [0, 1, 2]", "cancellation timer"])
        #expect(text(machine.handle(.ended(0, nil))) == [])
        #expect(text(machine.handle(.ended(1, nil))) == [])
        #expect(text(machine.handle(.cancellationLimitPassed)) == ["give up [2]"])
    }

    @Test func stoppingBeforeAllAreReadyStartsNothingMore() {
        var machine = machine()
        _ = machine.start()
        #expect(text(machine.handle(.stopRequested)) == ["graceful timer", "stop 0"])
        #expect(text(machine.handle(.ready(0))) == [])
        #expect(text(machine.handle(.ended(0, nil))) == ["finished"])
    }

    @Test func anEmptyGroupIsReadyAtOnce() {
        var machine = GroupMachine(names: [], after: [])
        #expect(text(machine.start()) == ["all ready"])
        #expect(text(machine.handle(.stopRequested)) == ["graceful timer", "finished"])
    }
}
