import SQL
import SQLite
import TestKits
import Testing

@Suite struct ConformanceTests {
    @Test(arguments: DatabaseConformance.cases)
    func inAFile(_ behaviour: DatabaseConformance.Case) async throws {
        let folder = try TemporaryFolder()
        let database = try SQLiteDatabase(.file(folder.path("test.sqlite")))
        try await behaviour.run(database)
        await database.close()
    }

    @Test(arguments: DatabaseConformance.cases)
    func inMemory(_ behaviour: DatabaseConformance.Case) async throws {
        let database = try SQLiteDatabase(.memory)
        try await behaviour.run(database)
        await database.close()
    }
}
