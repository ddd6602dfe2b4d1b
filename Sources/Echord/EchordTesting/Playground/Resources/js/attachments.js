// Files of messages: pictures to enlarge, films and sounds to play, texts to read, everything to save.

import {$, h, ownURL, safeURL, size} from "./dom.js";
import {openDialog} from "./dialog.js";
import {icon} from "./icons.js";

const textLimit = 50_000;

export function attachments(files) {
    if (files.length === 0) return null;
    const pictures = files.filter(isPicture);
    const host = h("div.attachments", {}, pictures.map((file) => picture(file.url, file.description ?? "", {name: file.filename, spoiler: isSpoiler(file)})));
    host.classList.toggle("many", pictures.length > 1);
    return [pictures.length > 0 && host, files.filter((file) => !isPicture(file)).map((file) => veiled(other(file), isSpoiler(file)))];
}

const isPicture = (file) => /^image\/(png|jpeg|gif|webp)/.test(file.content_type ?? "");
const isSpoiler = (file) => (file.flags & 8) !== 0 || file.filename?.startsWith("SPOILER_");

function other(file) {
    const url = ownURL(file.url);
    if (url && file.content_type?.startsWith("video/")) return h("video.media", {src: url, controls: true, preload: "metadata", "aria-label": file.filename});
    if (url && file.content_type?.startsWith("audio/")) return h("div", {}, fileCard(file), h("audio.media", {src: url, controls: true, preload: "metadata", "aria-label": file.filename}));
    return fileCard(file);
}

/** A file with its name and size, to save; a short text can be read here. */
export function fileCard(file) {
    const url = ownURL(file.url) ?? safeURL(file.url ?? "");
    const isText = /^(text\/|application\/(json|xml))/.test(file.content_type ?? "") && file.size <= textLimit && ownURL(file.url);
    const card = h("div.file-card", {}, icon("file"), url ? h("a", {href: url, download: file.filename}, file.title ?? file.filename) : h("span", {}, file.filename),
        h("small", {}, file.size != null ? size(file.size) : "", file.description ? ` · ${file.description}` : ""),
        url && h("a.icon-button", {href: url, download: file.filename, "aria-label": `Save ${file.filename}`}, icon("download")),
        isText && h("button.link", {type: "button", onclick: (event) => read(url, event.currentTarget)}, "Show the text"));
    return card;
}

async function read(url, button) {
    const old = $("pre", button.parentElement);
    if (old) {
        old.remove();
        button.textContent = "Show the text";
        return;
    }
    button.textContent = "Loading…";
    const text = await fetch(url).then((response) => response.text()).catch(() => null);
    if (text !== null) button.parentElement.append(h("pre", {tabindex: "0"}, text));
    button.textContent = text === null ? "It could not be read. Try again" : "Hide the text";
}

/** A picture of this server, enlarged when pressed. One from elsewhere is a link: the page fetches nothing from other sites. */
export function picture(address, description, {name = "", kind = "", spoiler = false} = {}) {
    const url = ownURL(address);
    if (!url) return veiled(elsewhere(address, kind), spoiler);
    const image = h("img", {src: url, alt: description, loading: "lazy"});
    const element = h("button.picture", {type: "button", "aria-label": description || `Picture ${name}`.trim(), onclick: () => enlarge(url, description, name)}, image);
    if (kind) element.classList.add(kind);
    image.addEventListener("error", () => {
        element.classList.add("broken");
        element.replaceChildren("The picture is not available");
    });
    return veiled(element, spoiler);
}

export function elsewhere(address, kind = "") {
    const url = safeURL(address ?? "");
    if (!url) return h("span.elsewhere", {}, "No picture");
    const link = h("a.elsewhere", {href: url, target: "_blank", rel: "noopener noreferrer nofollow", title: url}, icon("away", true),
        kind === "embed-thumbnail" || kind === "thumbnail" ? "Picture" : `Picture on ${new URL(url).host}`);
    if (kind) link.classList.add(kind);
    return link;
}

function enlarge(url, description, name) {
    const dialog = openDialog("", h("figure", {}, h("img", {src: url, alt: description}), h("figcaption", {}, description || name,
        h("a", {href: url, target: "_blank", rel: "noopener"}, "Open the original"), h("button.button.small", {type: "button", onclick: () => dialog.close()}, "Close"))), {className: "lightbox"});
    $(".dialog-head", dialog).remove();
    dialog.setAttribute("aria-label", description || name || "Picture");
    dialog.addEventListener("click", (event) => { if (event.target.tagName === "FIGURE" || event.target.tagName === "IMG") dialog.close(); });
    $("button", dialog).focus();
}

/** Covers what is a spoiler until it is asked for. */
export function veiled(element, spoiler) {
    if (!spoiler) return element;
    element.inert = true;
    const host = h("div.veil", {}, element, h("button", {type: "button", "aria-label": "Spoiler: show", onclick: (event) => {
        element.inert = false;
        event.currentTarget.remove();
        host.classList.remove("veil");
    }}, h("span", {}, "SPOILER")));
    return host;
}
