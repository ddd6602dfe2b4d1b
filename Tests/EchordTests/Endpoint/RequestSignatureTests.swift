import Testing

@testable import Echord

@Suite struct RequestSignatureTests {
    private let fixture: EndpointFixture
    private let signature: RequestSignature

    init() throws {
        fixture = try EndpointFixture()
        signature = try RequestSignature(publicKey: fixture.publicKey, tolerance: .seconds(300))
    }

    private func fault(_ request: EndpointRequest) -> RequestSignature.Fault? {
        do throws(RequestSignature.Fault) {
            try signature.check(request, at: fixture.now)
            return nil
        } catch { return error }
    }

    @Test func aGoodSignatureIsTaken() {
        #expect(fault(fixture.request("{}")) == nil)
        #expect(fault(fixture.request("")) == nil)
    }

    @Test func anotherBodyIsForged() {
        var request = fixture.request("{}")
        request.body.append(0x20)
        #expect(fault(request) == .forged)
    }

    @Test func anotherTimeIsForged() {
        var request = fixture.request("{}")
        request.headers[2].value = String(fixture.now + 1)
        #expect(fault(request) == .forged)
    }

    @Test(arguments: [(300 as Int64, true), (301, false), (-300, true), (-301, false)])
    func theTimeIsBoundedOnBothSides(_ age: Int64, _ isTaken: Bool) {
        #expect(fault(fixture.request("{}", age: age)) == (isTaken ? nil : .stale))
    }

    @Test(arguments: ["", "zz", "12 ", "-5", "1e9", "١٢٣", "999999999999999999999", "99999999999999999999"])
    func aTimeThatIsNoneIsRefused(_ time: String) {
        var request = fixture.request("{}")
        request.headers[2].value = time
        #expect(fault(request) != nil)
    }

    @Test(arguments: ["", "00", String(repeating: "0", count: 127), String(repeating: "g", count: 128)])
    func aSignatureThatIsNoneIsRefused(_ text: String) {
        var request = fixture.request("{}")
        request.headers[1].value = text
        #expect(fault(request) == .missing)
    }

    @Test func zerosAreForged() {
        var request = fixture.request("{}")
        request.headers[1].value = String(repeating: "0", count: 128)
        #expect(fault(request) == .forged)
    }

    @Test func eachFieldIsThereOnce() {
        var request = fixture.request("{}")
        request.headers.append(request.headers[1])
        #expect(fault(request) == .missing)
        for index in 1...2 {
            var request = fixture.request("{}")
            request.headers.remove(at: index)
            #expect(fault(request) == .missing)
        }
    }

    @Test(arguments: ["", "abcd", String(repeating: "x", count: 64), String(repeating: "a", count: 66)])
    func aKeyThatIsNoneIsSaidAtOnce(_ key: String) {
        #expect(throws: EchordError.self) { try RequestSignature(publicKey: key, tolerance: .seconds(1)) }
    }
}
