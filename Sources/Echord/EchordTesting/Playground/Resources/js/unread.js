// What has not been read: per member and channel, as long as the page is open.

import {isNewer, isThread, store} from "./state.js";
import {may} from "./permissions.js";

const latest = new Map(); // channel id → its last message
const read = new Map(); // "member/channel" → the last message that was read
const atStart = new Map(); // channel id → its last message when the page first saw it: what is older counts as read
const mentions = new Map(); // "member/channel" → how many unread messages mention the member

const key = (channelID, as = store.as) => `${as}/${channelID}`;

/** Takes over what a newly loaded state says. */
export function noteState() {
    const channels = [...store.guilds.flatMap((guild) => guild.channels), ...store.dms];
    for (const channel of channels) {
        // A forum's last message is a post, which is marked itself.
        if ([15, 16].includes(channel.type)) continue;
        const last = channel.last_message_id ?? null;
        if (!atStart.has(channel.id)) atStart.set(channel.id, store.wasLoaded ? null : last);
        if (isNewer(last, latest.get(channel.id))) latest.set(channel.id, last);
    }
    store.wasLoaded = true;
}

export function noteMessage(message, mentionsMe) {
    if (isNewer(message.id, latest.get(message.channel_id)) && !["sending", "failed"].includes(message.local?.state)) {
        latest.set(message.channel_id, message.id);
        if (message.channel_id !== store.channelID && mentionsMe) {
            mentions.set(key(message.channel_id), mentionCount(message.channel_id) + 1);
        }
    }
}

const lastRead = (id) => read.get(key(id)) ?? atStart.get(id) ?? null;
/** After which message the unread ones begin; null when everything is read. */
export const firstUnread = (id) => (isNewer(latest.get(id), lastRead(id)) ? lastRead(id) ?? "0" : null);
export const mentionCount = (id) => mentions.get(key(id)) ?? 0;
export const isUnread = (id) => id !== store.channelID && isNewer(latest.get(id), lastRead(id));

/** Everything in the channel is read now. */
export function markRead(id) {
    if (!id || !store.as) return;
    if (latest.has(id)) read.set(key(id), latest.get(id));
    else if (!read.has(key(id))) read.set(key(id), atStart.get(id) ?? null);
    mentions.delete(key(id));
}

// What is read is asked first: rights cost more, and a world may have a thousand servers.
const counts = (channel) => isUnread(channel.id) && !(isThread(channel) && channel.thread_metadata?.archived) && may("view", channel.id);
export const guildUnread = (guild) => guild.channels.some(counts);
export const guildMentions = (guild) => guild.channels.reduce((sum, channel) => sum + (mentionCount(channel.id) > 0 && counts(channel) ? mentionCount(channel.id) : 0), 0);
export const dmUnread = () => store.dms.filter((dm) => dm.user_id === store.as && isUnread(dm.id));
