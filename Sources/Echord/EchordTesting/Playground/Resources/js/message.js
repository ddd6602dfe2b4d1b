// One message: who wrote it, what stands in it, and the line above that says where it comes from.

import {append, dots, h} from "./dom.js";
import {attachments} from "./attachments.js";
import {components} from "./components.js";
import {jumpTo} from "./conversation.js";
import {editor} from "./editor.js";
import {embeds} from "./embed.js";
import {icon} from "./icons.js";
import {markdown, plainMarkdown} from "./markdown.js";
import {messageTools, openMessageMenu, remove} from "./messageactions.js";
import {openChannel} from "./navigation.js";
import {avatar, displayName} from "./people.js";
import {poll} from "./poll.js";
import {openProfile} from "./profile.js";
import {reactions} from "./reactions.js";
import {isSystem, systemLine, systemText} from "./system.js";
import {botName, channel, nameOf, person, store} from "./state.js";
import {format, messageTime} from "./timestamps.js";

export function drawMessage(message, follows) {
    const local = message.local ?? {};
    const hidden = local.visible_to != null || (message.flags & 64) !== 0;
    const pending = local.state === "sending" || local.state === "failed";
    const menu = (event, point) => openMessageMenu(message, event.currentTarget, point);
    const element = h("article.message", {
        role: "listitem", tabindex: "-1", "aria-label": `${nameOf(message.author)}, ${format(Date.parse(message.timestamp), "t")}: ${plainText(message).slice(0, 200)}`,
        dataset: {messageId: message.id, ephemeral: hidden ? "true" : null, state: local.state ?? "sent", authorId: message.author?.id},
        oncontextmenu: (event) => {
            if (event.target.closest("a, img, input, textarea, select") || !getSelection().isCollapsed) return;
            event.preventDefault();
            menu(event, {x: event.clientX, y: event.clientY});
        },
    },
    above(message, local),
    h("div.message-side", {}, follows ? h("span.side-time", {"aria-hidden": "true"}, format(Date.parse(message.timestamp), "t"))
        : h("button", {type: "button", tabindex: "-1", "aria-hidden": "true", onclick: (event) => openProfile(message.author, event.currentTarget)}, avatar(message.author))),
    h("div.message-main", {},
        !follows && h("header.message-head", {}, h("button.author", {type: "button", "aria-haspopup": "dialog",
            onclick: (event) => openProfile(message.author, event.currentTarget)}, displayName(message.author)),
        (message.author?.bot || message.webhook_id) && h("span.tag", {}, message.webhook_id && !message.application_id ? "WEBHOOK" : "APP"), messageTime(message.timestamp),
        (message.flags & 4096) !== 0 && h("small.message-time", {title: "Sent without a notification"}, "silent"),
        message.pinned && h("small.message-time", {}, "pinned")),
        store.editing === message.id ? editor(message) : body(message, local),
        (message.reactions ?? []).length > 0 && reactions(message),
        hidden && !pending && h("footer.only-you", {}, icon("eye", true), "Only you can see this ·",
            h("button.link", {type: "button", dataset: {action: "dismiss"}, onclick: () => remove(message)}, "Dismiss message"))),
    !pending && messageTools(message));
    element.classList.toggle("ephemeral", hidden);
    element.classList.toggle("follows", follows);
    element.classList.toggle("mentions-me", mentionsMe(message));
    return element;
}

function body(message, local) {
    if (local.state === "sending") return h("div.pending", {}, dots(), "Sending command…");
    if (local.state === "failed") {
        return h("div.failed", {}, icon("warning", true), h("span", {role: "alert"}, local.error ?? "The application did not respond"),
            h("button.link", {type: "button", dataset: {action: "dismiss"}, onclick: () => remove(message)}, "Dismiss message"));
    }
    if (local.state === "thinking") return h("div.pending", {}, dots(), `${nameOf(message.author) || botName()} is thinking…`);
    if (isSystem(message)) return message.type === 21 ? original(message) : systemLine(message);
    const edited = message.edited_timestamp && h("small.edited", {title: format(Date.parse(message.edited_timestamp), "F")}, "(edited)");
    const isV2 = (message.flags & (1 << 15)) !== 0;
    const fault = store.faults.get(message.id);
    return [
        message.content && content(message.content, edited),
        (message.message_snapshots ?? []).map((entry) => snapshot(entry.message, message)),
        message.poll && poll(message),
        !isV2 && attachments(shownFiles(message)),
        (message.flags & 4) === 0 && embeds(message.embeds ?? []),
        (message.sticker_items ?? []).map((sticker) => h("div.elsewhere", {}, `Sticker: ${sticker.name}`)),
        h("div.components", {}, components(message)),
        fault && h("div.component-fault", {role: "alert"}, icon("warning", true), fault),
        message.thread && threadCard(message.thread),
        !message.content && edited,
    ];
}

/** The text, with the mark that it was edited at the end of its last line. */
function content(text, edited) {
    const element = h("div.content", {}, markdown(text, {jumbo: true}));
    if (!edited) return element;
    const last = element.lastElementChild;
    append(last?.matches(".md-line") ? last : element, [" ", edited]);
    return element;
}

/** The message a thread began with. */
function original(message) {
    const first = message.referenced_message;
    if (!first) return systemLine(message);
    return h("div.snapshot", {}, h("small", {}, displayName(first.author), " began this thread with"), body({...first, thread: null, flags: first.flags & ~32}, first.local ?? {}));
}

/** What an embed shows as its picture does not stand below it once more. */
function shownFiles(message) {
    const pictures = (message.embeds ?? []).flatMap((embed) => [embed.image, embed.thumbnail, {url: embed.author?.icon_url}, {url: embed.footer?.icon_url}]).map((media) => media?.url);
    return (message.attachments ?? []).filter((file) => !pictures.includes(file.url));
}

function snapshot(inner, message) {
    return h("div.snapshot", {}, h("small", {}, "Forwarded"), inner.content && h("div.content", {}, markdown(inner.content)), attachments(inner.attachments ?? []),
        embeds(inner.embeds ?? []), h("div.components", {}, components({...inner, id: message.id, channel_id: message.channel_id})));
}

function threadCard(thread) {
    const known = channel(thread.id) ?? thread;
    return h("button.thread-card", {type: "button", onclick: () => openChannel(thread.id)}, icon("thread"), h("strong", {}, known.name),
        h("span.hint", {}, `${known.message_count ?? 0} ${known.message_count === 1 ? "message" : "messages"}`));
}

/** The line above: which command, or which message it replies to. */
function above(message, local) {
    const metadata = message.interaction_metadata;
    const by = metadata?.user ?? message.interaction?.user;
    const from = metadata?.triggering_interaction_metadata ?? metadata; // the command that opened a form, for its answer
    const name = message.interaction?.name ?? from?.name;
    if (by && name && [20, 23].includes(message.type)) {
        const isMenu = message.type === 23 || from?.command_type > 1;
        return h("div.message-above", {}, avatar(by, "xs"), displayName(by), " used ", h("span.mention", {}, (isMenu ? "" : "/") + name));
    }
    if (local.state === "sending" || local.state === "failed") return null;
    const replied = message.referenced_message;
    if (message.type === 21 || message.type !== 19 && !(replied && message.message_reference?.type !== 1)) return null;
    if (!replied) return h("div.message-above", {}, "The original message was deleted");
    return h("div.message-above", {}, avatar(replied.author, "xs"), displayName(replied.author),
        h("button.link", {type: "button", onclick: () => jumpTo(replied.id)}, plainText(replied).slice(0, 160) || "Show the message"));
}

/** What a message says, without its marks: for screen readers, replies and notices. */
export function plainText(message) {
    if (message.local?.state === "sending") return "is being sent";
    if (message.local?.state === "failed") return message.local.error ?? "";
    if (message.local?.state === "thinking") return "is thinking";
    if (isSystem(message)) return systemText(message);
    const parts = [message.content ?? "", ...(message.embeds ?? []).flatMap((embed) => [embed.title, embed.description]), ...componentTexts(message.components ?? []),
        message.poll?.question?.text, ...(message.attachments ?? []).map((file) => file.filename)];
    return plainMarkdown(parts.filter(Boolean).join(" "));
}

function componentTexts(list) {
    return list.flatMap((component) => [component.type === 10 ? component.content : null, component.type === 2 ? `[${component.label ?? component.emoji?.name ?? "button"}]` : null,
        ...componentTexts(component.components ?? []), ...component.accessory ? componentTexts([component.accessory]) : []]).filter(Boolean);
}

export function mentionsMe(message) {
    if (message.author?.id === store.as) return false;
    if (message.mention_everyone || (message.mentions ?? []).some((user) => user.id === store.as)) return true;
    return (message.mention_roles ?? []).some((id) => person(store.as)?.roles?.includes(id));
}
