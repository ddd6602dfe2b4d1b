import Testing

@testable import Echord

@Suite struct RESTRateLimiterTests {
    private let route = APIRoute(method: "POST", path: "/channels/{channel_id}/messages")
    private let other = APIRoute(method: "PATCH", path: "/channels/{channel_id}/messages/{message_id}")
    private let now = Moment(sinceOrigin: .seconds(100))

    private func headers(
        limit: Int = 5, left: Int, after: Duration = .seconds(5), reset: Double = 1_000, bucket: String? = "abc"
    ) -> RateLimitHeaders {
        RateLimitHeaders(limit: limit, remaining: left, resetAfter: after, reset: reset, bucket: bucket)
    }

    /// A limiter that has learned the route's limit of 5 per 5 s in channel 1, with 4 left.
    private func learned() -> RateLimiter {
        var limiter = RateLimiter()
        let ticket = limiter.enqueue(route, .channel(1), .ordinary, deadline: nil, at: now)
        _ = limiter.complete(ticket, .answered(status: 200, headers(left: 4)), at: now)
        return limiter
    }

    private func enqueue(
        _ limiter: inout RateLimiter, _ channel: UInt64 = 1, deadline: Moment? = nil, at moment: Moment? = nil
    ) -> (Int, RateLimiter.Verdict) {
        let moment = moment ?? now
        let ticket = limiter.enqueue(route, .channel(channel), .ordinary, deadline: deadline, at: moment)
        return (ticket, limiter.poll(ticket, at: moment))
    }

    @Test func anUnknownRouteIsProbedByOneRequest() {
        var limiter = RateLimiter()
        let (first, granted) = enqueue(&limiter)
        let (second, held) = enqueue(&limiter)
        #expect(granted == .granted)
        #expect(held == .wait(until: nil))
        let woken = limiter.complete(first, .answered(status: 200, headers(left: 4)), at: now)
        #expect(woken.contains(second))
        #expect(limiter.poll(second, at: now) == .granted)
    }

    @Test func whatRemainsLeavesTogetherAndNoMore() {
        var limiter = learned()
        let verdicts = (0..<5).map { _ in enqueue(&limiter).1 }
        #expect(verdicts.prefix(4).allSatisfy { $0 == .granted })
        #expect(verdicts[4] == .wait(until: now + .seconds(5) + .milliseconds(5)))
    }

    @Test func channelsOfOneHashAreCountedApart() {
        var limiter = learned()
        for _ in 0..<4 { #expect(enqueue(&limiter, 1).1 == .granted) }
        #expect(enqueue(&limiter, 1).1 != .granted)
        #expect(enqueue(&limiter, 2).1 == .granted)
    }

    @Test func routesThatShareAHashShareABucket() {
        var limiter = learned()
        let first = limiter.enqueue(other, .channel(1), .ordinary, deadline: nil, at: now)
        #expect(limiter.poll(first, at: now) == .granted)
        _ = limiter.complete(first, .answered(status: 200, headers(left: 3)), at: now)
        #expect(limiter.bucketCount == 1)
        #expect(limiter.bucket(other, .channel(1))?.remaining == 3)
    }

    @Test func aWindowsEndLetsTheNextOnesThrough() {
        var limiter = learned()
        for _ in 0..<4 {
            let (ticket, _) = enqueue(&limiter)
            _ = limiter.complete(ticket, .answered(status: 200, headers(left: 0)), at: now)
        }
        let (ticket, held) = enqueue(&limiter)
        #expect(held != .granted)
        #expect(limiter.poll(ticket, at: now + .seconds(4)) != .granted)
        #expect(limiter.poll(ticket, at: now + .milliseconds(5_005)) == .granted)
    }

    @Test func requestsInFlightCountAgainstTheNewWindow() {
        var limiter = learned()
        for _ in 0..<4 { _ = enqueue(&limiter) }
        let later = now + .seconds(6)
        #expect(enqueue(&limiter, at: later).1 == .granted)
        #expect(enqueue(&limiter, at: later).1 == .wait(until: nil))
    }

    @Test func aLateAnswerOfAnOlderWindowChangesNothing() {
        var limiter = learned()
        let (old, _) = enqueue(&limiter)
        let (new, _) = enqueue(&limiter)
        _ = limiter.complete(new, .answered(status: 200, headers(left: 4, reset: 1_005)), at: now)
        let before = limiter.bucket(route, .channel(1))?.remaining
        _ = limiter.complete(old, .answered(status: 200, headers(left: 0, reset: 1_000)), at: now)
        #expect(limiter.bucket(route, .channel(1))?.remaining == before)
    }

    @Test func answersOutOfOrderNeverRaiseWhatRemains() {
        var limiter = learned()
        let tickets = (0..<3).map { _ in enqueue(&limiter).0 }
        _ = limiter.complete(tickets[2], .answered(status: 200, headers(left: 1)), at: now)
        _ = limiter.complete(tickets[0], .answered(status: 200, headers(left: 3)), at: now)
        _ = limiter.complete(tickets[1], .answered(status: 200, headers(left: 2)), at: now)
        #expect(limiter.bucket(route, .channel(1))?.remaining == 1)
    }

    @Test func theGlobalLimitHoldsOverAllRoutes() {
        var limiter = RateLimiter(configuration: .init(globalLimit: 3))
        for channel in 1...3 { #expect(enqueue(&limiter, UInt64(channel)).1 == .granted) }
        let (ticket, held) = enqueue(&limiter, 9)
        #expect(held == .wait(until: now + .seconds(1)))
        #expect(limiter.poll(ticket, at: now + .seconds(1)) == .granted)
    }

    @Test func interactionsAreExemptFromTheGlobalLimit() {
        var limiter = RateLimiter(configuration: .init(globalLimit: 1))
        #expect(enqueue(&limiter, 1).1 == .granted)
        let ticket = limiter.enqueue(route, .webhookToken(1, "t"), .interaction, deadline: nil, at: now)
        #expect(limiter.poll(ticket, at: now) == .granted)
    }

    @Test func whoWaitedLongestForTheGlobalLimitGoesFirst() {
        var limiter = RateLimiter(configuration: .init(globalLimit: 1))
        _ = enqueue(&limiter, 1)
        let (older, _) = enqueue(&limiter, 2)
        let later = now + .seconds(1)
        let (newer, verdict) = enqueue(&limiter, 3, at: later)
        #expect(verdict != .granted)
        #expect(limiter.poll(older, at: later) == .granted)
        #expect(limiter.poll(newer, at: later) != .granted)
    }

    @Test func a429BlocksItsBucketOnly() {
        var limiter = learned()
        let (ticket, _) = enqueue(&limiter)
        _ = limiter.complete(
            ticket, .limited(scope: .user, retryAfter: .milliseconds(1_500), headers(left: 0)), at: now)
        #expect(enqueue(&limiter, 1).1 == .wait(until: now + .milliseconds(1_505)))
        #expect(enqueue(&limiter, 2).1 == .granted)
    }

    @Test func aGlobal429BlocksEverythingOrdinary() {
        var limiter = learned()
        let (ticket, _) = enqueue(&limiter)
        _ = limiter.complete(ticket, .limited(scope: .global, retryAfter: .seconds(2), nil), at: now)
        #expect(enqueue(&limiter, 2).1 == .wait(until: now + .milliseconds(2_005)))
        let exempt = limiter.enqueue(other, .webhookToken(1, "t"), .interaction, deadline: nil, at: now)
        #expect(limiter.poll(exempt, at: now) == .granted)
    }

    @Test func aShared429IsNotCountedAsInvalid() {
        var limiter = learned()
        let (ticket, _) = enqueue(&limiter)
        _ = limiter.complete(ticket, .limited(scope: .shared, retryAfter: .seconds(1), nil), at: now)
        #expect(limiter.invalidRequests(at: now) == 0)
        let (next, _) = enqueue(&limiter)
        #expect(limiter.poll(next, at: now + .milliseconds(1_005)) == .granted)
        // Others use the resource too: from here on one at a time.
        #expect(enqueue(&limiter, at: now + .milliseconds(1_005)).1 == .wait(until: nil))
    }

    @Test func aRetriedRequestKeepsItsPlace() {
        var limiter = learned()
        let tickets = (0..<6).map { _ in enqueue(&limiter).0 }
        _ = limiter.complete(
            tickets[0], .limited(scope: .user, retryAfter: .seconds(1), headers(left: 0, after: .seconds(1))), at: now)
        let again = limiter.enqueue(route, .channel(1), .ordinary, deadline: nil, again: tickets[0], at: now)
        #expect(again == tickets[0])
        for ticket in tickets[1...3] {
            _ = limiter.complete(ticket, .answered(status: 200, headers(left: 0, after: .seconds(1))), at: now)
        }
        let later = now + .milliseconds(1_100)
        #expect(limiter.poll(tickets[0], at: later) == .granted)
    }

    @Test(arguments: [401, 403])
    func invalidRequestsStopEverythingBeforeDiscordDoes(status: Int) {
        var limiter = RateLimiter(configuration: .init(globalLimit: 1_000, invalidLimit: 20, invalidMargin: 5))
        for _ in 0..<15 {
            let (ticket, verdict) = enqueue(&limiter)
            #expect(verdict == .granted)
            _ = limiter.complete(ticket, .answered(status: status, nil), at: now)
        }
        guard case .refused(let details) = enqueue(&limiter).1 else {
            Issue.record("let through")
            return
        }
        #expect(details.cause == .invalidRequests)
        #expect(details.limit == 20)
        #expect(details.remaining == 5)
        #expect(details.retryAfter == .seconds(610))
        #expect(enqueue(&limiter, at: now + .seconds(610)).1 == .granted)
    }

    @Test func aDeadlineThatCannotBeMetFailsAtOnceWithItsNumbers() {
        var limiter = learned()
        for _ in 0..<4 { _ = enqueue(&limiter) }
        let (_, verdict) = enqueue(&limiter, deadline: now + .seconds(2))
        #expect(
            verdict
                == .refused(
                    RateLimitDetails(
                        cause: .bucket, scope: .user, retryAfter: .milliseconds(5_005), bucket: "abc", limit: 5,
                        remaining: 0, route: route)))
        #expect(limiter.waiting == 0)
    }

    @Test func aDeadlineCountsThePlaceInTheQueue() {
        var limiter = learned()
        for _ in 0..<4 { _ = enqueue(&limiter) }
        for _ in 0..<5 { #expect(enqueue(&limiter, deadline: now + .seconds(6)).1 != .granted) }
        guard case .refused(let details) = enqueue(&limiter, deadline: now + .seconds(6)).1 else {
            Issue.record("let in")
            return
        }
        #expect(details.retryAfter == .milliseconds(10_005))
    }

    @Test func aBlockRefusesThoseWhoCannotWaitThatLong() {
        var limiter = RateLimiter()
        let (first, _) = enqueue(&limiter)
        let (second, held) = enqueue(&limiter, deadline: now + .seconds(3))
        #expect(held == .wait(until: now + .seconds(3)))
        let woken = limiter.complete(
            first, .limited(scope: .user, retryAfter: .seconds(60), headers(left: 0, after: .seconds(60))), at: now)
        #expect(woken.contains(second))
        guard case .refused(let details) = limiter.poll(second, at: now) else {
            Issue.record("still waiting")
            return
        }
        #expect(details.retryAfter == .milliseconds(60_005))
        #expect(details.bucket == "abc")
    }

    @Test func theDeadlineItselfEndsTheWait() {
        var limiter = RateLimiter()
        _ = enqueue(&limiter)
        let (second, _) = enqueue(&limiter, deadline: now + .seconds(3))
        guard case .refused(let details) = limiter.poll(second, at: now + .seconds(3)) else {
            Issue.record("still waiting")
            return
        }
        #expect(details.retryAfter == nil)
        #expect(details.cause == .bucket)
    }

    @Test func aGlobalBlockRefusesThoseWhoCannotWaitThatLong() {
        var limiter = RateLimiter()
        let (first, _) = enqueue(&limiter)
        _ = limiter.complete(first, .limited(scope: .global, retryAfter: .seconds(30), nil), at: now)
        guard case .refused(let details) = enqueue(&limiter, 2, deadline: now + .seconds(5)).1 else {
            Issue.record("let in")
            return
        }
        #expect(details.cause == .global)
        #expect(details.scope == .global)
    }

    @Test func cancellingGivesThePlaceBack() {
        var limiter = learned()
        let tickets = (0..<5).map { _ in enqueue(&limiter).0 }
        let woken = limiter.cancel(tickets[0], at: now)
        #expect(woken.contains(tickets[4]))
        #expect(limiter.poll(tickets[4], at: now) == .granted)
    }

    @Test func cancellingAWaitingOneWakesTheNext() {
        var limiter = learned()
        let tickets = (0..<6).map { _ in enqueue(&limiter).0 }
        #expect(limiter.cancel(tickets[4], at: now).contains(tickets[5]))
        #expect(limiter.waiting == 1)
        #expect(limiter.cancel(999, at: now).isEmpty)
    }

    @Test func aRequestWithoutAnswerDoesNotHoldTheBucket() {
        var limiter = RateLimiter()
        let (first, _) = enqueue(&limiter)
        let (second, _) = enqueue(&limiter)
        #expect(limiter.complete(first, .unknown, at: now).contains(second))
        #expect(limiter.poll(second, at: now) == .granted)
    }

    @Test func aRouteWithoutLimitsIsOnlyBoundByTheGlobalOne() {
        var limiter = RateLimiter()
        let (first, _) = enqueue(&limiter)
        _ = limiter.complete(first, .answered(status: 200, nil), at: now)
        for _ in 0..<20 { #expect(enqueue(&limiter).1 == .granted) }
    }

    @Test func aRenamedBucketTakesItsWaitersAlong() {
        var limiter = learned()
        let tickets = (0..<6).map { _ in enqueue(&limiter).0 }
        let woken = limiter.complete(tickets[0], .answered(status: 200, headers(left: 4, bucket: "new")), at: now)
        #expect(woken.contains(tickets[4]))
        #expect(limiter.poll(tickets[4], at: now) == .granted)
        #expect(limiter.poll(tickets[5], at: now) == .granted)
    }

    @Test func tooManyWaitingAreRefused() {
        var limiter = RateLimiter(configuration: .init(maxWaiting: 2))
        _ = enqueue(&limiter)
        _ = enqueue(&limiter)
        _ = enqueue(&limiter)
        guard case .refused(let details) = enqueue(&limiter).1 else {
            Issue.record("let in")
            return
        }
        #expect(details.cause == .queue)
        #expect(details.limit == 2)
    }

    @Test func interactionsLeaveNoBucketsBehind() {
        var limiter = RateLimiter()
        for id in 0..<1_000 {
            let ticket = limiter.enqueue(other, .webhookToken(UInt64(id), "t"), .interaction, deadline: nil, at: now)
            _ = limiter.complete(ticket, .answered(status: 204, nil), at: now)
        }
        #expect(limiter.bucketCount == 0)
    }

    @Test func idleBucketsAreCollected() {
        var limiter = RateLimiter(configuration: .init(globalLimit: 100_000))
        for id in 0..<5_000 {
            let moment = now + .milliseconds(id * 20)
            let ticket = limiter.enqueue(route, .channel(UInt64(id)), .ordinary, deadline: nil, at: moment)
            _ = limiter.complete(ticket, .answered(status: 200, headers(left: 4)), at: moment)
        }
        #expect(limiter.bucketCount <= 600)
    }

    @Test func anUnknownTicketIsNoFault() {
        var limiter = RateLimiter()
        #expect(limiter.poll(7, at: now) == .wait(until: nil))
        #expect(limiter.complete(7, .unknown, at: now).isEmpty)
    }
}
