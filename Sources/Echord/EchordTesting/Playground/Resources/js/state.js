// What the page knows. Modules change it through `store.change`, which tells the listeners of the named topics.

const listeners = new Map();

export const store = {
    clock: null,
    clockReadAt: 0,
    application: null,
    guilds: [],
    dms: [],
    commands: [],
    myCommands: [], // what the member may use here
    commandsReady: false,
    as: null,
    guildID: null, // null: direct messages
    channelID: null,
    messages: new Map(), // id → message, of the open channel only
    messagesReady: false,
    messagesFault: null, // why they could not be loaded
    hasOlder: false,
    newSince: null, // the last message that was read before the channel was opened
    typing: new Map(), // user id → when it ends
    busy: new Map(), // message id → custom id of the component that waits for the bot
    faults: new Map(), // message id → what went wrong with its component
    records: [],
    discordFaults: null, // what goes wrong on purpose
    replyTo: null,
    editing: null, // id of the message that is being edited
    connected: false,
    wasConnected: false,
    retryAt: null,

    on(topic, listener) {
        if (!listeners.has(topic)) listeners.set(topic, []);
        listeners.get(topic).push(listener);
    },
    off(topic, listener) {
        listeners.set(topic, (listeners.get(topic) ?? []).filter((each) => each !== listener));
    },
    change(...topics) {
        const called = new Set();
        for (const topic of topics) for (const listener of listeners.get(topic) ?? []) {
            if (called.has(listener)) continue;
            called.add(listener);
            listener();
        }
    },
};

/** The local Discord's time now, in milliseconds. */
export function now() {
    if (!store.clock) return Date.now();
    return store.clock.now_ms + (store.clock.running ? performance.now() - store.clockReadAt : 0);
}

export function setClock(clock) {
    store.clock = clock;
    store.clockReadAt = performance.now();
    store.change("clock");
}

export const guild = () => store.guilds.find((guild) => guild.id === store.guildID) ?? null;
export const member = (id = store.as, where = guild()) => where?.members.find((member) => member.user.id === id) ?? null;

/** Any person by id, wherever they are. */
export function person(id) {
    for (const guild of [...store.guilds.filter((g) => g.id === store.guildID), ...store.guilds]) {
        const found = member(id, guild);
        if (found) return found;
    }
    const bot = store.application?.bot;
    return bot && bot.id === id ? {user: bot, display_name: bot.username, roles: [], status: store.application.connected ? "online" : "offline"} : null;
}

export function nameOf(user) {
    const known = member(user?.id);
    return known?.nick ?? known?.display_name ?? user?.global_name ?? user?.username ?? "Someone";
}

/** Whether somebody is there: "online", "idle", "dnd" or "offline". */
export function statusOf(member) {
    const {bot, connected} = store.application ?? {};
    return member?.user.id === bot?.id && connected === false ? "offline" : member?.status ?? "offline";
}

export const botName = () => store.application?.name ?? "The bot";
export const role = (id) => store.guilds.flatMap((guild) => guild.roles).find((role) => role.id === id) ?? null;
export const channel = (id) => store.guilds.flatMap((guild) => guild.channels).find((channel) => channel.id === id) ?? null;
export const direct = (id = store.channelID) => store.dms.find((dm) => dm.id === id) ?? null;
export const locale = () => person(store.as)?.locale ?? "en-US";

/** A member's roles, the highest first. */
export function rolesOf(id, where = guild()) {
    const ids = member(id, where)?.roles ?? [];
    return (where?.roles ?? []).filter((role) => ids.includes(role.id)).sort((a, b) => b.position - a.position);
}

/** The colour of a member's name: that of the highest role that has one. */
export const nameColour = (id) => rolesOf(id).find((role) => role.color)?.color ?? 0;

/** Everyone who can be played: people of this server, or of all while direct messages are open. */
export function people() {
    const seen = new Map();
    for (const each of guild() ? [guild()] : store.guilds) {
        for (const member of each.members) if (!member.user.bot) seen.set(member.user.id, member);
    }
    return [...seen.values()];
}

/** Channels a message can be written in. */
export const isText = (channel) => [0, 2, 5, 10, 11, 12, 13].includes(channel.type);
export const isThread = (channel) => [10, 11, 12].includes(channel?.type);

export function sortedMessages() {
    return [...store.messages.values()].sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
}

/** Whether the message with id `a` is newer than `b`. */
export const isNewer = (a, b) => a != null && (b == null || BigInt(a) > BigInt(b));
