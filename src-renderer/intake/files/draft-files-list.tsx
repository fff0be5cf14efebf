import { type ReactElement, useRef } from 'react';
import { t } from '../../../src-shared/language/language.ts';
import { fileSizeWords } from '../../../src-shared/util/file-size.ts';
import { Button } from '../../ui/button.tsx';
import { changeDraft } from '../intake-store.ts';
import { useDraft } from '../form/form-context.tsx';
import { addFiles, withoutFile } from './draft-files.ts';

/** What will be attached, and the button for those who neither paste nor drop. */
export function DraftFiles(): ReactElement {
  const files = useDraft((draft) => draft.files);
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <div className="intake-files">
      {files.length > 0 && (
        <ul aria-label={t`Files to attach`}>
          {files.map(({ sha256, name, sizeBytes }) => (
            <li key={sha256}>
              <span className="intake-file-name">{name}</span>
              <span className="muted">{fileSizeWords(sizeBytes)}</span>
              <Button size="small" look="quiet" label={t`Do not attach ${name}`} onPress={() => changeDraft((now) => withoutFile(now, sha256))}>
                {t`Remove`}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Button size="small" look="quiet" onPress={() => chooser.current?.click()}>
        {t`Attach a file …`}
      </Button>
      <span className="muted intake-none">{t`or paste or drop it anywhere here`}</span>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        aria-label={t`Files to attach`}
        onChange={(event) => {
          void addFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}
