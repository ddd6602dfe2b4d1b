// Builds elements. Text always becomes a text node, so nothing a member writes can become markup.

/** h("button.primary", {type: "button", onclick: f, dataset: {id: "1"}}, "text", child, …) */
export function h(name, attributes = {}, ...children) {
    const [tag, ...classes] = name.split(".");
    const element = document.createElement(tag || "div");
    if (classes.length > 0) element.classList.add(...classes);
    for (const [key, value] of Object.entries(attributes ?? {})) {
        if (value === null || value === undefined || value === false) continue;
        if (key.startsWith("on") && typeof value === "function") element.addEventListener(key.slice(2), value);
        else if (key === "dataset") for (const [name, entry] of Object.entries(value)) {
            if (entry !== null && entry !== undefined) element.dataset[name] = entry;
        }
        else if (key === "vars") for (const [name, entry] of Object.entries(value)) element.style.setProperty(name, entry);
        else if (key === "value" && "value" in element) element.value = value;
        else if (value === true) element.setAttribute(key, "");
        else element.setAttribute(key, String(value));
    }
    append(element, children);
    return element;
}

export function append(element, children) {
    for (const child of children.flat(Infinity)) {
        if (child === null || child === undefined || child === false) continue;
        element.append(child instanceof Node ? child : document.createTextNode(String(child)));
    }
    return element;
}

export const $ = (selector, root = document) => root.querySelector(selector);

/** The address if a link may lead there, else null. */
export function safeURL(text) {
    try {
        const url = new URL(text, location.href);
        return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
    } catch {
        return null;
    }
}

/** 0xRRGGBB as CSS writes it. */
export const colour = (number) => "#" + (Number(number) & 0xffffff).toString(16).padStart(6, "0");

/** Says a sentence to everyone, screen readers too. */
export function announce(text, kind = "info") {
    const host = $("#notices");
    const notice = h(`div.notice.notice-${kind}`, {role: kind === "error" ? "alert" : "status"}, h("span", {}, text),
        h("button.btn-close.btn-close-sm", {type: "button", "aria-label": "Close", onclick: () => notice.remove()}));
    host.append(notice);
    while (host.children.length > 4) host.firstElementChild.remove();
    setTimeout(() => notice.remove(), kind === "error" ? 9000 : 4000);
}
