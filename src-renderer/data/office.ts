/** The office's records (bulletins, who has read what, suggestions …) as a window asks for them and gives to them. */
import { queryOptions } from '@tanstack/react-query';
import type { PublishInput } from '../../src-shared/protocol/data-rpc/admin-views.ts';
import type { OfficeCommandInput, OfficeRunReply } from '../../src-shared/protocol/data-rpc/office-views.ts';
import type { CommandId } from '../../src-shared/util/ids.ts';
import { data } from './data-client.ts';
import { untilAnswered } from './until-answered.ts';

export const officeQueries = {
  office: () => queryOptions({ queryKey: ['office', 'view'], queryFn: ({ signal }) => data.office.get(undefined, { signal }) }),
  /** What was given here and is on its way, or was refused. */
  waiting: () => queryOptions({ queryKey: ['office', 'waiting'], queryFn: ({ signal }) => data.office.waiting(undefined, { signal }) }),
  /** A guide as it was in some version; null: it is not on this workstation. */
  earlierGuide: (guideCode: string, version: number) =>
    queryOptions({ queryKey: ['catalogue', 'earlierGuide', guideCode, version], queryFn: ({ signal }) => data.knowledge.earlierGuide({ guideCode, version }, { signal }) }),
};

export const officeCommands = {
  run: (input: OfficeCommandInput): Promise<OfficeRunReply> => untilAnswered(() => data.office.run(input)),
  /** A change of the catalogue. */
  publish: (input: PublishInput): Promise<OfficeRunReply> => untilAnswered(() => data.admin.publish(input)),
  /** Takes what was refused off the list. */
  dismiss: (uid: CommandId): Promise<unknown> => untilAnswered(() => data.office.dismiss({ uid })),
};
