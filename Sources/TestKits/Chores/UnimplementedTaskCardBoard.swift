public import Atoms
public import Organisms
public import Testing

/// A board for tests in which no card may be touched: a call fails the test where the board was made.
public struct UnimplementedTaskCardBoard: TaskCardBoard {
    private let location: SourceLocation

    /// A board that must not be used.
    public init(sourceLocation: SourceLocation = #_sourceLocation) { location = sourceLocation }

    /// Fails the test.
    public func refresh(_ card: TaskCard, showing task: ChoreTask) async throws -> TaskCardRefresh {
        Issue.record("TaskCardBoard.refresh is not part of this test", sourceLocation: location)
        return .gone
    }
}
