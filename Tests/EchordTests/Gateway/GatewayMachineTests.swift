import EchordModel
import FuzzKit
import Testing

@testable import Echord

@Suite struct GatewayMachineTests {
    private let now = Moment(sinceOrigin: .seconds(1_000))
    private let url = "wss://gateway.discord.gg"
    private let resumeURL = "wss://us-east.discord.gg"

    private func machine(session: GatewaySession? = nil) -> GatewayMachine {
        GatewayMachine(configuration: .init(url: url), session: session, random: SeededGenerator(seed: 1))
    }

    private func greeted(session: GatewaySession? = nil) -> GatewayMachine {
        var machine = machine(session: session)
        _ = machine.start(at: now)
        machine.opened(connection: 1, at: now)
        _ = machine.hello(interval: .seconds(40), connection: 1, at: now)
        return machine
    }

    private func ready() -> GatewayMachine {
        var machine = greeted()
        _ = machine.identifyGranted(connection: 1, at: now)
        _ = machine.dispatched(sequence: 1, connection: 1)
        _ = machine.ready(sessionID: "abc", resumeURL: resumeURL, connection: 1)
        return machine
    }

    private func retry(_ actions: [GatewayMachine.Action]) -> (after: Duration, resuming: Bool)? {
        for case .retry(let after, let resuming) in actions { return (after, resuming) }
        return nil
    }

    private func closeCode(_ actions: [GatewayMachine.Action]) -> UInt16? {
        for case .close(_, let code, _) in actions { return code }
        return nil
    }

    @Test func aFreshShardConnectsQueuesIdentifiesAndIsReady() {
        var machine = machine()
        #expect(machine.status == .idle)
        #expect(machine.deadline == nil)
        #expect(machine.start(at: now) == [.open(url: url, connection: 1)])
        #expect(machine.start(at: now).isEmpty)
        #expect(machine.deadline == now + .seconds(30))
        machine.opened(connection: 1, at: now)
        #expect(machine.deadline == now + .seconds(20))
        #expect(machine.status == .connecting)
        #expect(machine.hello(interval: .seconds(40), connection: 1, at: now) == [.requestIdentify])
        #expect(machine.status == .queued)
        #expect(machine.identifyGranted(connection: 1, at: now) == [.identify])
        #expect(machine.status == .identifying)
        #expect(machine.dispatched(sequence: 1, connection: 1) == .deliver(missed: 0))
        #expect(machine.ready(sessionID: "abc", resumeURL: resumeURL, connection: 1) == [.connected(resumed: false)])
        #expect(machine.status == .ready)
        #expect(machine.session == GatewaySession(id: "abc", resumeURL: resumeURL, sequence: 1))
    }

    @Test func aGivenSessionIsResumedAtItsOwnAddress() {
        let session = GatewaySession(id: "abc", resumeURL: resumeURL, sequence: 41)
        var machine = machine(session: session)
        #expect(machine.start(at: now) == [.open(url: resumeURL, connection: 1)])
        machine.opened(connection: 1, at: now)
        #expect(machine.hello(interval: .seconds(40), connection: 1, at: now) == [.resume(session)])
        #expect(machine.status == .resuming)
        #expect(machine.dispatched(sequence: 42, connection: 1) == .deliver(missed: 0))
        #expect(machine.resumed(connection: 1) == [.connected(resumed: true)])
        #expect(machine.session?.sequence == 42)
    }

    @Test func theFirstBeatIsJitteredAndTheNextOnesComeByInterval() throws {
        var machine = ready()
        let first = try #require(machine.deadline)
        #expect(first >= now && first < now + .seconds(40))
        #expect(machine.advance(to: first - .milliseconds(1)).isEmpty)
        #expect(machine.advance(to: first) == [.heartbeat(sequence: 1)])
        #expect(
            machine.heartbeatAcknowledged(connection: 1, at: first + .milliseconds(30)) == [.latency(.milliseconds(30))]
        )
        #expect(machine.deadline == first + .seconds(40))
        #expect(machine.advance(to: first + .seconds(40)) == [.heartbeat(sequence: 1)])
    }

    @Test func anUnansweredBeatIsADeadConnectionWhateverElseArrives() throws {
        var machine = ready()
        let first = try #require(machine.deadline)
        _ = machine.advance(to: first)
        #expect(machine.dispatched(sequence: 2, connection: 1) == .deliver(missed: 0))
        #expect(machine.heartbeatRequested(connection: 1) == [.heartbeat(sequence: 2)])
        let actions = machine.advance(to: first + .seconds(40))
        #expect(actions.first == .close(connection: 1, code: 4900, reason: .zombie))
        #expect(retry(actions)?.resuming == true)
        #expect(machine.session?.sequence == 2)
    }

    @Test func aRequestedBeatIsSentAtOnceAndNeedsNoAnswerOfItsOwn() throws {
        var machine = ready()
        let first = try #require(machine.deadline)
        #expect(machine.heartbeatRequested(connection: 1) == [.heartbeat(sequence: 1)])
        #expect(machine.advance(to: first) == [.heartbeat(sequence: 1)])
        #expect(machine.heartbeatAcknowledged(connection: 1, at: first).count == 1)
        #expect(machine.heartbeatAcknowledged(connection: 1, at: first).isEmpty)
    }

    @Test func reconnectComesBackAtOnceAndResumes() {
        var machine = ready()
        let actions = machine.reconnectRequested(connection: 1, at: now)
        #expect(closeCode(actions).map { $0 != 1000 && $0 != 1001 } == true)
        #expect(retry(actions)?.after == .zero)
        #expect(machine.advance(to: now) == [.open(url: resumeURL, connection: 2)])
        machine.opened(connection: 2, at: now)
        #expect(
            machine.hello(interval: .seconds(40), connection: 2, at: now)
                == [.resume(GatewaySession(id: "abc", resumeURL: resumeURL, sequence: 1))])
    }

    @Test func reconnectAgainAndAgainMeetsTheBackoff() {
        var machine = ready()
        _ = machine.reconnectRequested(connection: 1, at: now)
        _ = machine.advance(to: now)
        machine.opened(connection: 2, at: now)
        let actions = machine.reconnectRequested(connection: 2, at: now)
        #expect(retry(actions)?.after ?? .zero > .zero)
    }

    @Test(arguments: [true, false])
    func anInvalidSessionWaitsOneToFiveSeconds(resumable: Bool) throws {
        var machine = ready()
        let actions = machine.sessionInvalidated(resumable: resumable, connection: 1, at: now)
        let plan = try #require(retry(actions))
        #expect(plan.after >= .seconds(1) && plan.after <= .seconds(5))
        #expect(plan.resuming == resumable)
        #expect(closeCode(actions) == (resumable ? 4900 : 1000))
        #expect(machine.advance(to: now + plan.after) == [.open(url: resumable ? resumeURL : url, connection: 2)])
    }

    @Test func aSessionRefusedWhileResumingStartsANewOne() throws {
        var machine = greeted(session: GatewaySession(id: "old", resumeURL: resumeURL, sequence: 9))
        let plan = try #require(retry(machine.sessionInvalidated(resumable: false, connection: 1, at: now)))
        #expect(machine.session == nil)
        let later = now + plan.after
        #expect(machine.advance(to: later) == [.open(url: url, connection: 2)])
        machine.opened(connection: 2, at: later)
        #expect(machine.hello(interval: .seconds(40), connection: 2, at: later) == [.requestIdentify])
        _ = machine.identifyGranted(connection: 2, at: later)
        // The new session counts from the beginning.
        #expect(machine.dispatched(sequence: 1, connection: 2) == .deliver(missed: 0))
    }

    /// Every code that Discord lists, and some that others use, with what must follow.
    private static let closeCodes: [(code: UInt16?, rule: GatewayCloseRule)] =
        [4000, 4001, 4002, 4005, 4006, 4008, 4015, 4900, 4999, 1000, 1001, 1006, 1011, 1012, 0, 65_535].map {
            ($0, .resume)
        }
        + [(nil, .resume)]
        + [4003, 4007, 4009].map { ($0, .newSession) } + [4004, 4010, 4011, 4012, 4013, 4014].map { ($0, .stop) }

    @Test func everyDocumentedCodeIsAmongThoseTested() {
        let documented = GatewayCloseCode.discordNames.map { UInt16($0.value.rawValue) }
        #expect(documented.allSatisfy { code in Self.closeCodes.contains { $0.code == code } })
        #expect(documented.count == 14)
    }

    @Test(arguments: closeCodes)
    func aClosedConnectionIsResumedBegunAnewOrGivenUp(code: UInt16?, rule: GatewayCloseRule) throws {
        var machine = ready()
        let actions = machine.closed(connection: 1, code: code, at: now)
        switch rule {
        case .resume:
            #expect(retry(actions)?.resuming == true)
            #expect(machine.session?.sequence == 1)
        case .newSession:
            #expect(retry(actions)?.resuming == false)
            #expect(machine.session == nil)
        case .stop:
            let code = try #require(code.map { GatewayCloseCode(rawValue: Int($0)) })
            #expect(actions == [.fail(code)])
            #expect(machine.status == .stopped)
            #expect(machine.session == nil && machine.deadline == nil)
            #expect(machine.advance(to: now + .seconds(10_000)).isEmpty)
        }
    }

    @Test func everyLastingRefusalIsOneSentence() {
        for (_, code) in GatewayCloseCode.discordNames where code.rule == .stop {
            let sentence = code.sentence(shard: .single, privileged: ["MESSAGE_CONTENT"])
            #expect(sentence.contains("close code \(code.rawValue)"))
            #expect(sentence.hasSuffix("."))
            #expect(!sentence.contains("for good"))
        }
        #expect(GatewayCloseCode(rawValue: 4999).sentence(shard: .single, privileged: []).contains("4999"))
    }

    @Test func aDisallowedIntentIsNamedWithTheWayOut() {
        let sentence = GatewayCloseCode.disallowedIntents.sentence(
            shard: .single, privileged: ["GUILD_MEMBERS", "MESSAGE_CONTENT"])
        #expect(sentence.contains("GUILD_MEMBERS, MESSAGE_CONTENT"))
        #expect(sentence.contains("Developer Portal"))
        #expect(
            GatewayCloseCode.disallowedIntents.sentence(shard: .single, privileged: []).contains("privileged intents"))
    }

    @Test func failuresBackOffUpToTheCap() throws {
        var machine = machine()
        var moment = now
        _ = machine.start(at: moment)
        var longest = Duration.zero
        for attempt in 0..<40 {
            let plan = try #require(retry(machine.openFailed(connection: attempt + 1, at: moment)))
            #expect(plan.after <= Backoff().ceiling(attempt: attempt))
            longest = max(longest, plan.after)
            moment = moment + plan.after
            #expect(machine.advance(to: moment) == [.open(url: url, connection: attempt + 2)])
        }
        #expect(longest > .seconds(30) && longest <= .seconds(60))
    }

    @Test func anAnsweredBeatEndsTheBackoff() throws {
        var machine = machine()
        _ = machine.start(at: now)
        var moment = now
        for attempt in 0..<8 {
            let plan = try #require(retry(machine.openFailed(connection: attempt + 1, at: moment)))
            moment = moment + plan.after
            _ = machine.advance(to: moment)
        }
        machine.opened(connection: 9, at: moment)
        _ = machine.hello(interval: .seconds(10), connection: 9, at: moment)
        _ = machine.identifyGranted(connection: 9, at: moment)
        _ = machine.dispatched(sequence: 1, connection: 9)
        _ = machine.ready(sessionID: "a", resumeURL: nil, connection: 9)
        moment = try #require(machine.deadline)
        _ = machine.advance(to: moment)
        _ = machine.heartbeatAcknowledged(connection: 9, at: moment)
        let plan = try #require(retry(machine.closed(connection: 9, code: nil, at: moment)))
        #expect(plan.after <= .seconds(1))
    }

    @Test func theSessionsAddressIsLeftAfterItsFailures() throws {
        var machine = machine(session: GatewaySession(id: "a", resumeURL: resumeURL, sequence: 3))
        #expect(machine.start(at: now) == [.open(url: resumeURL, connection: 1)])
        var plan = try #require(retry(machine.openFailed(connection: 1, at: now)))
        var moment = now + plan.after
        #expect(machine.advance(to: moment) == [.open(url: resumeURL, connection: 2)])
        plan = try #require(retry(machine.openFailed(connection: 2, at: moment)))
        moment = moment + plan.after
        #expect(machine.advance(to: moment) == [.open(url: url, connection: 3)])
        machine.opened(connection: 3, at: moment)
        guard case .resume? = machine.hello(interval: .seconds(40), connection: 3, at: moment).first else {
            Issue.record("the session was given up")
            return
        }
    }

    @Test func everyWaitForTheServerHasAnEnd() {
        var machine = machine()
        _ = machine.start(at: now)
        #expect(closeCode(machine.advance(to: now + .seconds(30))) != nil)
        machine = self.machine()
        _ = machine.start(at: now)
        machine.opened(connection: 1, at: now)
        #expect(
            machine.advance(to: now + .seconds(20)).first == .close(connection: 1, code: 4900, reason: .helloTimeout))
        machine = greeted()
        _ = machine.identifyGranted(connection: 1, at: now)
        #expect(
            machine.advance(to: now + .seconds(60)).first == .close(connection: 1, code: 4900, reason: .readyTimeout))
        machine = greeted(session: GatewaySession(id: "a", resumeURL: nil, sequence: 3))
        #expect(
            machine.advance(to: now + .seconds(60)).first == .close(connection: 1, code: 4900, reason: .readyTimeout))
    }

    @Test func aLongReplayIsGivenTimeAsLongAsItMoves() {
        var machine = greeted(session: GatewaySession(id: "a", resumeURL: nil, sequence: 3))
        _ = machine.dispatched(sequence: 4, connection: 1)
        #expect(!machine.advance(to: now + .seconds(60)).contains { if case .close = $0 { true } else { false } })
        #expect(machine.status == .resuming)
    }

    @Test func aDoubledEventIsNotHandedOnAndAMissedOneIsCounted() {
        var machine = ready()
        #expect(machine.dispatched(sequence: 1, connection: 1) == .duplicate)
        #expect(machine.dispatched(sequence: 5, connection: 1) == .deliver(missed: 3))
        #expect(machine.dispatched(sequence: 4, connection: 1) == .duplicate)
    }

    @Test func aConnectionGivenUpHasNoSayAnyMore() {
        var machine = ready()
        _ = machine.reconnectRequested(connection: 1, at: now)
        _ = machine.advance(to: now)
        #expect(machine.closed(connection: 1, code: 4004, at: now).isEmpty)
        #expect(machine.openFailed(connection: 1, at: now).isEmpty)
        #expect(machine.malformed(connection: 1, at: now).isEmpty)
        #expect(machine.dispatched(sequence: 2, connection: 1) == .outOfPlace)
        #expect(machine.hello(interval: .seconds(1), connection: 1, at: now).isEmpty)
        #expect(machine.heartbeatRequested(connection: 1).isEmpty)
        #expect(machine.heartbeatAcknowledged(connection: 1, at: now).isEmpty)
        #expect(machine.sessionInvalidated(resumable: false, connection: 1, at: now).isEmpty)
        #expect(machine.reconnectRequested(connection: 1, at: now).isEmpty)
        #expect(machine.ready(sessionID: "x", resumeURL: nil, connection: 1).isEmpty)
        #expect(machine.resumed(connection: 1).isEmpty)
        #expect(machine.identifyGranted(connection: 1, at: now).isEmpty)
        #expect(machine.identifyDeferred(until: now, connection: 1, at: now).isEmpty)
        #expect(machine.connection == 2)
    }

    @Test func eventsBeforeASessionAreOutOfPlace() {
        var machine = machine()
        #expect(machine.dispatched(sequence: 1, connection: 0) == .outOfPlace)
        machine = greeted()
        #expect(machine.dispatched(sequence: 1, connection: 1) == .outOfPlace)
    }

    @Test func rubbishAndAnImpossibleIntervalEndTheConnectionNotTheSession() {
        var machine = ready()
        #expect(
            machine.malformed(connection: 1, at: now).first == .close(connection: 1, code: 4900, reason: .malformed))
        #expect(machine.session != nil)
        machine = self.machine()
        _ = machine.start(at: now)
        machine.opened(connection: 1, at: now)
        #expect(
            machine.hello(interval: .zero, connection: 1, at: now).first
                == .close(connection: 1, code: 4900, reason: .malformed))
    }

    @Test func aSecondHelloChangesNothing() {
        var machine = ready()
        #expect(machine.hello(interval: .seconds(1), connection: 1, at: now).isEmpty)
        #expect(machine.status == .ready)
    }

    @Test func losingTheConnectionInTheQueueGivesThePlaceBack() {
        var machine = greeted()
        #expect(machine.closed(connection: 1, code: nil, at: now).first == .cancelIdentify)
        machine = greeted()
        #expect(machine.closed(connection: 1, code: 4014, at: now) == [.cancelIdentify, .fail(.disallowedIntents)])
    }

    @Test func withoutSessionStartsItWaitsUntilThereAreSome() {
        var machine = greeted()
        let until = now + .seconds(7_200)
        #expect(
            machine.identifyDeferred(until: until, connection: 1, at: now)
                == [
                    .close(connection: 1, code: 1000, reason: .noSessionStarts),
                    .retry(after: .seconds(7_200), resuming: false),
                ])
        #expect(machine.deadline == until)
        #expect(machine.advance(to: until) == [.open(url: url, connection: 2)])
    }

    @Test(arguments: [true, false])
    func shuttingDownKeepsOrEndsTheSession(keeping: Bool) {
        var machine = ready()
        let session = machine.session
        #expect(
            machine.shutDown(keepingSession: keeping)
                == [
                    .close(connection: 1, code: keeping ? 4900 : 1000, reason: .asked),
                    .finished(keeping ? session : nil),
                ])
        #expect(machine.shutDown(keepingSession: keeping).isEmpty)
        #expect(machine.status == .stopped)
    }

    @Test func shuttingDownInTheQueueAndWithoutConnection() {
        var machine = greeted()
        #expect(machine.shutDown(keepingSession: true).first == .cancelIdentify)
        machine = self.machine()
        #expect(machine.shutDown(keepingSession: true) == [.finished(nil)])
    }

    @Test func everyCutHasALabelOfTheClosedSet() {
        let cuts: [GatewayCut] = [
            .asked, .connectFailed, .connectTimeout, .helloTimeout, .readyTimeout, .zombie, .reconnectRequested,
            .invalidSession(resumable: true), .malformed, .noSessionStarts, .closed(nil), .closed(4000),
        ]
        #expect(Set(cuts.map(\.label)) == Set(GatewayCut.labels))
    }
}
