// One layer over the page, beside what opened it: it takes the focus, closes with Escape or a click outside, and gives the focus back.

import {h, isPhone} from "./dom.js";

let opened = null;

/** Whether a popover of this anchor is open. */
export const isOpenAt = (anchor) => opened?.anchor === anchor;

export function closePopover({focus = true} = {}) {
    if (!opened) return;
    const {element, anchor, onclose} = opened;
    const hadFocus = element.contains(document.activeElement);
    opened = null;
    element.remove();
    anchor?.setAttribute("aria-expanded", "false");
    onclose?.();
    if (focus && (hadFocus || document.activeElement === document.body) && anchor?.isConnected) anchor.focus({preventScroll: true});
}

/**
 * Opens a popover with `content`.
 * `point`: at these coordinates in place of below the anchor; `width`: as wide as the anchor; `focus`: what gets the focus first;
 * `onescape`: in place of closing.
 */
export function openPopover(anchor, content, {label, role = "dialog", className = "", point, width = false, side = false, focus, onclose, onescape} = {}) {
    closePopover({focus: false});
    const element = h(`div.popover`, {role, "aria-label": label, tabindex: "-1"}, content);
    if (className) element.classList.add(...className.split(" "));
    // A modal dialog makes everything outside of it inert, so what it opens must stand inside.
    (anchor?.closest("dialog") ?? document.body).append(element);
    anchor?.setAttribute("aria-expanded", "true");
    opened = {element, anchor, onclose, onescape, place: () => place(element, anchor, {point, width, side})};
    opened.place();
    const first = focus === null ? null : focus ?? element.querySelector("[autofocus], input, button, [tabindex='0']") ?? element;
    first?.focus({preventScroll: true});
    return element;
}

function place(element, anchor, {point, width, side}) {
    if (isPhone()) return;
    const box = anchor?.getBoundingClientRect() ?? {left: 0, top: 0, right: 0, bottom: 0, width: 0};
    if (width) element.style.width = box.width + "px";
    const [w, hgt] = [element.offsetWidth, element.offsetHeight];
    let x = point?.x ?? box.left;
    let y = point?.y ?? box.bottom + 6;
    if (side) {
        x = box.left - w - 10 > 8 ? box.left - w - 10 : box.right + 10;
        y = box.top;
    } else if (!point && y + hgt > innerHeight - 8 && box.top - hgt - 6 > 8) {
        y = box.top - hgt - 6;
    }
    if (!point && !side && x + w > innerWidth - 8) x = box.right - w;
    element.style.left = Math.max(8, Math.min(x, innerWidth - w - 8)) + "px";
    element.style.top = Math.max(8, Math.min(y, innerHeight - hgt - 8)) + "px";
}

/** After its content has changed its size. */
export const replacePopover = () => opened?.place();

document.addEventListener("pointerdown", (event) => {
    if (opened && !opened.element.contains(event.target) && !opened.anchor?.contains(event.target)) closePopover({focus: false});
}, true);
document.addEventListener("keydown", (event) => {
    if (!opened || event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    if (opened.onescape) opened.onescape();
    else closePopover();
}, true);
// Tab goes round inside; a menu is left by it.
document.addEventListener("keydown", (event) => {
    if (!opened || event.key !== "Tab" || !opened.element.contains(document.activeElement)) return;
    if (opened.element.getAttribute("role") === "menu" || opened.element.getAttribute("role") === "listbox") {
        event.preventDefault();
        return closePopover();
    }
    const stops = [...opened.element.querySelectorAll("a[href], button, input, select, textarea, [tabindex='0']")]
        .filter((each) => !each.disabled && each.tabIndex >= 0 && each.offsetParent !== null);
    if (stops.length === 0) return;
    const index = stops.indexOf(document.activeElement);
    if (event.shiftKey ? index <= 0 : index === stops.length - 1) {
        event.preventDefault();
        stops[event.shiftKey ? stops.length - 1 : 0].focus();
    }
});
addEventListener("resize", () => opened?.place());
