import { interfaceLanguage, t } from '../../src-shared/language/language.ts';
import { TROUBLE_STYLES } from './trouble-styles.ts';
import type { Trouble } from './trouble.ts';

/** `restart` says that a restart is under way; a sentence is the result of what the user last did. */
export type TroubleNote = { readonly kind: 'none' } | { readonly kind: 'restarting' } | { readonly kind: 'said'; readonly text: string };

export const TROUBLE_ACTIONS = ['restart', 'exportLogs', 'exportBackup', 'quit'] as const;
export type TroubleAction = (typeof TROUBLE_ACTIONS)[number];

/**
 * The trouble screen as a document without any script: buttons post a form, main answers with the next document.
 *
 * It must work when everything else does not, so it needs no file, no preload and no data process.
 */
export function troublePage(trouble: Trouble, note: TroubleNote, nonce: string): string {
  const isRestarting = note.kind === 'restarting';
  return `<!doctype html>
<html lang="${interfaceLanguage()}">
<head>
<meta charset="utf-8">
<title>${escapeHtml(trouble.title)}</title>
<style nonce="${nonce}">${TROUBLE_STYLES}</style>
</head>
<body>
<main>
<p class="name">Portreeve</p>
<h1>${escapeHtml(trouble.title)}</h1>
${trouble.explanation.map((text) => `<p>${escapeHtml(text)}</p>`).join('\n')}
<h2>${t`What to do`}</h2>
<ol>${trouble.steps.map((step) => `<li>${escapeHtml(step)}</li>`).join('')}</ol>
<form method="post" action="/">
${button('restart', isRestarting ? t`Restarting…` : t`Restart`, { isMain: true, isDisabled: isRestarting })}
${trouble.canExportBackup ? button('exportBackup', t`Export backup`, { isDisabled: isRestarting }) : ''}
${button('exportLogs', t`Export logs`, {})}
${button('quit', t`Close Portreeve`, {})}
</form>
<p class="note" role="status">${escapeHtml(noteText(note))}</p>
<details><summary>${t`For the administrator`}</summary><pre>${escapeHtml(trouble.details.join('\n'))}</pre></details>
</main>
</body>
</html>`;
}

/** No script, no picture, nothing from elsewhere. */
export function troublePolicy(nonce: string): string {
  return `default-src 'none'; style-src 'nonce-${nonce}'; form-action app://trouble; base-uri 'none'; frame-ancestors 'none'`;
}

/** The action a posted form asks for, or null. */
export function actionIn(body: string): TroubleAction | null {
  const asked = new URLSearchParams(body).get('action');
  return TROUBLE_ACTIONS.find((action) => action === asked) ?? null;
}

function button(action: TroubleAction, label: string, options: { isMain?: boolean; isDisabled?: boolean }): string {
  const attributes = [options.isMain ? 'class="main" autofocus' : '', options.isDisabled ? 'disabled' : ''].filter((text) => text !== '').join(' ');
  return `<button name="action" value="${action}" ${attributes}>${escapeHtml(label)}</button>`;
}

function noteText(note: TroubleNote): string {
  if (note.kind === 'restarting') return t`Opening the records again. This takes a few seconds.`;
  return note.kind === 'said' ? note.text : '';
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
