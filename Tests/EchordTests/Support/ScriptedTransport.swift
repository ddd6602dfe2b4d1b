import Locking

@testable import Echord

/// Answers requests from a script and keeps what was asked; each test brings its own.
final class ScriptedTransport: RESTTransport {
    typealias Answering = @Sendable (RESTTransportRequest, Int) async throws -> RESTTransportAnswer

    private let answering: Answering
    private let log = Locked<[RESTTransportRequest]>([])

    init(_ answering: @escaping Answering) {
        self.answering = answering
    }

    /// Answers with these in turn, the last one for ever.
    convenience init(_ answers: RESTTransportAnswer...) {
        self.init { _, index in answers[min(index, answers.count - 1)] }
    }

    var requests: [RESTTransportRequest] { log.withLock { $0 } }

    func send(_ request: RESTTransportRequest) async throws -> RESTTransportAnswer {
        let index = log.withLock { log in
            log.append(request)
            return log.count - 1
        }
        return try await answering(request, index)
    }
}

extension RESTTransportAnswer {
    static func json(_ text: String, status: Int = 200, _ headers: (String, String)...) -> RESTTransportAnswer {
        RESTTransportAnswer(
            status: status, headers: headers.map { (name: $0.0, value: $0.1) }, body: Array(text.utf8))
    }

    static let noContent = RESTTransportAnswer(status: 204, headers: [], body: [])
}
