import Core
import Echord
import EchordModel
import Molecules
import SQL
import Testing
import Transport

@testable import Launch

@Suite struct FailureTextTests {
    private let text = FailureText(Configuration())

    @Test func whatToListenOnIsNamed() {
        #expect(text.sentence(TransportError(.addressInUse, "127.0.0.1:80 is in use")).contains("--port"))
        let denied = text.sentence(TransportError(.portDenied, "127.0.0.1:80 may not be used"))
        #expect(denied.contains("127.0.0.1:80") && denied.contains("1024") && denied.contains("--port"))
        #expect(text.sentence(TransportError(.addressNotAvailable, "1.2.3.4 is none")).contains("--host"))
        #expect(text.sentence(TransportError(.system, "no socket")) == "no socket")
    }

    @Test func aRefusalOfDiscordNamesTheSettingOnlyWhereOneIsSet() {
        let unreachable = EchordError(.http, "Discord cannot be reached.", details: .http(status: nil))
        #expect(text.sentence(unreachable) == "Discord cannot be reached.")
        let token = text.sentence(EchordError(.unauthorized, "no", details: .http(status: 401)))
        #expect(token.contains("DISCORD_TOKEN gives") && token.contains("Reset Token"))
        for (_, code) in GatewayCloseCode.discordNames where code.rule == .stop {
            let details = EchordError.Details.gateway(closeCode: UInt16(code.rawValue))
            let sentence = text.sentence(
                EchordError(.gatewayRefused, "(close code \(code.rawValue))", details: details))
            #expect(sentence.contains("\(code.rawValue)") || sentence.contains("DISCORD_TOKEN"), "\(sentence)")
        }
    }

    @Test func otherErrorsAreTheirOwnSentence() {
        #expect(text.sentence(SQLError(.full, "the disk is full")) == "the disk is full")
        #expect(text.sentence(EventBusError(.noSuchDeadLetter, "there is none")) == "there is none")
    }
}
