import type { ReactElement } from 'react';

/** Outlines on a 16-pixel grid; each is always shown beside its word. */
const PATHS = {
  plus: 'M8 3v10M3 8h10',
  list: 'M3 4h10M3 8h10M3 12h10',
  clock: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM8 5v3.2l2 1.3',
  chart: 'M3 13V8M6.5 13V4M10 13V6.5M13.5 13h-11',
  book: 'M3 3.5h3.5A1.5 1.5 0 0 1 8 5v8a1.5 1.5 0 0 0-1.5-1.2H3zM13 3.5H9.5A1.5 1.5 0 0 0 8 5v8a1.5 1.5 0 0 1 1.5-1.2H13z',
  sync: 'M13 7A5 5 0 0 0 4.2 4.6L3 6M3 9a5 5 0 0 0 8.8 2.4L13 10M3 3v3h3M13 13v-3h-3',
  gear: 'M8 5.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4zM8 1.8v1.7M8 12.5v1.7M1.8 8h1.7M12.5 8h1.7M3.6 3.6l1.2 1.2M11.2 11.2l1.2 1.2M12.4 3.6l-1.2 1.2M4.8 11.2l-1.2 1.2',
  search: 'M7 2.8a4.2 4.2 0 1 0 0 8.4 4.2 4.2 0 0 0 0-8.4zM10.2 10.2 13.5 13.5',
  check: 'M3.2 8.6 6.4 11.6 12.8 4.6',
  cross: 'M4 4l8 8M12 4l-8 8',
  warning: 'M8 2.6 14 13H2zM8 6.6v3M8 11.3v.2',
  arrowUp: 'M8 13V3.5M4 7.2 8 3.2l4 4',
  disk: 'M3 3h8l2 2v8H3zM5.5 3v3.5h4V3M5 13V9.5h6V13',
  lock: 'M4 7.5h8V13H4zM5.8 7.5V5.2a2.2 2.2 0 0 1 4.4 0v2.3',
  person: 'M8 2.8a2.4 2.4 0 1 0 0 4.8 2.4 2.4 0 0 0 0-4.8zM3.2 13.4a4.8 4.8 0 0 1 9.6 0',
  printer: 'M4.5 6V2.8h7V6M4.5 11H2.8V6h10.4v5h-1.7M4.5 9.5h7v3.7h-7z',
  offline: 'M2 2l12 12M4.2 6.6a6 6 0 0 1 1.6-1M8 5a6 6 0 0 1 3.8 1.6M6 9a3 3 0 0 1 2-.8M8 11.6v.2',
  online: 'M2.6 6.4a8 8 0 0 1 10.8 0M4.8 8.8a4.8 4.8 0 0 1 6.4 0M8 11.6v.2',
  down: 'M4 6l4 4 4-4',
  right: 'M6 4l4 4-4 4',
  copy: 'M5.5 5.5h7v7h-7zM10.5 5.5v-2h-7v7h2',
  bell: 'M8 2.6a3.6 3.6 0 0 0-3.6 3.6c0 3-1.4 4.3-1.4 4.3h10s-1.4-1.3-1.4-4.3A3.6 3.6 0 0 0 8 2.6zM6.8 12.8a1.3 1.3 0 0 0 2.4 0',
  keyboard: 'M2 4.5h12v7H2zM4.5 7h.1M7 7h.1M9.5 7h.1M11.8 7h.1M5 9.3h6',
} as const;

export type IconName = keyof typeof PATHS;

/** Decoration only: what it means stands in words beside it. */
export function Icon({ name }: { readonly name: IconName }): ReactElement {
  return (
    <svg className="icon" viewBox="0 0 16 16" width="1em" height="1em" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
