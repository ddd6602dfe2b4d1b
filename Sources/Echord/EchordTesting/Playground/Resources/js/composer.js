// The message box: messages with mentions, emoji, files and replies. Commands take it over in commandline.js.

import {$, announce, h, iconButton} from "./dom.js";
import {api, tell} from "./api.js";
import {beginCommand, commandIsOpen, endCommand, insertIntoCommand, submitCommand, takeFiles} from "./commandline.js";
import {leaves, matching, nearest, localName, parse} from "./commands.js";
import {completing} from "./completions.js";
import {openEmojiPicker} from "./emojipicker.js";
import {icon} from "./icons.js";
import {toMarkup} from "./mentions.js";
import {menuItem, openMenu} from "./menus.js";
import {edit} from "./messageactions.js";
import {avatar} from "./people.js";
import {closedBecause, may} from "./permissions.js";
import {botName, channel, isThread, nameOf, person, sortedMessages, store} from "./state.js";
import {openPollForm} from "./poll.js";
import {Suggestions} from "./suggestions.js";
import {beginThread, canBeginHere, isForum, pauseText} from "./threads.js";
import {startDropping, Uploads} from "./uploads.js";

const limit = 2000;
const picks = new Map(); // "@Ann" → "<@1>": what was picked from the suggestions
const drafts = new Map(); // "member/channel" → what was being written
const uploads = new Uploads({changed: () => drawTop()});
export let suggestions = null;
let complete = null;
let lastTyping = 0;
let draftKey = null;
let sending = null; // an AbortController while files go up

const box = () => $("#composer");

export function startComposer() {
    for (const [id, name] of [["#attach", "plus"], ["#open-emoji", "smile"], ["#send", "send"]]) $(id).append(icon(name));
    suggestions = new Suggestions($("#suggestions"), box());
    complete = completing(box(), suggestions, picks);
    box().addEventListener("input", changed);
    box().addEventListener("click", suggest);
    box().addEventListener("keydown", keys);
    box().addEventListener("blur", () => setTimeout(() => { if (!$("#composer-form").contains(document.activeElement)) suggestions.hide(); }, 150));
    $("#composer-form").addEventListener("paste", (event) => {
        if (!event.clipboardData?.files.length) return;
        event.preventDefault();
        take(event.clipboardData.files);
    });
    $("#composer-form").addEventListener("submit", (event) => {
        event.preventDefault();
        submit();
    });
    $("#attach").addEventListener("click", (event) => openMenu([
        menuItem("Attach files…", () => $("#file-input").click(), {sign: "file"}), may("sendPolls") && menuItem("Create a poll…", openPollForm, {sign: "check"}),
        canBeginHere() && menuItem("Create a thread…", beginThread, {sign: "thread"}), leaves().length > 0 && menuItem("Use a command", () => writeInComposer("/"), {sign: "bolt"}),
    ].filter(Boolean), event.currentTarget, {label: "Add to the conversation"}));
    $("#file-input").addEventListener("change", (event) => {
        take(event.target.files);
        event.target.value = "";
    });
    $("#open-emoji").addEventListener("click", (event) => openEmojiPicker(event.currentTarget, insertText));
    startDropping(() => (document.querySelector("dialog[open]") ? null : store.channelID && !closedBecause() ? {title: `Drop to attach to ${placeName()}`, take} : null));
    store.on("place", placeChanged);
    store.on("state", drawBox);
    store.on("commands", () => { if (document.activeElement === box()) suggest(); });
}

function take(list) {
    if (commandIsOpen()) takeFiles(list);
    else if (may("attach")) uploads.add(list);
    else announce("You do not have permission to attach files here.", "error");
    if (!commandIsOpen()) box().focus();
}

// --- the box ---

function placeName() {
    const open = channel(store.channelID);
    return open ? (isThread(open) ? `“${open.name}”` : "#" + open.name) : "@" + botName();
}

function placeChanged() {
    const key = `${store.as}/${store.channelID}`;
    if (draftKey !== null && draftKey !== key) {
        drafts.set(draftKey, box().value);
        endCommand();
        store.replyTo = null;
        uploads.clear();
        box().value = drafts.get(key) ?? "";
    }
    draftKey = key;
    drawBox();
    drawTop();
    changed({quiet: true});
}

function drawBox() {
    const closed = store.channelID ? closedBecause() : "Choose a channel first.";
    const me = nameOf(person(store.as)?.user);
    const inForum = isForum(channel(store.channelID));
    box().placeholder = closed ?? (inForum ? "Open a post to write in it" : `Message ${placeName()} as ${me}`);
    box().disabled = closed !== null || inForum;
    const pause = channel(store.channelID)?.rate_limit_per_user ?? 0;
    $("#slowmode").textContent = pause === 0 || inForum ? "" : `Slowmode: one message per ${pauseText(pause)}${may("bypassSlowmode") ? ", though not for you" : ""}`;
    for (const id of ["#attach", "#open-emoji"]) $(id).disabled = box().disabled;
    $("#composer-form").toggleAttribute("data-closed", box().disabled);
    count();
}

function fit() {
    box().style.height = "auto";
    box().style.height = Math.min(box().scrollHeight, innerHeight * 0.4) + "px";
}

const left = () => limit - [...toMarkup(box().value, picks)].length;

/** How much room is left, when it is little, and whether there is something to send. */
export function count() {
    const host = $("#counter");
    host.textContent = left() < 200 && !commandIsOpen() ? left() : "";
    host.toggleAttribute("data-over", left() < 0);
    $("#send").disabled = !commandIsOpen() && (box().disabled || left() < 0 || box().value.trim() === "" && uploads.count === 0 || sending !== null);
}

function changed({quiet = false} = {}) {
    fit();
    count();
    if (quiet === true) return suggestions.hide();
    suggest();
    const text = box().value;
    if (text === "" || text.startsWith("/") || !store.channelID || performance.now() - lastTyping < 8000) return;
    lastTyping = performance.now();
    api.act("typing", {as: store.as, channel_id: store.channelID}).catch(() => {});
}

// --- suggestions ---

function suggest() {
    const text = box().value;
    if (!text.startsWith("/")) return complete();
    if (!store.commandsReady) return suggestions.show("Loading the commands…", []);
    const line = parse(text);
    if (line?.complete) return beginCommand(line.leaf, line);
    const typed = text.slice(1);
    const found = typed.includes("\n") ? [] : matching(typed);
    const sign = () => avatar(store.application?.bot, "xs");
    if (found.length > 0) return suggestions.show(`Commands of ${botName()}`, found.slice(0, 25).map(commandEntry), {sign});
    if (leaves().length === 0) {
        return suggestions.show("Commands", [], {note: store.application?.connected ? `${botName()} has no commands for you here.` : `${botName()} is not connected: there are no commands.`});
    }
    const near = nearest(typed);
    return suggestions.show("No command fits", near.map(commandEntry), {
        note: `No command of ${botName()} is called “/${typed.trim()}”. ${near.length > 0 ? "Did you mean one of these? " : ""}Enter sends the line as a message.`,
    });
}

function commandEntry(leaf) {
    return {
        label: "/" + leaf.words, hint: leaf.description, extra: leaf.options.filter((option) => option.required).map(localName),
        apply: () => beginCommand(leaf),
    };
}

// --- keys ---

function keys(event) {
    if (event.isComposing) return;
    const isCommand = box().value.startsWith("/");
    // A whole command without options is run by Enter; a line that fits none is a message.
    const whole = isCommand ? parse(box().value) : null;
    const enter = isCommand ? (whole ? whole.leaf.options.some((option) => option.required) : matching(box().value.slice(1)).length > 0) : true;
    if (suggestions.takes(event, {enter})) return;
    if (event.key === "Enter" && !event.shiftKey) {
        event.preventDefault();
        submit();
    } else if (event.key === "Escape" && store.replyTo) {
        event.preventDefault();
        replyTo(null);
    } else if (event.key === "ArrowUp" && box().value === "" && uploads.count === 0) {
        const last = sortedMessages().findLast((message) => message.author?.id === store.as && message.type !== 20 && message.local?.visible_to == null
            && ["sent", undefined].includes(message.local?.state));
        if (!last) return;
        event.preventDefault();
        edit(last);
    }
}

// --- what other parts put in ---

/** Puts text where the caret is. */
function insertText(text) {
    if (commandIsOpen()) return insertIntoCommand(text);
    box().setRangeText(text, box().selectionStart, box().selectionEnd, "end");
    box().focus();
    changed();
}

export function insertMention(user) {
    const name = "@" + nameOf(user);
    if (commandIsOpen()) return insertIntoCommand(name + " ", `<@${user.id}>`);
    picks.set(name, `<@${user.id}>`);
    insertText(name + " ");
}

/** Replaces what is written. */
export function writeInComposer(text) {
    endCommand();
    box().value = text;
    box().setSelectionRange(text.length, text.length);
    box().focus();
    changed();
}

export function startCommand(leaf) {
    if (!box().disabled) beginCommand(leaf);
}

export function replyTo(message) {
    store.replyTo = message;
    drawTop();
    box().focus();
}

/** Above the line: whom the message replies to, and its files. */
function drawTop() {
    const host = $("#composer-top");
    const parts = [];
    if (store.replyTo) {
        parts.push(h("div.reply-bar", {}, icon("reply", true), h("span", {}, "Replying to ", h("strong", {}, nameOf(store.replyTo.author))),
            iconButton("close", "Cancel the reply", () => replyTo(null), {small: true})));
    }
    if (uploads.count > 0) parts.push(uploads.host);
    if (sending) {
        parts.push(h("div.reply-bar", {role: "status"}, h("span", {}, "Uploading…"), h("button.button.small", {type: "button", onclick: () => sending.abort()}, "Cancel")));
    }
    host.replaceChildren(...parts);
    host.hidden = parts.length === 0;
    count();
}

// --- sending ---

function submit() {
    if (commandIsOpen()) return submitCommand();
    const text = box().value.trim();
    if (!store.channelID) return announce("Choose a channel first.", "error");
    if (text.startsWith("/") && !store.commandsReady) return announce("The commands are still loading.", "error");
    const line = parse(text);
    if (line) {
        beginCommand(line.leaf, line);
        return submitCommand();
    }
    const name = text.startsWith("/") ? text.slice(1).split(/\s/)[0].toLowerCase() : null;
    const isPart = name && leaves().some((leaf) => [leaf.words, leaf.plain].some((words) => words.toLowerCase().split(" ")[0] === name));
    if (isPart) return announce("Choose which of its commands to run.", "error");
    if (text === "" && uploads.count === 0 || box().disabled || sending !== null) return;
    if (left() < 0) return announce(`A message has at most ${limit} characters.`, "error");
    sendMessage(text);
}

async function sendMessage(text) {
    const body = {as: store.as, channel_id: store.channelID, content: toMarkup(text, picks)};
    const before = {text: box().value, reply: store.replyTo, place: draftKey};
    if (store.replyTo) body.reference = store.replyTo.id;
    box().value = "";
    fit();
    suggestions.hide();
    try {
        if (uploads.count > 0) {
            sending = new AbortController();
            drawTop();
            body.attachments = await uploads.send(sending.signal);
            sending = null;
            uploads.clear();
        }
        store.replyTo = null;
        drawTop();
        await api.act("message", body);
        lastTyping = 0;
        if (box().value === "") picks.clear();
    } catch (error) {
        sending = null;
        tell(error);
        // Nothing that was written is lost.
        if (draftKey === before.place && box().value === "") {
            box().value = before.text;
            store.replyTo = before.reply;
            changed({quiet: true});
        }
        drawTop();
    }
}
