import { readFileSync, writeFileSync } from 'node:fs';
import type { Played } from './play-call.ts';

const DOCUMENT = 'docs/intake-budgets.md';
const [BEGIN, END] = ['<!-- table: begin -->', '<!-- table: end -->'];

/** Card, Moran and Newell 1980: a key of an average typist who is no secretary (40 words a minute), and a thought. */
const KEY_SECONDS = 0.28;
const THOUGHT_SECONDS = 1.35;

export interface BudgetRow {
  readonly service: string;
  readonly name: string;
  readonly keysBeyondWords: number;
  readonly characters: number;
}

/** What the document promises, by service code. */
export function publishedBudgets(): ReadonlyMap<string, BudgetRow> {
  const rows = tablePart().matchAll(/^\| `([A-Z-]+)` \| ([^|]+) \| (\d+) \| (\d+) \|/gm);
  return new Map([...rows].map(([, service = '', name = '', keys, characters]) => [service, { service, name: name.trim(), keysBeyondWords: Number(keys), characters: Number(characters) }]));
}

/** Writes what was counted and measured into the document. */
export function publishBudgets(played: readonly (Played & { readonly service: string })[]): void {
  const { services } = JSON.parse(readFileSync('resources/demo-city.json', 'utf8')) as { services: { code: string; name: string }[] }; // safe: its own test parses it
  const lines = played.map(({ service, keysBeyondWords, characters, thoughts, seconds }) => {
    const model = (keysBeyondWords + characters) * KEY_SECONDS + thoughts * THOUGHT_SECONDS;
    const beyond = keysBeyondWords * KEY_SECONDS + thoughts * THOUGHT_SECONDS;
    const name = services.find(({ code }) => code === service)?.name ?? '';
    return `| \`${service}\` | ${name} | ${keysBeyondWords} | ${characters} | ${model.toFixed(1)} | ${beyond.toFixed(1)} | ${seconds.toFixed(2)} |`;
  });
  const keys = played.map(({ keysBeyondWords }) => keysBeyondWords).sort((a, b) => a - b);
  const mean = keys.reduce((sum, one) => sum + one, 0) / keys.length;
  const head = ['| service | | keys beyond words | characters said | model, s | of it beyond words, s | measured, s |', '| --- | --- | --- | --- | --- | --- | --- |'];
  const summary = `${played.length} services: ${keys[0]} to ${keys.at(-1)} keys beyond the words, ${mean.toFixed(1)} on average.`;
  const text = readFileSync(DOCUMENT, 'utf8');
  const before = text.slice(0, text.indexOf(BEGIN) + BEGIN.length);
  writeFileSync(DOCUMENT, `${before}\n\n${summary}\n\n${[...head, ...lines].join('\n')}\n\n${text.slice(text.indexOf(END))}`);
}

function tablePart(): string {
  const text = readFileSync(DOCUMENT, 'utf8');
  return text.slice(text.indexOf(BEGIN) + BEGIN.length, text.indexOf(END));
}
