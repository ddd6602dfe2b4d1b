// Files before they are sent: chosen, dropped or pasted, with previews, progress and the limits of Discord.

import {announce, h, iconButton, size} from "./dom.js";
import {api} from "./api.js";
import {icon} from "./icons.js";

const limit = 10 * 1024 * 1024;

/** Some files and how they are shown; `changed()` is called when the list or a state changes. */
export class Uploads {
    constructor({most = 10, types = null, changed}) {
        Object.assign(this, {most, types, changed, items: []});
        this.host = h("div.uploads", {role: "list", "aria-label": "Files"});
    }

    get count() { return this.items.length; }

    add(list) {
        for (const file of list ?? []) {
            const fault = this.fault(file);
            if (fault) announce(fault, "error");
            else this.items.push({file, url: file.type.startsWith("image/") ? URL.createObjectURL(file) : null, veiled: false, done: null, part: 0});
        }
        this.draw();
    }

    fault(file) {
        if (this.items.length >= this.most) return `At most ${this.most} ${this.most === 1 ? "file" : "files"}.`;
        if (file.size > limit) return `${file.name} has ${size(file.size)}; a file has at most ${size(limit)}.`;
        if (this.types?.length > 0 && !this.types.some((type) => accepts(type, file))) return `${file.name} is not of a kind that is asked for: ${this.types.join(", ")}.`;
        return null;
    }

    remove(item) {
        if (item.url) URL.revokeObjectURL(item.url);
        this.items = this.items.filter((each) => each !== item);
        this.draw();
    }

    clear() {
        const kept = this.items;
        this.items = [];
        this.draw();
        return kept;
    }

    restore(items) {
        this.items = items;
        this.draw();
    }

    /** Uploads what is not yet there; gives the ids. */
    async send(signal) {
        for (const item of this.items) {
            item.done ??= await api.upload(item.file, (item.veiled ? "SPOILER_" : "") + item.file.name, (part) => {
                item.part = part;
                item.bar?.style.setProperty("--part", String(part));
            }, signal);
        }
        return this.items.map((item) => item.done.id);
    }

    draw() {
        this.host.replaceChildren(...this.items.map((item) => {
            item.bar = h("i", {vars: {"--part": String(item.part)}});
            const picture = h("div.upload-picture", {}, item.url ? h("img", {src: item.url, alt: ""}) : icon("file"));
            picture.classList.toggle("veiled", item.veiled);
            return h("div.upload", {role: "listitem", dataset: {file: item.file.name}}, picture, h("span.upload-name", {title: item.file.name}, item.file.name),
                h("small.hint", {}, size(item.file.size), item.veiled ? " · spoiler" : ""), h("div.progress", {}, item.bar),
                h("div.upload-tools", {}, iconButton("eye", item.veiled ? `${item.file.name} is no spoiler` : `Mark ${item.file.name} as a spoiler`, () => {
                    item.veiled = !item.veiled;
                    item.done = null;
                    this.draw();
                }, {small: true, "aria-pressed": String(item.veiled)}), iconButton("trash", `Remove ${item.file.name}`, () => this.remove(item), {small: true})));
        }));
        this.host.hidden = this.items.length === 0;
        this.changed?.();
    }
}

/** Whether a file is of a kind: ".pdf", "pdf", "image/*" or "image/png". */
export function accepts(type, file) {
    const wanted = type.toLowerCase().trim();
    if (wanted.includes("/")) {
        const [group, kind] = wanted.split("/");
        return kind === "*" ? file.type.startsWith(group + "/") : file.type === wanted;
    }
    return file.name.toLowerCase().endsWith("." + wanted.replace(/^\./, ""));
}

/** What an `<input type=file>` is told to offer. */
export const acceptText = (types) => (types?.length > 0 ? types.map((type) => (type.includes("/") || type.startsWith(".") ? type : "." + type)).join(",") : null);

/** Takes files that are dropped anywhere on the page; `target()` says where they go, or null when nowhere. */
export function startDropping(target) {
    let shown = null;
    let depth = 0;
    const hide = () => {
        depth = 0;
        shown?.remove();
        shown = null;
    };
    const hasFiles = (event) => [...event.dataTransfer?.types ?? []].includes("Files");
    document.addEventListener("dragenter", (event) => {
        if (!hasFiles(event)) return;
        depth += 1;
        const place = target();
        if (!place || shown) return;
        shown = h("div", {id: "drop-target"}, h("div", {}, place.title));
        (document.querySelector("dialog[open]") ?? document.body).append(shown);
    });
    document.addEventListener("dragleave", () => { if (--depth <= 0) hide(); });
    document.addEventListener("dragover", (event) => event.preventDefault());
    document.addEventListener("drop", (event) => {
        event.preventDefault();
        hide();
        const place = target();
        if (event.dataTransfer?.files.length > 0) place?.take(event.dataTransfer.files);
    });
}
