// Components in messages: the old rows and Components V2.

import {announce, colour, h, safeURL} from "./dom.js";
import {api} from "./api.js";
import {markdown} from "./markdown.js";
import {showModal} from "./modal.js";
import {emojiText} from "./people.js";
import {messageSelect} from "./select.js";
import {store} from "./state.js";

/** Draws the components of one message. */
export function components(message) {
    return (message.components ?? []).map((component) => draw(component, message));
}

function draw(component, message) {
    switch (component.type) {
    case 1: return h("div.action-row", {}, (component.components ?? []).map((inner) => draw(inner, message)));
    case 2: return button(component, message);
    case 3: case 5: case 6: case 7: case 8:
        return messageSelect(component, (values) => send("select", message, {custom_id: component.custom_id, values}));
    case 9: return h("div.section", {},
        h("div.section-text", {}, (component.components ?? []).map((inner) => draw(inner, message))),
        component.accessory && h("div.section-accessory", {}, draw(component.accessory, message)));
    case 10: return h("div.text-display", {}, markdown(component.content ?? ""));
    case 11: return picture(component, message, "thumbnail");
    case 12: return h("div.media-gallery", {dataset: {count: (component.items ?? []).length}},
        (component.items ?? []).map((item) => picture(item, message, "gallery-item")));
    case 13: return file(component, message);
    case 14: return h(component.divider === false ? "div.separator.bare" : "hr.separator", {dataset: {spacing: component.spacing ?? 1}});
    case 17: return container(component, message);
    default: return h("div.unknown-component", {}, `Component of type ${component.type}`);
    }
}

const styles = {1: "primary", 2: "secondary", 3: "success", 4: "danger", 5: "link", 6: "premium"};

function button(component, message) {
    const style = styles[component.style] ?? "secondary";
    const content = [emojiText(component.emoji), h("span", {}, component.label ?? (component.style === 6 ? "Premium" : ""))];
    const url = component.style === 5 && safeURL(component.url ?? "");
    if (url) {
        return h(`a.dc-button.dc-${style}`, {href: url, target: "_blank", rel: "noopener noreferrer nofollow"}, content,
            h("span", {"aria-hidden": "true"}, "↗"));
    }
    const element = h(`button.dc-button.dc-${style}`, {
        type: "button", disabled: component.disabled === true || component.style >= 5, dataset: {customId: component.custom_id},
        "aria-label": component.label ? null : component.emoji?.name ?? "Button",
        onclick: async () => {
            if (element.getAttribute("aria-busy") === "true") return;
            element.setAttribute("aria-busy", "true");
            await send("click", message, {custom_id: component.custom_id});
            element.removeAttribute("aria-busy");
        },
    }, content);
    return element;
}

/** Presses or chooses, and shows what came of it. */
async function send(kind, message, body) {
    try {
        const {interaction} = await api.act(kind, {as: store.as, channel_id: message.channel_id, message_id: message.id, ...body});
        if (interaction.state === "failed") announce(interaction.error ?? "This interaction failed", "error");
        if (interaction.modal) showModal(interaction.modal);
    } catch (error) {
        announce(error.message, "error");
    }
}

function container(component, message) {
    const inside = (component.components ?? []).map((inner) => draw(inner, message));
    const element = h("section.container-card", {vars: component.accent_color != null ? {"--accent": colour(component.accent_color)} : {}}, inside);
    return component.spoiler ? veiled(element) : element;
}

function veiled(element) {
    const veil = h("button.veil", {type: "button", onclick: () => veil.replaceWith(element)}, "Spoiler · show");
    return veil;
}

/** attachment://name points to a file of the message itself. */
export function mediaURL(media, message) {
    const url = media?.url ?? "";
    if (url.startsWith("attachment://")) {
        const name = url.slice("attachment://".length);
        return safeURL(message.attachments?.find((file) => file.filename === name)?.url ?? "");
    }
    return safeURL(media?.proxy_url ?? url) ?? safeURL(url);
}

function picture(item, message, kind) {
    const url = mediaURL(item.media, message);
    const image = h(`img.${kind}`, {src: url, alt: item.description ?? "", loading: "lazy"});
    return item.spoiler ? veiled(image) : image;
}

function file(component, message) {
    const name = component.name ?? component.file?.url?.split("/").pop() ?? "file";
    const link = h("a.file-card", {href: mediaURL(component.file, message), download: name},
        h("span", {"aria-hidden": "true"}, "📄"), name, component.size != null && h("small", {}, size(component.size)));
    return component.spoiler ? veiled(link) : link;
}

export function size(bytes) {
    if (bytes < 1024) return `${bytes} B`;
    return bytes < 1_048_576 ? `${(bytes / 1024).toFixed(1)} kB` : `${(bytes / 1_048_576).toFixed(1)} MB`;
}
