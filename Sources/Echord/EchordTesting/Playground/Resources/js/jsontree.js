// A JSON value as lines that fold; what is folded is built when it is opened.

import {h} from "./dom.js";

/** `depth`: how many levels stand open. */
export function jsonTree(value, depth = 2) {
    return h("div.json", {tabindex: "0"}, node(null, value, depth));
}

function node(key, value, depth) {
    const name = key === null ? null : [h("span.json-key", {}, key), ": "];
    if (value === null || typeof value !== "object") return h("div.json-row", {}, name, leaf(value));
    const entries = Array.isArray(value) ? value.map((each, index) => [String(index), each]) : Object.entries(value);
    const [first, last] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
    if (entries.length === 0) return h("div.json-row", {}, name, first + last);
    const inside = h("div");
    const fill = () => { if (inside.childElementCount === 0) inside.append(...entries.map(([key, each]) => node(key, each, depth - 1))); };
    const element = h("details", {open: depth > 0, ontoggle: (event) => {
        event.stopPropagation();
        if (element.open) fill();
    }}, h("summary.json-row", {}, name, first, h("span.json-note", {}, ` ${entries.length} ${Array.isArray(value) ? (entries.length === 1 ? "item" : "items") : entries.length === 1 ? "field" : "fields"} `), last), inside);
    if (depth > 0) fill();
    return element;
}

function leaf(value) {
    if (typeof value === "string") return h("span.json-text", {}, JSON.stringify(value));
    return h("span.json-plain", {}, String(value));
}
