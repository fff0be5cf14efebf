import { t } from '../../src-shared/language/language.ts';
import { problemSentence } from '../../src-shared/protocol/problem-sentence.ts';
import { SECOND_MS } from '../../src-shared/util/time.ts';
import type { Answer, Conflict, ServerTrouble } from './sync-client.ts';

/** A round that ended early, with what is to be done next. */
export class RoundEnd extends Error {
  override readonly name = 'RoundEnd';
  /** Not before this long; null: as after any failure. */
  readonly retryAfterMs: number | null;
  /** For the person at the keyboard, when only people can mend it. */
  readonly sentence: string | null;
  constructor(message: string, how: { readonly retryAfterMs?: number | null; readonly sentence?: string }) {
    super(message);
    this.retryAfterMs = how.retryAfterMs ?? null;
    this.sentence = how.sentence ?? null;
  }
}

/** The value of an answer; any trouble ends the round. */
export function mustAnswer<T>(answer: Answer<T> | Conflict): T {
  if (answer.kind === 'ok') return answer.value;
  throw endOfRound(answer);
}

function endOfRound(trouble: ServerTrouble | Conflict): RoundEnd {
  switch (trouble.kind) {
    case 'busy':
      return new RoundEnd('The server is busy', { retryAfterMs: trouble.retryAfterMs });
    case 'tooLarge':
      return new RoundEnd('The server takes no request of this size', { sentence: t`The server refuses what this workstation sends as too large. Ask your IT office to look at the server’s size limit; nothing is lost here.` });
    case 'refused':
      return new RoundEnd(trouble.problem.code, { sentence: problemSentence(trouble.problem) });
    case 'conflict':
      return new RoundEnd(`Unexpected ${trouble.conflict.why}`, { retryAfterMs: SECOND_MS });
  }
}
