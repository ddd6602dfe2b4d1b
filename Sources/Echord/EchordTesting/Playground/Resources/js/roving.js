// Lists with one stop in the tab order: arrows, Home and End move inside.

import {$$} from "./dom.js";

/** Makes the elements of `selector` in `host` such a list; elements may come and go. `columns` gives the width of a grid. */
export function roving(host, selector, {columns} = {}) {
    const items = () => $$(selector, host).filter((each) => !each.disabled && each.offsetParent !== null);
    const settle = (current) => {
        const all = items();
        const kept = current ?? all.find((each) => each.tabIndex === 0) ?? all.find((each) => each.hasAttribute("aria-current")) ?? all[0];
        for (const each of all) each.tabIndex = each === kept ? 0 : -1;
    };
    host.addEventListener("focusin", (event) => {
        const item = event.target.closest(selector);
        if (item && host.contains(item)) settle(item);
    });
    host.addEventListener("keydown", (event) => {
        if (event.altKey || event.ctrlKey || event.metaKey || !event.target.matches?.(selector)) return;
        const all = items();
        const index = all.indexOf(event.target);
        const row = columns?.() ?? 1;
        const steps = {ArrowDown: row, ArrowUp: -row};
        if (columns) Object.assign(steps, {ArrowRight: 1, ArrowLeft: -1});
        let next = index;
        if (event.key in steps) next = index + steps[event.key];
        else if (event.key === "Home") next = 0;
        else if (event.key === "End") next = all.length - 1;
        else return;
        event.preventDefault();
        all[Math.max(0, Math.min(all.length - 1, next))]?.focus();
    });
    return {settle: () => settle()};
}

/** Arrow keys in a menu that goes round, and letters that jump. */
export function menuKeys(event, menu) {
    const all = $$("[role='menuitem'], [role='menuitemradio']", menu);
    const index = all.indexOf(document.activeElement);
    let next = null;
    if (event.key === "ArrowDown" || event.key === "ArrowRight") next = (index + 1) % all.length;
    else if (event.key === "ArrowUp" || event.key === "ArrowLeft") next = (index + all.length - 1) % all.length;
    else if (event.key === "Home") next = 0;
    else if (event.key === "End") next = all.length - 1;
    else if (event.key.length === 1 && /\S/.test(event.key)) {
        const after = [...all.slice(index + 1), ...all.slice(0, index + 1)];
        const found = after.find((each) => each.textContent.trim().toLowerCase().startsWith(event.key.toLowerCase()));
        next = found ? all.indexOf(found) : null;
    }
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    all[next]?.focus();
}
