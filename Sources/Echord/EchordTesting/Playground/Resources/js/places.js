// Servers and channels with their threads and unread marks, and the line above the conversation.

import {append, h, $} from "./dom.js";
import {icon} from "./icons.js";
import {openChannel, openDirect, openGuild} from "./navigation.js";
import {may} from "./permissions.js";
import {roving} from "./roving.js";
import {channel, direct, guild, isText, isThread, person, nameOf, store} from "./state.js";
import {addChannel, addGuild} from "./world.js";
import {dmUnread, guildMentions, guildUnread, isUnread, mentionCount} from "./unread.js";
import {avatar} from "./people.js";

const folded = new Set(); // categories that are closed
const signs = {0: "hash", 2: "voice", 5: "news", 10: "thread", 11: "thread", 12: "thread", 13: "voice", 15: "forum", 16: "forum"};
const kinds = {0: "text channel", 2: "voice channel", 5: "announcement channel", 10: "thread", 11: "thread", 12: "private thread", 13: "stage", 15: "forum", 16: "media channel"};
let rovers = [];

export function startPlaces() {
    rovers = [roving($("#guild-list"), "button.guild-tile"), roving($("#channel-list"), "button")];
    const add = $("#add-channel");
    add.append(icon("plus", true));
    add.addEventListener("click", () => addChannel(guild()));
    for (const topic of ["state", "place", "unread"]) store.on(topic, drawPlaces);
    for (const topic of ["state", "place"]) store.on(topic, drawTitle);
}

const badge = (count) => count > 0 && h("span.badge", {"aria-hidden": "true"}, count > 99 ? "99+" : count);
const said = (name, unread, count) => name + (count > 0 ? `, ${count} ${count === 1 ? "mention" : "mentions"}` : unread ? ", unread" : "");

function drawPlaces() {
    const focused = document.activeElement?.dataset?.place;
    const tile = (id, content, name, unread, count, open) => h("button.guild-tile", {
        type: "button", dataset: {guildId: id ?? "dm", place: `g${id}`, unread}, "aria-label": said(name, unread, count), title: name,
        "aria-current": store.guildID === id ? "true" : null, onclick: open,
    }, content, badge(count));
    const directs = dmUnread();
    $("#guild-list").replaceChildren(
        tile(null, icon("mail"), "Direct messages", directs.length > 0, directs.length, () => openGuild(null)), h("hr"),
        ...store.guilds.map((guild) => tile(guild.id, initials(guild.name), guild.name, guildUnread(guild), guildMentions(guild), () => openGuild(guild.id))),
        h("button.guild-tile.quiet", {type: "button", "aria-label": "Add a server", title: "Add a server", onclick: addGuild}, icon("plus")));
    $("#guild-name").textContent = guild()?.name ?? "Direct messages";
    $("#add-channel").hidden = !guild();
    const list = $("#channel-list");
    list.replaceChildren();
    if (guild()) drawChannels(list);
    else drawDirects(list);
    for (const rover of rovers) rover.settle();
    if (focused) $(`[data-place="${CSS.escape(focused)}"]`)?.focus({preventScroll: true});
    const total = store.guilds.reduce((sum, guild) => sum + guildMentions(guild), 0) + directs.length;
    document.title = `${total > 0 ? `(${total}) ` : ""}${title().replace(/^# /, "#")} · Playground`;
}

function entry(id, sign, name, kind, {thread = false, locked = false} = {}) {
    const count = mentionCount(id);
    const element = h("button.channel", {
        type: "button", dataset: {channelId: id, place: `c${id}`, unread: isUnread(id)}, "aria-current": store.channelID === id ? "true" : null,
        "aria-label": said(`${name}, ${kind}`, isUnread(id), count), onclick: () => openChannel(id),
    }, sign, h("span.name", {}, name), badge(count));
    element.classList.toggle("thread", thread);
    element.classList.toggle("locked", locked);
    return element;
}

function drawDirects(list) {
    const dms = store.dms.filter((dm) => dm.user_id === store.as);
    const bot = store.application?.bot;
    append(list, dms.map((dm) => entry(dm.id, avatar(bot, "sm", {status: true}), store.application?.name ?? "Bot", "direct messages")));
    if (dms.length > 0 || !store.as) return;
    list.append(h("div.empty", {}, h("p", {}, `${nameOf(person(store.as)?.user)} and ${store.application?.name ?? "the bot"} have not written to each other yet.`),
        h("button.button.small", {type: "button", onclick: () => openDirect()}, "Open direct messages")));
}

function drawChannels(list) {
    const all = guild().channels.filter((channel) => may("view", channel.id)).sort((a, b) => (a.position ?? 0) - (b.position ?? 0));
    const under = (parent) => all.filter((channel) => channel.type !== 4 && (channel.parent_id ?? null) === parent);
    const draw = (channel, closed) => {
        const threads = under(channel.id).filter((thread) => isThread(thread) && (!thread.thread_metadata?.archived || thread.id === store.channelID));
        const show = !closed || channel.id === store.channelID || isUnread(channel.id);
        if (show && (isText(channel) || [15, 16].includes(channel.type))) {
            const locked = !may("send", channel.id);
            list.append(entry(channel.id, icon(locked ? "lock" : signs[channel.type] ?? "hash"), channel.name, kinds[channel.type] ?? "channel", {locked}));
        }
        for (const thread of threads) {
            if (!closed || thread.id === store.channelID || isUnread(thread.id)) list.append(entry(thread.id, icon("thread", true), thread.name, kinds[thread.type], {thread: true}));
        }
    };
    under(null).forEach((channel) => draw(channel, false));
    for (const category of all.filter((channel) => channel.type === 4)) {
        const closed = folded.has(category.id);
        list.append(h("button.category", {
            type: "button", "aria-expanded": String(!closed), dataset: {place: `k${category.id}`}, onclick: () => {
                if (closed) folded.delete(category.id);
                else folded.add(category.id);
                drawPlaces();
            },
        }, icon("down", true), category.name));
        under(category.id).forEach((channel) => draw(channel, closed));
    }
    if (list.children.length === 0) list.append(h("p.empty", {}, "This member sees no channel of this server."));
}

const initials = (name) => name.split(/\s+/).map((word) => [...word][0]).slice(0, 3).join("");

function title() {
    const open = channel(store.channelID);
    if (open) return (isThread(open) ? "" : "# ") + open.name;
    return direct() ? store.application?.name ?? "Bot" : "No channel";
}

function drawTitle() {
    const open = channel(store.channelID);
    const sign = open ? icon(signs[open.type] ?? "hash") : direct() ? icon("at") : null;
    $("#channel-title").replaceChildren(...[sign, h("span", {}, open?.name ?? title())].filter(Boolean));
    const parent = isThread(open) ? channel(open.parent_id) : null;
    $("#channel-topic").textContent = open?.topic ?? (parent ? `Thread in #${parent.name}` : "");
    $("#channel-topic").title = open?.topic ?? "";
}

/** The channels of the list in its order, for moving with the keyboard. */
export const channelOrder = () => [...document.querySelectorAll("#channel-list [data-channel-id]")].map((each) => each.dataset.channelId);
