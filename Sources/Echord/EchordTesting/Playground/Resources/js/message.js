// One message, and what can be done to it.

import {announce, h, safeURL} from "./dom.js";
import {api} from "./api.js";
import {components, size} from "./components.js";
import {embed} from "./embed.js";
import {markdown} from "./markdown.js";
import {openMessageMenu, openUserMenu} from "./menus.js";
import {avatar, displayName} from "./people.js";
import {nameOf, person, store} from "./state.js";
import {messageTime} from "./timestamps.js";

const notices = {6: "pinned a message to this channel.", 7: "joined the server.", 18: "started a thread."};

export function drawMessage(message, follows) {
    const local = message.local ?? {};
    const ephemeral = local.visible_to != null || (message.flags & 64) !== 0;
    const own = message.author?.id === store.as;
    const classes = ["article", "message"];
    if (ephemeral) classes.push("ephemeral");
    if (follows) classes.push("follows");
    if (mentionsMe(message)) classes.push("mentions-me");
    const menu = h("button.message-more", {
        type: "button", "aria-label": "Message actions", "aria-haspopup": "menu",
        onclick: (event) => openMessageMenu(message, event.currentTarget),
    }, "⋯");
    const author = h("button.author", {type: "button", "aria-haspopup": "menu", onclick: (event) =>
        openUserMenu(message.author, message.channel_id, event.currentTarget)}, displayName(message.author));
    return h(classes.join("."), {
        dataset: {messageId: message.id, ephemeral: ephemeral ? "true" : null, state: local.state ?? "sent", authorId: message.author?.id},
        tabindex: "-1", "aria-label": `Message of ${nameOf(message.author)}`,
        oncontextmenu: (event) => {
            if (event.target.closest("a, img, input, textarea") || !getSelection().isCollapsed) return;
            event.preventDefault();
            openMessageMenu(message, menu, {x: event.clientX, y: event.clientY});
        },
    },
    above(message),
    h("div.message-side", {}, follows ? null : avatar(message.author)),
    h("div.message-main", {},
        !follows && h("header.message-head", {}, author,
            message.author?.bot && h("span.app-tag", {}, "APP"), messageTime(message.timestamp)),
        body(message, local),
        (message.reactions ?? []).length > 0 && reactions(message),
        ephemeral && !["sending", "failed"].includes(local.state) && h("footer.only-you", {}, h("span", {"aria-hidden": "true"}, "👁 "), "Only you can see this · ",
            h("button.link", {type: "button", dataset: {action: "dismiss"}, onclick: () => remove(message)}, "Dismiss message"))),
    local.state !== "sending" && !own && local.state !== "failed" || own ? menu : null);
}

function body(message, local) {
    const bot = store.application?.name ?? "The bot";
    if (local.state === "sending") return h("div.pending", {role: "status"}, spinner(), "Sending command…");
    if (local.state === "failed") {
        return h("div.failed", {}, h("span", {role: "alert"}, "⚠ ", local.error ?? "The application did not respond"), " ",
            h("button.link", {type: "button", dataset: {action: "dismiss"}, onclick: () => remove(message)}, "Dismiss message"));
    }
    if (local.state === "thinking") return h("div.pending", {role: "status"}, spinner(), `${nameOf(message.author) || bot} is thinking…`);
    if (notices[message.type]) return h("div.system", {}, notices[message.type]);
    return [
        message.content && h("div.content", {}, markdown(message.content), message.edited_timestamp && h("small.edited", {}, " (edited)")),
        (message.embeds ?? []).map(embed),
        (message.flags & (1 << 15)) === 0 && (message.attachments ?? []).map(attachment),
        h("div.components", {}, components(message)),
        !message.content && message.edited_timestamp && h("small.edited", {}, "(edited)"),
    ];
}

const spinner = () => h("span.dots", {"aria-hidden": "true"}, h("i"), h("i"), h("i"));

/** The line above: which command, or which message it replies to. */
function above(message) {
    const by = message.interaction_metadata?.user ?? message.interaction?.user;
    if (message.local?.state === "sending" || message.local?.state === "failed") return null;
    if (by && message.type === 20) {
        const name = message.interaction?.name ?? message.interaction_metadata?.name;
        return h("div.message-above", {}, avatar(by, "xs"), displayName(by), " used ", h("span.mention", {}, name ? "/" + name : store.application?.name ?? "the bot"));
    }
    const replied = message.referenced_message;
    if (message.type === 19 || (replied && message.message_reference?.type !== 1)) {
        return h("div.message-above", {}, replied ? [avatar(replied.author, "xs"), displayName(replied.author), " ",
            h("span.excerpt", {}, replied.content || "Click to see the message")] : "Original message was deleted");
    }
    return null;
}

function attachment(file) {
    const url = safeURL(file.url);
    if (!url) return null;
    if (file.content_type?.startsWith("image/")) {
        return h("a.attachment", {href: url, target: "_blank", rel: "noopener"},
            h("img.attachment-image", {src: url, alt: file.description ?? file.filename, loading: "lazy"}));
    }
    return h("a.file-card", {href: url, download: file.filename}, h("span", {"aria-hidden": "true"}, "📄"), file.filename, h("small", {}, size(file.size)));
}

function reactions(message) {
    return h("div.reactions", {}, message.reactions.map((reaction) => {
        const emoji = reaction.emoji.id ? `${reaction.emoji.name}:${reaction.emoji.id}` : reaction.emoji.name;
        return h("button.reaction", {
            type: "button", "aria-pressed": String(reaction.me === true), "aria-label": `${reaction.emoji.name}, ${reaction.count}`,
            onclick: () => react(message, emoji, reaction.me === true),
        }, reaction.emoji.id ? `:${reaction.emoji.name}:` : reaction.emoji.name, " ", reaction.count);
    }));
}

export async function react(message, emoji, remove) {
    try {
        await api.act("reaction", {as: store.as, channel_id: message.channel_id, message_id: message.id, emoji, remove});
    } catch (error) {
        announce(error.message, "error");
    }
}

export async function remove(message) {
    try {
        await api.deleteMessage(message.channel_id, message.id, store.as);
    } catch (error) {
        announce(error.message, "error");
    }
}

function mentionsMe(message) {
    if (message.mention_everyone || (message.mentions ?? []).some((user) => user.id === store.as)) return true;
    return (message.mention_roles ?? []).some((id) => person(store.as)?.roles?.includes(id));
}
