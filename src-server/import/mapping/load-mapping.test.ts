import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bindColumns, neededColumns } from './bind-columns.ts';
import { builtInMappings, builtInNames, loadMapping } from './load-mapping.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'portreeve-mapping-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function load(content: string): Promise<unknown> {
  const file = path.join(folder, 'city.json');
  writeFileSync(file, content);
  return loadMapping(file);
}

describe('loadMapping', () => {
  it('has the built-in mappings, each under its own name', async () => {
    expect(await builtInNames()).toEqual(['boston-311', 'boston-311-dmy', 'kansas-city-311', 'sf-311']);
    expect((await builtInMappings()).map(({ name }) => name)).toEqual(await builtInNames());
  });

  it('says which mappings there are when the name is not one of them', async () => {
    await expect(loadMapping('springfield')).rejects.toThrow('There is no mapping named springfield. Built in are boston-311, boston-311-dmy, kansas-city-311, sf-311; or give the path of a mapping file (.json).');
  });

  it.each([
    ['{ "name": "x", }', /city\.json is not well-formed JSON: .*Check commas and quotation marks/],
    ['[]', /city\.json is not right: the file: /],
    ['{"portreeveMapping": 1, "colums": 3}', /is not right: .*README\.md explains every key/],
  ])('says what is wrong with %s', async (content, sentence) => {
    await expect(load(content)).rejects.toThrow(sentence);
  });

  it('points out a misspelt key, a state on hold without a reason, and new services without a department', async () => {
    const { name: _name, ...rest } = await loadMapping('kansas-city-311');
    const broken = (change: object) => load(JSON.stringify({ name: 'broken', ...rest, ...change }));
    await expect(broken({ recievedAt: rest.receivedAt })).rejects.toThrow(/Unrecognized key: "recievedAt"/);
    await expect(broken({ state: { ...rest.state, values: { OPEN: 'onHold' } } })).rejects.toThrow(/holdReasonCode: A state that means onHold needs the reason why/);
    await expect(broken({ department: null })).rejects.toThrow(/department: New services need a department/);
  });

  it('says so when the file is not there', async () => {
    await expect(loadMapping(path.join(folder, 'missing.json'))).rejects.toThrow(/missing\.json cannot be read\. Check the name and the folder/);
  });
});

describe('bindColumns', () => {
  it('finds columns in any order, whatever their capitals and punctuation', async () => {
    const mapping = await loadMapping('sf-311');
    const columns = [...new Set(neededColumns(mapping))].map((name) => name.toUpperCase().replaceAll('_', ' ')).reverse();
    expect(bindColumns(mapping, columns).get('created_date')).toBe('CREATED DATE');
  });

  it('names the columns that are missing and those that are there', async () => {
    const mapping = await loadMapping('sf-311');
    const columns = [...new Set(neededColumns(mapping))].filter((name) => name !== 'status');
    expect(() => bindColumns(mapping, columns)).toThrow(/needs the column “status”, which the file does not have\. The file has “unique_key”/);
  });
});
