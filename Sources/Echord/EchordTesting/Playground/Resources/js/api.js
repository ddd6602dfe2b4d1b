// The control API of the local Discord: docs/local-discord-control.md.

export class ControlError extends Error {
    constructor(status, error) {
        super(error?.message ?? `The local Discord answered ${status}.`);
        this.status = status;
        this.code = error?.code ?? "no_answer";
        this.details = error?.details ?? null;
    }
}

async function call(method, path, body, headers = {}, limit = 25_000) {
    let response;
    try {
        response = await fetch("/control" + path, {
            method,
            headers: body === undefined || body instanceof Blob ? headers : {"Content-Type": "application/json", ...headers},
            body: body === undefined || body instanceof Blob ? body : JSON.stringify(body),
            signal: AbortSignal.timeout(limit),
        });
    } catch {
        throw new ControlError(0, {message: "The local Discord does not answer."});
    }
    if (response.status === 204) return null;
    const answer = await response.json().catch(() => ({}));
    if (!response.ok) throw new ControlError(response.status, answer.error);
    return answer;
}

const e = encodeURIComponent;

export const api = {
    state: () => call("GET", "/state"),
    commands: (guild, as) => call("GET", `/guilds/${e(guild)}/commands?as=${e(as)}`),
    messages: (channel, as, before) =>
        call("GET", `/channels/${e(channel)}/messages?as=${e(as)}&limit=50` + (before ? `&before=${e(before)}` : "")),
    deleteMessage: (channel, message, as) => call("DELETE", `/channels/${e(channel)}/messages/${e(message)}?as=${e(as)}`),
    act: (kind, body) => call("POST", `/act/${kind}`, body),
    upload: (file) => call("POST", `/files?filename=${e(file.name)}`, file,
        {"Content-Type": file.type || "application/octet-stream"}, 60_000),
    clock: (body) => call("POST", "/clock", body),
    recorder: (after = 0) => call("GET", `/recorder?after=${after}&limit=100`),
    clearRecorder: () => call("DELETE", "/recorder"),
};
