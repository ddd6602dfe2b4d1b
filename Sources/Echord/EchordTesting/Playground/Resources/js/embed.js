// Rich embeds.

import {h, ownURL, safeURL} from "./dom.js";
import {colour} from "./colours.js";
import {elsewhere, picture} from "./attachments.js";
import {inlineMarkdown, markdown} from "./markdown.js";
import {format} from "./timestamps.js";

/** The embeds of a message. Up to four with the same link show their pictures in one. */
export function embeds(list) {
    const result = [];
    for (const entry of list) {
        const before = result.at(-1);
        if (before && entry.url && before.main.url === entry.url && entry.image && before.pictures.length < 4) before.pictures.push(entry.image);
        else result.push({main: entry, pictures: entry.image ? [entry.image] : []});
    }
    return result.map(({main, pictures}) => draw(main, pictures));
}

function draw(embed, pictures) {
    const footer = [embed.footer?.text, embed.timestamp && format(Date.parse(embed.timestamp), "f")].filter(Boolean).join(" • ");
    return h("article.embed", {vars: embed.color != null ? {"--accent": colour(embed.color)} : {}},
        h("div.embed-body", {},
            embed.provider?.name && titled(embed.provider.name, embed.provider.url, "div.embed-provider"),
            embed.author && h("div.embed-author", {}, smallPicture(embed.author.icon_url), titled(embed.author.name, embed.author.url, "span")),
            embed.title && titled(embed.title, embed.url, "div.embed-title"),
            embed.description && h("div.embed-description", {}, markdown(embed.description)),
            embed.fields?.length > 0 && fields(embed.fields),
            embed.video && elsewhere(embed.video.url)),
        embed.thumbnail && picture(embed.thumbnail.url, embed.thumbnail.description ?? "", {kind: "embed-thumbnail"}),
        pictures.length > 0 && h("div.embed-pictures", {}, pictures.map((image) => picture(image.url, image.description ?? "", {kind: "embed-image"}))),
        footer && h("div.embed-footer", {}, smallPicture(embed.footer?.icon_url), h("span", {}, footer)));
}

const smallPicture = (address) => {
    const url = ownURL(address);
    return url && h("img.embed-icon", {src: url, alt: "", loading: "lazy"});
};

function titled(text, url, kind) {
    const address = url && safeURL(url);
    return h(kind, {}, address ? h("a", {href: address, target: "_blank", rel: "noopener noreferrer nofollow"}, inlineMarkdown(text)) : inlineMarkdown(text));
}

/** Inline fields stand beside each other, three in a row, or two when there are no more. */
function fields(list) {
    const row = [];
    const made = [];
    const close = () => {
        for (let index = 0; index < row.length; index += 3) {
            const part = row.slice(index, index + 3);
            for (const element of part) if (part.length > 1) element.classList.add(part.length === 3 || row.length > 3 ? "of-three" : "of-two");
        }
        row.length = 0;
    };
    for (const field of list) {
        const element = h("div.embed-field", {}, h("div.embed-field-name", {}, inlineMarkdown(field.name)), h("div", {}, markdown(field.value)));
        if (field.inline) row.push(element);
        else close();
        made.push(element);
    }
    close();
    return h("div.embed-fields", {}, made);
}
