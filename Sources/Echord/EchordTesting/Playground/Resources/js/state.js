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
    hasOlder: false,
    typing: new Map(), // user id → when it ends
    records: [],
    replyTo: null,
    connected: false,

    on(topic, listener) {
        if (!listeners.has(topic)) listeners.set(topic, []);
        listeners.get(topic).push(listener);
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
export const member = (id = store.as) => guild()?.members.find((member) => member.user.id === id) ?? null;

/** Any person by id, wherever they are. */
export function person(id) {
    for (const guild of [...store.guilds.filter((g) => g.id === store.guildID), ...store.guilds]) {
        const found = guild.members.find((member) => member.user.id === id);
        if (found) return found;
    }
    if (store.application?.bot.id === id) return {user: store.application.bot, display_name: store.application.bot.username, roles: []};
    return null;
}

export function nameOf(user) {
    const known = member(user?.id);
    return known?.nick ?? known?.display_name ?? user?.global_name ?? user?.username ?? "Someone";
}

export const role = (id) => store.guilds.flatMap((guild) => guild.roles).find((role) => role.id === id) ?? null;
export const channel = (id) => store.guilds.flatMap((guild) => guild.channels).find((channel) => channel.id === id) ?? null;
export const locale = () => person(store.as)?.locale ?? "en-US";

/** The colour of a member's name: that of the highest role that has one. */
export function nameColour(id) {
    const roles = (member(id)?.roles ?? []).map(role).filter((role) => role && role.color);
    roles.sort((a, b) => b.position - a.position);
    return roles[0]?.color ?? 0;
}

/** Channels a message can be written in. */
export const isText = (channel) => [0, 5, 10, 11, 12].includes(channel.type);

export function sortedMessages() {
    return [...store.messages.values()].sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
}
