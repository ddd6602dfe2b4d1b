import Dispatch
import Foundation
import Testing

/// Faults that each sanitizer must catch: without them a clean run could as well be one in which nothing looks.
/// `scripts/sanitize` names the fault in `CHORESTREE_PLANTED_FAULT` and demands the report.
@Suite struct PlantedFaultTests {
    private static func isPlanted(_ fault: String) -> Bool {
        ProcessInfo.processInfo.environment["CHORESTREE_PLANTED_FAULT"] == fault
    }

    /// Two threads count in the same memory, and no lock orders them.
    @Test(.enabled(if: isPlanted("race"))) func race() async {
        nonisolated(unsafe) let count = UnsafeMutablePointer<Int>.allocate(capacity: 1)
        count.initialize(to: 0)
        let group = DispatchGroup()
        for _ in 0..<2 {
            group.enter()
            Thread.detachNewThread {
                for _ in 0..<10_000 { count.pointee &+= 1 }
                group.leave()
            }
        }
        await withCheckedContinuation { done in group.notify(queue: .global()) { done.resume() } }
        #expect(count.pointee >= 0)
    }

    /// Memory is read after it was given back.
    @Test(.enabled(if: isPlanted("use-after-free"))) func useAfterFree() {
        let number = UnsafeMutablePointer<Int>.allocate(capacity: 1)
        number.initialize(to: 7)
        number.deallocate()
        #expect(number.pointee >= .min)
    }

    /// Memory that nobody knows any more.
    @Test(.enabled(if: isPlanted("leak"))) func leak() {
        for _ in 0..<100 {
            let lost = UnsafeMutablePointer<Int>.allocate(capacity: 1_000)
            lost.initialize(repeating: 1, count: 1_000)
            #expect(lost.pointee == 1)
        }
    }
}
