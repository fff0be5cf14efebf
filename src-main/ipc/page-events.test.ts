import { expect, it } from 'vitest';
import type { DesktopEvent } from '../../src-shared/protocol/desktop-api.ts';
import { createPageEvents } from './page-events.ts';

const link = (phone: string): DesktopEvent => ({ kind: 'link', link: { kind: 'call', phone } });

function setUp() {
  const received: DesktopEvent[] = [];
  const page = { isDestroyed: () => false, send: (_channel: string, event: DesktopEvent) => void received.push(event) };
  return { received, events: createPageEvents(page) };
}

it('keeps what is said before the page listens, each link but only the newest state', () => {
  const { received, events } = setUp();
  events.send(link('311'));
  events.send({ kind: 'dataProcess', state: 'starting' });
  events.send({ kind: 'dataProcess', state: 'ready' });
  events.send(link('911'));
  expect(received).toEqual([]);
  events.subscribed();
  expect(received).toEqual([link('311'), { kind: 'dataProcess', state: 'ready' }, link('911')]);
});

it('says things at once to a page that listens, and keeps them again while it is loaded anew', () => {
  const { received, events } = setUp();
  events.subscribed();
  events.send(link('1'.repeat(3)));
  events.left();
  events.send({ kind: 'pageRecovered' });
  expect(received).toHaveLength(1);
  events.subscribed();
  expect(received).toHaveLength(2);
  events.subscribed();
  expect(received).toHaveLength(2);
});
