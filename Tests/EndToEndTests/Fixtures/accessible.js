// What a reader could not read or reach in the page as it stands: returns sentences, none when all is well.
const faults = [];
const shown = (element) => element.checkVisibility({opacityProperty: true, visibilityProperty: true}) && !element.closest("[aria-hidden=true], [inert], .hidden-text, .skip");
const parse = (text) => {
    const inner = text.match(/[\d.]+/g).map(Number);
    const [r, g, b, a = 1] = text.startsWith("color(srgb") ? [...inner.slice(0, 3).map((value) => value * 255), inner[3] ?? 1] : inner;
    return {r, g, b, a};
};
const over = (top, below) => ({
    r: top.r * top.a + below.r * (1 - top.a), g: top.g * top.a + below.g * (1 - top.a), b: top.b * top.a + below.b * (1 - top.a), a: 1,
});
const ground = (element) => {
    const layers = [];
    for (let each = element; each; each = each.parentElement) {
        const colour = parse(getComputedStyle(each).backgroundColor);
        layers.push(colour);
        if (colour.a === 1) break;
    }
    return layers.reverse().reduce((below, top) => over(top, below), {r: 255, g: 255, b: 255, a: 1});
};
const light = ({r, g, b}) => {
    const [x, y, z] = [r, g, b].map((value) => value / 255).map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
};
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
const seen = new Set();
while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || seen.has(element) || !shown(element) || ["SCRIPT", "NOSCRIPT"].includes(element.tagName)) continue;
    seen.add(element);
    // WCAG leaves out what is disabled; emoji bring their own colours; covered spoilers are not to be read.
    if (element.closest(":disabled, [aria-disabled=true], [data-closed]") || /^[\p{Emoji}\p{P}\s\u200d\ufe0f]+$/u.test(walker.currentNode.data)) continue;
    const style = getComputedStyle(element);
    const back = ground(element);
    let [a, b] = [light(over(parse(style.color), back)), light(back)];
    if (a < b) [a, b] = [b, a];
    const ratio = (a + 0.05) / (b + 0.05);
    const large = parseFloat(style.fontSize) >= 24 || parseFloat(style.fontSize) >= 18.66 && Number(style.fontWeight) >= 700;
    if (ratio < (large ? 3 : 4.5)) faults.push(`contrast ${ratio.toFixed(2)}: “${walker.currentNode.data.trim().slice(0, 40)}” (${element.tagName.toLowerCase()}.${element.className})`);
}
const ids = new Map();
for (const element of document.querySelectorAll("[id]")) ids.set(element.id, (ids.get(element.id) ?? 0) + 1);
for (const [id, count] of ids) if (count > 1) faults.push(`the id ${id} is there ${count} times`);
const nameOf = (element) => element.getAttribute("aria-label") || element.innerText?.trim() || element.title || element.placeholder
    || (element.labels?.length > 0 ? element.labels[0].innerText.trim() : "") || document.getElementById(element.getAttribute("aria-labelledby"))?.innerText
    || element.querySelector("img[alt]:not([alt=''])")?.alt;
for (const element of document.querySelectorAll("button, a[href], input, select, textarea, [role=option], [role=tab], [role=menuitem], dialog")) {
    if (shown(element) && element.type !== "hidden" && !nameOf(element)) faults.push(`no name: ${element.outerHTML.slice(0, 120)}`);
}
for (const element of document.querySelectorAll("[tabindex]")) if (element.tabIndex > 0) faults.push(`a tabindex above 0: ${element.outerHTML.slice(0, 80)}`);
for (const name of ["aria-controls", "aria-labelledby", "aria-describedby", "aria-activedescendant"]) {
    for (const element of document.querySelectorAll(`[${name}]`)) {
        if (name === "aria-controls" && element.getAttribute("aria-expanded") === "false") continue;
        for (const id of element.getAttribute(name).split(" ")) if (id && !document.getElementById(id)) faults.push(`${name} leads nowhere: ${id} (${element.tagName.toLowerCase()}#${element.id})`);
    }
}
for (const image of document.images) if (!image.hasAttribute("alt")) faults.push(`no alt: ${image.src}`);
if (document.documentElement.scrollWidth > innerWidth) faults.push(`wider than the window: ${document.documentElement.scrollWidth} > ${innerWidth}`);
return faults;
