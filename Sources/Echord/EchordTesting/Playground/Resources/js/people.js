// Avatars and names.

import {h} from "./dom.js";
import {tinted} from "./colours.js";
import {portrait} from "./portraits.js";
import {nameColour, nameOf, person, statusOf} from "./state.js";

/** Somebody's picture. `status`: with the dot that says whether they are there. */
export function avatar(user, size = "md", {status = false} = {}) {
    return h(`span.avatar.avatar-${size}`, {"aria-hidden": "true"}, portrait(user),
        status && h("span.status", {dataset: {status: statusOf(person(user?.id))}}));
}

export function displayName(user) {
    const tint = nameColour(user?.id);
    return h("span.author-name", {dataset: {userId: user?.id, tinted: tint !== 0}, vars: tinted(tint)}, nameOf(user));
}

const words = {online: "online", idle: "away", dnd: "does not want to be disturbed", offline: "offline", invisible: "offline"};
export const statusWord = (status) => words[status] ?? "offline";

export function emojiText(emoji) {
    if (!emoji) return null;
    return emoji.id ? h("span.custom-emoji", {title: `:${emoji.name}:`}, `:${emoji.name}:`) : h("span.emoji", {}, emoji.name);
}
