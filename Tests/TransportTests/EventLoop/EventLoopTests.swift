import CLinux
import Locking
import Testing

@testable import Transport

@Suite struct EventLoopTests {
    /// Runs `body` with a loop that has ended when this returns.
    private func withLoop<R>(_ body: (EventLoop) async throws -> R) async throws -> R {
        let loop = try EventLoop(name: "test")
        do {
            let result = try await body(loop)
            loop.shutdown()
            await loop.ended()
            return result
        } catch {
            loop.shutdown()
            await loop.ended()
            throw error
        }
    }

    private final class Log: Sendable {
        private let entries = Locked<[String]>([])
        func add(_ entry: String) { entries.withLock { $0.append(entry) } }
        var all: [String] { entries.withLock { $0 } }
    }

    private func code(_ body: () throws -> Void) -> [TransportError.Code] {
        do {
            try body()
            return []
        } catch { return (error as? TransportError).map { [$0.code] } ?? [] }
    }

    // MARK: - Work

    @Test func executesInOrderOnItsOwnThread() async throws {
        try await withLoop { loop in
            let log = Log()
            await withCheckedContinuation { done in
                for index in 0..<100 { loop.execute { log.add("\(index) \(loop.isCurrent)") } }
                loop.execute { done.resume() }
            }
            let expected = (0..<100).map { "\($0) true" }
            #expect(log.all == expected)
            #expect(!loop.isCurrent)
        }
    }

    @Test func tasksWithThePreferenceStayOnTheLoop() async throws {
        try await withLoop { loop in
            await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<10 {
                    group.addTask(executorPreference: loop) {
                        var stayed = loop.isCurrent
                        for _ in 0..<50 {
                            await Task.yield()
                            stayed = stayed && loop.isCurrent
                        }
                        return stayed
                    }
                }
                for await stayed in group { #expect(stayed) }
            }
        }
    }

    @Test func workFromItsOwnThreadNeedsNoWakeUp() async throws {
        try await withLoop { loop in
            let woken = await withTaskGroup(of: UInt64.self) { group in
                group.addTask(executorPreference: loop) {
                    let before = loop.wakeupCount
                    for _ in 0..<1_000 { await Task.yield() }
                    return loop.wakeupCount - before
                }
                return await group.reduce(0, +)
            }
            #expect(woken == 0)
        }
    }

    @Test func anActorCanLiveOnTheLoop() async throws {
        actor Resident {
            let loop: EventLoop
            nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }
            init(_ loop: EventLoop) { self.loop = loop }
            func isHome() -> Bool {
                loop.preconditionCurrent()
                preconditionIsolated()
                return loop.isCurrent
            }
        }
        try await withLoop { loop in
            #expect(await Resident(loop).isHome())
        }
    }

    @Test func aTaskThatYieldsForEverDoesNotStarveDescriptorsAndTimers() async throws {
        try await withLoop { loop in
            let spinner = Task(executorPreference: loop) { while !Task.isCancelled { await Task.yield() } }
            try await loop.sleep(for: .milliseconds(1))
            spinner.cancel()
            await spinner.value
        }
    }

    // MARK: - Timers

    @Test func timersFireInOrderOfDeadline() async throws {
        try await withLoop { loop in
            let log = Log()
            await withCheckedContinuation { done in
                loop.execute {
                    loop.schedule(after: .milliseconds(6)) {
                        log.add("late")
                        done.resume()
                    }
                    loop.schedule(after: .milliseconds(1)) { log.add("early") }
                    loop.schedule(after: .zero) { log.add("now") }
                }
            }
            #expect(log.all == ["now", "early", "late"])
        }
    }

    @Test func aCancelledTimerDoesNotFire() async throws {
        try await withLoop { loop in
            let log = Log()
            await withCheckedContinuation { done in
                loop.execute {
                    let timer = loop.schedule(after: .milliseconds(1)) { log.add("cancelled") }
                    loop.schedule(after: .milliseconds(3)) { done.resume() }
                    timer.cancel()
                    timer.cancel()
                }
            }
            #expect(log.all == [])
        }
    }

    @Test func sleepEndsWithCancellation() async throws {
        try await withLoop { loop in
            let sleeper = Task { try await loop.sleep(for: .seconds(3_600)) }
            sleeper.cancel()
            await #expect(throws: CancellationError.self) { try await sleeper.value }
        }
    }

    @Test func aCancelledSleepHoldsNoTimer() async throws {
        try await withLoop { loop in
            for _ in 0..<20 {
                let sleeper = Task(executorPreference: loop) { try await loop.sleep(for: .seconds(3_600)) }
                await Task.yield()
                sleeper.cancel()
                _ = await sleeper.result
            }
            let count = await withCheckedContinuation { done in
                loop.execute { done.resume(returning: loop.timers.count) }
            }
            #expect(count == 0)
        }
    }

    // MARK: - Descriptors

    @Test func tellsOfReadableWritableAndHangUp() async throws {
        try await withLoop { loop in
            var pair: [Int32] = [0, 0]
            try #require(linux_socket_pair(&pair) == 0)
            let (mine, theirs) = (pair[0], pair[1])
            defer { close(mine) }
            let (events, feed) = AsyncStream.makeStream(of: IOEvents.self)
            loop.execute {
                do {
                    let registration = try loop.register(mine, interest: .readable) { events in
                        feed.yield(events)
                        var byte: UInt8 = 0
                        _ = linux_receive(mine, &byte, 1)
                        if events.contains(.hangup) { feed.finish() }
                    }
                    withExtendedLifetime(registration) {}
                } catch { feed.finish() }
            }
            var iterator = events.makeAsyncIterator()
            var byte: UInt8 = 7
            #expect(linux_send(theirs, &byte, 1) == 1)
            #expect(await iterator.next() == .readable)
            close(theirs)
            #expect(await iterator.next()?.contains(.hangup) == true)
            // The handler is still registered for a descriptor in hang-up: cancel it before it is closed.
            await withCheckedContinuation { done in
                loop.execute {
                    loop.registrations[Int(mine)]?.cancel()
                    done.resume()
                }
            }
        }
    }

    @Test func interestCanChangeAndBeEmpty() async throws {
        try await withLoop { loop in
            var pair: [Int32] = [0, 0]
            try #require(linux_socket_pair(&pair) == 0)
            let (mine, theirs) = (pair[0], pair[1])
            defer {
                close(mine)
                close(theirs)
            }
            let log = Log()
            let failure = await withCheckedContinuation { (done: CheckedContinuation<(any Error)?, Never>) in
                loop.execute {
                    do {
                        let registration = try loop.register(mine, interest: []) { events in
                            log.add("\(events.rawValue)")
                            loop.registrations[Int(mine)]?.cancel()
                            done.resume(returning: nil)
                        }
                        try registration.update(interest: .writable)
                        try registration.update(interest: [])
                        try registration.update(interest: [.readable, .writable])
                        #expect(registration.interest == [.readable, .writable])
                    } catch { done.resume(returning: error) }
                }
            }
            #expect(failure == nil)
            #expect(log.all == ["\(IOEvents.writable.rawValue)"])
        }
    }

    @Test func refusesWhatItCannotWatch() async throws {
        try await withLoop { loop in
            let codes = await withCheckedContinuation { (done: CheckedContinuation<[TransportError.Code], Never>) in
                loop.execute {
                    var codes: [TransportError.Code] = []
                    var pair: [Int32] = [0, 0]
                    _ = linux_socket_pair(&pair)
                    codes.append(contentsOf: self.code { _ = try loop.register(-1, interest: .readable) { _ in } })
                    codes.append(contentsOf: self.code { _ = try loop.register(9_999, interest: .readable) { _ in } })
                    codes.append(
                        contentsOf: self.code {
                            let first = try loop.register(pair[0], interest: .readable) { _ in }
                            defer { first.cancel() }
                            _ = try loop.register(pair[0], interest: .readable) { _ in }
                        })
                    close(pair[0])
                    close(pair[1])
                    #expect(loop.registrationCount == 0)
                    done.resume(returning: codes)
                }
            }
            #expect(codes == [.invalidArgument, .system, .invalidArgument])
        }
    }

    // MARK: - Health and end

    @Test func tickAgeGrowsOnlyWhileSomethingRuns() async throws {
        try await withLoop { loop in
            let age = await withCheckedContinuation { done in
                loop.execute {
                    let start = MonotonicInstant.now
                    while start.duration(to: .now) < .milliseconds(2) {}
                    done.resume(returning: loop.tickAge)
                }
            }
            #expect(age >= .milliseconds(2))
            #expect(loop.tickCount > 0)
        }
    }

    @Test func shutdownRunsWhatIsQueuedAndEndsSleepersAndRegistrations() async throws {
        let loop = try EventLoop(name: "test")
        let log = Log()
        var pair: [Int32] = [0, 0]
        try #require(linux_socket_pair(&pair) == 0)
        let mine = pair[0]
        let sleeper = Task(executorPreference: loop) {
            do { try await loop.sleep(for: .seconds(3_600)) } catch { return (error as? TransportError)?.code }
            return TransportError.Code.closed
        }
        await withCheckedContinuation { done in
            loop.execute {
                do {
                    _ = try loop.register(mine, interest: .readable) { events in
                        if events == .loopEnded { log.add("ended") }
                    }
                } catch { log.add("refused") }
                loop.execute {
                    for index in 0..<3 { loop.execute { log.add("\(index)") } }
                    loop.shutdown()
                    done.resume()
                }
            }
        }
        await loop.ended()
        #expect(log.all == ["0", "1", "2", "ended"])
        #expect(await sleeper.value == .loopEnded)
        close(pair[0])
        close(pair[1])
        #expect(loop.tickAge == .zero)
    }

    @Test func workGivenAfterTheEndStillRuns() async throws {
        let loop = try EventLoop(name: "test")
        loop.shutdown()
        loop.shutdown()
        await loop.ended()
        for _ in 0..<3 {
            let onLoop = await Task(executorPreference: loop) { loop.isCurrent }.value
            #expect(onLoop)
        }
        await #expect(throws: TransportError.self) { try await loop.sleep(for: .seconds(3_600)) }
        let code = await withCheckedContinuation { (done: CheckedContinuation<TransportError.Code?, Never>) in
            loop.execute {
                done.resume(returning: self.code { _ = try loop.register(0, interest: .readable) { _ in } }.first)
            }
        }
        #expect(code == .loopEnded)
        await loop.ended()
    }

    // MARK: - Group

    @Test func aGroupHandsOutItsLoopsInTurn() async throws {
        let group = try EventLoopGroup(threads: 3, name: "group")
        let names = (0..<6).map { _ in group.next().name }
        #expect(names == ["group-0", "group-1", "group-2", "group-0", "group-1", "group-2"])
        #expect(group.tickAge >= .zero)
        group.shutdown()
        await group.ended()
        #expect(try EventLoopGroup(threads: 0).all.count == 1)
    }

    @Test func errorsDescribeThemselves() {
        #expect(TransportError(.timeout, "connect took too long").description == "timeout: connect took too long")
        #expect(TransportError(.system, "no", number: 9).description == "system: no (9)")
    }
}
