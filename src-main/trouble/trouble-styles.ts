/** Follows the system's light, dark and high-contrast settings by itself. */
export const TROUBLE_STYLES = `
:root {
  color-scheme: light dark;
  --page: #f6f7f9; --sheet: #ffffff; --line: #d5dae1; --text: #1c2430; --quiet: #525d6b;
  --accent: #1f5fa8; --accent-over: #184d8a; --on-accent: #ffffff; --button-over: #eef1f5;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #14171c; --sheet: #1c2027; --line: #353c47; --text: #e6e9ee; --quiet: #a3adba;
    --accent: #7db4f0; --accent-over: #9cc6f5; --on-accent: #0e1620; --button-over: #262c35;
  }
}
@media (prefers-contrast: more) {
  :root { --line: currentColor; --quiet: var(--text); }
}
* { box-sizing: border-box; }
body {
  margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 2rem;
  background: var(--page); color: var(--text);
  font: 16px/1.55 system-ui, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif;
}
main {
  width: min(44rem, 100%); padding: 2.5rem 3rem 2rem;
  background: var(--sheet); border: 1px solid var(--line); border-radius: 10px;
}
h1 { margin: 0 0 1rem; font-size: 1.45rem; line-height: 1.25; font-weight: 600; letter-spacing: -0.01em; text-wrap: balance; }
h2 { margin: 1.75rem 0 0.5rem; font-size: 1rem; font-weight: 600; }
p { margin: 0 0 0.75rem; text-wrap: pretty; overflow-wrap: anywhere; }
ol { margin: 0; padding-left: 1.4rem; }
li { margin: 0.3rem 0; padding-left: 0.25rem; }
li::marker { color: var(--quiet); }
form { display: flex; flex-wrap: wrap; gap: 0.75rem; margin-top: 1.75rem; }
button {
  min-height: 2.75rem; padding: 0 1.15rem; font: inherit; font-weight: 500;
  color: var(--text); background: transparent; border: 1px solid var(--line); border-radius: 6px;
}
button:hover { background: var(--button-over); }
button.main { color: var(--on-accent); background: var(--accent); border-color: var(--accent); }
button.main:hover { background: var(--accent-over); border-color: var(--accent-over); }
button:disabled { opacity: 0.6; }
button:last-of-type { margin-left: auto; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.note { min-height: 1.55em; margin: 1rem 0 0; color: var(--quiet); }
details { margin-top: 1rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: 0.875rem; }
summary { width: fit-content; border-radius: 4px; }
pre { margin: 0.75rem 0 0; white-space: pre-wrap; overflow-wrap: anywhere; font: 0.8125rem/1.5 ui-monospace, "DejaVu Sans Mono", monospace; }
`;
