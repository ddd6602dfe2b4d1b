// Who may do what in a channel, computed as Discord's client does, so that the page offers only what can be done.

import {channel, guild, member, now, store} from "./state.js";

const bits = {
    administrator: 1n << 3n, addReactions: 1n << 6n, view: 1n << 10n, send: 1n << 11n, manageMessages: 1n << 13n, attach: 1n << 15n,
    kick: 1n << 1n, ban: 1n << 2n, manageChannels: 1n << 4n, manageGuild: 1n << 5n, auditLog: 1n << 7n, manageNicknames: 1n << 27n, manageThreads: 1n << 34n,
    createPublicThreads: 1n << 35n, createPrivateThreads: 1n << 36n, moderate: 1n << 40n, sendPolls: 1n << 49n, pinMessages: 1n << 51n, bypassSlowmode: 1n << 52n,
    history: 1n << 16n, mentionEveryone: 1n << 17n, manageRoles: 1n << 28n, useCommands: 1n << 31n, sendInThreads: 1n << 38n,
};
const all = (1n << 60n) - 1n;
const inDirectMessages = bits.view | bits.send | bits.attach | bits.history | bits.addReactions | bits.useCommands | bits.sendPolls | bits.pinMessages;

const number = (text) => {
    try {
        return BigInt(text ?? 0);
    } catch {
        return 0n;
    }
};

/** What a member may do in a channel of a server. */
function granted(where, id, user) {
    const self = member(user, where);
    if (!self) return 0n;
    const base = number(self.permissions);
    if (where.owner_id === user || (base & bits.administrator) !== 0n) return all;
    let place = where.channels.find((channel) => channel.id === id);
    const thread = place;
    const inThread = place && [10, 11, 12].includes(place.type);
    if (inThread) place = where.channels.find((channel) => channel.id === place.parent_id) ?? place;
    const overwrites = place?.permission_overwrites ?? [];
    let result = base;
    const apply = (list) => {
        let [allow, deny] = [0n, 0n];
        for (const overwrite of list) {
            allow |= number(overwrite.allow);
            deny |= number(overwrite.deny);
        }
        result = (result & ~deny) | allow;
    };
    apply(overwrites.filter((each) => each.id === where.id));
    apply(overwrites.filter((each) => each.type === 0 && each.id !== where.id && self.roles.includes(each.id)));
    apply(overwrites.filter((each) => each.type === 1 && each.id === user));
    if (inThread) result = (result & bits.sendInThreads) !== 0n ? result | bits.send : result & ~bits.send;
    const isIn = thread?.type !== 12 || (thread.thread_member_ids ?? []).includes(user) || (result & bits.manageThreads) !== 0n;
    if (!isIn) return 0n;
    if (isTimedOut(self)) result &= bits.view | bits.history;
    return (result & bits.view) === 0n ? 0n : result;
}

/** Whether a member (you, unless named) has a right: one of the names above. */
export function may(right, id = store.channelID, user = store.as) {
    const where = store.guilds.find((guild) => guild.channels.some((channel) => channel.id === id)) ?? (id === null ? guild() : undefined);
    const mine = where ? granted(where, id, user) : inDirectMessages;
    return (mine & bits[right]) !== 0n;
}

export const isTimedOut = (self) => self?.timed_out_until != null && Date.parse(self.timed_out_until) > now();

/** Why the member cannot write here; null when they can. */
export function closedBecause() {
    if (!store.channelID || !guild()) return null;
    const self = member();
    if (isTimedOut(self)) return "You are timed out and cannot write for now.";
    const here = channel(store.channelID);
    if (here?.thread_metadata?.archived && here.thread_metadata.locked && !may("manageThreads")) return "This thread is closed and locked.";
    if (here?.thread_metadata?.locked && !may("manageMessages")) return "This thread is locked.";
    return may("send") ? null : "You do not have permission to send messages in this channel.";
}
