// The list above a box that is being written in. The box keeps the focus; arrows choose, Tab and Enter take.

import {append, h, uniqueID} from "./dom.js";

export class Suggestions {
    /** `host` shows the list; `box` is where it is written, and may change. */
    constructor(host, box) {
        this.host = host;
        this.id = uniqueID("suggestions");
        this.entries = [];
        this.active = -1;
        this.moved = false; // the active entry was chosen with the arrows
        this.attach(box);
    }

    attach(box) {
        if (this.box !== box) this.hide();
        this.box = box;
    }

    get isOpen() { return !this.host.hidden; }

    /** `entries`: {label, hint, extra: [text], sign: () => node, apply()}. `note` stands under the title, for what is not to be chosen. */
    show(title, entries, {note, sign} = {}) {
        this.entries = entries;
        this.active = entries.length > 0 ? 0 : -1;
        this.moved = false;
        const list = h("div", {role: "listbox", id: this.id, "aria-label": title});
        append(list, entries.map((entry, index) => h("div.suggestion", {
            id: `${this.id}-${index}`, role: "option", "aria-selected": String(index === this.active), dataset: {label: entry.label},
            onpointerdown: (event) => event.preventDefault(), onclick: () => this.take(index),
        }, entry.sign && h("span.suggestion-sign", {"aria-hidden": "true"}, entry.sign()), h("span.suggestion-text", {},
            h("span.suggestion-line", {}, h("span.suggestion-label", {}, entry.label), (entry.extra ?? []).map((text) => h("span.suggestion-extra", {}, text))),
            entry.hint && h("span.suggestion-hint", {}, entry.hint)))));
        this.host.replaceChildren(h("div.suggestions-title", {}, sign?.(), title), ...note ? [h("div.suggestions-note", {role: "status"}, note)] : [], list);
        this.host.hidden = false;
        this.box.setAttribute("aria-expanded", "true");
        this.box.setAttribute("aria-controls", this.id);
        this.mark();
    }

    hide() {
        this.entries = [];
        this.active = -1;
        this.moved = false;
        this.host.hidden = true;
        this.host.replaceChildren();
        this.box?.setAttribute("aria-expanded", "false");
        this.box?.removeAttribute("aria-activedescendant");
    }

    take(index = this.active) {
        this.entries[index]?.apply();
    }

    mark() {
        const options = this.host.querySelectorAll("[role=option]");
        options.forEach((option, index) => option.setAttribute("aria-selected", String(index === this.active)));
        if (this.active < 0) return this.box.removeAttribute("aria-activedescendant");
        this.box.setAttribute("aria-activedescendant", `${this.id}-${this.active}`);
        options[this.active]?.scrollIntoView({block: "nearest"});
    }

    /** Acts on a key; whether it was for the list. Enter takes unless `enter` is false. */
    takes(event, {enter = true, tab = true} = {}) {
        const count = this.entries.length;
        if (event.ctrlKey || event.altKey || event.metaKey) return false;
        if (count > 0 && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
            this.active = (this.active + (event.key === "ArrowDown" ? 1 : count - 1)) % count;
            this.moved = true;
            this.mark();
        } else if (count > 0 && (event.key === "Tab" && !event.shiftKey && (tab || this.moved) || event.key === "Enter" && !event.shiftKey && (enter || this.moved))) {
            this.take();
        } else if (event.key === "Escape" && this.isOpen) {
            this.hide();
        } else {
            return false;
        }
        event.preventDefault();
        event.stopPropagation();
        return true;
    }
}
