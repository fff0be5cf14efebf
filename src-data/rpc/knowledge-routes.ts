/** What the procedures of `knowledge` do. */
import { implement } from '@orpc/server';
import { knowledgeContract } from '../../src-shared/protocol/data-rpc/knowledge-contract.ts';
import { earlierGuide } from '../knowledge/earlier-guide.ts';
import type { Workstation } from '../workstation.ts';

export function knowledgeRoutes({ db }: Pick<Workstation, 'db'>) {
  const os = implement(knowledgeContract);
  return os.router({ earlierGuide: os.earlierGuide.handler(({ input }) => earlierGuide(db, input)) });
}
