// Pictures of people and bots, drawn from their ids: everybody keeps their face, and nothing is fetched.

const space = "http://www.w3.org/2000/svg";

function shape(name, attributes) {
    const element = document.createElementNS(space, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
}

/** Numbers that follow from an id: ids that are near each other give numbers that are not. */
function numbers(id) {
    // SplitMix64.
    let state = BigInt(/^\d+$/.test(id ?? "") ? id : 0);
    return (count) => {
        state = BigInt.asUintN(64, state + 0x9E37_79B9_7F4A_7C15n);
        let mixed = BigInt.asUintN(64, (state ^ state >> 30n) * 0xBF58_476D_1CE4_E5B9n);
        mixed = BigInt.asUintN(64, (mixed ^ mixed >> 27n) * 0x94D0_49BB_1331_11EBn);
        return Number((mixed ^ mixed >> 31n) & 0xFFFF_FFFFn) % count;
    };
}

const hues = [8, 28, 44, 88, 140, 168, 192, 214, 238, 262, 290, 330];

/** The hue of somebody's picture, in degrees. */
export const hueOf = (user) => (user?.bot ? 232 : hues[numbers(user?.id)(hues.length)]);

const line = {fill: "none", stroke: "#20242c", "stroke-width": "1.9", "stroke-linecap": "round", "stroke-linejoin": "round"};
const dark = {fill: "#20242c"};

/** A face for a person, a robot's head for a bot. */
export function portrait(user) {
    const svg = shape("svg", {viewBox: "0 0 40 40", class: "portrait", "aria-hidden": "true"});
    const hue = hueOf(user);
    svg.append(shape("rect", {width: "40", height: "40", fill: `hsl(${hue} 52% ${user?.bot ? 46 : 56}%)`}));
    const pick = numbers(user?.id);
    pick(hues.length);
    const head = shape("g", {});
    head.append(...user?.bot ? robot(hue) : person(hue, pick));
    if (!user?.bot) head.setAttribute("transform", `rotate(${pick(17) - 8} 20 24) translate(${pick(5) - 2} ${pick(3)})`);
    svg.append(head);
    return svg;
}

function robot(hue) {
    return [
        shape("path", {d: "M20 10V6", ...line, stroke: "#eef0f6"}), shape("circle", {cx: "20", cy: "5.4", r: "2.2", fill: "#ffd166"}),
        shape("rect", {x: "8.5", y: "10", width: "23", height: "19", rx: "6", fill: "#eef0f6"}), shape("rect", {x: "5.4", y: "16", width: "3.4", height: "7", rx: "1.6", fill: "#c9cee0"}),
        shape("rect", {x: "31.2", y: "16", width: "3.4", height: "7", rx: "1.6", fill: "#c9cee0"}), shape("rect", {x: "11.6", y: "13.6", width: "16.8", height: "8", rx: "4", fill: `hsl(${hue} 45% 24%)`}),
        shape("circle", {cx: "16.2", cy: "17.6", r: "1.9", fill: "#7ff3c7"}), shape("circle", {cx: "23.8", cy: "17.6", r: "1.9", fill: "#7ff3c7"}),
        shape("path", {d: "M16 25.2h8", ...line}), shape("path", {d: "M12 40v-6a5 5 0 0 1 5-5h6a5 5 0 0 1 5 5v6z", fill: "#c9cee0"}),
    ];
}

function person(hue, pick) {
    const other = (hue + [150, 180, 210][pick(3)]) % 360;
    const hair = `hsl(${[hue, other, 24, 220][pick(4)]} 45% ${[24, 30, 36][pick(3)]}%)`;
    const skin = ["#ffe3c8", "#f6cda4", "#e0ab7c", "#b97f55", "#8a5a3b"][pick(5)];
    const body = shape("path", {d: "M6 42c0-8 6-11 14-11s14 3 14 11z", fill: `hsl(${other} 48% 42%)`});
    const face = shape("rect", {x: "10", y: "10", width: "20", height: "22", rx: "10", fill: skin});
    const styles = [
        [shape("path", {d: "M9 20c-1-9 5-13 11-13s12 4 11 13c-2-5-5-7-11-7s-9 2-11 7z", fill: hair})],
        [shape("circle", {cx: "20", cy: "6.4", r: "4", fill: hair}), shape("path", {d: "M9.4 19C9.4 11 14 8 20 8s10.6 3 10.6 11c-3-1-5-3-6-6-3 4-9 6-15.2 6z", fill: hair})],
        [shape("path", {d: "M8 30c-2-14 2-23 12-23s14 9 12 23c-3 0-3-3-3-8 0-5-3-8-9-8s-9 3-9 8c0 5 0 8-3 8z", fill: hair})],
        [[11, 13], [15.4, 9.4], [20.6, 8.2], [25.6, 10], [29, 14]].map(([cx, cy]) => shape("circle", {cx, cy, r: "4.2", fill: hair})),
        [shape("path", {d: "M10 15c3-8 17-8 20 0z", fill: hair}), shape("path", {d: "M8.4 15.4h23.2", ...line, stroke: hair, "stroke-width": "3"})],
    ];
    const eyes = [
        [shape("circle", {cx: "16", cy: "20.6", r: "1.7", ...dark}), shape("circle", {cx: "24", cy: "20.6", r: "1.7", ...dark})],
        [shape("path", {d: "M14.2 21q1.8-2.4 3.6 0M22.2 21q1.8-2.4 3.6 0", ...line})],
        [shape("path", {d: "M16 19.6v2M24 19.6v2", ...line, "stroke-width": "2.4"})],
        [shape("circle", {cx: "15.8", cy: "20.6", r: "3", ...line, "stroke-width": "1.3"}), shape("circle", {cx: "24.2", cy: "20.6", r: "3", ...line, "stroke-width": "1.3"}),
            shape("path", {d: "M18.8 20.6h2.4", ...line, "stroke-width": "1.3"}), shape("circle", {cx: "15.8", cy: "20.6", r: "1.2", ...dark}), shape("circle", {cx: "24.2", cy: "20.6", r: "1.2", ...dark})],
    ][pick(4)];
    const mouth = [shape("path", {d: "M16.4 26q3.6 3 7.2 0", ...line}), shape("path", {d: "M16.6 25.4h6.8q-.4 3.8-3.4 3.8t-3.4-3.8z", ...dark}), shape("path", {d: "M17.4 26.6q3 1.4 5.6-.6", ...line})][pick(3)];
    return [body, face, ...styles[pick(styles.length)], ...eyes, mouth];
}
