// The page's icons: strokes on a grid of 24.

const strokes = {
    menu: "M4 6h16M4 12h16M4 18h16",
    members: "M15 19v-1a5 5 0 0 0-10 0v1M10 4.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7M16 5a3.5 3.5 0 0 1 0 6.6M21 19v-1a5 5 0 0 0-3.5-4.8",
    timeline: "M3 12h4l3 7 4-14 3 7h4",
    theme: "M12 3a9 9 0 1 0 0 18zM12 3a9 9 0 0 1 0 18",
    help: "M12 21a9 9 0 1 1 0-18 9 9 0 0 1 0 18M9.3 9.2a2.8 2.8 0 0 1 5.4.9c0 1.9-2.7 2.3-2.7 3.9M12 17v.1",
    plus: "M12 5v14M5 12h14",
    send: "M4 12 3 4l18 8-18 8 1-8zM4 12h8",
    smile: "M12 21a9 9 0 1 1 0-18 9 9 0 0 1 0 18M8.5 14.5a4.3 4.3 0 0 0 7 0M9 9.5v.1M15 9.5v.1",
    reply: "M9 6 4 11l5 5M4 11h9a7 7 0 0 1 7 7v1",
    edit: "M4 20h4L19 9l-4-4L4 16zM13.5 6.5l4 4",
    trash: "M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5",
    more: "M5 12v.1M12 12v.1M19 12v.1",
    copy: "M9 9h11v11H9zM15 9V4H4v11h5",
    close: "M6 6l12 12M18 6 6 18",
    search: "M11 18a7 7 0 1 1 0-14 7 7 0 0 1 0 14M16 16l5 5",
    down: "m6 9 6 6 6-6",
    up: "m6 15 6-6 6 6",
    hash: "M10 4 8 20M16 4l-2 16M4.5 9H20M4 15h15.5",
    news: "M4 10v4h3l8 5V5l-8 5zM19 9.5a4 4 0 0 1 0 5",
    voice: "M4 10v4h4l5 4V6L8 10zM16.5 9a4.5 4.5 0 0 1 0 6M19 6.5a8 8 0 0 1 0 11",
    forum: "M4 5h16v10H10l-4 4v-4H4zM8 9h8M8 12h5",
    thread: "M5 4v8a4 4 0 0 0 4 4h10M15 12l4 4-4 4",
    mail: "M3.5 6h17v12h-17zM4 7l8 6 8-6",
    clock: "M12 21a9 9 0 1 1 0-18 9 9 0 0 1 0 18M12 7v5l3.5 2",
    bolt: "M13 3 5 14h6l-1 7 8-11h-6z",
    file: "M6 3h8l5 5v13H6zM14 3v5h5",
    download: "M12 4v11M7 10.5l5 5 5-5M5 20h14",
    away: "M9 5H5v14h14v-4M13 4h7v7M20 4l-9 9",
    check: "m5 12.5 4.5 4.5L19 7",
    warning: "M12 4 2.5 20h19zM12 10v4.5M12 17.3v.1",
    pin: "M9 4h6l-1 6 3.5 3.5h-11L10 10zM12 13.5V21",
    eye: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12M12 15a3 3 0 1 1 0-6 3 3 0 0 1 0 6",
    in: "M20 12H5M11 6l-6 6 6 6",
    out: "M4 12h15M13 6l6 6-6 6",
    at: "M12 16a4 4 0 1 1 0-8 4 4 0 0 1 0 8M16 8v5.5a2.5 2.5 0 0 0 5 0V12a9 9 0 1 0-4 7.5",
    shield: "M12 3 4.5 6v5.5c0 4.6 3.2 8 7.5 9.5 4.3-1.5 7.5-4.9 7.5-9.5V6z",
    share: "M14 5l6 6-6 6M20 11h-9a7 7 0 0 0-7 7v1",
    lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
};

/** An icon; words for it belong to the element around it. */
export function icon(name, small = false) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("class", small ? "icon small" : "icon");
    svg.setAttribute("aria-hidden", "true");
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("d", strokes[name] ?? strokes.more);
    svg.append(path);
    return svg;
}
