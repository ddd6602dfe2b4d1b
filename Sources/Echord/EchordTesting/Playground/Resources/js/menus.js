// Menus: a list of things to do, beside what opened it or where the pointer was.

import {h} from "./dom.js";
import {icon} from "./icons.js";
import {closePopover, openPopover} from "./popover.js";
import {menuKeys} from "./roving.js";

/** An entry. `sign`: an icon's name; `kind`: a class, such as "danger"; `label`: what a screen reader says in its place. */
export function menuItem(text, action, {sign, kind, label} = {}) {
    return h(kind ? `button.menu-item.${kind}` : "button.menu-item", {type: "button", role: "menuitem", "aria-label": label, tabindex: "-1", onclick: () => {
        closePopover();
        action();
    }}, text, sign && icon(sign, true));
}

export function openMenu(items, anchor, {point, label}) {
    const menu = openPopover(anchor, items, {role: "menu", label, className: "menu", point});
    menu.addEventListener("keydown", (event) => menuKeys(event, menu));
}
