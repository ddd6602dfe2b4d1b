// Pinned messages: pinned and unpinned from their menu, listed at the top.

import {$, h} from "./dom.js";
import {api, tell} from "./api.js";
import {jumpTo} from "./conversation.js";
import {markdown} from "./markdown.js";
import {plainText} from "./message.js";
import {avatar, displayName} from "./people.js";
import {may} from "./permissions.js";
import {closePopover, isOpenAt, openPopover, replacePopover} from "./popover.js";
import {store} from "./state.js";
import {messageTime} from "./timestamps.js";

export function startPins() {
    $("#open-pins").addEventListener("click", (event) => (isOpenAt(event.currentTarget) ? closePopover() : openPins(event.currentTarget)));
}

export async function setPin(message, isPinned) {
    try {
        await api.asMember(store.as, isPinned ? "PUT" : "DELETE", `/channels/${message.channel_id}/messages/pins/${message.id}`);
    } catch (error) {
        tell(error);
    }
}

export async function openPins(anchor) {
    const list = h("div.pin-list", {}, h("p.empty", {role: "status"}, "Loading…"));
    openPopover(anchor, [h("h3", {}, "Pinned messages"), list], {label: "Pinned messages", className: "pins"});
    const {as, channelID} = store;
    const fill = async () => {
        try {
            const {items} = await api.asMember(as, "GET", `/channels/${channelID}/messages/pins`);
            list.replaceChildren(...items.map(({message}) => entry(message, fill)));
            if (items.length === 0) list.append(h("p.empty", {}, "Nothing is pinned here yet. A message's menu pins it."));
        } catch (error) {
            list.replaceChildren(h("p.empty", {role: "alert"}, error.message));
        }
        replacePopover();
    };
    await fill();
}

function entry(message, changed) {
    return h("article.pin", {}, h("header", {}, avatar(message.author, "xs"), displayName(message.author), messageTime(message.timestamp)),
        h("div.pin-text", {}, message.content ? markdown(message.content) : plainText(message)),
        h("footer", {}, h("button.button.small", {type: "button", onclick: () => {
            closePopover({focus: false});
            jumpTo(message.id);
        }}, "Go to it"), may("pinMessages", message.channel_id) && h("button.button.small", {type: "button", onclick: async () => {
            await setPin(message, false);
            await changed();
        }}, "Unpin")));
}
