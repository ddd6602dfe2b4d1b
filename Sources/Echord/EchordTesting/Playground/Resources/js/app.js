// Starts the page and brings events to where they belong.

import {announce, $} from "./dom.js";
import {api} from "./api.js";
import {commandsHere} from "./commands.js";
import {startComposer} from "./composer.js";
import {drawTyping, loadMessages, startConversation} from "./conversation.js";
import {connect, lookAs} from "./live.js";
import {drawMembers, drawPlaces, drawStatus, drawTitle} from "./places.js";
import {guild, isText, now, setClock, store} from "./state.js";
import {addRecord, startTimeline} from "./timeline.js";
import {format, refreshRelative} from "./timestamps.js";

const place = {openGuild, openChannel};

function remember() {
    const hash = new URLSearchParams({guild: store.guildID ?? "dm", channel: store.channelID ?? "", as: store.as ?? ""});
    history.replaceState(null, "", location.search + "#" + hash);
}

function firstChannel() {
    if (!guild()) return store.dms.find((dm) => dm.user_id === store.as)?.id ?? null;
    return [...guild().channels].filter(isText).sort((a, b) => (a.position ?? 0) - (b.position ?? 0))[0]?.id ?? null;
}

/** Keeps what is open if it still exists, else opens the first thing there is. */
function settle() {
    if (store.guildID !== null && !guild()) store.guildID = store.guilds[0]?.id ?? null;
    const people = (guild() ? [guild()] : store.guilds).flatMap((guild) => guild.members).filter((member) => !member.user.bot);
    if (!people.some((member) => member.user.id === store.as)) store.as = people[0]?.user.id ?? null;
    const known = guild() ? guild().channels.some((channel) => channel.id === store.channelID)
        : store.dms.some((dm) => dm.id === store.channelID && dm.user_id === store.as);
    if (!known) store.channelID = firstChannel();
}

async function load() {
    try {
        const state = await api.state();
        setClock(state.clock);
        Object.assign(store, {application: state.application, guilds: state.guilds, dms: state.dms, commands: state.commands});
        if (store.guildID === undefined) store.guildID = store.guilds[0]?.id ?? null;
        settle();
        if (store.as) lookAs(store.as);
        store.change("state", "place");
        remember();
        await Promise.all([loadMessages(), loadCommands()]);
    } catch (error) {
        announce(error.message, "error");
    }
}

async function loadCommands() {
    const {guildID, as} = store;
    if (!guildID || !as) {
        store.myCommands = commandsHere([]);
        store.commandsReady = true;
        return tellCommands();
    }
    const {commands} = await api.commands(guildID, as).catch(() => ({commands: []}));
    if (store.guildID !== guildID || store.as !== as) return;
    store.myCommands = commands;
    store.commandsReady = true;
    tellCommands();
}

/** Marks whose commands the page knows; before that, a line with a slash would be a plain message. */
function tellCommands() {
    if (store.myCommands.length > 0) $("#app").dataset.commandsOf = store.as ?? "";
    else delete $("#app").dataset.commandsOf;
}

function moved() {
    store.typing.clear();
    store.messages = new Map();
    store.myCommands = [];
    store.commandsReady = false;
    tellCommands();
    store.change("place", "messages", "typing");
    remember();
    loadMessages();
    loadCommands();
}

function openGuild(id) {
    store.guildID = id;
    store.channelID = null;
    const before = store.as;
    settle();
    if (store.as !== before) lookAs(store.as);
    moved();
}

function openChannel(id) {
    store.channelID = id;
    showSidebar(false);
    moved();
    $("#composer").focus();
}

function become(id) {
    store.as = id;
    settle();
    lookAs(id);
    moved();
}

function handle(event) {
    switch (event.type) {
    case "message_create":
    case "message_update":
        if (event.type === "message_create") store.typing.delete(event.message.author?.id);
        if (event.channel_id !== store.channelID) return;
        if (event.message.local?.visible_to != null && event.message.local.visible_to !== store.as) return;
        store.messages.set(event.message.id, event.message);
        store.change("messages", "typing");
        break;
    case "message_delete":
        if (event.channel_id !== store.channelID) return;
        for (const id of event.message_ids) store.messages.delete(id);
        store.change("messages");
        break;
    case "typing_start":
        if (event.channel_id !== store.channelID) return;
        store.typing.set(event.user_id, performance.now() + 10_000);
        store.change("typing");
        break;
    case "guild_update": {
        const index = store.guilds.findIndex((guild) => guild.id === event.guild.id);
        if (index < 0) store.guilds.push(event.guild);
        else store.guilds[index] = event.guild;
        resettle();
        break;
    }
    case "guild_delete":
        store.guilds = store.guilds.filter((guild) => guild.id !== event.guild_id);
        resettle();
        break;
    case "dm_create":
        if (!store.dms.some((dm) => dm.id === event.dm.id)) store.dms.push(event.dm);
        resettle();
        break;
    case "commands_update":
        store.commands = event.commands;
        loadCommands();
        break;
    case "application_update":
        store.application = event.application;
        store.change("connection");
        break;
    case "clock_update":
        setClock(event.clock);
        break;
    case "record":
        addRecord(event.entry);
        break;
    }
}

/** After the world changed under the page. */
function resettle() {
    const {as, channelID, guildID} = store;
    settle();
    if (store.as !== as) lookAs(store.as);
    if (store.as !== as || store.channelID !== channelID || store.guildID !== guildID) moved();
    else store.change("state");
    loadCommands();
}

// --- the frame of the page ---

function showSidebar(open) {
    $("#app").classList.toggle("sidebar-open", open);
    $("#open-sidebar").setAttribute("aria-expanded", String(open));
}

function showPanel(open) {
    $("#bot-panel").hidden = !open;
    $("#open-panel").setAttribute("aria-expanded", String(open));
    $("#bot-panel").dispatchEvent(new CustomEvent("toggle-panel", {detail: open}));
}

async function clock(body) {
    try {
        setClock((await api.clock(body)).clock);
    } catch (error) {
        announce(error.message, "error");
    }
}

function drawClock() {
    if (!store.clock) return;
    const text = format(now(), "S");
    const element = $("#clock-now");
    if (element.textContent !== text) element.textContent = text;
    $("#clock-toggle").textContent = store.clock.running ? "Stop" : "Start";
    $("#clock-toggle").setAttribute("aria-pressed", String(!store.clock.running));
}

function start() {
    const hash = new URLSearchParams(location.hash.slice(1));
    const wanted = hash.get("guild");
    store.guildID = wanted === "dm" ? null : wanted ?? undefined;
    store.channelID = hash.get("channel") || null;
    store.as = hash.get("as") || null;

    store.on("state", () => drawPlaces(place));
    store.on("state", drawMembers);
    store.on("state", drawTitle);
    store.on("state", drawStatus);
    store.on("place", () => drawPlaces(place));
    store.on("place", drawMembers);
    store.on("place", drawTitle);
    store.on("connection", drawStatus);
    store.on("clock", () => {
        drawClock();
        refreshRelative();
    });
    startConversation();
    startComposer();
    startTimeline();
    $("#member-select").addEventListener("change", (event) => become(event.target.value));
    $("#open-sidebar").addEventListener("click", () => showSidebar(!$("#app").classList.contains("sidebar-open")));
    $("#scroller").addEventListener("click", () => showSidebar(false));
    $("#open-panel").addEventListener("click", () => showPanel($("#bot-panel").hidden));
    $("#close-panel").addEventListener("click", () => {
        showPanel(false);
        $("#open-panel").focus();
    });
    $("#clock-toggle").addEventListener("click", () => clock({action: store.clock?.running ? "stop" : "start"}));
    for (const button of document.querySelectorAll("[data-advance]")) {
        button.addEventListener("click", () => clock({advance_ms: Number(button.dataset.advance)}));
    }
    setInterval(() => {
        drawClock();
        refreshRelative();
        drawTyping();
    }, 1000);
    connect(handle, load);
}

start();
