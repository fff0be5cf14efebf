import { t } from '../../src-shared/language/language.ts';
import { HttpProblem } from '../http/problem.ts';

/** The same answer for a file that does not exist and for one this workstation may not see. */
export function noSuchFile(): HttpProblem {
  return new HttpProblem({
    status: 404,
    code: 'noSuchFile',
    title: t`No case this workstation may see holds this file`,
    detail: t`If the case was sealed or given to another department, its files went with it.`,
  });
}

export function fileNotThereYet(): HttpProblem {
  return new HttpProblem({
    status: 404,
    code: 'fileNotThereYet',
    title: t`The file has not reached the server yet`,
    detail: t`It is still on the workstation that attached it, and comes when that one is online.`,
  });
}

export function fileBeingChecked(): HttpProblem {
  return new HttpProblem({
    status: 404,
    code: 'fileBeingChecked',
    title: t`The file is being checked for viruses`,
    detail: t`It is handed out when it was found clean. Try again in a few minutes.`,
  });
}

/** `why` is a sentence for staff. */
export function fileHeldBack(why: string | null): HttpProblem {
  return new HttpProblem({ status: 403, code: 'fileHeldBack', title: t`The file is not handed out`, detail: why ?? t`Ask your IT office.` });
}

export function wrongHash(): HttpProblem {
  return new HttpProblem({
    status: 422,
    code: 'wrongHash',
    title: t`What arrived is not the file that was announced, and was thrown away`,
    detail: t`The workstation sends it again from the beginning. If it happens again, check that workstation’s disk and network.`,
  });
}

export function outsideFile(): HttpProblem {
  return new HttpProblem({
    status: 416,
    code: 'rangeNotSatisfiable',
    title: t`The file is shorter than the part that was asked for`,
    detail: t`Fetch the whole file.`,
  });
}
