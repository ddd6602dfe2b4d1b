// Avatars and names.

import {h} from "./dom.js";
import {tinted} from "./colours.js";
import {nameColour, nameOf, person} from "./state.js";

/** A disc with initials: the local Discord has no pictures of people. `status`: with the dot that says whether they are there. */
export function avatar(user, size = "md", {status = false} = {}) {
    const name = nameOf(user);
    const initials = name.split(/\s+/).map((word) => [...word][0] ?? "").slice(0, 2).join("").toUpperCase();
    return h(`span.avatar.avatar-${size}${user?.bot ? ".bot" : ""}`, {"aria-hidden": "true", vars: {"--hue": String(hueOf(user))}},
        user?.bot ? "🌳" : initials, status && h("span.status", {dataset: {status: person(user?.id)?.status ?? "offline"}}));
}

export const hueOf = (user) => (user?.bot ? 140 : Number(BigInt(user?.id ?? 0) % 12n) * 30);

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
