const STORAGE_KEY = 'portreeve.recentActions';
const MOST_KEPT = 8;

/** Ids of the actions last taken from the palette on this machine, newest first. */
export function recentActions(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : [];
  } catch {
    return []; // damaged: begins anew
  }
}

export function rememberAction(id: string): void {
  const others = recentActions().filter((one) => one !== id);
  localStorage.setItem(STORAGE_KEY, JSON.stringify([id, ...others].slice(0, MOST_KEPT)));
}
