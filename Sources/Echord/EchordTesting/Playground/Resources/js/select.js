// A select, in messages and in forms: a button that opens a list with a search.

import {dots, h, uniqueID} from "./dom.js";
import {icon} from "./icons.js";
import {placeholderOf, selectChoices} from "./choices.js";
import {closePopover, isOpenAt, openPopover} from "./popover.js";

const shownAtMost = 100;

/** In a message: what was chosen is sent when the list closes; one value at once. */
export function messageSelect(component, {send, busy}) {
    const before = new Set(selectChoices(component).filter((choice) => choice.chosen).map((choice) => choice.value));
    const select = makeSelect(component, {busy, closed: (values) => {
        const changed = values.length !== before.size || values.some((value) => !before.has(value));
        if (changed && values.length >= (component.min_values ?? 1)) send(values);
        else if (changed) select.reset();
    }});
    return select.element;
}

/**
 * Builds a select. `closed(values)` is told when the list closes with a choice, `changed(values)` at each change.
 * Gives {element, values(), opener, reset()}.
 */
export function makeSelect(component, {busy = false, id, required = true, describedBy, changed, closed} = {}) {
    const choices = selectChoices(component);
    const least = required ? component.min_values ?? 1 : 0;
    const most = Math.min(component.max_values ?? 1, Math.max(choices.length, 1));
    const original = choices.filter((choice) => choice.chosen).map((choice) => choice.value);
    let chosen = new Set(original);
    const title = placeholderOf(component);
    const caption = h("span.select-caption");
    const opener = h("button.select-opener", {
        id, type: "button", "aria-haspopup": "listbox", "aria-expanded": "false", "aria-describedby": describedBy, dataset: {customId: component.custom_id, select: true},
        disabled: component.disabled === true, "aria-busy": busy ? "true" : null, onclick: () => (isOpenAt(opener) ? closePopover() : open()),
        onkeydown: (event) => {
            if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
            event.preventDefault();
            open();
        },
    }, caption, busy ? dots() : icon("down", true));

    function draw() {
        const labels = choices.filter((choice) => chosen.has(choice.value));
        caption.classList.toggle("placeholder", labels.length === 0);
        caption.replaceChildren(...labels.length === 0 ? [title] : labels.map((choice) => (most > 1
            ? h("span.select-pill", {}, (choice.mark ?? "") + choice.label) : h("span", {}, choice.sign && component.type === 3 ? [choice.sign(), " "] : "", (choice.mark ?? "") + choice.label))));
        opener.setAttribute("aria-label", labels.length === 0 ? title : `${title}: ${labels.map((choice) => choice.label).join(", ")}`);
    }

    function open() {
        if (busy || component.disabled === true) return;
        const start = new Set(chosen);
        let confirmed = false;
        const finish = () => {
            confirmed = true;
            closePopover();
        };
        const abandon = () => {
            chosen = start;
            draw();
            changed?.([...chosen]);
            abandoned = true;
            closePopover();
        };
        let abandoned = false;
        const list = listOf({
            choices, title, most, least, isChosen: (value) => chosen.has(value),
            pick: (value) => {
                if (most > 1) {
                    if (chosen.has(value)) chosen.delete(value);
                    else if (chosen.size < most) chosen.add(value);
                } else if (chosen.has(value) && least === 0) chosen.delete(value);
                else chosen = new Set([value]);
                draw();
                changed?.([...chosen]);
                if (most === 1) finish();
            },
            finish,
        });
        openPopover(opener, list.content, {
            role: "group", label: title, className: "select-popup", width: true, focus: list.focus, onescape: abandon,
            onclose: () => { if (!abandoned && (confirmed || most > 1)) closed?.([...chosen]); },
        });
    }
    draw();
    return {
        element: h("div.select", {}, opener), opener, values: () => [...chosen],
        reset: () => {
            chosen = new Set(original);
            draw();
        },
    };
}

/** The list: one element has the focus, and `aria-activedescendant` says which option is meant. */
function listOf({choices, title, most, least, isChosen, pick, finish}) {
    const id = uniqueID("list");
    let shown = [];
    let active = 0;
    const host = h("ul.select-list", {id, role: "listbox", "aria-label": title, "aria-multiselectable": String(most > 1), tabindex: choices.length > 8 ? "-1" : "0"});
    const search = choices.length > 8 && h("input.field.small", {
        type: "search", placeholder: "Search", "aria-label": `Search: ${title}`, role: "combobox", "aria-expanded": "true", "aria-controls": id, autocomplete: "off",
        oninput: () => {
            active = 0;
            draw();
        },
    });
    const foot = most > 1 && h("div.select-foot");
    const focus = search || host;

    function draw() {
        const wanted = (search ? search.value : "").trim().toLowerCase();
        const found = choices.filter((choice) => `${choice.label} ${choice.hint ?? ""}`.toLowerCase().includes(wanted));
        shown = found.slice(0, shownAtMost);
        const count = choices.filter((choice) => isChosen(choice.value)).length;
        const full = most > 1 && count >= most;
        host.replaceChildren(...shown.map((choice, index) => h("li.select-option", {
            id: `${id}-${index}`, role: "option", "aria-selected": String(isChosen(choice.value)), dataset: {value: choice.value},
            "aria-disabled": full && !isChosen(choice.value) ? "true" : null,
            onclick: () => {
                active = index;
                choose(choice);
            },
        }, choice.sign && h("span.sigil", {"aria-hidden": "true"}, choice.sign()),
        h("span.select-text", {}, h("span", {}, choice.label), choice.hint && h("small", {}, choice.hint)), h("span.select-check", {}, icon("check", true)))));
        if (shown.length === 0) host.append(h("li.empty", {role: "presentation"}, choices.length === 0 ? "There is nothing to choose." : "Nothing of that name."));
        if (found.length > shown.length) host.append(h("li.hint.empty", {role: "presentation"}, `And ${found.length - shown.length} more: search.`));
        if (foot) foot.replaceChildren(h("span.hint", {role: "status"}, least === most ? `${count} of ${most} chosen` : `${count} chosen, ${least > 0 ? `${least} to` : "up to"} ${most}`),
            h("button.button.small.primary", {type: "button", disabled: count < least, onclick: finish}, "Done"));
        mark();
    }
    function mark() {
        [...host.children].forEach((option, index) => option.classList.toggle("active", index === active));
        const option = host.children[active];
        if (shown.length > 0) focus.setAttribute("aria-activedescendant", `${id}-${active}`);
        option?.scrollIntoView({block: "nearest"});
    }
    function choose(choice) {
        pick(choice.value);
        if (host.isConnected) draw();
    }
    focus.addEventListener("keydown", (event) => {
        const steps = {ArrowDown: 1, ArrowUp: -1};
        if (event.key in steps && shown.length > 0) active = (active + steps[event.key] + shown.length) % shown.length;
        else if (event.key === "Home") active = 0;
        else if (event.key === "End") active = shown.length - 1;
        else if ((event.key === "Enter" || event.key === " " && !search) && shown[active]) choose(shown[active]);
        else if (!search && event.key.length === 1 && /\S/.test(event.key)) {
            const found = shown.findIndex((choice) => choice.label.toLowerCase().startsWith(event.key.toLowerCase()));
            if (found < 0) return;
            active = found;
        } else return;
        event.preventDefault();
        event.stopPropagation();
        if (host.isConnected) mark();
    });
    draw();
    return {content: [search, host, foot], focus};
}
