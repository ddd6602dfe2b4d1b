// What moderators do with a member: nickname, time-out, kick, ban. Everything goes through Discord's own routes, so permissions,
// hierarchy and the audit log are those of Discord.

import {announce} from "./dom.js";
import {api, tell} from "./api.js";
import {openForm} from "./dialog.js";
import {may, isTimedOut} from "./permissions.js";
import {outranks} from "./rank.js";
import {guild, member, nameOf, now, store} from "./state.js";

const spans = [["60", "1 minute"], ["300", "5 minutes"], ["600", "10 minutes"], ["3600", "1 hour"], ["86400", "1 day"], ["604800", "1 week"], ["2419200", "28 days"]];
const deletions = [["0", "None"], ["3600", "The last hour"], ["86400", "The last day"], ["604800", "The last 7 days"]];
const why = {name: "reason", label: "Reason", hint: "It stands in the audit log.", max: 512};

/** What the member may do with somebody: [[icon, label, action, kind]]. */
export function moderationOf(user) {
    if (!guild() || !member(user.id)) return [];
    const path = `/guilds/${guild().id}/members/${user.id}`;
    const name = nameOf(user);
    const isMe = user.id === store.as;
    const above = outranks(user.id);
    const ask = (method, where, body, reason, said) => api.asMember(store.as, method, where, body, reason).then(() => announce(said));
    const right = (bit) => may(bit, null);
    return [
        (isMe || right("manageNicknames") && above) && ["edit", "Nickname", () => openForm(`Nickname of ${name}`, [
            {name: "nick", label: "Nickname", max: 32, value: member(user.id).nick ?? "", hint: "Empty takes it away."}],
        {save: ({nick}) => ask("PATCH", isMe ? `/guilds/${guild().id}/members/@me` : path, {nick: nick || null}, null, `${name} is called ${nick || user.username} here.`)})],
        !isMe && !user.bot && right("moderate") && above && (isTimedOut(member(user.id))
            ? ["clock", "End time-out", () => ask("PATCH", path, {communication_disabled_until: null}, null, `${name} may write again.`).catch(tell)]
            : ["clock", "Time out", () => openForm(`Time out ${name}`, [{name: "span", label: "For", options: spans, value: "600"}, why], {submit: "Time out",
                save: ({span, reason}) => ask("PATCH", path, {communication_disabled_until: new Date(now() + Number(span) * 1000).toISOString()}, reason, `${name} is timed out.`)})]),
        !isMe && right("kick") && above && ["away", "Kick", () => openForm(`Kick ${name}`, [why], {submit: "Kick", kind: "danger",
            save: ({reason}) => ask("DELETE", path, undefined, reason, `${name} is out of ${guild().name}.`)}), ".danger"],
        !isMe && right("ban") && above && ["shield", "Ban", () => openForm(`Ban ${name}`, [{name: "delete", label: "Delete their messages", options: deletions, value: "0"}, why],
            {submit: "Ban", kind: "danger", save: (values) => ask("PUT", `/guilds/${guild().id}/bans/${user.id}`, {delete_message_seconds: Number(values.delete)}, values.reason,
                `${name} is banned from ${guild().name}.`)}), ".danger"],
    ].filter(Boolean);
}
