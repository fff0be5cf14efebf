import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { utcMs } from '../src-shared/util/time.ts';
import { buildApp } from './app.ts';
import type { AppDeps } from './app-deps.ts';
import { openCatalogues } from './catalogue/catalogue-store.ts';
import type { ServerOptions } from './cli.ts';
import { type Database, openDatabase } from './db/open-database.ts';
import { watchClocks } from './clock-watch/watch-clocks.ts';
import { DAILY_LIST_SCHEDULE, dailyListJob } from './daily-list/daily-list-job.ts';
import { writeClosedHorizon } from './feed/closed-horizon.ts';
import { enrolmentPolicy } from './fleet/enrolment-code.ts';
import { oneAfterTheOther } from './jobs/one-after-the-other.ts';
import { nightlyBackup } from './jobs/nightly-backup.ts';
import { compaction } from './jobs/compaction/compaction.ts';
import { EVERY_MINUTE, everyNight } from './jobs/schedule.ts';
import { type ScheduledJob, startJobs } from './jobs/scheduled-jobs.ts';
import type { Log } from './log.ts';
import { startMessageSender } from './mail/message-sender.ts';
import { openChannels } from './mail/open-channels.ts';
import { beginNotices, noticesJob } from './notices/notices-job.ts';
import { openNumberLeases } from './numbers/leases.ts';
import { PROGRESS_REMINDER_SCHEDULE, progressReminderJob } from './progress-reminders/progress-reminder-job.ts';
import { MONTHLY_REPORT_SCHEDULE, monthlyReportJob } from './reports/monthly-report-job.ts';
import { loadCity } from './seed/load-city.ts';
import { loadDemoCity } from './seed/load-demo-city.ts';
import { openSurveyLinks } from './survey/survey-links.ts';
import { StartupError } from './startup-error.ts';

/** Of the jobs when the backup has no hour. */
const NIGHTLY_HOUR = 2;

/** Workstations that waited for the server come first. */
const CLOCKS_AFTER_MS = 20_000;

/** A server that answers. */
export interface RunningServer {
  /** Where it is reached, with the port it really got. */
  readonly url: string;
  /** Needed by workstations on other computers, or by all when it was given on the command line. */
  readonly enrolCode: string;
  /** Stops in order: no new requests, open ones finished, connections closed, the embedded PostgreSQL stopped. */
  stop(): Promise<void>;
}

/**
 * Starts everything: data folder, database, schema, seed, HTTP.
 *
 * Throws a StartupError for what an operator can mend; whatever had been started until then is stopped again.
 */
export async function startServer(options: ServerOptions, log: Log): Promise<RunningServer> {
  const database = await openDatabase(options, log);
  try {
    return await serve(options, log, database);
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function serve(options: ServerOptions, log: Log, database: Database): Promise<RunningServer> {
  const updatesDir = path.join(options.dataDir, 'updates');
  mkdirSync(updatesDir, { recursive: true });
  const deps: AppDeps = {
    pool: database.pool,
    log,
    now: () => utcMs(Date.now()),
    numbers: await openNumberLeases(database.pool, utcMs(Date.now())),
    catalogues: openCatalogues(),
    enrolment: enrolmentPolicy(options.dataDir, options.enrolCode),
    updatesDir,
    keepBackupsDays: options.backups.keepDays,
    snapshotsDir: path.join(options.dataDir, 'snapshots'),
    scanCommand: options.scanCommand,
    messageChannels: openChannels(options.messages),
    publicUrl: options.publicUrl,
  };
  if (options.scanCommand === null) log.warn('no virus scanner is set: attached files are handed out unscanned; give one with --scan-command');
  if (deps.messageChannels?.length === 0) log.warn('no mail server is set: emails, texts and push notices wait; give one with PORTREEVE_SMTP_URL and PORTREEVE_MAIL_FROM');
  if (options.seed === 'demo') await loadDemoCity(deps);
  if (options.cityDir !== null) await loadCity(deps, options.cityDir);
  await writeClosedHorizon(deps.pool, options.horizon);
  await beginNotices(deps);
  const app = buildApp(deps);
  await listen(app, options);
  const jobs = startJobs(deps, { jobs: nightlyJobs(deps, options, database.url) });
  const links = await openSurveyLinks(deps.pool, options.publicUrl);
  const everyMinute = oneAfterTheOther('minute', [watchClocks(deps), noticesJob(deps, { surveyLink: (_case, { trackingNumber }) => links.linkFor(trackingNumber) })]);
  const clocks = startJobs(deps, { jobs: [{ ...everyMinute, schedule: EVERY_MINUTE }, { ...dailyListJob(deps), schedule: DAILY_LIST_SCHEDULE }, { ...progressReminderJob(deps), schedule: PROGRESS_REMINDER_SCHEDULE }], firstTurnAfterMs: CLOCKS_AFTER_MS });
  // A line of its own: a large city's month takes a while to count, and the clocks must not wait for it.
  const reports = startJobs(deps, { jobs: [{ ...monthlyReportJob(deps), schedule: MONTHLY_REPORT_SCHEDULE }], firstTurnAfterMs: CLOCKS_AFTER_MS });
  const sender = startMessageSender(deps, { channels: deps.messageChannels ?? [] });
  return {
    url: urlOf(app, options.host),
    enrolCode: deps.enrolment.code,
    stop: async () => {
      await Promise.all([app.close(), jobs.stop(), clocks.stop(), reports.stop(), sender.stop()]);
      await database.close();
    },
  };
}

/** Compaction comes after the backup, which still has what it drops. */
function nightlyJobs(deps: AppDeps, { backups }: ServerOptions, url: string): readonly ScheduledJob[] {
  const backup = backups.hour === null ? [] : [nightlyBackup(deps, { url, ...backups })];
  const schedule = everyNight(backups.hour ?? NIGHTLY_HOUR);
  return [...backup, compaction(deps)].map((job) => ({ ...job, schedule }));
}

async function listen(app: FastifyInstance, { host, port }: ServerOptions): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'EADDRINUSE') {
      throw new StartupError(`Port ${port} is taken by another program. Stop that one, or start this server with another --port (0 takes any free one).`);
    }
    if (code === 'EACCES') throw new StartupError(`This account may not listen on port ${port}. Take one above 1023 with --port.`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw new StartupError(`This computer has no address ${host}. Give one of its own with --host, 127.0.0.1 or 0.0.0.0.`);
    }
    throw error;
  }
}

/** The address people and programs on this computer can use; a wildcard is no address. */
function urlOf(app: FastifyInstance, host: string): string {
  const { port } = app.server.address() as AddressInfo; // safe: it listens on TCP
  const wildcards: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '[::1]' };
  return `http://${wildcards[host] ?? (host.includes(':') ? `[${host}]` : host)}:${port}`;
}
