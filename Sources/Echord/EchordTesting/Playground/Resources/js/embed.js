// Rich embeds.

import {colour, h, safeURL} from "./dom.js";
import {inlineMarkdown, markdown} from "./markdown.js";
import {format} from "./timestamps.js";

function picture(media, kind) {
    const url = safeURL(media?.url ?? "");
    return url && h(`img.${kind}`, {src: url, alt: media.description ?? "", loading: "lazy"});
}

function titled(text, url, kind) {
    const address = url && safeURL(url);
    return address
        ? h(`a.${kind}`, {href: address, target: "_blank", rel: "noopener noreferrer nofollow"}, inlineMarkdown(text))
        : h(`div.${kind}`, {}, inlineMarkdown(text));
}

export function embed(embed) {
    const footer = [embed.footer?.text, embed.timestamp && format(Date.parse(embed.timestamp), "f")].filter(Boolean);
    return h("article.embed", {vars: embed.color != null ? {"--accent": colour(embed.color)} : {}},
        h("div.embed-body", {},
            embed.author && titled(embed.author.name, embed.author.url, "embed-author"),
            embed.title && titled(embed.title, embed.url, "embed-title"),
            embed.description && h("div.embed-description", {}, markdown(embed.description)),
            embed.fields?.length > 0 && h("div.embed-fields", {}, embed.fields.map((field) =>
                h(field.inline ? "div.embed-field.inline" : "div.embed-field", {},
                    h("div.embed-field-name", {}, inlineMarkdown(field.name)), h("div", {}, markdown(field.value))))),
            embed.image && picture(embed.image, "embed-image"),
            footer.length > 0 && h("div.embed-footer", {}, footer.join(" • "))),
        embed.thumbnail && picture(embed.thumbnail, "embed-thumbnail"));
}
