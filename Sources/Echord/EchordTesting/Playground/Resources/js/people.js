// Avatars and names.

import {colour, h} from "./dom.js";
import {nameColour, nameOf} from "./state.js";

/** A disc with initials: the local Discord has no pictures of people. */
export function avatar(user, size = "md") {
    const name = nameOf(user);
    const initials = name.split(/\s+/).map((word) => [...word][0] ?? "").slice(0, 2).join("").toUpperCase();
    const hue = user?.bot ? 235 : Number(BigInt(user?.id ?? 0) % 12n) * 30;
    return h(`span.avatar.avatar-${size}`, {"aria-hidden": "true", vars: {"--hue": String(hue)}}, user?.bot ? "🌳" : initials);
}

export function displayName(user) {
    const tint = nameColour(user?.id);
    return h("span.author-name", {dataset: {userId: user?.id}, vars: tint ? {"--name": colour(tint)} : {}}, nameOf(user));
}

export function emojiText(emoji) {
    if (!emoji) return null;
    return h("span.emoji", {}, emoji.id ? `:${emoji.name}:` : emoji.name);
}
