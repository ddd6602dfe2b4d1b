import EchordModel
import EchordPrimitives
import JSON
import Telemetry

@testable import Echord

extension StructureTests {
    static func guilds() -> [StructureCase] {
        var cases: [StructureCase] = []
        cases.add(.createChannel(Samples.createChannel, in: 2, reason: "text")) {
            _ = try await $0.guild(2).channels.create(Samples.createChannel, reason: "text")
        }
        cases.add(.moveChannels(Samples.channelPositionList, of: 2)) {
            try await $0.guild(2).channels.move(Samples.channelPositionList)
        }
        cases.add(.editGuild(2, Samples.editGuild, reason: "text")) {
            _ = try await $0.guild(2).edit(Samples.editGuild, reason: "text")
        }
        cases.add(.leaveGuild(2)) { try await $0.guild(2).leave() }
        cases.add(.getGuildPreview(2)) { _ = try await $0.guild(2).preview() }
        cases.add(.listGuildVoiceRegions(of: 2)) { _ = try await $0.guild(2).voiceRegions() }
        cases.add(.getVanityURL(of: 2)) { _ = try await $0.guild(2).vanityURL() }
        cases.add(.editIncidentActions(of: 2, Samples.editIncidentActions, reason: "text")) {
            _ = try await $0.guild(2).editIncidentActions(Samples.editIncidentActions, reason: "text")
        }
        cases.add(.listActiveThreads(of: 2)) { _ = try await $0.guild(2).activeThreads() }
        cases.add(.getWidgetSettings(of: 2)) { _ = try await $0.guild(2).widgetSettings() }
        cases.add(.editWidget(of: 2, Samples.editGuildWidget, reason: "text")) {
            _ = try await $0.guild(2).editWidget(Samples.editGuildWidget, reason: "text")
        }
        cases.add(.getWidget(of: 2)) { _ = try await $0.guild(2).widget() }
        cases.add(.getWidgetImage(of: 2, style: .banner1)) { _ = try await $0.guild(2).widgetImage(style: .banner1) }
        cases.add(.getWelcomeScreen(of: 2)) { _ = try await $0.guild(2).welcomeScreen() }
        cases.add(.editWelcomeScreen(of: 2, Samples.editWelcomeScreen, reason: "text")) {
            _ = try await $0.guild(2).editWelcomeScreen(Samples.editWelcomeScreen, reason: "text")
        }
        cases.add(.getOnboarding(of: 2)) { _ = try await $0.guild(2).onboarding() }
        cases.add(.editOnboarding(of: 2, Samples.editOnboarding, reason: "text")) {
            _ = try await $0.guild(2).editOnboarding(Samples.editOnboarding, reason: "text")
        }
        cases.add(.getNewMemberWelcome(of: 2)) { _ = try await $0.guild(2).newMemberWelcome() }
        cases.add(.deleteIntegration(17, of: 2, reason: "text")) {
            try await $0.guild(2).integrations.delete(17, reason: "text")
        }
        cases.add(.createTemplate(Samples.createTemplate, of: 2)) {
            _ = try await $0.guild(2).templates.create(Samples.createTemplate)
        }
        cases.add(.syncTemplate("text", of: 2)) { _ = try await $0.guild(2).templates.synchronize("text") }
        cases.add(.editTemplate("text", of: 2, Samples.editTemplate)) {
            _ = try await $0.guild(2).templates.edit("text", Samples.editTemplate)
        }
        cases.add(.deleteTemplate("text", of: 2)) { _ = try await $0.guild(2).templates.delete("text") }
        cases.add(.decideJoinRequest(18, of: 2, Samples.joinRequestDecision)) {
            _ = try await $0.guild(2).joinRequests.decide(18, Samples.joinRequestDecision)
        }
        cases.add(.editCurrentVoiceState(in: 2, Samples.editCurrentVoiceState)) {
            try await $0.guild(2).voiceStates.editOwn(Samples.editCurrentVoiceState)
        }
        cases.add(.editVoiceState(of: 4, in: 2, Samples.editVoiceState)) {
            try await $0.guild(2).voiceStates.edit(of: 4, Samples.editVoiceState)
        }
        cases.add(.editMember(4, of: 2, Samples.editMember, reason: "text")) {
            _ = try await $0.member(4, of: 2).edit(Samples.editMember, reason: "text")
        }
        cases.add(.removeMember(4, from: 2, reason: "text")) { try await $0.member(4, of: 2).kick(reason: "text") }
        cases.add(.addRole(5, to: 4, of: 2, reason: "text")) {
            try await $0.member(4, of: 2).addRole(5, reason: "text")
        }
        cases.add(.removeRole(5, from: 4, of: 2, reason: "text")) {
            try await $0.member(4, of: 2).removeRole(5, reason: "text")
        }
        cases.add(.searchMembers(of: 2, name: "text", limit: 7)) {
            _ = try await $0.guild(2).members.search(name: "text", limit: 7)
        }
        cases.add(.addMember(4, to: 2, Samples.addMember)) {
            _ = try await $0.guild(2).members.add(4, Samples.addMember)
        }
        cases.add(.editCurrentMember(of: 2, Samples.editCurrentMember, reason: "text")) {
            _ = try await $0.guild(2).members.editOwn(Samples.editCurrentMember, reason: "text")
        }
        cases.add(.editCurrentNick(in: 2, Samples.editCurrentNick, reason: "text")) {
            _ = try await $0.guild(2).members.editOwnNick(Samples.editCurrentNick, reason: "text")
        }
        cases.add(.getPruneCount(of: 2, days: 7, includeRoles: [5, 55])) {
            _ = try await $0.guild(2).members.pruneCount(days: 7, includeRoles: [5, 55])
        }
        cases.add(.prune(2, Samples.pruneMembers, reason: "text")) {
            _ = try await $0.guild(2).members.prune(Samples.pruneMembers, reason: "text")
        }
        cases.add(.getBan(of: 4, in: 2)) { _ = try await $0.guild(2).bans.fetch(4) }
        cases.add(.removeBan(of: 4, in: 2, reason: "text")) { try await $0.guild(2).bans.remove(4, reason: "text") }
        cases.add(.editRole(5, of: 2, Samples.editRole, reason: "text")) {
            _ = try await $0.guild(2).roles[5].edit(Samples.editRole, reason: "text")
        }
        cases.add(.deleteRole(5, of: 2, reason: "text")) { try await $0.guild(2).roles[5].delete(reason: "text") }
        cases.add(.createRole(Samples.createRole, in: 2, reason: "text")) {
            _ = try await $0.guild(2).roles.create(Samples.createRole, reason: "text")
        }
        cases.add(.moveRoles(Samples.rolePositionList, of: 2, reason: "text")) {
            _ = try await $0.guild(2).roles.reorder(Samples.rolePositionList, reason: "text")
        }
        cases.add(.getRoleMemberCounts(of: 2)) { _ = try await $0.guild(2).roles.memberCounts() }
        cases.add(.editScheduledEvent(9, of: 2, Samples.editScheduledEvent, reason: "text")) {
            _ = try await $0.guild(2).scheduledEvents[9].edit(Samples.editScheduledEvent, reason: "text")
        }
        cases.add(.deleteScheduledEvent(9, of: 2, reason: "text")) {
            try await $0.guild(2).scheduledEvents[9].delete(reason: "text")
        }
        cases.add(.getScheduledEventUserCounts(of: 9, in: 2, exceptions: [19])) {
            _ = try await $0.guild(2).scheduledEvents[9].userCounts(exceptions: [19])
        }
        cases.add(.createEventException(Samples.createEventException, of: 9, in: 2)) {
            _ = try await $0.guild(2).scheduledEvents[9].createException(Samples.createEventException)
        }
        cases.add(.editEventException(19, of: 9, in: 2, Samples.editEventException)) {
            _ = try await $0.guild(2).scheduledEvents[9].editException(19, Samples.editEventException)
        }
        cases.add(.deleteEventException(19, of: 9, in: 2)) {
            try await $0.guild(2).scheduledEvents[9].deleteException(19)
        }
        cases.add(.listScheduledEvents(of: 2, withCount: true)) {
            _ = try await $0.guild(2).scheduledEvents.list(withCount: true)
        }
        cases.add(.createScheduledEvent(Samples.createScheduledEvent, in: 2, reason: "text")) {
            _ = try await $0.guild(2).scheduledEvents.create(Samples.createScheduledEvent, reason: "text")
        }
        cases.add(.editAutoModerationRule(10, of: 2, Samples.editAutoModerationRule, reason: "text")) {
            _ = try await $0.guild(2).autoModeration[10].edit(Samples.editAutoModerationRule, reason: "text")
        }
        cases.add(.deleteAutoModerationRule(10, of: 2, reason: "text")) {
            try await $0.guild(2).autoModeration[10].delete(reason: "text")
        }
        cases.add(.listAutoModerationRules(of: 2)) { _ = try await $0.guild(2).autoModeration.list() }
        cases.add(.createAutoModerationRule(Samples.createAutoModerationRule, in: 2, reason: "text")) {
            _ = try await $0.guild(2).autoModeration.create(Samples.createAutoModerationRule, reason: "text")
        }
        return cases
    }
}
