// Brings the live events to where they belong.

import {noteArrival} from "./conversation.js";
import {mentionsMe} from "./message.js";
import {loadCommands, resettle} from "./navigation.js";
import {channel, isThread, setClock, store} from "./state.js";
import {addRecord} from "./timeline.js";
import {markRead, noteMessage} from "./unread.js";

const handlers = {
    message_create(event) {
        store.typing.delete(event.message.author?.id);
        if (event.message.local?.visible_to != null && event.message.local.visible_to !== store.as) return;
        countInThread(event);
        noteMessage(event.message, mentionsMe(event.message) || isDirect(event.channel_id));
        if (event.channel_id !== store.channelID) return store.change("unread");
        const isNew = !store.messages.has(event.message.id);
        store.messages.set(event.message.id, event.message);
        if (isNew) noteArrival(event.message);
        markRead(event.channel_id);
        store.change("messages", "typing");
    },
    message_update(event) {
        if (event.channel_id !== store.channelID || event.message.local?.visible_to != null && event.message.local.visible_to !== store.as) return;
        store.messages.set(event.message.id, event.message);
        store.faults.delete(event.message.id);
        store.change("messages");
    },
    message_delete(event) {
        if (event.channel_id !== store.channelID) return;
        for (const id of event.message_ids) store.messages.delete(id);
        if (event.message_ids.includes(store.editing)) store.editing = null;
        if (store.replyTo && event.message_ids.includes(store.replyTo.id)) store.replyTo = null;
        store.change("messages");
    },
    typing_start(event) {
        if (event.channel_id !== store.channelID) return;
        store.typing.set(event.user_id, performance.now() + 10_000);
        store.change("typing");
    },
    guild_update(event) {
        const index = store.guilds.findIndex((guild) => guild.id === event.guild.id);
        if (index < 0) store.guilds.push(event.guild);
        else store.guilds[index] = event.guild;
        resettle();
    },
    guild_delete(event) {
        store.guilds = store.guilds.filter((guild) => guild.id !== event.guild_id);
        resettle();
    },
    dm_create(event) {
        if (!store.dms.some((dm) => dm.id === event.dm.id)) store.dms.push(event.dm);
        resettle();
    },
    commands_update(event) {
        store.commands = event.commands;
        loadCommands();
    },
    application_update(event) {
        store.application = event.application;
        store.change("connection", "state");
    },
    clock_update: (event) => setClock(event.clock),
    faults_update(event) {
        store.discordFaults = event.faults;
        store.change("faults");
    },
    record: (event) => addRecord(event.entry),
};

/** The card of a thread says how many messages stand in it; the one it began with is not counted. */
function countInThread({channel_id: id, message}) {
    const thread = channel(id);
    if (!isThread(thread) || message.type === 21 || ["sending", "failed"].includes(message.local?.state) || store.channelID === id && store.messages.has(message.id)) return;
    thread.message_count = (thread.message_count ?? 0) + 1;
    if (thread.parent_id === store.channelID) store.change("messages");
}

const isDirect = (id) => store.dms.some((dm) => dm.id === id);

export function handle(event) {
    handlers[event.type]?.(event);
}
