import Testing

@testable import Transport

@Suite struct KeepAliveTests {
    @Test func aPeerThatSpeaksIsLeftAlone() {
        var life = KeepAlive()
        var actions: [KeepAlive.Action] = []
        for _ in 0..<3 {
            actions.append(life.intervalPassed(isListening: true))
            life.received()
        }
        #expect(actions == [.nothing, .nothing, .nothing])
    }

    @Test func aSilentPeerIsPingedThenGivenUp() {
        var life = KeepAlive()
        var actions = [life.intervalPassed(isListening: true), life.intervalPassed(isListening: true)]
        // The pong.
        life.received()
        for _ in 0..<3 { actions.append(life.intervalPassed(isListening: true)) }
        #expect(actions == [.nothing, .ping, .nothing, .ping, .drop])
    }

    @Test func aPeerWeDoNotListenToIsNotSilent() {
        var life = KeepAlive()
        let actions = (0..<3).map { _ in life.intervalPassed(isListening: false) }
        #expect(actions == [.nothing, .nothing, .nothing])
    }
}
