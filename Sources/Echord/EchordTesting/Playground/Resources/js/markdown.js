// Discord's Markdown as DOM nodes: blocks here, marks inside a line in inline.js. Nothing is ever read as HTML.

import {copyText, h, iconButton} from "./dom.js";
import {inline} from "./inline.js";
import {fromMarkup} from "./mentions.js";
import {format} from "./timestamps.js";

const depthLimit = 12;
const onlyEmoji = /^(?:\s*(?:\p{RGI_Emoji}|<a?:\w{2,32}:\d{1,20}>)){1,27}\s*$/v;

/** A whole text: blocks and inline marks. `jumbo`: emoji alone are shown large. */
export function markdown(text, {jumbo = false} = {}) {
    const fragment = document.createDocumentFragment();
    if (jumbo && onlyEmoji.test(text)) {
        const large = h("div.jumbo");
        inline(large, text, 0);
        fragment.append(large);
    } else {
        parts(fragment, text, 0);
    }
    return fragment;
}

/** Only marks inside a line: for embed titles, labels, names. */
export function inlineMarkdown(text) {
    const fragment = document.createDocumentFragment();
    inline(fragment, text, 0);
    return fragment;
}

/** What the text says, without its marks. */
export const plainMarkdown = (text) => fromMarkup(text).text
    .replace(/<t:(-?\d{1,17})(?::(\w))?>/g, (_, seconds, style) => format(Number(seconds) * 1000, style ?? "f"))
    .replace(/^(?:#{1,3}|-#|>{1,3}|[-*]) /gm, "").replace(/\*\*|__|~~|\|\||`+|(?<!\w)[*_]|[*_](?!\w)/g, "").replace(/\s+/g, " ").trim();

/** Code blocks and quotes, whichever comes first, and what stands between. */
function parts(parent, text, depth) {
    const fence = /```(?:([A-Za-z0-9_+\-.#]+)\n)?\n?([\s\S]+?)\n?```\n?/g;
    const quote = /^(?:>>> |> )/gm;
    let at = 0;
    while (at < text.length) {
        fence.lastIndex = quote.lastIndex = at;
        const code = fence.exec(text);
        const cited = depth < depthLimit ? quote.exec(text) : null;
        if (cited && (!code || cited.index < code.index)) {
            lines(parent, text.slice(at, cited.index).replace(/\n$/, ""), depth);
            at = quoted(parent, text, cited.index, depth);
        } else if (code) {
            lines(parent, text.slice(at, code.index).replace(/\n$/, ""), depth);
            parent.append(codeBlock(code[2], code[1]));
            at = code.index + code[0].length;
        } else {
            lines(parent, text.slice(at), depth);
            return;
        }
    }
}

function codeBlock(text, language) {
    return h("pre.code-block", {tabindex: "0", dataset: {language: language ?? null}}, h("code", {}, text),
        iconButton("copy", "Copy the code", () => copyText(text), {small: true, class: "icon-button small copy"}));
}

/** A quote that begins at `from`; gives where the text goes on. */
function quoted(parent, text, from, depth) {
    const element = h("blockquote");
    parent.append(element);
    if (text.startsWith(">>> ", from)) {
        parts(element, text.slice(from + 4), depth + 1);
        return text.length;
    }
    const inner = [];
    let at = from;
    while (at < text.length && /^>( |$)/.test(text.slice(at, at + 2).split("\n")[0])) {
        const end = text.indexOf("\n", at) < 0 ? text.length : text.indexOf("\n", at);
        inner.push(text.slice(at + 2, end));
        at = end + 1;
    }
    parts(element, inner.join("\n"), depth + 1);
    return at;
}

/** Headings, lists, subtext and plain lines. */
function lines(parent, text, depth) {
    if (text === "") return;
    const all = text.split("\n");
    let plain = [];
    const flush = () => {
        if (plain.length === 0) return;
        const paragraph = h("div.md-line");
        inline(paragraph, plain.join("\n"), depth);
        parent.append(paragraph);
        plain = [];
    };
    const block = (element, content) => {
        flush();
        inline(element, content, depth + 1);
        parent.append(element);
    };
    for (let index = 0; index < all.length; index++) {
        const line = all[index];
        const heading = /^(#{1,3}) +(\S.*)$/.exec(line);
        const subtext = /^-# +(\S.*)$/.exec(line);
        if (heading) {
            block(h(`div.md-heading.md-h${heading[1].length}`, {role: "heading", "aria-level": heading[1].length + 3}), heading[2]);
        } else if (subtext) {
            block(h("div.md-subtext"), subtext[1]);
        } else if (/^\s*(?:[-*]|\d+\.) +\S/.test(line)) {
            flush();
            const items = [];
            const isOrdered = /^\s*\d/.test(line);
            const indent = /^\s*/.exec(line)[0].length;
            for (let match; index < all.length && (match = /^(\s*)([-*]|\d+\.) +(\S.*)$/.exec(all[index])); index++) {
                // At the same depth, the other kind of mark begins another list.
                if (match[1].length <= indent && /\d/.test(match[2]) !== isOrdered) break;
                items.push({indent: match[1].length, mark: match[2], text: match[3]});
            }
            index--;
            parent.append(list(items, depth + 1));
        } else {
            plain.push(line);
        }
    }
    flush();
}

function list(items, depth) {
    const base = items[0].indent;
    const ordered = /\d/.test(items[0].mark);
    const element = h(ordered ? "ol.md-list" : "ul.md-list", ordered ? {start: parseInt(items[0].mark, 10)} : {});
    for (let index = 0; index < items.length;) {
        const item = h("li");
        inline(item, items[index].text, depth);
        const nested = [];
        index++;
        while (index < items.length && items[index].indent > base) nested.push(items[index++]);
        if (nested.length > 0 && depth < depthLimit) item.append(list(nested, depth + 1));
        element.append(item);
    }
    return element;
}
