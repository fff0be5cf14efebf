import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import type { Agency } from '../../../src-shared/agencies/agency.ts';
import type { DirectoryImport } from '../../../src-shared/agencies/directory-csv.ts';
import { useCatalogue } from '../../app/workplace.tsx';
import { showToast } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { changeDraft } from '../admin-store.ts';
import { differencesOf } from '../describe/differences.ts';
import { type AdminDraft, type DraftEntry, keepEntry } from '../draft/draft.ts';
import { DifferenceList } from '../review/difference-list.tsx';

interface AgencyImportDialogProps {
  readonly fileName: string;
  readonly result: Extract<DirectoryImport, { ok: true }>;
  readonly existing: readonly Agency[];
  readonly onClose: () => void;
}

/** What a file would add and change, and which of its rows cannot be taken and why; taken over only then. */
export function AgencyImportDialog({ fileName, result, existing, onClose }: AgencyImportDialogProps): ReactElement {
  const catalogue = useCatalogue();
  const { addedCodes, updatedCodes, unchangedCount, rejectedCount, problems, unusedColumns } = result;
  const count = addedCodes.length + updatedCodes.length;
  const changed = [...addedCodes, ...updatedCodes].flatMap((code) => result.agencies.filter((agency) => agency.code === code));

  function take(): void {
    if (count === 0) return;
    changeDraft((draft) => changed.reduce<AdminDraft>((kept, agency) => keepEntry(kept, catalogue, { section: 'agencies', code: agency.code }, agency as DraftEntry), draft)); // safe: plain JSON
    showToast(count === 1 ? t`1 agency taken over. It holds once it is published.` : t`${count} agencies taken over. They hold once they are published.`);
    onClose();
  }
  return (
    <Dialog
      title={t`Import ${fileName}`}
      isOpen
      onClose={onClose}
      onSubmit={take}
      size="large"
      footer={
        <>
          <Button onPress={onClose} keyHint="Esc">
            {t`Cancel`}
          </Button>
          <Button look="primary" autoFocus isDisabled={count === 0} keyHint="Ctrl+Enter" onPress={take}>
            {count === 0 ? t`Nothing to take over` : count === 1 ? t`Take over 1 agency` : t`Take over ${count} agencies`}
          </Button>
        </>
      }
    >
      <p className="number" role="status" aria-label={t`What is in the file`}>
        {t`${addedCodes.length} new, ${updatedCodes.length} changed, ${unchangedCount} as they are, ${rejectedCount} rejected.`}
      </p>
      {unusedColumns.length > 0 && <p className="muted">{t`Not taken from the file, because the directory has no place for it: ${unusedColumns.join(', ')}.`}</p>}
      {problems.length > 0 && (
        <details open={problems.length <= 20}>
          <summary>{problems.length === 1 ? t`1 thing to know about rows of the file` : t`${problems.length} things to know about rows of the file`}</summary>
          <ul className="admin-effect" aria-label={t`Rows of the file`}>
            {problems.map(({ line, message, isRejected }) => (
              <li key={`${line} ${message}`}>{isRejected ? <strong>{message}</strong> : message}</li>
            ))}
          </ul>
        </details>
      )}
      <details open={count <= 20}>
        <summary>{count === 1 ? t`1 agency new or changed` : t`${count} agencies new or changed`}</summary>
        <ul className="admin-cards" aria-label={t`New or changed`}>
          {changed.map((agency) => (
            <AgencyLine key={agency.code} agency={agency} before={existing.find(({ code }) => code === agency.code) ?? null} />
          ))}
        </ul>
      </details>
    </Dialog>
  );
}

function AgencyLine({ agency, before }: { readonly agency: Agency; readonly before: Agency | null }): ReactElement {
  const catalogue = useCatalogue();
  return (
    <li>
      <strong>{agency.name}</strong>
      {before === null ? <p className="muted">{[agency.address, agency.phone].join(' · ')}</p> : <DifferenceList differences={differencesOf('agencies', before, agency, [catalogue])} />}
    </li>
  );
}
