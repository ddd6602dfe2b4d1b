// Discord's Markdown as DOM nodes. Nothing is ever read as HTML.

import {colour, h, safeURL} from "./dom.js";
import {channel, nameOf, person, role} from "./state.js";
import {timestamp} from "./timestamps.js";

const depthLimit = 12;

/** A whole text: blocks and inline marks. */
export function markdown(text, options = {}) {
    const fragment = document.createDocumentFragment();
    const fence = /```(?:([A-Za-z0-9_+\-.#]+)\n)?\n?([\s\S]+?)\n?```/g;
    let last = 0;
    for (const match of text.matchAll(fence)) {
        blocks(fragment, text.slice(last, match.index).replace(/\n$/, ""), options, 0);
        fragment.append(h("pre.code-block", {tabindex: "0"}, h("code", {dataset: {language: match[1] ?? null}}, match[2])));
        last = match.index + match[0].length;
    }
    blocks(fragment, last > 0 ? text.slice(last).replace(/^\n/, "") : text, options, 0);
    return fragment;
}

/** Only marks inside a line: for embed titles, labels, names. */
export function inlineMarkdown(text, options = {}) {
    const fragment = document.createDocumentFragment();
    inline(fragment, text, options, 0);
    return fragment;
}

function blocks(parent, text, options, depth) {
    if (text === "") return;
    const lines = text.split("\n");
    let plain = [];
    const flush = () => {
        if (plain.length > 0) {
            const paragraph = h("div.md-line");
            inline(paragraph, plain.join("\n"), options, depth);
            parent.append(paragraph);
            plain = [];
        }
    };
    for (let index = 0; index < lines.length; index++) {
        const line = lines[index];
        let match;
        if (depth < depthLimit && line.startsWith(">>> ")) {
            flush();
            const quote = h("blockquote");
            blocks(quote, [line.slice(4), ...lines.slice(index + 1)].join("\n"), options, depth + 1);
            parent.append(quote);
            return;
        } else if (depth < depthLimit && /^> /.test(line)) {
            flush();
            const quoted = [];
            while (index < lines.length && /^>( |$)/.test(lines[index])) quoted.push(lines[index++].slice(2));
            index--;
            const quote = h("blockquote");
            blocks(quote, quoted.join("\n"), options, depth + 1);
            parent.append(quote);
        } else if ((match = /^(#{1,3}) +(.+)$/.exec(line))) {
            flush();
            const heading = h(`div.md-heading.md-h${match[1].length}`, {role: "heading", "aria-level": match[1].length + 2});
            inline(heading, match[2], options, depth + 1);
            parent.append(heading);
        } else if ((match = /^-# +(.+)$/.exec(line))) {
            flush();
            const small = h("div.md-subtext");
            inline(small, match[1], options, depth + 1);
            parent.append(small);
        } else if (/^\s*(?:[-*]|\d+\.) +\S/.test(line)) {
            flush();
            const items = [];
            while (index < lines.length && (match = /^(\s*)([-*]|\d+\.) +(\S.*)$/.exec(lines[index]))) {
                items.push({indent: match[1].length, mark: match[2], text: match[3]});
                index++;
            }
            index--;
            parent.append(list(items, options, depth + 1));
        } else {
            plain.push(line);
        }
    }
    flush();
}

function list(items, options, depth) {
    const base = items[0].indent;
    const ordered = /\d/.test(items[0].mark);
    const element = h(ordered ? "ol" : "ul", ordered ? {start: parseInt(items[0].mark, 10)} : {});
    for (let index = 0; index < items.length;) {
        const item = h("li");
        inline(item, items[index].text, options, depth);
        const nested = [];
        index++;
        while (index < items.length && items[index].indent > base) nested.push(items[index++]);
        if (nested.length > 0 && depth < depthLimit) item.append(list(nested, options, depth + 1));
        element.append(item);
    }
    return element;
}

// Each rule: a sticky expression and what it makes; `again` parses text inside the mark.
const rules = [
    [/\\([^A-Za-z0-9\s])/y, (m) => m[1]],
    [/(`+)([\s\S]*?[^`])\1(?!`)/y, (m) => h("code.inline-code", {}, m[2].replace(/^ (.*) $/, "$1"))],
    [/<t:(-?\d{1,17})(?::([tTdDfFRsS]))?>/y, (m) => timestamp(m[1], m[2] ?? "f")],
    [/<@!?(\d{1,20})>/y, (m) => userMention(m[1])],
    [/<@&(\d{1,20})>/y, (m) => roleMention(m[1])],
    [/<#(\d{1,20})>/y, (m) => h("span.mention", {dataset: {channelId: m[1]}}, "#" + (channel(m[1])?.name ?? "unknown"))],
    [/<\/([-_\p{L}\p{N} ]{1,98}):(\d{1,20})>/uy, (m) => h("span.mention", {}, "/" + m[1])],
    [/<(a?):(\w{2,32}):(\d{1,20})>/y, (m) => h("span.custom-emoji", {title: `:${m[2]}:`}, `:${m[2]}:`)],
    [/<id:(customize|browse|guide|linked-roles)>/y, (m) => h("span.mention", {}, m[1])],
    [/@(everyone|here)\b/y, (m) => h("span.mention", {}, m[0])],
    [/\[((?:[^\[\]\\]|\\.)+)\]\(<?(https?:\/\/[^\s()<>]+(?:\([^\s()<>]*\)[^\s()<>]*)*)>?(?: +"([^"]*)")?\)/y,
        (m, again) => link(m[2], again(m[1]), m[3])],
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

function inline(parent, text, options, depth) {
    let at = 0;
    let plain = 0;
    const again = (inner) => {
        const fragment = document.createDocumentFragment();
        if (depth >= depthLimit) fragment.append(inner);
        else inline(fragment, inner, options, depth + 1);
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
    return h("a", {href: url, target: "_blank", rel: "noopener noreferrer nofollow", title: title ?? null}, content);
}

function spoiler(content) {
    const reveal = (event) => {
        if (event.type === "keydown" && event.key !== "Enter" && event.key !== " ") return;
        element.classList.add("revealed");
        element.removeAttribute("role");
        element.removeAttribute("aria-label");
    };
    const element = h("span.spoiler", {tabindex: "0", role: "button", "aria-label": "Spoiler: show", onclick: reveal, onkeydown: reveal},
        h("span.spoiler-text", {}, content));
    return element;
}

function userMention(id) {
    const found = person(id);
    return h("span.mention", {dataset: {userId: id}}, "@" + (found ? nameOf(found.user) : "unknown-user"));
}

function roleMention(id) {
    const found = role(id);
    return h("span.mention", {vars: found?.color ? {color: colour(found.color)} : {}}, "@" + (found?.name ?? "unknown-role"));
}
