// Roles: their order, name, colour and what they grant.

import {$, h, iconButton} from "./dom.js";
import {tinted} from "./colours.js";
import {api, tell} from "./api.js";
import {openQuestion} from "./dialog.js";
import {mayHandle} from "./rank.js";
import {guild, store} from "./state.js";

const permissions = [
    ["General", [[10, "View channels"], [4, "Manage channels"], [28, "Manage roles"], [43, "Create expressions"], [30, "Manage expressions"], [7, "View the audit log"], [29, "Manage webhooks"], [5, "Manage the server"]]],
    ["Members", [[0, "Create invites"], [26, "Change the own nickname"], [27, "Manage nicknames"], [1, "Kick members"], [2, "Ban members"], [40, "Time out members"]]],
    ["Text", [[11, "Send messages"], [38, "Send messages in threads"], [35, "Create public threads"], [36, "Create private threads"], [14, "Embed links"], [15, "Attach files"], [6, "Add reactions"],
        [18, "Use emoji of elsewhere"], [37, "Use stickers of elsewhere"], [17, "Mention @everyone and all roles"], [13, "Manage messages"], [51, "Pin messages"], [52, "Ignore slowmode"], [34, "Manage threads"],
        [16, "Read message history"], [12, "Send text-to-speech"], [46, "Send voice messages"], [49, "Create polls"]]],
    ["Voice", [[20, "Connect"], [21, "Speak"], [9, "Video"], [25, "Use voice activity"], [8, "Priority speaker"], [22, "Mute members"], [23, "Deafen members"], [24, "Move members"], [48, "Set the voice status"], [32, "Request to speak"]]],
    ["Apps and events", [[31, "Use application commands"], [39, "Use activities"], [42, "Use the soundboard"], [45, "Use sounds of elsewhere"], [44, "Create events"], [33, "Manage events"]]],
    ["All of it", [[3, "Administrator"]]],
];

const ask = (method, path, body) => api.asMember(store.as, method, `/guilds/${guild().id}/roles${path}`, body);
const sorted = () => [...guild().roles].sort((a, b) => b.position - a.position || (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
const countOf = (role) => (role.id === guild().id ? guild().members.length : guild().members.filter((member) => member.roles.includes(role.id)).length);

export function drawRoles(panel, dialog) {
    const redraw = () => { if (panel.isConnected && $(".role-list", panel)) list(panel); };
    // The live event brings what has changed.
    store.on("state", redraw);
    dialog.addEventListener("close", () => store.off("state", redraw));
    list(panel);
}

function list(panel) {
    const all = sorted();
    const move = (role, by) => act(() => ask("PATCH", "", [{id: role.id, position: role.position + by}]));
    panel.replaceChildren(h("div.popover-head", {}, h("p.hint", {}, "Who stands higher in this list moderates who stands lower."),
        h("button.button.small.primary", {type: "button", onclick: () => act(async () => edit(panel, await ask("POST", "", {name: "new role"})))}, "Create a role")),
    h("div.role-list", {}, all.map((role, index) => {
        const handles = mayHandle(role) && role.id !== guild().id;
        const count = countOf(role);
        return h("div.setting-row", {dataset: {role: role.id}}, h("span.role-dot", {vars: tinted(role.color)}),
            h("button.link.role-name", {type: "button", disabled: !mayHandle(role), onclick: () => edit(panel, role)}, role.name),
            h("small.hint", {}, `${count} ${count === 1 ? "member" : "members"}`, role.managed ? " · of an app" : ""),
            iconButton("up", `${role.name} higher`, () => move(role, 1), {small: true, disabled: !handles || index === 0 || !mayHandle(all[index - 1])}),
            iconButton("down", `${role.name} lower`, () => move(role, -1), {small: true, disabled: !handles || role.position <= 1}));
    })));
}

async function act(action) {
    try {
        await action();
    } catch (error) {
        tell(error);
    }
}

function edit(panel, role) {
    const isEveryone = role.id === guild().id;
    let bits = BigInt(role.permissions);
    const name = h("input.field", {id: "role-name", maxlength: 100, value: role.name, disabled: isEveryone});
    const colour = h("input.field", {id: "role-colour", type: "color", value: "#" + role.color.toString(16).padStart(6, "0"), disabled: isEveryone});
    const none = h("input", {type: "checkbox", checked: role.color === 0, disabled: isEveryone});
    colour.addEventListener("input", () => { none.checked = false; });
    const hoist = h("input", {type: "checkbox", checked: role.hoist, disabled: isEveryone});
    const mention = h("input", {type: "checkbox", checked: role.mentionable, disabled: isEveryone});
    const fault = h("p.fault", {role: "alert", hidden: true});
    const boxes = permissions.map(([title, entries]) => h("fieldset", {}, h("legend", {}, title), entries.map(([bit, text]) => h("label.switch-row", {}, text, h("input", {
        type: "checkbox", checked: (bits & (1n << BigInt(bit))) !== 0n, dataset: {bit}, onchange: (event) => {
            const mask = 1n << BigInt(bit);
            bits = event.target.checked ? bits | mask : bits & ~mask;
        },
    })))));
    const save = h("button.button.primary", {type: "submit"}, "Save");
    panel.replaceChildren(h("form.role-form", {onsubmit: async (event) => {
        event.preventDefault();
        save.disabled = true;
        const body = {permissions: String(bits)};
        if (!isEveryone) Object.assign(body, {name: name.value.trim(), color: none.checked ? 0 : parseInt(colour.value.slice(1), 16), hoist: hoist.checked, mentionable: mention.checked});
        try {
            await ask("PATCH", `/${role.id}`, body);
            list(panel);
        } catch (error) {
            fault.textContent = error.message;
            fault.hidden = false;
            save.disabled = false;
        }
    }}, h("div.form-field", {}, h("label", {for: "role-name"}, "Name"), name),
    h("div.form-field", {}, h("label", {for: "role-colour"}, "Colour"), h("div.poll-input", {}, colour, h("label.hint", {}, none, " None"))),
    h("label.switch-row", {}, "Its members stand apart in the member list", hoist), h("label.switch-row", {}, "Everybody may mention it", mention),
    boxes, fault, h("footer.role-foot", {}, !isEveryone && !role.managed && h("button.button.danger", {type: "button", onclick: () => openQuestion(`Delete the role ${role.name}?`,
        `${countOf(role)} have it.`, "Delete", () => act(async () => {
            await ask("DELETE", `/${role.id}`);
            list(panel);
        }))}, "Delete"), h("span.grow"), h("button.button", {type: "button", onclick: () => list(panel)}, "Back"), save)));
    (isEveryone ? panel.querySelector("input:not(:disabled)") : name).focus();
}
