public import EchordModel
internal import EchordPrimitives
internal import JSON

extension CreateScheduledEvent: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] {
        FaultCollector.collect { faults in
            faults.length(name, DiscordLimits.ScheduledEvent.name, at: "name")
            faults.event(description, entityMetadata, recurrenceRule)
        }
    }
}

extension EditScheduledEvent: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] {
        FaultCollector.collect { faults in
            faults.length(name, DiscordLimits.ScheduledEvent.name, at: "name")
            faults.event(description.value, entityMetadata.value, recurrenceRule.value)
        }
    }
}

extension CreateStageInstance: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] {
        FaultCollector.collect { $0.length(topic, DiscordLimits.Channel.stageTopic, at: "topic") }
    }
}

extension EditStageInstance: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] {
        FaultCollector.collect { $0.length(topic, DiscordLimits.Channel.stageTopic, at: "topic") }
    }
}

extension FaultCollector {
    fileprivate mutating func event(
        _ description: String?, _ place: ScheduledEventMetadata?, _ rule: RecurrenceRule?
    ) {
        length(description, upTo: DiscordLimits.ScheduledEvent.description, at: "description")
        at("entity_metadata") {
            $0.length(place?.location, upTo: DiscordLimits.ScheduledEvent.location, at: "location")
        }
        guard let rule else { return }
        at("recurrence_rule") { $0.recurrence(rule) }
    }

    private mutating func recurrence(_ rule: RecurrenceRule) {
        count(rule.byWeekday, upTo: 7, of: "days", at: "by_weekday")
        count(rule.byNWeekday, upTo: 7, of: "days", at: "by_n_weekday")
        each("by_n_weekday", rule.byNWeekday) { $0.number($1.n, 1...5, at: "n") }
        count(rule.byMonth, upTo: 12, of: "months", at: "by_month")
        count(rule.byMonthDay, upTo: 33, of: "days", at: "by_month_day")
        for (index, day) in (rule.byMonthDay ?? []).enumerated() { number(day, -1...31, at: "by_month_day[\(index)]") }
        count(rule.byYearDay, upTo: 367, of: "days", at: "by_year_day")
        for (index, day) in (rule.byYearDay ?? []).enumerated() { number(day, -1...365, at: "by_year_day[\(index)]") }
    }
}
