// The menus of messages and members, with the bot's context-menu commands.

import {announce, h, $} from "./dom.js";
import {api} from "./api.js";
import {showModal} from "./modal.js";
import {react, remove} from "./message.js";
import {nameOf, store} from "./state.js";
import {localName} from "./commands.js";

const quickEmojis = ["👍", "❤️", "😂", "🎉", "✅"];

export function openMessageMenu(message, anchor, point) {
    const own = message.author?.id === store.as;
    const real = (message.local?.state ?? "sent") === "sent" || message.local?.state === "thinking";
    const items = [];
    if (real && message.local?.visible_to == null) {
        items.push(h("div.menu-emojis", {role: "group", "aria-label": "Add reaction"}, quickEmojis.map((emoji) =>
            item(emoji, () => react(message, emoji, false), "Add reaction " + emoji))));
        items.push(item("Reply", () => {
            store.replyTo = message;
            store.change("reply");
            $("#composer").focus();
        }));
    }
    if (own && real && message.type !== 20) items.push(item("Edit message", () => edit(message)));
    items.push(item("Copy text", () => navigator.clipboard?.writeText(message.content ?? "").catch(() => {})));
    items.push(item("Copy message ID", () => navigator.clipboard?.writeText(message.id).catch(() => {})));
    if (real) items.push(...apps(3, message.id, message.channel_id));
    items.push(item(message.local?.visible_to != null ? "Dismiss message" : "Delete message", () => remove(message), null, "danger"));
    open(items, anchor, point, "Message actions");
}

export function openUserMenu(user, channelID, anchor) {
    const items = [h("div.menu-title", {}, nameOf(user), h("small", {}, "@" + user.username))];
    items.push(item("Mention", () => {
        const composer = $("#composer");
        composer.setRangeText(`<@${user.id}> `, composer.selectionStart, composer.selectionEnd, "end");
        composer.dispatchEvent(new Event("input"));
        composer.focus();
    }));
    items.push(item("Copy user ID", () => navigator.clipboard?.writeText(user.id).catch(() => {})));
    items.push(...apps(2, user.id, channelID));
    open(items, anchor, null, "Member actions");
}

function apps(type, target, channelID) {
    const commands = store.myCommands.filter((command) => command.type === type);
    if (commands.length === 0) return [];
    return [h("div.menu-caption", {}, "Apps"), ...commands.map((command) => item(localName(command), async () => {
        try {
            const {interaction} = await api.act("context-menu", {as: store.as, channel_id: channelID, command_id: command.id, target_id: target});
            if (interaction.state === "failed") announce(interaction.error ?? "The application did not respond", "error");
            if (interaction.modal) showModal(interaction.modal);
        } catch (error) {
            announce(error.message, "error");
        }
    }))];
}

function item(text, action, label, kind) {
    return h(kind ? `button.menu-item.${kind}` : "button.menu-item", {type: "button", role: "menuitem", "aria-label": label, onclick: () => {
        close();
        action();
    }}, text);
}

let opened = null;

function close() {
    opened?.menu.remove();
    opened?.anchor?.setAttribute("aria-expanded", "false");
    opened = null;
}

function open(items, anchor, point, label) {
    close();
    const menu = h("div.context-menu", {role: "menu", "aria-label": label}, items);
    document.body.append(menu);
    const box = anchor.getBoundingClientRect();
    const x = Math.min(point?.x ?? box.left, innerWidth - menu.offsetWidth - 8);
    const y = Math.min(point?.y ?? box.bottom + 4, innerHeight - menu.offsetHeight - 8);
    menu.style.left = Math.max(8, x) + "px";
    menu.style.top = Math.max(8, y) + "px";
    anchor.setAttribute("aria-expanded", "true");
    opened = {menu, anchor};
    $("button", menu)?.focus();
}

document.addEventListener("pointerdown", (event) => {
    if (opened && !opened.menu.contains(event.target)) close();
});
document.addEventListener("keydown", (event) => {
    if (!opened) return;
    const buttons = [...opened.menu.querySelectorAll("button")];
    const index = buttons.indexOf(document.activeElement);
    if (event.key === "Escape" || event.key === "Tab") {
        const anchor = opened.anchor;
        close();
        anchor.focus();
    } else if (event.key === "ArrowDown" || event.key === "ArrowRight") buttons[(index + 1) % buttons.length].focus();
    else if (event.key === "ArrowUp" || event.key === "ArrowLeft") buttons[(index + buttons.length - 1) % buttons.length].focus();
    else return;
    event.preventDefault();
});

function edit(message) {
    const host = document.querySelector(`[data-message-id="${message.id}"] .message-main`);
    if (!host) return;
    const input = h("textarea.form-control.edit-input", {"aria-label": "Edit message", value: message.content, rows: 2});
    const done = () => store.change("messages-anew");
    const save = async () => {
        try {
            await api.act("edit", {as: store.as, channel_id: message.channel_id, message_id: message.id, content: input.value});
            done();
        } catch (error) {
            announce(error.message, "error");
        }
    };
    input.addEventListener("keydown", (event) => {
        if (event.key === "Escape") done();
        if (event.key === "Enter" && !event.shiftKey) {
            event.preventDefault();
            save();
        }
    });
    host.replaceChildren(input, h("small.field-hint", {}, "Escape to cancel · Enter to save"));
    input.focus();
}
