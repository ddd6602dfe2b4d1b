// Components in messages: the old rows and Components V2.

import {dots, h, ownURL, safeURL} from "./dom.js";
import {colour} from "./colours.js";
import {api, tell} from "./api.js";
import {fileCard, picture, veiled} from "./attachments.js";
import {icon} from "./icons.js";
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
    const inside = () => (component.components ?? []).map((inner) => draw(inner, message));
    switch (component.type) {
    case 1: return h("div.action-row", {}, inside());
    case 2: return button(component, message);
    case 3: case 5: case 6: case 7: case 8:
        return messageSelect(component, {busy: store.busy.get(message.id) === component.custom_id,
            send: (values) => use("select", message, {custom_id: component.custom_id, values})});
    case 9: return h("div.section", {}, h("div.section-text", {}, inside()),
        component.accessory && h("div.section-accessory", {}, draw(component.accessory, message)));
    case 10: return h("div.text-display", {}, markdown(component.content ?? ""));
    case 11: return picture(mediaURL(component.media, message), component.description ?? "", {kind: "thumbnail", spoiler: component.spoiler});
    case 12: return h("div.media-gallery", {dataset: {count: (component.items ?? []).length}}, (component.items ?? []).map((item) =>
        picture(mediaURL(item.media, message), item.description ?? "", {kind: "gallery-item", spoiler: item.spoiler})));
    case 13: return file(component, message);
    case 14: return h(component.divider === false ? "div.separator.bare" : "hr.separator", {dataset: {spacing: component.spacing ?? 1}});
    case 17: return veiled(h("section.container-card", {
        vars: component.accent_color != null ? {"--accent": colour(component.accent_color)} : {}, dataset: {accent: component.accent_color != null},
    }, inside()), component.spoiler);
    default: return h("div.unknown-component", {}, `A component of type ${component.type}, which this page does not know`);
    }
}

const styles = {1: "primary", 2: "secondary", 3: "success", 4: "danger", 5: "link", 6: "premium"};

function button(component, message) {
    const style = styles[component.style] ?? "secondary";
    const content = [emojiText(component.emoji), (component.label || !component.emoji) && h("span", {}, component.label ?? (component.style === 6 ? "Premium" : ""))];
    const url = component.style === 5 && safeURL(component.url ?? "");
    if (url && component.disabled !== true) {
        return h(`a.dc-button.dc-${style}`, {href: url, target: "_blank", rel: "noopener noreferrer nofollow"}, content, icon("away", true));
    }
    const waiting = store.busy.get(message.id);
    const isBusy = waiting !== undefined && waiting === component.custom_id;
    const isDead = component.disabled === true || component.style >= 5;
    // The pressed one keeps the focus while it waits, so nothing here is `disabled` but what the bot disabled.
    return h(`button.dc-button.dc-${style}`, {
        type: "button", disabled: isDead, "aria-disabled": isDead || waiting !== undefined && !isBusy ? "true" : null, "aria-busy": isBusy ? "true" : null,
        dataset: {customId: component.custom_id}, "aria-label": component.label ? null : component.emoji?.name ?? "Button",
        title: component.style === 6 ? "Premium buttons lead to a shop, which the local Discord does not have" : null,
        onclick: () => { if (!store.busy.has(message.id)) use("click", message, {custom_id: component.custom_id}); },
    }, content, isBusy && dots());
}

/** Presses or chooses, shows that it waits, and what came of it. */
async function use(kind, message, body) {
    store.busy.set(message.id, body.custom_id);
    store.faults.delete(message.id);
    store.change("messages");
    let fault = null;
    try {
        const {interaction} = await api.act(kind, {as: store.as, channel_id: message.channel_id, message_id: message.id, ...body});
        if (interaction.state === "failed") fault = interaction.error ?? "This interaction failed";
        if (interaction.modal) showModal(interaction.modal);
    } catch (error) {
        if (error.status === 0 || error.status >= 500) fault = "This interaction failed";
        tell(error);
    }
    store.busy.delete(message.id);
    if (fault && store.messages.has(message.id)) store.faults.set(message.id, fault);
    store.change("messages");
}

/** attachment://name points to a file of the message itself. */
function mediaURL(media, message) {
    const url = media?.url ?? "";
    if (url.startsWith("attachment://")) {
        const name = url.slice("attachment://".length);
        return message.attachments?.find((file) => file.filename === name)?.url ?? "";
    }
    return ownURL(media?.proxy_url ?? "") ?? url;
}

function file(component, message) {
    const url = mediaURL(component.file, message);
    const known = message.attachments?.find((file) => file.url === url);
    const name = component.name ?? known?.filename ?? url.split("/").pop() ?? "file";
    return veiled(fileCard({...known, url, filename: name, size: component.size ?? known?.size}), component.spoiler);
}
