import Testing

@testable import Echord

@Suite struct CollectorMachineTests {
    private func at(_ seconds: Double) -> Moment { .origin + .milliseconds(Int64(seconds * 1_000)) }

    @Test func theCountEndsItWithTheLastElement() {
        var machine = CollectorMachine(CollectorLimits(count: 2), now: at(0))
        var taken: Bool
        taken = machine.offer(at: at(1))
        #expect(taken && machine.end == nil)
        taken = machine.offer(at: at(2))
        #expect(taken && machine.end == .count)
        taken = machine.offer(at: at(3))
        #expect(!taken && machine.count == 2)
    }

    @Test func aCountOfNothingIsOverAtOnce() {
        #expect(CollectorMachine(CollectorLimits(count: 0), now: at(0)).end == .count)
        #expect(CollectorMachine(CollectorLimits(count: -1), now: at(0)).end == .count)
    }

    @Test func theIdleTimeBeginsAnewWithEachElement() {
        var machine = CollectorMachine(CollectorLimits(idle: .seconds(5)), now: at(0))
        var taken: Bool
        #expect(machine.deadline?.moment == at(5))
        taken = machine.offer(at: at(4))
        #expect(taken && machine.deadline?.moment == at(9))
        machine.tick(at: at(8.9))
        #expect(machine.end == nil)
        taken = machine.offer(at: at(9))
        #expect(!taken && machine.end == .idle && machine.count == 1)
    }

    @Test func theTotalTimeIsNotLengthened() {
        var machine = CollectorMachine(CollectorLimits(idle: .seconds(5), total: .seconds(7)), now: at(1))
        #expect(machine.deadline?.end == .idle)
        let taken = machine.offer(at: at(5))
        #expect(taken)
        #expect(machine.deadline?.moment == at(8) && machine.deadline?.end == .total)
        machine.tick(at: at(8))
        #expect(machine.end == .total && machine.deadline == nil)
    }

    @Test func withoutLimitsOnlyAStopEndsIt() {
        var machine = CollectorMachine(CollectorLimits(), now: at(0))
        #expect(machine.deadline == nil)
        for second in 1...1_000 where !machine.offer(at: at(Double(second))) { Issue.record("not taken") }
        machine.stop(.gone)
        machine.stop(.stopped)
        let taken = machine.offer(at: at(2_000))
        #expect(machine.end == .gone && !taken)
    }
}
