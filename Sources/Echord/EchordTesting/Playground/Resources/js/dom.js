// Builds elements. Text always becomes a text node, so nothing a member writes can become markup.

import {icon} from "./icons.js";

/** h("button.primary", {type: "button", onclick: f, dataset: {id: "1"}}, "text", child, …) */
export function h(name, attributes = {}, ...children) {
    const [tag, ...classes] = name.split(".");
    const element = document.createElement(tag || "div");
    if (classes.length > 0) element.classList.add(...classes);
    for (const [key, value] of Object.entries(attributes ?? {})) {
        if (value === null || value === undefined || value === false) continue;
        if (key.startsWith("on") && typeof value === "function") element.addEventListener(key.slice(2), value);
        else if (key === "dataset") setData(element, value);
        else if (key === "vars") for (const [name, entry] of Object.entries(value)) element.style.setProperty(name, entry);
        else if (key === "value" && "value" in element && tag !== "li") element.value = value;
        else element.setAttribute(key, value === true ? "" : String(value));
    }
    return append(element, children);
}

function setData(element, values) {
    for (const [name, value] of Object.entries(values)) {
        if (value !== null && value !== undefined && value !== false) element.dataset[name] = value === true ? "" : value;
    }
}

export function append(element, children) {
    for (const child of children.flat(Infinity)) {
        if (child === null || child === undefined || child === false || child === "") continue;
        element.append(child instanceof Node ? child : document.createTextNode(String(child)));
    }
    return element;
}

export const $ = (selector, root = document) => root.querySelector(selector);
export const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];

let counter = 0;
/** An id that no other element of the page has. */
export const uniqueID = (prefix) => `${prefix}-${++counter}`;

/** A button that is an icon, with the words a screen reader says. */
export function iconButton(name, label, onclick, attributes = {}) {
    const small = attributes.small ? ".small" : "";
    return h(`button.icon-button${small}`, {type: "button", "aria-label": label, title: label, onclick, ...attributes, small: null}, icon(name));
}

/** The address if a link may lead there, else null. */
export function safeURL(text) {
    try {
        const url = new URL(text, location.href);
        return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
    } catch {
        return null;
    }
}

/** The address if this server has the file: nothing is fetched from elsewhere. */
export function ownURL(text) {
    const url = text && safeURL(text);
    if (!url) return null;
    const {pathname, search, host} = new URL(url);
    // The server knows itself by one name; the page may be open under another (localhost, 127.0.0.1).
    return host === location.host || pathname.startsWith("/attachments/") && isLoopback(new URL(url).hostname)
        ? location.origin + pathname + search : null;
}

const isLoopback = (name) => name === "localhost" || name === "[::1]" || name.startsWith("127.");

/** Three dots that wait. */
export const dots = () => h("span.dots", {"aria-hidden": "true"}, h("i"), h("i"), h("i"));

export function size(bytes) {
    if (bytes < 1024) return `${bytes} B`;
    return bytes < 1_048_576 ? `${(bytes / 1024).toFixed(1)} kB` : `${(bytes / 1_048_576).toFixed(1)} MB`;
}

export const isPhone = () => matchMedia("(max-width: 760px)").matches;

export async function copyText(text) {
    try {
        await navigator.clipboard.writeText(text);
        announce("Copied.");
    } catch {
        announce("The browser did not let the page copy.", "error");
    }
}

/** Shows a sentence for a while; an error stays longer and interrupts a screen reader. */
export function announce(text, kind = "info") {
    const host = $("#notices");
    const same = [...host.children].find((notice) => notice.dataset.text === text);
    same?.remove();
    const notice = h(`div.notice.notice-${kind}`, {role: kind === "error" ? "alert" : "status", dataset: {text}}, h("span", {}, text),
        iconButton("close", "Close", () => notice.remove(), {small: true}));
    host.append(notice);
    while (host.children.length > 4) host.firstElementChild.remove();
    setTimeout(() => notice.remove(), kind === "error" ? 9000 : 4000);
}

/** Says a sentence to screen readers alone. */
export function say(text) {
    const host = $("#said");
    host.append(h("p", {}, text));
    while (host.children.length > 20) host.firstElementChild.remove();
}
