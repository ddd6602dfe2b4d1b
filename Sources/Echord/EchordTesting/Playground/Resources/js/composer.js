// Where a member writes: messages, and slash commands with suggestions, option chips and pickers.

import {announce, h, $} from "./dom.js";
import {api} from "./api.js";
import {leaves, localDescription, localName, optionChoices, parse, valueOf} from "./commands.js";
import {showModal} from "./modal.js";
import {nameOf, store} from "./state.js";

const typeNames = {3: "text", 4: "whole number", 5: "true or false", 6: "member", 7: "channel", 8: "role", 9: "member or role", 10: "number", 11: "file"};
const picked = new Map(); // option name → {text, value}: what a picker put in the line
let files = []; // of a plain message
let entries = []; // suggestions shown: {label, hint, apply}
let active = -1;
let moved = false; // the active entry was chosen with the arrows
let autocompleteTimer = null;
let autocompleteRound = 0;
let lastTyping = 0;

const input = () => $("#composer");

export function startComposer() {
    const box = input();
    box.addEventListener("input", () => {
        fit();
        suggest();
        tellTyping();
    });
    box.addEventListener("click", suggest);
    box.addEventListener("keyup", (event) => {
        if (["ArrowLeft", "ArrowRight", "Home", "End"].includes(event.key)) suggest();
    });
    box.addEventListener("keydown", keys);
    box.addEventListener("blur", () => setTimeout(() => {
        if (document.activeElement !== box) hide();
    }, 150));
    box.addEventListener("paste", (event) => addFiles(event.clipboardData?.files));
    $("#composer-form").addEventListener("submit", (event) => {
        event.preventDefault();
        submit();
    });
    $("#attach").addEventListener("click", () => $("#file-input").click());
    $("#file-input").addEventListener("change", (event) => {
        addFiles(event.target.files);
        event.target.value = "";
    });
    document.addEventListener("dragover", (event) => event.preventDefault());
    document.addEventListener("drop", (event) => {
        event.preventDefault();
        addFiles(event.dataTransfer?.files);
    });
    store.on("reply", drawExtras);
    store.on("place", () => {
        store.replyTo = null;
        drawExtras();
        suggest();
    });
}

function fit() {
    const box = input();
    box.style.height = "auto";
    box.style.height = Math.min(box.scrollHeight, 200) + "px";
}

function tellTyping() {
    const text = input().value;
    if (text === "" || text.startsWith("/") || !store.channelID || performance.now() - lastTyping < 8000) return;
    lastTyping = performance.now();
    api.act("typing", {as: store.as, channel_id: store.channelID}).catch(() => {});
}

// --- suggestions ---

/** Where the caret is: in the path, in the names of options, or in the value of one. */
function situation() {
    const text = input().value;
    const caret = input().selectionStart;
    const line = parse(text);
    if (!line || caret <= line.start - 1) return {kind: "path", text};
    if (line.leaf.options.length === 0) return {kind: "none", line};
    const mark = line.marks.findLast((mark) => caret >= mark.valueFrom && caret <= mark.to);
    if (mark) return {kind: "value", line, mark};
    return {kind: "names", line};
}

function suggest() {
    clearTimeout(autocompleteTimer);
    autocompleteRound += 1;
    const text = input().value;
    moved = false;
    if (!text.startsWith("/")) {
        drawChips(null);
        hide();
        return;
    }
    const here = situation();
    drawChips(here.line ?? parse(text), here.mark);
    if (here.kind === "path") show(pathEntries(text.slice(1)), "Commands");
    else if (here.kind === "names") show(nameEntries(here.line), "Options");
    else if (here.kind === "value") suggestValues(here);
    else hide();
}

function pathEntries(typed) {
    const wanted = typed.trim().toLowerCase();
    const all = leaves().filter((leaf) => leaf.words.toLowerCase().includes(wanted) || leaf.plain.includes(wanted));
    const rank = (leaf) => (leaf.words.toLowerCase().startsWith(wanted) || leaf.plain.startsWith(wanted) ? 0 : 1);
    return all.sort((a, b) => rank(a) - rank(b)).slice(0, 25).map((leaf) => ({
        label: "/" + leaf.words, hint: leaf.description,
        extra: leaf.options.filter((option) => option.required).map((option) => localName(option)),
        apply: () => {
            const first = leaf.options.find((option) => option.required);
            write(`/${leaf.words} ` + (first ? localName(first) + ":" : ""));
        },
    }));
}

function nameEntries(line) {
    const used = new Set(line.marks.map((mark) => mark.option));
    const word = /(\S*)$/.exec(input().value.slice(line.start, input().selectionStart))[1].toLowerCase();
    return line.leaf.options
        .filter((option) => !used.has(option) && (localName(option).toLowerCase().startsWith(word) || option.name.startsWith(word)))
        .map((option) => ({
            label: localName(option), hint: localDescription(option), extra: [option.required ? "required" : typeNames[option.type]],
            apply: () => addOption(option, word.length),
        }));
}

function addOption(option, drop = 0) {
    const text = input().value;
    const head = text.slice(0, text.length - (text.endsWith(" ") ? 0 : drop)).trimEnd();
    write(`${head} ${localName(option)}:`);
}

function suggestValues({line, mark}) {
    const option = mark.option;
    const remembered = picked.get(option.name);
    if (remembered?.text === mark.text) return hide();
    if (option.type === 11) {
        return show([{label: "Choose a file…", hint: localDescription(option), apply: () => chooseFile(mark)}], localName(option));
    }
    const choices = optionChoices(option);
    if (choices) {
        const wanted = mark.text.replace(/^[@#]/, "").toLowerCase();
        const matching = choices.filter((choice) => (choice.label + " " + (choice.hint ?? "")).toLowerCase().includes(wanted));
        return show(matching.slice(0, 25).map((choice) => entryOf(choice, mark)), localName(option));
    }
    if (option.autocomplete !== true) return hide();
    const round = autocompleteRound;
    autocompleteTimer = setTimeout(async () => {
        try {
            const {options} = read(line);
            options[option.name] = mark.text;
            const {interaction} = await api.act("autocomplete", {...run(line), options, focused: option.name});
            if (round !== autocompleteRound) return;
            if (interaction.state === "failed") return show([], "Loading options failed");
            show((interaction.choices ?? []).map((choice) => entryOf({value: choice.value, label: localName(choice)}, mark)),
                interaction.choices?.length ? localName(option) : "No options match your search");
        } catch (error) {
            if (round === autocompleteRound) show([], error.message);
        }
    }, 250);
    show([], "Loading options…");
}

function entryOf(choice, mark) {
    return {
        label: (choice.mark ?? "") + choice.label, hint: choice.hint,
        apply: () => fill(mark, (choice.mark ?? "") + choice.label, choice.value),
    };
}

/** Puts a picked value in the line and remembers what it stands for. */
function fill(mark, label, value) {
    const text = label.replace(/\s+/g, " ").trim();
    picked.set(mark.option.name, {text, value});
    const line = input().value;
    write(line.slice(0, mark.valueFrom) + text + " " + line.slice(mark.to).trimStart());
}

function chooseFile(mark) {
    const chooser = h("input", {type: "file", onchange: async () => {
        const file = chooser.files[0];
        if (!file) return;
        try {
            const answer = await api.upload(file);
            fill(mark, file.name, answer.file.id);
        } catch (error) {
            announce(error.message, "error");
        }
    }});
    chooser.click();
}

function write(text) {
    const box = input();
    box.value = text;
    box.setSelectionRange(text.length, text.length);
    box.focus();
    fit();
    suggest();
}

function show(list, title) {
    entries = list;
    active = list.length > 0 ? 0 : -1;
    const host = $("#suggestions");
    host.replaceChildren(h("div.suggestions-title", {}, title),
        h("div", {role: "listbox", id: "suggestion-list", "aria-label": title}, list.map((entry, index) => h("div.suggestion", {
            id: `suggestion-${index}`, role: "option", "aria-selected": String(index === active),
            onpointerdown: (event) => event.preventDefault(), onclick: () => entry.apply(),
        }, h("span.suggestion-label", {}, entry.label), (entry.extra ?? []).map((text) => h("span.suggestion-extra", {}, text)),
            entry.hint && h("span.suggestion-hint", {}, entry.hint)))));
    host.hidden = false;
    input().setAttribute("aria-expanded", "true");
    mark();
}

function hide() {
    entries = [];
    active = -1;
    $("#suggestions").hidden = true;
    input().setAttribute("aria-expanded", "false");
    input().removeAttribute("aria-activedescendant");
}

function mark() {
    entries.forEach((_, index) => $(`#suggestion-${index}`)?.setAttribute("aria-selected", String(index === active)));
    if (active < 0) input().removeAttribute("aria-activedescendant");
    else {
        input().setAttribute("aria-activedescendant", `suggestion-${active}`);
        $(`#suggestion-${active}`)?.scrollIntoView({block: "nearest"});
    }
}

function keys(event) {
    if (event.isComposing) return;
    if (entries.length > 0 && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
        active = (active + (event.key === "ArrowDown" ? 1 : entries.length - 1)) % entries.length;
        moved = true;
        mark();
    } else if (entries.length > 0 && event.key === "Tab" && !event.shiftKey) {
        entries[active].apply();
    } else if (event.key === "Escape") {
        if (!$("#suggestions").hidden) hide();
        else if (store.replyTo) {
            store.replyTo = null;
            store.change("reply");
        } else return;
    } else if (event.key === "Enter" && !event.shiftKey) {
        if (entries.length > 0 && (moved || mustPick())) entries[active].apply();
        else submit();
    } else {
        return;
    }
    event.preventDefault();
}

/** Enter takes the first suggestion only where the line cannot be sent as it stands. */
function mustPick() {
    const here = situation();
    if (here.kind === "path") return parse(input().value) === null;
    if (here.kind === "value") {
        return optionChoices(here.mark.option) !== null && valueOf(here.mark.option, here.mark.text, picked.get(here.mark.option.name)) === undefined;
    }
    if (here.kind === "names") return missing(here.line).length > 0;
    return false;
}

// --- chips ---

function drawChips(line, current) {
    const host = $("#option-chips");
    if (!line) {
        host.replaceChildren();
        host.hidden = true;
        return;
    }
    const used = new Map(line.marks.map((mark) => [mark.option, mark]));
    const option = current?.option;
    host.replaceChildren(h("span.chip-command", {}, "/" + line.leaf.words),
        ...line.leaf.options.map((option) => h("button.chip", {
            type: "button", dataset: {option: option.name, required: option.required ? "true" : null},
            "aria-pressed": String(used.has(option)), title: localDescription(option),
            onpointerdown: (event) => event.preventDefault(),
            onclick: () => {
                const mark = used.get(option);
                if (!mark) return addOption(option);
                input().focus();
                input().setSelectionRange(mark.valueFrom, mark.valueFrom + input().value.slice(mark.valueFrom, mark.to).trimEnd().length);
                suggest();
            },
        }, localName(option), option.required ? h("span.required", {"aria-hidden": "true"}, "*") : null)),
        h("span.chip-hint", {}, option ? `${localDescription(option)} (${typeNames[option.type] ?? "value"})` : line.leaf.description));
    host.hidden = false;
}

// --- sending ---

const run = (line) => ({as: store.as, channel_id: store.channelID, command_id: line.leaf.command.id, path: line.leaf.path});
const missing = (line) => line.leaf.options.filter((option) => option.required && !line.marks.some((mark) => mark.option === option && mark.text !== ""));

/** The values of a line, and the options whose text names nothing. */
function read(line) {
    const options = {};
    const unknown = [];
    for (const mark of line.marks) {
        if (mark.text === "") continue;
        const value = valueOf(mark.option, mark.text, picked.get(mark.option.name));
        if (value === undefined) unknown.push(mark);
        else options[mark.option.name] = value;
    }
    return {options, unknown};
}

function submit() {
    const text = input().value.trim();
    if (!store.channelID) return announce("Choose a channel first.", "error");
    if (text.startsWith("/")) {
        if (!store.commandsReady) return announce("The commands are still loading.", "error");
        const line = parse(text);
        if (line) return sendCommand(line);
        const name = text.slice(1).split(/\s/)[0].toLowerCase();
        const known = leaves().some((leaf) => leaf.words.toLowerCase().split(" ")[0] === name || leaf.plain.split(" ")[0] === name);
        if (known) return announce("Choose which of its commands to run.", "error");
    }
    if (text !== "" || files.length > 0) sendMessage(text);
}

async function sendCommand(line) {
    const absent = missing(line);
    if (absent.length > 0) {
        announce(`This option is required: ${absent.map(localName).join(", ")}`, "error");
        return addOption(absent[0]);
    }
    const {options, unknown} = read(line);
    if (unknown.length > 0) return announce(`“${unknown[0].text}” is no ${typeNames[unknown[0].option.type]} for ${localName(unknown[0].option)}.`, "error");
    if (line.rest !== "") return announce(`“${line.rest}” belongs to no option. Write an option's name and a colon before it.`, "error");
    const before = input().value;
    clear();
    try {
        const {interaction} = await api.act("slash", {...run(line), options});
        if (interaction.modal) showModal(interaction.modal);
    } catch (error) {
        announce(error.message, "error");
        if (input().value === "" && error.status === 400) write(before);
    }
}

async function sendMessage(content) {
    const body = {as: store.as, channel_id: store.channelID, content};
    const before = input().value;
    const chosen = files;
    if (store.replyTo) body.reference = store.replyTo.id;
    clear();
    try {
        if (chosen.length > 0) {
            body.attachments = [];
            for (const file of chosen) body.attachments.push((await api.upload(file)).file.id);
        }
        await api.act("message", body);
        lastTyping = 0;
    } catch (error) {
        announce(error.message, "error");
        if (input().value === "") {
            files = chosen;
            write(before);
            drawExtras();
        }
    }
}

function clear() {
    input().value = "";
    picked.clear();
    files = [];
    store.replyTo = null;
    fit();
    suggest();
    drawExtras();
}

function addFiles(list) {
    if (!list?.length) return;
    files = [...files, ...list].slice(0, 10);
    drawExtras();
}

/** Above the line: whom the message replies to, and its files. */
function drawExtras() {
    const host = $("#composer-extras");
    const chips = files.map((file, index) => h("span.extra", {}, "📄 ", file.name, h("button.btn-close.btn-close-sm", {
        type: "button", "aria-label": `Remove ${file.name}`, onclick: () => {
            files = files.filter((_, other) => other !== index);
            drawExtras();
        },
    })));
    if (store.replyTo) {
        chips.unshift(h("span.extra", {}, "Replying to ", h("strong", {}, nameOf(store.replyTo.author)), h("button.btn-close.btn-close-sm", {
            type: "button", "aria-label": "Cancel reply", onclick: () => {
                store.replyTo = null;
                drawExtras();
            },
        })));
    }
    host.replaceChildren(...chips);
    host.hidden = chips.length === 0;
}
