// Marks inside a line of Discord's Markdown: emphasis, code, spoilers, links, mentions, timestamps, emoji.

import {h, safeURL} from "./dom.js";
import {tinted} from "./colours.js";
import {leaves} from "./commands.js";
import {startCommand} from "./composer.js";
import {jumpTo} from "./conversation.js";
import {openChannel} from "./navigation.js";
import {openProfile} from "./profile.js";
import {channel, nameOf, person, role, store} from "./state.js";
import {timestamp} from "./timestamps.js";

const depthLimit = 12;

// Each rule: a sticky expression and what it makes; `again` parses text inside the mark.
const rules = [
    [/\\([^A-Za-z0-9\s])/y, (m) => m[1]],
    [/(`+)([\s\S]*?[^`])\1(?!`)/y, (m) => h("code.inline-code", {}, m[2].replace(/^ (.*) $/s, "$1"))],
    [/<t:(-?\d{1,17})(?::([tTdDfFRsS]))?>/y, (m) => timestamp(m[1], m[2] ?? "f")],
    [/<@!?(\d{1,20})>/y, (m) => userMention(m[1])],
    [/<@&(\d{1,20})>/y, (m) => roleMention(m[1])],
    [/<#(\d{1,20})>/y, (m) => channelMention(m[1])],
    [/<\/([-_\p{L}\p{N} ]{1,98}):(\d{1,20})>/uy, (m) => commandMention(m[1])],
    [/<(a?):(\w{2,32}):(\d{1,20})>/y, (m) => h("span.custom-emoji", {title: `:${m[2]}:`}, `:${m[2]}:`)],
    [/<id:(customize|browse|guide|linked-roles)(?::\d{1,20})?>/y, (m) => h("span.mention", {}, m[1])],
    [/@(everyone|here)\b/y, (m) => h("span.mention", {}, m[0])],
    [/\[((?:[^\[\]\\]|\\.)+)\]\(<?(https?:\/\/[^\s()<>]+(?:\([^\s()<>]*\)[^\s()<>]*)*)>?(?: +"([^"]*)")?\)/y,
        (m, again) => link(m[2], again(m[1]), m[3])],
    [/<?https?:\/\/(?:(?:ptb|canary)\.)?discord\.com\/channels\/(?:@me|\d{1,20})\/(\d{1,20})(?:\/(\d{1,20}))?>?/y, (m) => messageLink(m[1], m[2])],
    [/<(https?:\/\/[^\s<>]+)>/y, (m) => link(m[1], m[1])],
    [/https?:\/\/[^\s<>]*[^\s<>.,:;"'\])!?*_~|]/y, (m) => link(m[0], m[0])],
    [/\*\*\*(?=\S)([\s\S]+?)\*\*\*(?!\*)/y, (m, again) => h("strong", {}, h("em", {}, again(m[1])))],
    [/\*\*(?=\S)([\s\S]+?)\*\*(?!\*)/y, (m, again) => h("strong", {}, again(m[1]))],
    [/__(?=\S)([\s\S]+?)__(?!_)/y, (m, again) => h("u", {}, again(m[1]))],
    [/\*(?=[^\s*])([\s\S]*?[^\s*])\*(?!\*)/y, (m, again) => h("em", {}, again(m[1]))],
    [/_(?=[^\s_])([\s\S]*?[^\s_])_(?![\w_])/y, (m, again) => h("em", {}, again(m[1]))],
    [/~~(?=\S)([\s\S]+?)~~/y, (m, again) => h("s", {}, again(m[1]))],
    [/\|\|([\s\S]+?)\|\|/y, (m, again) => spoiler(again(m[1]))],
    [/\n/y, () => h("br")],
];
const special = /[\\`<@\[*_~|\n]|https?:/g;

/** Appends the text with its marks to `parent`. */
export function inline(parent, text, depth) {
    let at = 0;
    let plain = 0;
    const again = (inner) => {
        const fragment = document.createDocumentFragment();
        if (depth >= depthLimit) fragment.append(inner);
        else inline(fragment, inner, depth + 1);
        return fragment;
    };
    while (at < text.length) {
        special.lastIndex = at;
        const next = special.exec(text);
        if (!next) break;
        at = next.index;
        let made = null;
        let length = 0;
        for (const [expression, make] of rules) {
            expression.lastIndex = at;
            const match = expression.exec(text);
            if (!match) continue;
            // snake_case is no italics.
            if (match[0][0] === "_" && match[0][1] !== "_" && /\w/.test(text[at - 1] ?? "")) continue;
            made = make(match, again);
            length = match[0].length;
            break;
        }
        if (made === null) {
            at += 1;
            continue;
        }
        if (at > plain) parent.append(text.slice(plain, at));
        parent.append(made);
        at += length;
        plain = at;
    }
    if (plain < text.length) parent.append(text.slice(plain));
}

function link(address, content, title) {
    const url = safeURL(address);
    if (!url) return h("span", {}, content);
    return h("a", {href: url, target: "_blank", rel: "noopener noreferrer nofollow", title: title ?? url}, content);
}

function spoiler(content) {
    const inner = h("span.spoiler-text", {}, content);
    inner.inert = true;
    const reveal = (event) => {
        if (event.type === "keydown" && event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        inner.inert = false;
        element.classList.add("revealed");
        for (const name of ["role", "aria-label", "tabindex"]) element.removeAttribute(name);
        element.removeEventListener("click", reveal);
        element.removeEventListener("keydown", reveal);
    };
    const element = h("span.spoiler", {tabindex: "0", role: "button", "aria-label": "Spoiler: show", onclick: reveal, onkeydown: reveal}, inner);
    return element;
}

function userMention(id) {
    const found = person(id);
    if (!found) return h("span.mention", {dataset: {userId: id}}, "@unknown-user");
    return h("button.mention", {type: "button", "aria-haspopup": "dialog", dataset: {userId: id}, onclick: (event) => openProfile(found.user, event.currentTarget)},
        "@" + nameOf(found.user));
}

function roleMention(id) {
    const found = role(id);
    return h("span.mention", {dataset: {tinted: Boolean(found?.color)}, vars: tinted(found?.color)}, "@" + (found?.name ?? "unknown-role").replace(/^@/, ""));
}

function channelMention(id) {
    const found = channel(id);
    if (!found) return h("span.mention", {dataset: {channelId: id}}, "#unknown");
    return h("button.mention", {type: "button", onclick: () => openChannel(id)}, "#" + found.name);
}

function commandMention(words) {
    const leaf = leaves().find((leaf) => leaf.plain === words || leaf.words === words);
    return leaf ? h("button.mention", {type: "button", onclick: () => startCommand(leaf)}, "/" + leaf.words) : h("span.mention", {}, "/" + words);
}

function messageLink(channelID, messageID) {
    const found = channel(channelID);
    return h("button.mention", {type: "button", onclick: async () => {
        if (store.channelID !== channelID) openChannel(channelID, {focus: false});
        if (!messageID) return;
        await loaded();
        jumpTo(messageID);
    }}, `#${found?.name ?? "unknown"}${messageID ? " › message" : ""}`);
}

/** Until the messages of a channel that has just been opened are there. */
async function loaded() {
    while (!store.messagesReady) await new Promise((resolve) => setTimeout(resolve, 50));
}
