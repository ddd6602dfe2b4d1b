import Foundation
import JSON
import Measure

/// Foundation's JSONDecoder and JSONEncoder against ours, on the same bytes into the same structs.
@main
struct JSONBenchmarks {
    static func main() throws {
        try compareDecoding("MESSAGE_CREATE, decode", Payloads.messageCreate, Payload<Message>.self) {
            $0.d.mentions.count
        }
        try compareDecoding("GUILD_CREATE, decode", Payloads.guildCreate, Payload<Guild>.self) { $0.d.members.count }
        try compareEncoding("MESSAGE_CREATE, encode", Payloads.messageCreate, Payload<Message>.self)
        try compareEncoding("GUILD_CREATE, encode", Payloads.guildCreate, Payload<Guild>.self)
    }

    private static func compareDecoding<Value: Codable & JSONCodable>(
        _ title: String, _ bytes: [UInt8], _ type: Value.Type, _ count: @escaping (Value) -> Int
    ) throws {
        let data = Data(bytes)
        let decoder = JSONDecoder()
        let parser = JSONParser()
        try Comparison(
            title, bytes: bytes.count,
            [
                Contender("Foundation JSONDecoder") { count(try decoder.decode(Value.self, from: data)) },
                Contender("JSON.decode") { count(try JSON.decode(Value.self, from: bytes)) },
                Contender("JSONParser kept, @JSONModel") {
                    try parser.withDocument(bytes) { json throws(JSONError) in count(try Value(json: json)) }
                },
                Contender("JSONParser kept, JSONValue") {
                    try parser.withDocument(bytes) { json throws(JSONError) in try JSONValue(json: json).isNull ? 1 : 0
                    }
                },
                Contender("parse and look at \"t\" only") {
                    try parser.withDocument(bytes) { json throws(JSONError) in try json["t"]?.utf8().count ?? 0 }
                },
            ]
        ).run()
    }

    private static func compareEncoding<Value: Codable & JSONCodable>(
        _ title: String, _ bytes: [UInt8], _ type: Value.Type
    ) throws {
        let value = try JSON.decode(Value.self, from: bytes)
        let encoder = JSONEncoder()
        try Comparison(
            title, bytes: JSON.encode(value).count,
            [
                Contender("Foundation JSONEncoder") { try encoder.encode(value).count },
                Contender("JSON.encode") { JSON.encode(value).count },
            ]
        ).run()
    }
}
