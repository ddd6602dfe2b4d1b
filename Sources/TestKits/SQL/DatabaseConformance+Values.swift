import SQL

extension DatabaseConformance {
    static let values: [Case] = [
        Case("values come back as they went in") { database in
            try await database.execute(
                "CREATE TABLE kinds (id BIGINT PRIMARY KEY, i BIGINT, r DOUBLE PRECISION, t TEXT, b \(bytes(database)))"
            )
            for (id, sample) in samples().enumerated() {
                try await database.execute(
                    """
                    INSERT INTO kinds (id, i, r, t, b)
                    VALUES (\(id), \(sample.integer), \(sample.real), \(sample.text), \(sample.blob))
                    """)
                let row = try await database.query("SELECT i, r, t, b FROM kinds WHERE id = \(id)")[0]
                try expect(try row.value("i") == sample.integer)
                try expect(try row.value("r") == sample.real)
                try expect(try row.value("t") == sample.text)
                try expect(try row.value("b") == sample.blob)
            }
        },
        Case("snowflakes above Int64.max come back") { database in
            try await database.execute("CREATE TABLE flakes (id BIGINT PRIMARY KEY)")
            for id in [0, 1, UInt64(Int64.max), UInt64(Int64.max) + 1, UInt64.max] {
                try await database.execute("INSERT INTO flakes (id) VALUES (\(id))")
                let found: UInt64? = try await database.read {
                    try await $0.value("SELECT id FROM flakes WHERE id = \(id)")
                }
                try expect(found == id)
            }
        },
        Case("what looks like SQL in a value stays a value") { database in
            try await database.makeNotes()
            let text = "'); DROP TABLE notes; --"
            try await database.transaction { try await $0.note(1, text) }
            let found: String? = try await database.read { try await $0.value("SELECT body FROM notes") }
            try expect(found == text)
        },
        Case("an IN list of many, one and no values") { database in
            try await database.makeNotes()
            try await database.transaction { for id in 1...5 { try await $0.note(id) } }
            for wanted in [[1, 3, 5], [2], []] {
                let found: [Int] = try await database.read {
                    try await $0.values("SELECT id FROM notes WHERE id IN (\(list: wanted)) ORDER BY id")
                }
                try expect(found == wanted)
            }
        },
        Case("execute tells how many rows changed") { database in
            try await database.makeNotes()
            try await database.transaction { transaction in
                for id in 1...5 { try await transaction.note(id) }
                try expect(try await transaction.execute("UPDATE notes SET body = 'x' WHERE id > 2") == 3)
                try expect(try await transaction.execute("DELETE FROM notes WHERE id > 100") == 0)
                try expect(try await transaction.execute("CREATE TABLE more (id BIGINT)") == 0)
            }
        },
        Case("returning gives the rows a statement wrote") { database in
            try await database.makeNotes()
            let body: String? = try await database.transaction {
                try await $0.value("INSERT INTO notes (id, body) VALUES (1, 'new') RETURNING body")
            }
            try expect(body == "new")
        },
        Case("an upsert takes the new values, or leaves the row") { database in
            try await database.makeNotes()
            let update = database.dialect.onConflict(["id"], updating: ["body"])
            let keep = database.dialect.onConflict(["id"], updating: [])
            try await database.execute("INSERT INTO notes (id, body) VALUES (1, 'a')\(update)")
            try await database.execute("INSERT INTO notes (id, body) VALUES (1, 'b')\(update)")
            try expect(try await database.execute("INSERT INTO notes (id, body) VALUES (1, 'c')\(keep)") == 0)
            let body: String? = try await database.read { try await $0.value("SELECT body FROM notes") }
            try expect(body == "b")
        },
    ]

    struct Sample {
        let integer: Int64?
        let real: Double?
        let text: String?
        let blob: [UInt8]?
    }

    /// Edges, and a few hundred values from a seeded generator.
    static func samples() -> [Sample] {
        var samples = [
            Sample(integer: nil, real: nil, text: nil, blob: nil),
            Sample(integer: .min, real: -.greatestFiniteMagnitude, text: "", blob: []),
            Sample(integer: .max, real: .leastNonzeroMagnitude, text: "🧹 naïve \"quoted\" ' ; --", blob: [0, 255]),
        ]
        var random = SplitMix(state: 42)
        for _ in 0..<300 {
            let scalars = (0..<Int.random(in: 0...40, using: &random)).compactMap { _ in
                Unicode.Scalar(UInt32.random(in: 1...0x10_ffff, using: &random))
            }
            var text = ""
            text.unicodeScalars.append(contentsOf: scalars)
            samples.append(
                Sample(
                    integer: Int64(bitPattern: random.next()), real: Double.random(in: -1e9...1e9, using: &random),
                    text: text,
                    blob: (0..<Int.random(in: 0...40, using: &random)).map { _ in
                        UInt8.random(in: 0...255, using: &random)
                    }))
        }
        return samples
    }

    static func bytes(_ database: any Database) -> SQL { database.dialect == .sqlite ? "BLOB" : "BYTEA" }
}

/// A small generator whose numbers are the same in every run.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
