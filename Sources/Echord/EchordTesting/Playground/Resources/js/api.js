// The control API of the local Discord: docs/local-discord-control.md.

import {announce} from "./dom.js";

export class ControlError extends Error {
    constructor(status, error) {
        super(error?.message ?? `The local Discord answered ${status}.`);
        this.status = status;
        this.code = error?.code ?? "no_answer";
        this.details = error?.details ?? null;
    }
}

/** Shows why something did not work; what is no refusal is a mistake of the page and stands in the console too. */
export function tell(error) {
    if (!(error instanceof ControlError)) console.error(error);
    announce(error.message, "error");
}

/** What the control API says of a refusal, or Discord's own error with what it says of each field. */
function refusal(answer) {
    if (answer.error || !answer.message) return answer.error;
    const said = [];
    const walk = (node) => {
        for (const [key, value] of Object.entries(node ?? {})) {
            if (key === "_errors") said.push(...value.map((fault) => fault.message));
            else if (typeof value === "object") walk(value);
        }
    };
    walk(answer.errors);
    return {code: String(answer.code), message: said.length > 0 ? said.join(" ") : answer.message, details: answer};
}

async function call(method, path, body, {limit = 25_000, signal, reason} = {}) {
    const timeout = AbortSignal.timeout(limit);
    let response;
    try {
        response = await fetch("/control" + path, {
            method,
            headers: {...body === undefined ? {} : {"Content-Type": "application/json"}, ...reason ? {"X-Audit-Log-Reason": e(reason)} : {}},
            body: body === undefined ? undefined : JSON.stringify(body),
            signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
        });
    } catch {
        throw new ControlError(0, {message: signal?.aborted ? "Given up." : "The local Discord does not answer."});
    }
    if (response.status === 204) return null;
    const answer = await response.json().catch(() => ({}));
    if (!response.ok) throw new ControlError(response.status, refusal(answer));
    return answer;
}

/** Uploads a file; `progress` is told the part that is through, 0 to 1. `fetch` cannot tell, so the older way is used. */
function upload(file, name, progress, signal) {
    return new Promise((resolve, reject) => {
        const request = new XMLHttpRequest();
        request.open("POST", `/control/files?filename=${encodeURIComponent(name)}`);
        request.setRequestHeader("Content-Type", file.type || "application/octet-stream");
        request.responseType = "json";
        request.timeout = 120_000;
        request.upload.onprogress = (event) => { if (event.lengthComputable) progress?.(event.loaded / event.total); };
        request.onload = () => (request.status === 200 ? resolve(request.response.file) : reject(new ControlError(request.status, request.response?.error)));
        request.onerror = request.ontimeout = () => reject(new ControlError(0, {message: "The file did not get through."}));
        request.onabort = () => reject(new ControlError(0, {message: "Given up."}));
        signal?.addEventListener("abort", () => request.abort());
        request.send(file);
    });
}

const e = encodeURIComponent;

export const api = {
    state: () => call("GET", "/state"),
    commands: (guild, as) => call("GET", `/guilds/${e(guild)}/commands?as=${e(as)}`),
    messages: (channel, as, before) =>
        call("GET", `/channels/${e(channel)}/messages?as=${e(as)}&limit=50` + (before ? `&before=${e(before)}` : "")),
    deleteMessage: (channel, message, as) => call("DELETE", `/channels/${e(channel)}/messages/${e(message)}?as=${e(as)}`),
    act: (kind, body, signal) => call("POST", `/act/${kind}`, body, {signal}),
    /** What the member's client asks of Discord's REST API. */
    asMember: (as, method, path, body, reason) => call(method, `/as/${e(as)}${path}`, body, {reason}),
    upload,
    openDM: (as) => call("POST", "/dms", {as}),
    clock: (body) => call("POST", "/clock", body, {limit: 120_000}),
    recorder: (after = 0) => call("GET", `/recorder?after=${after}&limit=1000`),
    clearRecorder: () => call("DELETE", "/recorder"),
    changeFaults: (body) => call("PATCH", "/faults", body),
    endFaults: () => call("DELETE", "/faults"),
    strikeGateway: (body) => call("POST", "/faults/gateway", body),
    addUser: (body) => call("POST", "/users", body),
    editUser: (user, body) => call("PATCH", `/users/${e(user)}`, body),
    addGuild: (body) => call("POST", "/guilds", body),
    addChannel: (guild, body) => call("POST", `/guilds/${e(guild)}/channels`, body),
    putMember: (guild, user, body) => call("PUT", `/guilds/${e(guild)}/members/${e(user)}`, body),
};
