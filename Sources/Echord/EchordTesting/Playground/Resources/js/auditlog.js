// The audit log: who did what to whom, and why, with what has changed.

import {h} from "./dom.js";
import {api} from "./api.js";
import {avatar, displayName} from "./people.js";
import {channel, guild, nameOf, person, role, store} from "./state.js";
import {relativeTime} from "./timestamps.js";

const actions = {
    1: "changed the server", 10: "created the channel", 11: "changed the channel", 12: "deleted the channel", 13: "set permissions in", 14: "changed permissions in", 15: "took back permissions in",
    20: "kicked", 21: "pruned members", 22: "banned", 23: "took back the ban of", 24: "changed", 25: "changed the roles of", 26: "moved members", 27: "disconnected members", 28: "added the app",
    30: "created the role", 31: "changed the role", 32: "deleted the role", 40: "created an invite", 41: "changed an invite", 42: "deleted an invite", 50: "created a webhook", 51: "changed a webhook",
    52: "deleted a webhook", 60: "added an emoji", 61: "changed an emoji", 62: "deleted an emoji", 72: "deleted messages of", 73: "deleted many messages in", 74: "pinned a message of", 75: "unpinned a message of",
    80: "added an integration", 81: "changed an integration", 82: "removed an integration", 90: "added a sticker", 91: "changed a sticker", 92: "deleted a sticker", 100: "created an event",
    101: "changed an event", 102: "deleted an event", 110: "started the thread", 111: "changed the thread", 112: "deleted the thread", 140: "created an AutoMod rule", 141: "changed an AutoMod rule",
    142: "deleted an AutoMod rule", 143: "had AutoMod hold back a message of", 144: "had AutoMod flag a message of", 145: "had AutoMod time out", 167: "changed the onboarding", 192: "set a voice status",
    193: "took away a voice status",
};

export async function drawAuditLog(panel) {
    const where = guild();
    const kind = h("select.field.small", {"aria-label": "What was done", onchange: () => load()}, h("option", {value: ""}, "Everything"),
        Object.entries(actions).map(([value, text]) => h("option", {value}, text)));
    const who = h("select.field.small", {"aria-label": "Who did it", onchange: () => load()}, h("option", {value: ""}, "Everybody"),
        where.members.map((member) => h("option", {value: member.user.id}, nameOf(member.user))));
    const list = h("div.audit", {"aria-live": "polite"});
    const more = h("button.button.small", {type: "button", hidden: true, onclick: () => load(list.lastElementChild?.dataset.entry)}, "Show older");
    panel.replaceChildren(h("div.audit-tools", {}, who, kind), list, more);
    const asked = {};
    async function load(before) {
        const mark = asked.last = {};
        const query = new URLSearchParams({limit: "50"});
        if (kind.value) query.set("action_type", kind.value);
        if (who.value) query.set("user_id", who.value);
        if (before) query.set("before", before);
        try {
            const answer = await api.asMember(store.as, "GET", `/guilds/${where.id}/audit-logs?${query}`);
            if (asked.last !== mark) return;
            const entries = answer.audit_log_entries;
            const rows = entries.map((entry) => row(entry, answer, where));
            if (before) list.append(...rows);
            else list.replaceChildren(...rows.length > 0 ? rows : [h("p.empty", {}, "Nothing of this kind was done here.")]);
            more.hidden = entries.length < 50;
        } catch (error) {
            list.replaceChildren(h("p.empty", {role: "alert"}, error.message));
        }
    }
    await load();
}

/** The moment an id was made: its first 42 bits. */
const momentOf = (id) => Number((BigInt(id) >> 22n) + 1_420_070_400_000n);

function row(entry, answer, where) {
    const by = answer.users.find((user) => user.id === entry.user_id) ?? person(entry.user_id)?.user;
    const changes = [...(entry.changes ?? []).map(change), ...Object.entries(entry.options ?? {}).map(([key, value]) => [key.replaceAll("_", " "), option(key, value)])];
    const line = [h("span.audit-line", {}, by ? displayName(by) : "Discord", ` ${actions[entry.action_type] ?? `did ${entry.action_type}`} `, h("strong", {}, target(entry, answer, where)),
        h("small.hint", {}, relativeTime(momentOf(entry.id)), entry.reason ? ` · ${entry.reason}` : ""))];
    const head = [by && avatar(by, "sm"), ...line];
    if (changes.length === 0) return h("div.audit-entry", {dataset: {entry: entry.id}}, h("div.audit-head", {}, head));
    return h("details.audit-entry", {dataset: {entry: entry.id}}, h("summary.audit-head", {}, head), h("dl", {}, changes.map(([key, text]) => [h("dt", {}, key), h("dd", {}, text)])));
}

function target(entry, answer, where) {
    const id = entry.target_id;
    const gone = (entry.changes ?? []).find((each) => each.key === "name");
    const user = answer.users.find((each) => each.id === id);
    if (user) return nameOf(user);
    const place = channel(id) ?? answer.threads.find((thread) => thread.id === id);
    if (place) return (place.type >= 10 && place.type <= 12 ? "" : "#") + place.name;
    if (role(id)) return role(id).name;
    if (id === where.id) return entry.action_type === 1 ? where.name : "";
    return gone?.old_value ?? gone?.new_value ?? id ?? "";
}

function change({key, old_value: before, new_value: after}) {
    if (key === "$add" || key === "$remove") return [key === "$add" ? "roles given" : "roles taken", after.map((each) => each.name).join(", ")];
    const name = key.replaceAll("_", " ");
    if (before === undefined) return [name, text(after)];
    return [name, after === undefined ? `${text(before)} → nothing` : `${text(before)} → ${text(after)}`];
}

const text = (value) => (typeof value === "object" ? JSON.stringify(value) : String(value));

const option = (key, value) => (key === "channel_id" && channel(value) ? "#" + channel(value).name : text(value));
