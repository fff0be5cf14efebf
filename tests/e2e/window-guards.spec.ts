import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { closeAfterEachTest, expectPort, launchPortPage, mainLog, troubleScreen } from './support/port-page.ts';
import type { RunningWorkstation } from './support/launch-workstation.ts';

closeAfterEachTest();

/** How many ports the page has that was loaded last, and whether it was told of a recovery. Null while it cannot answer. */
function lookAtNewPage({ app }: RunningWorkstation): Promise<unknown> {
  return app.evaluate(({ BrowserWindow }) => {
    const script = '({ ports: globalThis.ports, isTold: globalThis.desktopEvents.some(({ kind }) => kind === "pageRecovered") })';
    const answer = BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(script);
    return Promise.race([answer, new Promise((resolve) => setTimeout(resolve, 500, null))]);
  });
}

/** A page elsewhere, which counts who comes by. */
async function foreignServer(): Promise<{ server: Server; url: string; visits: () => number }> {
  let visits = 0;
  const server = createServer((_request, response) => {
    visits += 1;
    response.setHeader('Access-Control-Allow-Origin', '*').end('elsewhere');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, visits: () => visits };
}

test('the page loads nothing from elsewhere, goes nowhere and opens nothing', async () => {
  const workstation = await launchPortPage('answering');
  const { page } = workstation;
  await expectPort(page, 1);
  const { server, url, visits } = await foreignServer();

  const refused = await page.evaluate(async (to) => {
    const violations: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => violations.push(effectiveDirective));
    const image = document.createElement('img');
    image.src = `${to}picture.png`;
    const frame = document.createElement('iframe');
    frame.src = to;
    const script = document.createElement('script');
    script.src = `${to}script.js`;
    document.body.append(image, frame, script);
    await fetch(to).catch(() => undefined);
    while (violations.length < 4) await new Promise((resolve) => document.addEventListener('securitypolicyviolation', resolve, { once: true }));
    return violations.toSorted();
  }, url);
  expect(refused).toEqual(['connect-src', 'frame-src', 'img-src', 'script-src-elem']);

  await page.evaluate((to) => {
    const link = document.createElement('a');
    Object.assign(link, { href: to, target: '_blank' });
    document.body.append(link);
    link.click();
    globalThis.open(to);
    location.href = to;
  }, url);
  await expect.poll(() => mainLog(workstation).match(/a new window was stopped/g)).toHaveLength(2);
  await expect.poll(() => mainLog(workstation)).toContain('a navigation was stopped');
  expect(page.url()).toBe('app://portreeve/?language=en');
  expect(visits()).toBe(0);
  server.close();
});

test('no inline script runs, and no style without the nonce of the response', async () => {
  const { page } = await launchPortPage('answering');
  await expectPort(page, 1);
  expect(await page.evaluate(() => 'inlineScriptRan' in globalThis)).toBe(false);
  const colours = await page.evaluate(() => {
    const nonce = document.querySelector<HTMLElement>('meta[property=csp-nonce]')?.nonce ?? '';
    return [nonce, 'a-guess'].map((given) => {
      const style = document.createElement('style');
      style.nonce = given;
      style.textContent = 'p { color: rgb(1, 2, 3); }';
      document.head.append(style);
      const { color } = getComputedStyle(document.querySelector('p') ?? document.body);
      style.remove();
      return color;
    });
  });
  expect(colours).toEqual(['rgb(1, 2, 3)', 'rgb(0, 0, 0)']);
});

test('only the files of the page are served', async () => {
  const { page } = await launchPortPage('answering');
  const statuses = await page.evaluate(() =>
    Promise.all(['/page.js', '/none.js', '/..%2fport-page%2fpage.js', '/%2e%2e/%2e%2e/supervisor.spec.ts', '/page.js%00'].map((path) => fetch(path).then(({ status }) => status))),
  );
  expect(statuses).toEqual([200, 404, 404, 404, 404]);
});

test('the page may write to the clipboard and has no other permission', async () => {
  const { page } = await launchPortPage('answering');
  const states = await page.evaluate(() =>
    Promise.all(
      ['clipboard-write', 'clipboard-read', 'camera', 'microphone', 'geolocation', 'notifications'].map((name) =>
        navigator.permissions.query({ name: name as PermissionName }).then(({ state }) => state),
      ),
    ),
  );
  expect(states).toEqual(['granted', 'denied', 'denied', 'denied', 'denied', 'denied']);
});

test('a call with an argument that the desktop API does not know is refused', async () => {
  const { page } = await launchPortPage('answering');
  const answer = await page.evaluate(() =>
    (globalThis as unknown as { desktop: { setTheme(theme: string): Promise<unknown> } }).desktop.setTheme('red').then(() => 'accepted', String),
  );
  expect(answer).toContain('appearance.setTheme was refused');
});

test('a page whose process dies is loaded again and told so; the third time within a minute a readable screen takes its place', async () => {
  const workstation = await launchPortPage('answering');
  await expectPort(workstation.page, 1);
  for (const crash of [1, 2]) {
    await killPageProcess(workstation, crash);
    await expect.poll(() => lookAtNewPage(workstation)).toEqual({ ports: 1, isTold: true });
  }
  await killPageProcess(workstation, 3);

  const screen = await troubleScreen(workstation);
  await expect(screen.getByRole('heading', { level: 1 })).toHaveText('This window keeps stopping');
  await screen.getByRole('button', { name: 'Restart' }).click();
  await expect.poll(() => lookAtNewPage(workstation)).toEqual({ ports: 1, isTold: false });
});

/** @param crash which one it is, so that main has surely seen it when this returns */
async function killPageProcess(workstation: RunningWorkstation, crash: number): Promise<void> {
  process.kill(await workstation.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0), 'SIGKILL');
  await expect.poll(() => mainLog(workstation).match(/page: its process ended/g)?.length).toBe(crash);
}
