/** The page's own light and dark colours (`src-renderer/ui/tokens.css`); the system's settings choose between them. */
export const TROUBLE_STYLES = `
:root {
  color-scheme: light dark;
  --page: #f6f7f9; --surface: #ffffff; --line: #dfe2e7; --line-strong: #7f8794; --text: #1a1e26; --text-muted: #545c6a;
  --accent: #1d5bb5; --accent-hover: #174a95; --on-accent: #ffffff; --surface-hover: #f0f2f5; --focus: #1d5bb5;
  --shadow: 0 1px 2px rgb(20 23 28 / 8%), 0 8px 24px rgb(20 23 28 / 14%);
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #14171c; --surface: #1a1e25; --line: #2e3540; --line-strong: #7b8595; --text: #e9ecf1; --text-muted: #a9b2c0;
    --accent: #82b4f5; --accent-hover: #a3c9fa; --on-accent: #0b1b33; --surface-hover: #222731; --focus: #8fbdf8;
    --shadow: 0 12px 32px rgb(0 0 0 / 50%);
  }
}
@media (prefers-contrast: more) {
  :root { --line: var(--text); --line-strong: var(--text); --text-muted: var(--text); }
}
* { box-sizing: border-box; }
body {
  margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 2rem;
  background: var(--page); color: var(--text);
  font: 0.9375rem/1.5 "Inter Variable", Inter, system-ui, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif;
}
main {
  width: min(42rem, 100%); padding: 2.25rem 2.5rem 1.75rem;
  background: var(--surface); border: 1px solid var(--line); border-radius: 0.625rem; box-shadow: var(--shadow);
}
h1 { margin: 0 0 1rem; font-size: 1.375rem; line-height: 1.25; font-weight: 600; letter-spacing: -0.01em; text-wrap: balance; }
h2 { margin: 1.5rem 0 0.375rem; font-size: 0.9375rem; font-weight: 600; }
p { margin: 0 0 0.625rem; text-wrap: pretty; overflow-wrap: anywhere; }
p.name { margin: 0 0 0.25rem; color: var(--accent); font-size: 0.875rem; font-weight: 600; }
ol { margin: 0; padding-left: 1.4rem; }
li { margin: 0.25rem 0; padding-left: 0.25rem; }
li::marker { color: var(--text-muted); }
form { display: flex; flex-wrap: wrap; gap: 0.75rem; margin-top: 1.5rem; }
button {
  min-height: 2.375rem; padding: 0 1rem; font: inherit; font-weight: 600;
  color: var(--text); background: transparent; border: 1px solid var(--line-strong); border-radius: 0.375rem;
}
button:hover { background: var(--surface-hover); }
button.main { color: var(--on-accent); background: var(--accent); border-color: var(--accent); }
button.main:hover { background: var(--accent-hover); border-color: var(--accent-hover); }
button:disabled { opacity: 0.6; }
button:last-of-type { margin-left: auto; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
p.note { min-height: 1.5em; margin: 0.875rem 0 0; color: var(--text-muted); }
details { margin-top: 0.875rem; padding-top: 0.875rem; border-top: 1px solid var(--line); color: var(--text-muted); font-size: 0.8125rem; }
summary { width: fit-content; border-radius: 0.25rem; }
pre { margin: 0.75rem 0 0; white-space: pre-wrap; overflow-wrap: anywhere; font: 0.8125rem/1.5 ui-monospace, "DejaVu Sans Mono", monospace; }
`;
