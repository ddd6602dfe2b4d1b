// Colours of roles: as they are for dots and bands, and darkened or lightened until a name in them can be read.

/** 0xRRGGBB as CSS writes it. */
export const colour = (number) => "#" + (Number(number) & 0xffffff).toString(16).padStart(6, "0");

const parts = (number) => [number >> 16 & 255, number >> 8 & 255, number & 255];
const luminance = (rgb) => {
    const [r, g, b] = rgb.map((value) => value / 255).map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a, b) => {
    const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
};

/** Mixes with black or white until the contrast that WCAG asks for is there. */
function readable(number, ground, towards) {
    const start = parts(number);
    for (let part = 0; part <= 1; part += 0.05) {
        const mixed = start.map((value) => Math.round(value * (1 - part) + towards * part));
        if (contrast(mixed, ground) >= 4.6) return `rgb(${mixed.join(" ")})`;
    }
    return towards === 0 ? "#000000" : "#ffffff";
}

const known = new Map();

/** Style variables for a role's colour; none without one. The grounds are the darkest (lightest) a name stands on. */
export function tinted(number) {
    if (!number) return {};
    if (!known.has(number)) {
        known.set(number, {"--name": colour(number), "--name-on-light": readable(number, [212, 215, 232], 0), "--name-on-dark": readable(number, [73, 75, 96], 255)});
    }
    return known.get(number);
}
