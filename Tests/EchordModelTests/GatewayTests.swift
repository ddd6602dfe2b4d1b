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
            (#" { "d" : [1,{"a":"}"}] , "op" : 10 } "#, 10, nil, nil), (#"{"d":"x\\\"}","op":10}"#, 10, nil, nil),
            (#"{"d":-1.5e3,"op":10,"s":null}"#, 10, nil, nil), (#"{"unknown":{"op":1},"op":10}"#, 10, nil, nil),
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
            #"{"op"}"#, #"{op:1}"#, #"{"op":1 "s":2}"#, #"{"d":{"op":1}"#, #"{"d":"#, #"{"s":nuts,"op":1}"#,
            #"{"t":"abc"#, #"{"d":[[[[}"#, #"{"s":1,"t":"A"}"#, #"{"d":"\"#, "{\"d\":,\"op\":0}",
        ])
    func refused(_ text: String) {
        #expect(GatewayEnvelope.scan(Array(text.utf8)) == nil)
    }

    @Test(
        "Cut and damaged payloads, and letters of their alphabet in any order, are read as the JSON library reads them")
    func anyBytesAreReadWithoutHarm() async {
        let fuzz = Fuzz("gateway envelopes", usually: 50_000)
        let alphabet = Array(#"{}[]",:\opstd0123nul "#.utf8)
        let good = [
            #"{"t":"GUILD_CREATE","s":42,"op":0,"d":{"a":[1,2,{"b":"\\\"}"}],"c":null}}"#,
            #"{"d":{"a":[true,-1.5e3,{"b":"}"}],"c":null},"op":0,"s":42,"t":"READY"}"#,
            #"{"t":null,"s":null,"op":10,"d":{"heartbeat_interval":41250}}"#,
        ].map { Array($0.utf8) }
        var (accepted, plain) = (0, 0)
        await fuzz.run { number, random in
            var bytes =
                number % 2 == 0
                ? random.pick(good)
                : (0..<Int.random(in: 0...40, using: &random)).map { _ in random.pick(alphabet) }
            if number % 2 == 0 {
                for _ in 0..<Int.random(in: 1...4, using: &random) {
                    bytes[Int.random(in: bytes.indices, using: &random)] =
                        random.once(in: 4) ? UInt8.random(in: 0...255, using: &random) : random.pick(alphabet)
                }
                if random.once(in: 4) { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random)) }
            }
            let envelope = GatewayEnvelope.scan(bytes)
            if envelope != nil { accepted += 1 }
            if let body = envelope?.body { try Fuzz.check(body.upperBound <= bytes.count, "a body beyond the end") }
            guard let value = plainPayload(bytes) else { return }
            plain += 1
            try Fuzz.check(
                envelope?.opcode.rawValue == value["op"]?.intValue.map(Int.init), "another opcode: \(value)")
            try Fuzz.check(envelope?.sequence == value["s"]?.intValue.map(Int.init), "another sequence: \(value)")
            try Fuzz.check(envelope?.eventName?.rawValue == value["t"]?.stringValue, "another name: \(value)")
        }
        fuzz.expect(["accepted": accepted, "refused": fuzz.inputs - accepted])
        fuzz.expect(["a payload without doubt": plain, "another": fuzz.inputs - plain])
    }

    /// The payload as the JSON library reads it, when there is no doubt about what it says: no key twice, no escape, and
    /// each part of its type.
    private func plainPayload(_ bytes: [UInt8]) -> JSONValue? {
        let text = String(decoding: bytes, as: UTF8.self)
        guard !["\"op\"", "\"s\"", "\"t\""].contains(where: { text.ranges(of: $0).count > 1 }), !text.contains("\\"),
            let value = try? JSON.decode(JSONValue.self, from: bytes), let op = value["op"]?.intValue, op >= 0
        else { return nil }
        switch value["s"] {
        case nil, .null: break
        case .int(let number) where number >= 0: break
        default: return nil
        }
        switch value["t"] {
        case nil, .null, .string: return value
        default: return nil
        }
    }

    @Test("What a connection sends for itself")
    func sessionCommands() {
        func text(_ command: GatewaySessionCommand) -> String { String(decoding: command.bytes, as: UTF8.self) }
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
    }

    @Test("What a bot sends")
    func commands() {
        func text(_ command: GatewayCommand) -> String { String(decoding: command.bytes, as: UTF8.self) }
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

    @Test("Close codes and their rules")
    func closeCodes() {
        let stop: Set<Int> = [4004, 4010, 4011, 4012, 4013, 4014]
        let newSession: Set<Int> = [4003, 4007, 4009]
        for code in 0...65_535 {
            let rule: GatewayCloseRule =
                stop.contains(code) ? .stop : newSession.contains(code) ? .newSession : .resume
            #expect(GatewayCloseCode(rawValue: code).rule == rule)
        }
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
