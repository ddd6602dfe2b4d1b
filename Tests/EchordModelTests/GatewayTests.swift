import EchordModel
import EchordPrimitives
import FuzzKit
import JSON
import Testing

@Suite("Gateway payloads")
struct GatewayTests {
    @Test(
        "The envelope is found wherever its parts stand",
        arguments: [
            (#"{"t":"MESSAGE_CREATE","s":42,"op":0,"d":{"x":[1,"}"]}}"#, 0, 42, "MESSAGE_CREATE"),
            (#"{"op":0,"d":{"t":"WRONG","s":1,"op":9,"x":"\"}{"},"s":42,"t":"READY"}"#, 0, 42, "READY"),
            (" { \"op\" : 11 , \"d\" : null , \"s\" : null , \"t\" : null } ", 11, nil, nil),
            (#"{"t":null,"s":null,"op":10,"d":{"heartbeat_interval":41250}}"#, 10, nil, nil),
            (#"{"op":9,"d":false}"#, 9, nil, nil),
            (#"{"op":1,"d":251,"zz":[{"a":[]}]}"#, 1, nil, nil),
            (#"{"t":"NEVER_HEARD_OF","s":1,"op":0,"d":{}}"#, 0, 1, "NEVER_HEARD_OF"),
        ] as [(String, Int, Int?, String?)])
    func envelope(_ text: String, _ opcode: Int, _ sequence: Int?, _ name: String?) throws {
        let envelope = try #require(GatewayEnvelope.scan(Array(text.utf8)))
        #expect(envelope.opcode.rawValue == opcode)
        #expect(envelope.sequence == sequence)
        #expect(envelope.eventName?.rawValue == name)
    }

    @Test("Where the body lies is told when it was passed")
    func body() throws {
        let text = Array(#"{"op":0,"d": {"a":[1,{"b":"]"}]} ,"s":1,"t":"X"}"#.utf8)
        let envelope = try #require(GatewayEnvelope.scan(text))
        let body = try #require(envelope.body)
        #expect(String(decoding: text[body], as: UTF8.self) == #"{"a":[1,{"b":"]"}]}"#)
        let number = Array(#"{"d":251,"op":1}"#.utf8)
        let heartbeat = try #require(GatewayEnvelope.scan(number))
        let range = try #require(heartbeat.body)
        #expect(String(decoding: number[range], as: UTF8.self) == "251")
        #expect(GatewayEnvelope.scan(Array(#"{"t":null,"s":1,"op":0,"d":[]}"#.utf8))?.body == nil)
    }

    @Test(
        "What is no payload is refused",
        arguments: [
            "", "{", "[]", "null", "{}", #"{"op":}"#, #"{"op":"0"}"#, #"{"op":-1}"#, #"{"op":99999999999999999999}"#,
            #"{"t":5,"op":0}"#, #"{"s":"x","op":0}"#, #"{"d":{"#, #"{"d":"abc"#, #"{"op":0"#, #"{"op" 0}"#,
            #"{"t":"abc"#, #"{"d":[[[[}"#, #"{"s":1,"t":"A"}"#, #"{"d":"\"#, "{\"d\":,\"op\":0}",
        ])
    func refused(_ text: String) {
        #expect(GatewayEnvelope.scan(Array(text.utf8)) == nil)
    }

    @Test("Cut and damaged payloads never crash, seeded")
    func fuzz() async {
        let seed = Array(#"{"t":"GUILD_CREATE","s":42,"op":0,"d":{"a":[1,2,{"b":"\\\"}"}],"c":null}}"#.utf8)
        let fuzz = Fuzz("gateway envelopes", usually: 20_000)
        var accepted = 0
        await fuzz.run { _, random in
            var bytes = seed
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                if Bool.random(using: &random) {
                    bytes[place] = UInt8.random(in: 0...255, using: &random)
                } else {
                    bytes.removeSubrange(place...)
                }
                if bytes.isEmpty { break }
            }
            if GatewayEnvelope.scan(bytes) != nil { accepted += 1 }
        }
        fuzz.expect(["accepted": accepted, "refused": fuzz.inputs - accepted])
    }

    @Test("What a bot sends")
    func commands() {
        func text(_ command: GatewayCommand) -> String { String(decoding: command.bytes, as: UTF8.self) }
        #expect(text(.heartbeat(nil)) == #"{"op":1,"d":null}"#)
        #expect(text(.heartbeat(251)) == #"{"op":1,"d":251}"#)
        #expect(
            text(.resume(Resume(token: "t", sessionID: "s", seq: 5)))
                == #"{"op":6,"d":{"token":"t","session_id":"s","seq":5}}"#)
        #expect(
            text(
                .identify(
                    Identify(
                        token: "t", properties: IdentifyProperties(os: "linux", browser: "echord", device: "echord"),
                        shard: [0, 1], intents: [.guilds, .messageContent], capabilities: .channelObfuscation)))
                == #"{"op":2,"d":{"token":"t","properties":{"os":"linux","browser":"echord","device":"echord"},"#
                + #""shard":[0,1],"intents":32769,"capabilities":32768}}"#)
        #expect(
            text(.updatePresence(UpdatePresence(activities: [Activity(name: "chores", type: .watching)])))
                == #"{"op":3,"d":{"since":null,"activities":[{"name":"chores","type":3}],"status":"online","afk":false}}"#
        )
        #expect(
            text(.updateVoiceState(UpdateVoiceState(guildID: 1)))
                == #"{"op":4,"d":{"guild_id":"1","channel_id":null,"self_mute":false,"self_deaf":false}}"#)
        #expect(
            text(.requestGuildMembers(RequestGuildMembers(guildID: 1, query: "", limit: 0, nonce: "n")))
                == #"{"op":8,"d":{"guild_id":"1","query":"","limit":0,"nonce":"n"}}"#)
        #expect(
            text(.requestSoundboardSounds(RequestSoundboardSounds(guildIDs: [1])))
                == #"{"op":31,"d":{"guild_ids":["1"]}}"#)
        #expect(
            text(.requestChannelInfo(RequestChannelInfo(guildID: 1, fields: [.status])))
                == #"{"op":43,"d":{"guild_id":"1","fields":["status"]}}"#)
    }

    @Test(
        "Close codes and their rules",
        arguments: [
            (4000, GatewayCloseRule.resume), (4001, .resume), (4002, .resume), (4003, .resume), (4004, .stop),
            (4005, .resume), (4007, .newSession), (4008, .resume), (4009, .newSession), (4010, .stop), (4011, .stop),
            (4012, .stop), (4013, .stop), (4014, .stop), (1006, .resume), (1001, .resume), (4999, .resume),
        ])
    func closeCodes(_ code: Int, _ rule: GatewayCloseRule) {
        #expect(GatewayCloseCode(rawValue: code).rule == rule)
        #expect((GatewayCloseCode(rawValue: code).advice != nil) == (rule == .stop))
    }

    @Test("Every event has a type under its name")
    func eventTypes() {
        #expect(DispatchEvents.all.count == 82)
        #expect(Set(DispatchEvents.all.map { $0.eventName }) == Set(DispatchEventName.documented))
        #expect(DispatchEvents.type(of: .messageCreate) == MessageCreate.self)
        #expect(DispatchEvents.type(of: DispatchEventName(rawValue: "X")) == nil)
    }

    @Test("Intents of events")
    func intents() {
        #expect(DispatchEventName.messageCreate.intents == [.guildMessages, .directMessages])
        #expect(DispatchEventName.interactionCreate.intents == [])
        #expect(DispatchEventName.guildJoinRequestCreate.intents == .guildModeration)
        #expect(DispatchEventName(rawValue: "X").intents == [])
        let brought = DispatchEventName.documented.reduce(into: GatewayIntents()) { $0.formUnion($1.intents) }
        #expect(brought == GatewayIntents.documented.subtracting(.messageContent))
    }
}
