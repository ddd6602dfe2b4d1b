// The languages Discord's client can have, with their names in English.

const codes = ["en-US", "en-GB", "ar", "bg", "cs", "da", "de", "el", "es-419", "es-ES", "fi", "fr", "he", "hi", "hr", "hu", "id", "it", "ja", "ko",
    "lt", "nl", "no", "pl", "pt-BR", "ro", "ru", "sv-SE", "th", "tr", "uk", "vi", "zh-CN", "zh-TW"];
const names = new Intl.DisplayNames("en", {type: "language", languageDisplay: "standard"});

export function languageName(code) {
    try {
        return names.of(code);
    } catch {
        return code;
    }
}

export const languages = () => codes.map((code) => ({code, name: languageName(code)})).sort((a, b) => a.name.localeCompare(b.name));
