import { expect, it } from 'vitest';
import { TroubleWatch } from './trouble-watch.ts';
import { dataProcessGaveUp, pageKeepsStopping } from './trouble.ts';

const page = pageKeepsStopping([]);
const data = dataProcessGaveUp([]);

function setUp() {
  const done: string[] = [];
  const watch = new TroubleWatch({
    show: (trouble) => void done.push(trouble.title),
    hide: () => void done.push('hidden'),
    reloadPage: () => void done.push('page reloaded'),
    restartDataProcess: () => void done.push('data process restarted'),
  });
  return { done, watch };
}

it('shows a trouble until it is over', () => {
  const { done, watch } = setUp();
  watch.setDataTrouble(data);
  watch.restart();
  watch.setDataTrouble(null);
  expect(done).toEqual([data.title, 'data process restarted', 'hidden']);
});

it('puts the page first and comes back to the data process', () => {
  const { done, watch } = setUp();
  watch.setDataTrouble(data);
  watch.setPageTrouble(page);
  watch.restart();
  watch.setPageTrouble(null);
  watch.setDataTrouble(null);
  expect(done).toEqual([data.title, page.title, 'page reloaded', data.title, 'hidden']);
});
