// Where the page is: server, channel and member; it is kept in the address, so a reload comes back.

import {announce, $} from "./dom.js";
import {api, ControlError, tell} from "./api.js";
import {commandsHere} from "./commands.js";
import {loadMessages} from "./conversation.js";
import {showSidebar} from "./drawers.js";
import {lookAs} from "./live.js";
import {may} from "./permissions.js";
import {channel, direct, guild, isText, people, setClock, store} from "./state.js";
import {firstUnread, markRead, noteState} from "./unread.js";

const visited = new Map(); // "member/server" → the channel that was open last

export function readAddress() {
    const hash = new URLSearchParams(location.hash.slice(1));
    const wanted = hash.get("guild");
    store.guildID = wanted === "dm" ? null : wanted ?? undefined;
    store.channelID = hash.get("channel") || null;
    store.as = hash.get("as") || null;
}

function remember() {
    const hash = new URLSearchParams({guild: store.guildID ?? "dm", channel: store.channelID ?? "", as: store.as ?? ""});
    history.replaceState(null, "", location.search + "#" + hash);
    if (store.channelID) visited.set(`${store.as}/${store.guildID}`, store.channelID);
}

const canOpen = (channel) => (isText(channel) || [15, 16].includes(channel.type)) && may("view", channel.id);

function firstChannel() {
    const last = visited.get(`${store.as}/${store.guildID}`);
    if (!guild()) return store.dms.find((dm) => dm.user_id === store.as)?.id ?? null;
    const open = [...guild().channels].filter(canOpen).sort((a, b) => (a.position ?? 0) - (b.position ?? 0));
    return (open.find((channel) => channel.id === last) ?? open.find((channel) => channel.type === 0) ?? open[0])?.id ?? null;
}

/** Keeps what is open if it still exists and is seen, else opens the first thing there is. */
function settle() {
    if (store.guildID === undefined || store.guildID !== null && !guild()) store.guildID = store.guilds[0]?.id ?? null;
    if (!people().some((member) => member.user.id === store.as)) store.as = people()[0]?.user.id ?? null;
    const here = guild()?.channels.find((channel) => channel.id === store.channelID);
    const known = guild() ? here && canOpen(here) : direct()?.user_id === store.as;
    if (!known) store.channelID = firstChannel();
}

/** Loads the whole state; called at the start, after each reconnection and when another member is played. */
export async function load() {
    try {
        const state = await api.state();
        setClock(state.clock);
        Object.assign(store, {application: state.application, guilds: state.guilds, dms: state.dms, commands: state.commands, discordFaults: state.faults, loadFault: null});
        settle();
        noteState();
        if (store.as) lookAs(store.as);
        store.newSince = firstUnread(store.channelID);
        markRead(store.channelID);
        store.change("state", "place", "connection", "faults");
        remember();
        await Promise.all([loadMessages(), loadCommands()]);
    } catch (error) {
        if (!(error instanceof ControlError)) console.error(error);
        store.loadFault = error.message;
        store.change("connection");
    }
}

export async function loadCommands() {
    const {guildID, as} = store;
    let commands = commandsHere([]);
    if (guildID && as) {
        ({commands} = await api.commands(guildID, as).catch(() => ({commands: []})));
        if (store.guildID !== guildID || store.as !== as) return;
    }
    store.myCommands = commands;
    store.commandsReady = true;
    tellCommands();
    store.change("commands");
}

/** Marks whose commands the page knows; before that, a line with a slash would be a plain message. */
function tellCommands() {
    if (store.commandsReady) $("#app").dataset.commandsOf = store.as ?? "";
    else delete $("#app").dataset.commandsOf;
}

function moved({everything = true, fetch = true} = {}) {
    store.typing.clear();
    store.busy.clear();
    store.faults.clear();
    store.messages = new Map();
    store.messagesReady = false;
    store.messagesFault = null;
    store.editing = null;
    if (everything) {
        store.myCommands = [];
        store.commandsReady = false;
        tellCommands();
    }
    store.newSince = firstUnread(store.channelID);
    markRead(store.channelID);
    store.change("place", "messages", "typing");
    remember();
    if (!fetch) return;
    loadMessages();
    if (everything) loadCommands();
}

export function openGuild(id) {
    store.guildID = id;
    store.channelID = null;
    const before = store.as;
    settle();
    if (store.as !== before) lookAs(store.as);
    moved();
}

export function openChannel(id, {focus = true} = {}) {
    const where = store.guilds.find((guild) => guild.channels.some((channel) => channel.id === id))?.id ?? null;
    if (!channel(id) && !direct(id)) return announce("This channel does not exist, or this member does not see it.", "error");
    const elsewhere = where !== store.guildID;
    if (elsewhere) store.guildID = where;
    const before = store.channelID;
    store.channelID = id;
    settle();
    showSidebar(false);
    if (store.channelID !== before || elsewhere) moved({everything: elsewhere});
    if (focus) $("#composer").focus();
}

/** Opens the direct messages of the member with the bot. */
export async function openDirect() {
    try {
        const {dm} = await api.openDM(store.as);
        if (!direct(dm.id)) store.dms.push(dm);
        store.guildID = null;
        store.channelID = dm.id;
        showSidebar(false);
        moved();
        $("#composer").focus();
    } catch (error) {
        tell(error);
    }
}

/** Plays another member, from now on. */
export function become(id) {
    if (id === store.as) return;
    store.as = id;
    settle();
    lookAs(id);
    moved({fetch: false});
    // What the former member could not see was not told, so everything is read anew.
    load();
}

/** After the world has changed under the page. */
export function resettle() {
    const {as, channelID, guildID} = store;
    settle();
    noteState();
    if (store.as !== as) lookAs(store.as);
    if (store.as !== as || store.channelID !== channelID || store.guildID !== guildID) moved();
    else store.change("state");
    loadCommands();
}
