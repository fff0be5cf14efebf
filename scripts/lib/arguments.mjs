import { parseArgs } from 'node:util';
import { Problem } from './problem.mjs';

/**
 * @typedef {object} Option
 * @property {string} [value] the name of its value, as in DIR; an option without one is a switch
 * @property {string} help
 *
 * @typedef {object} Usage
 * @property {string} line how the command is typed, as in `npm run server -- --port P`
 * @property {string} summary
 * @property {Record<string, Option>} options
 * @property {string} [more] further paragraphs of the help text
 * @property {boolean} [positionals] whether other words may stand beside the options
 */

/**
 * Reads a command's arguments.
 *
 * @param {Usage} usage
 * @param {string[]} argv
 * @returns {{ values: Record<string, string | undefined>, switches: Set<string>, positionals: string[] } | 'help'}
 * @throws {Problem} with exit code 2 and a sentence, for arguments that cannot be meant
 */
export function readArguments(usage, argv) {
  /** @type {[string, Option][]} */
  const options = [...Object.entries(usage.options), ['help', { help: '' }]];
  const config = Object.fromEntries(options.map(([name, { value }]) => [name, { type: value ? /** @type {const} */ ('string') : /** @type {const} */ ('boolean') }]));
  const { values, positionals } = parse(config, usage, argv);
  if (values['help']) return 'help';
  for (const [name, value] of Object.entries(values)) {
    if (value === '') throw wrong(`--${name} needs a value.`, usage);
  }
  const entries = Object.entries(values);
  return {
    values: Object.fromEntries(entries.filter((entry) => typeof entry[1] === 'string').map(([name, value]) => [name, String(value)])),
    switches: new Set(entries.filter(([, value]) => value === true).map(([name]) => name)),
    positionals,
  };
}

/**
 * @param {Record<string, { type: 'string' | 'boolean' }>} options
 * @param {Usage} usage
 * @param {string[]} argv
 */
function parse(options, usage, argv) {
  try {
    return parseArgs({ args: argv, options, strict: true, allowPositionals: usage.positionals ?? false });
  } catch (error) {
    const [sentence = 'The arguments cannot be read.'] = (error instanceof Error ? error.message : String(error)).split(/(?<=[.!?]) |\n/);
    throw wrong(sentence.replace(/([^.])$/, '$1.'), usage);
  }
}

/**
 * A mistake in the arguments: the sentence, and where to read more.
 *
 * @param {string} sentence
 * @param {Usage} usage
 */
export function wrong(sentence, usage) {
  return new Problem(`${sentence}\nUsage: ${usage.line}\nAdd --help for what each part means.`, { exitCode: 2 });
}

/** @param {Usage} usage */
export function helpText({ line, summary, options, more }) {
  const rows = Object.entries(options).map(([name, { value, help }]) => [`--${name}${value ? ` ${value}` : ''}`, help]);
  rows.push(['--help', 'Shows this.']);
  const width = Math.max(...rows.map(([left = '']) => left.length));
  const table = rows.map(([left = '', right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
  return `Usage: ${line}\n\n${summary}\n\n${table}\n${more ? `\n${more}\n` : ''}`;
}
