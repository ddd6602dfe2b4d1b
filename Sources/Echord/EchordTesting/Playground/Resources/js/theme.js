// Runs before the page is drawn, so that it never flashes in the other theme. No module: modules run late.
(() => {
    const media = matchMedia("(prefers-color-scheme: dark)");
    const stored = () => {
        try {
            return localStorage.getItem("playground.theme");
        } catch {
            return null;
        }
    };
    const apply = (theme) => { document.documentElement.dataset.theme = theme; };
    apply(new URLSearchParams(location.search).get("theme") ?? stored() ?? (media.matches ? "dark" : "light"));
    media.addEventListener("change", () => { if (!stored()) apply(media.matches ? "dark" : "light"); });
    window.switchTheme = () => {
        const theme = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
        apply(theme);
        try {
            localStorage.setItem("playground.theme", theme);
        } catch { /* A private window may refuse: the choice then lasts as long as the page. */ }
    };
})();
