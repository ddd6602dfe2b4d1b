// What can be done with a message: the tools beside it, its menu, its keys.

import {$, copyText, h, iconButton} from "./dom.js";
import {api, tell} from "./api.js";
import {replyTo} from "./composer.js";
import {messageCommands, runContextMenu} from "./contextcommands.js";
import {localName} from "./commands.js";
import {quickEmojis} from "./emoji.js";
import {openEmojiPicker} from "./emojipicker.js";
import {markdownSource} from "./mentions.js";
import {menuItem, openMenu} from "./menus.js";
import {may} from "./permissions.js";
import {endPoll, isOpenPoll} from "./poll.js";
import {setPin} from "./pins.js";
import {plainText} from "./message.js";
import {isSystem} from "./system.js";
import {beginAt, canBegin} from "./threads.js";
import {openForward} from "./forward.js";
import {store} from "./state.js";
import {showTimelineOf} from "./timeline.js";

const isOpen = (message) => message.local?.visible_to == null;
const isSent = (message) => ["sent", "thinking"].includes(message.local?.state ?? "sent");
const isOwn = (message) => message.author?.id === store.as;
const canReact = (message) => isSent(message) && isOpen(message) && may("addReactions", message.channel_id);
const canReply = (message) => isSent(message) && isOpen(message) && may("send", message.channel_id);
const canEdit = (message) => isOwn(message) && isSent(message) && isOpen(message) && !isSystem(message) && message.poll == null;
const isPlain = (message) => isSent(message) && isOpen(message) && !isSystem(message);
const canDelete = (message) => isOwn(message) || !isOpen(message) || may("manageMessages", message.channel_id);

export function messageTools(message) {
    const quick = canReact(message) && quickEmojis.slice(0, 2).map((emoji) => h("button.icon-button", {
        type: "button", "aria-label": `React with ${emoji}`, title: `React with ${emoji}`, onclick: () => react(message, emoji),
    }, emoji));
    return h("div.message-tools", {role: "toolbar", "aria-label": "Message actions"}, quick,
        canReact(message) && iconButton("smile", "Add reaction", (event) => pickReaction(message, event.currentTarget), {"aria-haspopup": "dialog"}),
        canReply(message) && iconButton("reply", "Reply", () => replyTo(message)),
        canEdit(message) && iconButton("edit", "Edit", () => edit(message)),
        iconButton("more", "More", (event) => openMessageMenu(message, event.currentTarget), {"aria-haspopup": "menu", "data-tool": "more"}));
}

const pickReaction = (message, anchor) => openEmojiPicker(anchor, (emoji) => react(message, emoji));

export function openMessageMenu(message, anchor, point) {
    const menu = [];
    const add = (name, label, action, kind = "") => menu.push(menuItem(label, action, {sign: name, kind}));
    if (canReact(message)) {
        menu.push(h("div.menu-row", {role: "group", "aria-label": "Add a reaction"}, quickEmojis.map((emoji) =>
            menuItem(emoji, () => react(message, emoji), {label: `React with ${emoji}`}))));
        add("smile", "Add reaction…", () => pickReaction(message, anchor));
    }
    if (canReply(message)) add("reply", "Reply", () => replyTo(message));
    if (canEdit(message)) add("edit", "Edit message", () => edit(message));
    if (isPlain(message) && may("pinMessages", message.channel_id)) add("pin", message.pinned ? "Unpin message" : "Pin message", () => setPin(message, !message.pinned));
    if (isPlain(message) && canBegin(message)) add("thread", "Create thread…", () => beginAt(message, plainText(message)));
    if (isPlain(message) && message.poll == null) add("share", "Forward…", () => openForward(message));
    if (isOwn(message) && isOpenPoll(message)) add("check", "End poll now", () => endPoll(message));
    if (message.content) add("copy", "Copy text", () => copyText(markdownSource(message.content)));
    add("copy", "Copy message ID", () => copyText(message.id));
    add("timeline", "Show in the timeline", () => showTimelineOf(message));
    const apps = isSent(message) ? messageCommands() : [];
    if (apps.length > 0) {
        menu.push(h("div.menu-caption", {}, "Apps"));
        for (const command of apps) add("bolt", localName(command), () => runContextMenu(command, message.id, message.channel_id));
    }
    if (canDelete(message)) {
        menu.push(h("hr"));
        add("trash", isOpen(message) ? "Delete message" : "Dismiss message", () => remove(message), "danger");
    }
    openMenu(menu, anchor, {point, label: "Message actions"});
}

/** Keys on a message that has the focus; whether the key was for it. */
export function messageKeys(event, message, element) {
    switch (event.key) {
    case "Enter": case "ContextMenu":
        openMessageMenu(message, $("[data-tool=more]", element) ?? element, event.key === "Enter" ? undefined : centre(element));
        return true;
    case "r": case "R": return when(canReply(message), () => replyTo(message));
    case "e": case "E": return when(canEdit(message), () => edit(message));
    case "+": return when(canReact(message), () => pickReaction(message, element));
    case "t": case "T": return when(true, () => showTimelineOf(message));
    case "Delete": case "Backspace": return when(canDelete(message), () => remove(message));
    default: return false;
    }
}

function when(allowed, action) {
    if (allowed) action();
    return allowed;
}

function centre(element) {
    const box = element.getBoundingClientRect();
    return {x: box.left + 80, y: box.top + Math.min(40, box.height)};
}

export function edit(message) {
    store.editing = message.id;
    store.change("messages");
}

export async function react(message, emoji, remove = false) {
    try {
        await api.act("reaction", {as: store.as, channel_id: message.channel_id, message_id: message.id, emoji, remove});
    } catch (error) {
        tell(error);
    }
}

export async function remove(message) {
    try {
        await api.deleteMessage(message.channel_id, message.id, store.as);
    } catch (error) {
        tell(error);
    }
}
