// One option of a command that is being written: its name and the box or button for its value.

import {announce, h, size, uniqueID} from "./dom.js";
import {api, tell} from "./api.js";
import {localName, readOption} from "./commands.js";
import {toMarkup} from "./mentions.js";

/** `on`: {input(field), focus(field), key(event, field), picked(field)}. */
export class OptionField {
    constructor(option, on) {
        this.option = option;
        this.on = on;
        this.picked = null; // {text, value}: what was taken from the suggestions
        this.picks = new Map(); // mentions in a text
        this.file = null; // {name, id, part, ready: Promise}
        this.fault = null;
        this.typedAs = null; // "due:" when the option came by being typed in another one
        const id = uniqueID("option");
        this.control = option.type === 11 ? this.fileButton(id) : this.input(id);
        this.label = h("label", {for: id}, localName(option));
        this.element = h("span.option", {dataset: {option: option.name}}, this.label, this.control);
    }

    input(id) {
        return h("input", {
            id, type: "text", autocomplete: "off", role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", spellcheck: "true",
            inputmode: this.option.type === 4 ? "numeric" : this.option.type === 10 ? "decimal" : null, "aria-required": String(this.option.required === true),
            oninput: () => {
                this.setFault(null);
                this.on.input(this);
            },
            onfocus: () => this.on.focus(this), onclick: () => this.on.focus(this), onkeydown: (event) => this.on.key(event, this),
        });
    }

    fileButton(id) {
        return h("button.pick", {id, type: "button", onclick: () => this.choose(), onfocus: () => this.on.focus(this), onkeydown: (event) => this.on.key(event, this)}, "Choose a file…");
    }

    get text() { return this.option.type === 11 ? this.file?.name ?? "" : this.control.value.trim(); }
    get isEmpty() { return this.option.type === 11 ? this.file === null : this.control.value === ""; }
    get isPicked() { return this.picked !== null && this.picked.text === this.text; }

    /** The value to send: {value}, {fault}, or null when nothing was entered. */
    read() {
        if (this.option.type === 11) return this.file ? {value: this.file.id} : null;
        if (this.text === "") return null;
        const answer = readOption(this.option, this.text, this.picked);
        return this.option.type === 3 && answer.value === this.text && !this.isPicked ? {value: toMarkup(this.text, this.picks)} : answer;
    }

    set(text, picked = null) {
        if (this.option.type === 11) return;
        this.control.value = text;
        this.picked = picked;
        this.setFault(null);
    }

    /** Takes a suggestion. */
    pick(label, value) {
        const text = label.replace(/\s+/g, " ").trim();
        this.set(text, {text, value});
        this.on.picked(this);
    }

    setFault(text) {
        this.fault = text;
        this.element.toggleAttribute("data-fault", text !== null);
        this.control.setAttribute("aria-invalid", String(text !== null));
    }

    focus(atStart = false) {
        this.control.focus();
        if (this.option.type === 11) return;
        const at = atStart ? 0 : this.control.value.length;
        this.control.setSelectionRange(at, at);
    }

    // --- files ---

    choose() {
        const chooser = h("input", {type: "file", onchange: () => this.take(chooser.files[0])});
        chooser.click();
    }

    /** Uploads a file for this option, with its progress on the button. */
    take(file) {
        if (!file) return;
        if (file.size > 10 * 1024 * 1024) return announce(`${file.name} has ${size(file.size)}; a file has at most 10 MB.`, "error");
        const mine = {name: file.name, id: null, url: file.type.startsWith("image/") ? URL.createObjectURL(file) : null};
        const draw = (part) => { if (this.file === mine) this.drawFile(part); };
        this.file = mine;
        this.setFault(null);
        draw(0);
        mine.ready = api.upload(file, file.name, draw).then((answer) => {
            mine.id = answer.id;
            draw(1);
        }, (error) => {
            if (this.file !== mine) return;
            this.file = null;
            this.drawFile();
            this.setFault(error.message);
            tell(error);
        });
        this.on.picked(this);
    }

    keepFile(file) {
        this.file = file;
        this.drawFile(1);
    }

    drawFile(part) {
        this.control.replaceChildren(...this.file ? [this.file.name, part < 1 ? ` ${Math.round(part * 100)} %` : ""] : ["Choose a file…"]);
        this.element.querySelector("img")?.remove();
        if (this.file?.url) this.element.append(h("img", {src: this.file.url, alt: ""}));
    }
}
