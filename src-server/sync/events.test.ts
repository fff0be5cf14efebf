import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { expect, it, vi } from 'vitest';
import type { Poke } from '../../src-shared/protocol/pull.ts';
import type { RevisionWatch } from '../feed/revision-watch.ts';
import { eventStreams } from './events.ts';

it('tells of several revisions with one poke, of the newest', async () => {
  let tell: (clock: Poke) => void = () => undefined;
  const watch: RevisionWatch = {
    subscribe(listener) {
      tell = (clock) => listener({ ...clock, minRev: 0 });
      return () => undefined;
    },
    check: () => undefined,
    stop: () => undefined,
  };
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  const written: string[] = [];
  vi.spyOn(response, 'write').mockImplementation((chunk: unknown) => written.push(String(chunk)) > 0);
  eventStreams(watch).open(response, { epoch: 1, rev: 4 });
  for (const rev of [5, 6, 7]) tell({ epoch: 1, rev });
  await vi.waitFor(() => expect(written).toHaveLength(2));
  tell({ epoch: 1, rev: 8 });
  await vi.waitFor(() => expect(written).toHaveLength(3));
  const revs = written.map((text) => /"rev":(\d+)/.exec(text)?.[1]);
  expect(revs).toEqual(['4', '7', '8']);
  response.emit('close');
});
