import EchordSurface
import Testing

/// The surface's table of operations against the requests themselves.
@Suite("The surface's operations")
struct SurfaceOperationTests {
    @Test func areTheRequestsThatTheLibraryMakes() {
        let made = Set(OperationTests.cases.map(\.route))
        let listed = Set(SurfaceOperation.all.map(\.route))
        #expect(made.subtracting(listed) == [])
        #expect(listed.subtracting(made) == ["POST /oauth2/token", "POST /oauth2/token/revoke"])
    }
}
