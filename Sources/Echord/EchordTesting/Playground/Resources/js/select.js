// A select in a message: a button that opens a list. One value is sent as soon as it is chosen, several with Confirm.

import {h} from "./dom.js";
import {emojiText} from "./people.js";
import {placeholderOf, selectChoices} from "./choices.js";

let counter = 0;

/** `send(values)` is called once with what was chosen. */
export function messageSelect(component, send) {
    const choices = selectChoices(component);
    const min = component.min_values ?? 1;
    const max = Math.min(component.max_values ?? 1, choices.length || 1);
    const chosen = new Set(choices.filter((choice) => choice.chosen).map((choice) => choice.value));
    const id = `select-${++counter}`;
    const title = placeholderOf(component);
    const label = () => choices.filter((choice) => chosen.has(choice.value)).map((choice) => choice.label).join(", ") || title;

    const caption = h("span.select-caption", {}, label());
    const opener = h("button.select-opener", {
        type: "button", "aria-haspopup": "listbox", "aria-expanded": "false", "aria-controls": id, "aria-label": title,
        dataset: {customId: component.custom_id}, disabled: component.disabled === true, onclick: () => toggle(),
    }, caption, h("span.chevron", {"aria-hidden": "true"}, "▾"));
    const options = choices.map((choice) => h("li.select-option", {
        role: "option", tabindex: "-1", "aria-selected": String(chosen.has(choice.value)), dataset: {value: choice.value},
        onclick: () => pick(choice.value),
    }, choice.emoji && emojiText(choice.emoji), choice.mark && h("span.sigil", {"aria-hidden": "true"}, choice.mark),
        h("span.select-text", {}, h("span", {}, choice.label), choice.hint && h("small", {}, choice.hint))));
    const confirm = max > 1 && h("button.btn.btn-primary.btn-sm.select-confirm", {type: "button", disabled: chosen.size < min, onclick: () => finish()}, "Confirm");
    const filter = choices.length > 8 && h("input.form-control.form-control-sm", {
        type: "search", "aria-label": "Search", placeholder: "Search", oninput: () => {
            const text = filter.value.toLowerCase();
            for (const option of options) option.hidden = !option.textContent.toLowerCase().includes(text);
        },
    });
    const list = h("ul.select-list", {id, role: "listbox", "aria-label": title, "aria-multiselectable": String(max > 1)}, options);
    const popup = h("div.select-popup", {hidden: true}, filter, list, confirm);
    const host = h("div.message-select", {onkeydown: keys, onfocusout: (event) => {
        if (!host.contains(event.relatedTarget)) toggle(false);
    }}, opener, popup);

    function toggle(open = popup.hidden) {
        popup.hidden = !open;
        opener.setAttribute("aria-expanded", String(open));
        if (open) {
            (filter || options[0])?.focus();
            popup.scrollIntoView({block: "nearest"});
        }
    }
    function pick(value) {
        if (max > 1) {
            if (chosen.has(value)) chosen.delete(value);
            else if (chosen.size < max) chosen.add(value);
            for (const option of options) option.setAttribute("aria-selected", String(chosen.has(option.dataset.value)));
            confirm.disabled = chosen.size < min;
        } else {
            chosen.clear();
            chosen.add(value);
            finish();
        }
        caption.textContent = label();
    }
    function finish() {
        toggle(false);
        opener.focus();
        send([...chosen]);
    }
    function keys(event) {
        const shown = options.filter((option) => !option.hidden);
        const index = shown.indexOf(document.activeElement);
        if (event.key === "Escape" && !popup.hidden) {
            toggle(false);
            opener.focus();
        } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
            if (popup.hidden) toggle(true);
            else shown[(index + (event.key === "ArrowDown" ? 1 : shown.length - 1)) % shown.length]?.focus();
        } else if ((event.key === "Enter" || event.key === " ") && index >= 0) {
            pick(shown[index].dataset.value);
        } else {
            return;
        }
        event.preventDefault();
        event.stopPropagation();
    }
    return host;
}
