import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import { ImportProblem } from '../import-problem.ts';
import { Mapping } from './mapping.ts';

const BUILT_IN_FOLDER = fileURLToPath(new URL('../../../resources/import-mappings/', import.meta.url));

/** Names of the mappings that come with the product, in order. */
export async function builtInNames(): Promise<readonly string[]> {
  const files = await readdir(BUILT_IN_FOLDER);
  return files.filter((file) => file.endsWith('.json')).map((file) => file.slice(0, -'.json'.length)).sort();
}

export async function builtInMappings(): Promise<readonly Mapping[]> {
  return Promise.all((await builtInNames()).map((name) => readMapping(path.join(BUILT_IN_FOLDER, `${name}.json`))));
}

/** The mapping of that name, or in that file. Throws ImportProblem when there is none, or it is not well-formed. */
export async function loadMapping(nameOrFile: string): Promise<Mapping> {
  const names = await builtInNames();
  if (names.includes(nameOrFile)) return readMapping(path.join(BUILT_IN_FOLDER, `${nameOrFile}.json`));
  if (!/[./\\]/.test(nameOrFile)) {
    throw new ImportProblem(`There is no mapping named ${nameOrFile}. Built in are ${names.join(', ')}; or give the path of a mapping file (.json).`);
  }
  return readMapping(nameOrFile);
}

async function readMapping(file: string): Promise<Mapping> {
  const parsed = Mapping.safeParse(await readJson(file));
  if (parsed.success) return parsed.data;
  throw new ImportProblem(`The mapping ${path.basename(file)} is not right: ${problems(parsed.error)}. resources/import-mappings/README.md explains every key.`);
}

async function readJson(file: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    throw new ImportProblem(`The mapping file ${file} cannot be read. Check the name and the folder.`);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new ImportProblem(`The mapping ${path.basename(file)} is not well-formed JSON: ${error instanceof Error ? error.message : 'unreadable'}. Check commas and quotation marks.`);
  }
}

const PROBLEMS_SHOWN = 3;

function problems(error: z.ZodError): string {
  const sentences = error.issues.slice(0, PROBLEMS_SHOWN).map((issue) => `${issue.path.map(String).join('.') || 'the file'}: ${issue.message}`);
  const more = error.issues.length - sentences.length;
  return sentences.join('; ') + (more > 0 ? ` (and ${more} more)` : '');
}
