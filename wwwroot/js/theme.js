// Runs before the first paint (a classic script in the head): the stored choice or the system's becomes data-theme.
(() => {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const apply = () => {
    const choice = root.dataset.themeChoice;
    root.dataset.theme = choice === "dark" || (choice !== "light" && system.matches) ? "dark" : "light";
    root.dispatchEvent(new CustomEvent("themechange"));
  };
  system.addEventListener("change", apply);
  root.addEventListener("themechoice", apply);
  apply();
})();
