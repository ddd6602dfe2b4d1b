// Threads and posts of forums: begun, listed, joined, closed.

import {$, copyText, h, isPhone} from "./dom.js";
import {api, tell} from "./api.js";
import {openForm, openQuestion} from "./dialog.js";
import {icon} from "./icons.js";
import {menuItem, openMenu} from "./menus.js";
import {openChannel} from "./navigation.js";
import {may} from "./permissions.js";
import {openPins} from "./pins.js";
import {closePopover, isOpenAt, openPopover, replacePopover} from "./popover.js";
import {channel, guild, isThread, store} from "./state.js";
import {relativeTime} from "./timestamps.js";

export const isForum = (place) => [15, 16].includes(place?.type);
const holdsThreads = (place) => [0, 5].includes(place?.type);
const ask = (method, path, body) => api.asMember(store.as, method, path, body);
const rests = [[60, "1 hour"], [1440, "24 hours"], [4320, "3 days"], [10_080, "1 week"]];

export function startThreads() {
    $("#open-threads").append(icon("thread"));
    $("#open-threads").addEventListener("click", (event) => (isOpenAt(event.currentTarget) ? closePopover() : openList(event.currentTarget)));
    $("#channel-more").append(icon("more"));
    $("#channel-more").addEventListener("click", (event) => openChannelMenu(event.currentTarget));
    for (const topic of ["state", "place"]) store.on(topic, draw);
}

function draw() {
    const here = channel(store.channelID);
    $("#open-threads").hidden = !holdsThreads(here) && !isForum(here);
    $("#open-pins").hidden = !store.channelID || isForum(here);
    $("#channel-more").hidden = !store.channelID;
}

// --- beginning one ---

export const canBegin = (message) => holdsThreads(channel(message.channel_id)) && message.thread == null && !channel(message.id) && may("createPublicThreads", message.channel_id);

export function beginAt(message, suggestion) {
    openForm("Create a thread", [{name: "name", label: "Name", required: true, max: 100, value: suggestion.slice(0, 60)}, rest()], {
        submit: "Create", save: async ({name, rest}) => enter(await ask("POST", `/channels/${message.channel_id}/messages/${message.id}/threads`, {name, auto_archive_duration: Number(rest)})),
    });
}

export function beginThread() {
    const place = channel(store.channelID);
    const kinds = [may("createPublicThreads") && [place.type === 5 ? "10" : "11", "Everybody who sees the channel"],
        may("createPrivateThreads") && place.type === 0 && ["12", "Only who is added"]].filter(Boolean);
    openForm("Create a thread", [
        {name: "name", label: "Name", required: true, max: 100}, {name: "type", label: "Who sees it", options: kinds, value: kinds[0]?.[0]},
        {name: "content", label: "First message", max: 2000}, rest(),
    ], {submit: "Create", save: async ({name, type, content, rest}) => {
        const thread = await ask("POST", `/channels/${place.id}/threads`, {name, type: Number(type), auto_archive_duration: Number(rest)});
        if (content) await api.act("message", {as: store.as, channel_id: thread.id, content});
        enter(thread);
    }});
}

export const canBeginHere = () => holdsThreads(channel(store.channelID)) && (may("createPublicThreads") || may("createPrivateThreads"));

const rest = () => ({name: "rest", label: "Closes after it was quiet for", options: rests.map(([minutes, text]) => [String(minutes), text]), value: "1440"});

export function beginPost(forum) {
    const tags = forum.available_tags ?? [];
    openForm(`New post in ${forum.name}`, [
        {name: "name", label: "Title", required: true, max: 100}, {name: "content", label: "Message", required: true, max: 2000},
        ...tags.length > 0 ? [{name: "tag", label: "Tag", options: [["", "None"], ...tags.map((tag) => [tag.id, [tag.emoji_name, tag.name].filter(Boolean).join(" ")])], value: ""}] : [],
    ], {submit: "Post", save: async ({name, content, tag}) => {
        const body = {name, message: {content}};
        if (tag) body.applied_tags = [tag];
        enter(await ask("POST", `/channels/${forum.id}/threads`, body));
    }});
}

/** Goes into a thread, also before the live event has told of it. */
function enter(thread) {
    const where = guild();
    if (!channel(thread.id)) where?.channels.push({...thread, thread_member_ids: [store.as]});
    store.change("state");
    openChannel(thread.id);
}

// --- the list ---

async function openList(anchor) {
    const place = channel(store.channelID);
    const list = h("div.pin-list");
    const begin = isForum(place) ? may("send") && h("button.button.small.primary", {type: "button", onclick: leave(() => beginPost(place))}, "New post")
        : canBeginHere() && h("button.button.small.primary", {type: "button", onclick: leave(beginThread)}, "Create");
    const active = guild().channels.filter((each) => isThread(each) && each.parent_id === place.id && !each.thread_metadata?.archived && may("view", each.id));
    list.append(...active.map((each) => row(each)));
    if (active.length === 0) list.append(h("p.empty", {}, "No thread is open."));
    openPopover(anchor, [h("div.popover-head", {}, h("h3", {}, isForum(place) ? "Posts" : "Threads"), begin), list], {label: "Threads", className: "pins"});
    if (!may("history")) return;
    try {
        const found = await Promise.all([ask("GET", `/channels/${place.id}/threads/archived/public`),
            may("manageThreads") ? ask("GET", `/channels/${place.id}/threads/archived/private`) : ask("GET", `/channels/${place.id}/users/@me/threads/archived/private`)]);
        const old = found.flatMap((answer) => answer.threads);
        if (old.length > 0) list.append(h("h4", {}, "Archived"), ...old.map((each) => row(each)));
    } catch (error) {
        list.append(h("p.empty", {role: "alert"}, error.message));
    }
    replacePopover();
}

const leave = (action) => () => {
    closePopover({focus: false});
    action();
};

function row(thread) {
    const {archived, archive_timestamp: since} = thread.thread_metadata ?? {};
    return h("button.person", {type: "button", dataset: {thread: thread.id}, onclick: leave(() => openChannel(thread.id))}, icon(thread.type === 12 ? "lock" : "thread"),
        h("span.person-text", {}, h("strong", {}, thread.name), h("small", {}, `${thread.message_count ?? 0} ${thread.message_count === 1 ? "message" : "messages"}`,
            archived && since ? [" · closed ", relativeTime(Date.parse(since))] : "")));
}

// --- what can be done with the open channel ---

function openChannelMenu(anchor) {
    const place = channel(store.channelID);
    const act = (method, path, body) => async () => {
        try {
            await ask(method, path, body);
        } catch (error) {
            tell(error);
        }
    };
    // On a phone there is no room for their buttons.
    const listed = isPhone() ? [!$("#open-threads").hidden && menuItem("Threads", () => openList(anchor), {sign: "thread"}),
        !$("#open-pins").hidden && menuItem("Pinned messages", () => openPins(anchor), {sign: "pin"})].filter(Boolean) : [];
    const items = isThread(place) ? threadItems(place, act) : place ? channelItems(place, act) : [];
    openMenu([...listed, ...items, menuItem("Copy channel ID", () => copyText(store.channelID), {sign: "copy"})], anchor, {label: isThread(place) ? "Thread" : "Channel"});
}

function threadItems(thread, act) {
    const path = `/channels/${thread.id}`;
    const {archived, locked} = thread.thread_metadata ?? {};
    const manages = may("manageThreads", thread.id);
    const owns = manages || thread.owner_id === store.as && !locked;
    const isIn = (thread.thread_member_ids ?? []).includes(store.as);
    return [
        !archived && (isIn ? menuItem("Leave the thread", act("DELETE", `${path}/thread-members/@me`), {sign: "out"})
            : menuItem("Join the thread", act("PUT", `${path}/thread-members/@me`), {sign: "in"})),
        owns && !archived && menuItem("Rename…", () => openForm("Rename the thread", [{name: "name", label: "Name", required: true, max: 100, value: thread.name}],
            {save: ({name}) => ask("PATCH", path, {name})}), {sign: "edit"}),
        (owns || archived && !locked && isIn) && menuItem(archived ? "Reopen" : "Close", act("PATCH", path, {archived: !archived}), {sign: "check"}),
        manages && menuItem(locked ? "Unlock" : "Lock", act("PATCH", path, {locked: !locked}), {sign: "lock"}),
        manages && menuItem("Delete…", () => openQuestion(`Delete “${thread.name}”?`, "Its messages go with it.", "Delete", act("DELETE", path)), {sign: "trash", kind: "danger"}),
    ].filter(Boolean);
}

const pauses = [0, 5, 10, 30, 60, 300, 900, 3600, 21_600];
export const pauseText = (seconds) => (seconds < 60 ? `${seconds} s` : seconds < 3600 ? `${seconds / 60} min` : `${seconds / 3600} h`);

function channelItems(place, act) {
    if (!may("manageChannels")) return [];
    const path = `/channels/${place.id}`;
    const known = [...new Set([...pauses, place.rate_limit_per_user ?? 0])].sort((a, b) => a - b);
    return [
        menuItem("Edit…", () => openForm(`Edit ${place.name}`, [
            {name: "name", label: "Name", required: true, max: 100, value: place.name}, {name: "topic", label: "Topic", max: isForum(place) ? 4096 : 1024, value: place.topic ?? ""},
            {name: "pause", label: "Slowmode", options: known.map((each) => [String(each), each === 0 ? "Off" : pauseText(each)]), value: String(place.rate_limit_per_user ?? 0)},
        ], {save: ({name, topic, pause}) => ask("PATCH", path, {name, topic: topic || null, rate_limit_per_user: Number(pause)})}), {sign: "edit"}),
        menuItem("Delete…", () => openQuestion(`Delete ${place.name}?`, "Its messages and threads go with it.", "Delete", act("DELETE", path)), {sign: "trash", kind: "danger"}),
    ];
}
