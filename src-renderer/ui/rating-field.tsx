import { interfaceLanguage } from '../../src-shared/language/language.ts';
import { type KeyboardEvent, type ReactElement, type Ref, useId } from 'react';
import { RATING_LABELS } from '../../src-shared/domain/ratings.ts';
import { Icon } from './icon.tsx';
import './rating-field.css';

export interface RatingFieldProps {
  readonly label: string;
  /** 1 to 5; null: none chosen yet. */
  readonly value: number | null;
  readonly onChange: (rating: number) => void;
  readonly error?: string | null;
  /** Of the chosen rating, or the first one. */
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** The rating of a citizen, in the words they were asked with: a digit chooses, arrows move. */
export function RatingField({ label, value, onChange, error = null, inputRef }: RatingFieldProps): ReactElement {
  const id = useId();
  function onKeyDown(event: KeyboardEvent): void {
    if (!/^[1-5]$/.test(event.key) || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    onChange(Number(event.key));
    document.getElementById(`${id}-${event.key}`)?.focus();
  }
  return (
    <fieldset className="rating-field" aria-describedby={error === null ? undefined : `${id}-error`} onKeyDown={onKeyDown}>
      <legend className="field-label">{label}</legend>
      <div className="rating-choices">
        {RATING_LABELS[interfaceLanguage()].map((words, index) => {
          const rating = index + 1;
          return (
            <label key={rating} className="rating-choice">
              <input
                id={`${id}-${rating}`}
                type="radio"
                name={id}
                checked={value === rating}
                onChange={() => onChange(rating)}
                ref={rating === (value ?? 1) ? (inputRef ?? null) : null}
              />
              <span>
                <strong className="number">{rating}</strong> {words}
              </span>
            </label>
          );
        })}
      </div>
      {error !== null && (
        <div id={`${id}-error`} className="field-error">
          <Icon name="warning" />
          {error}
        </div>
      )}
    </fieldset>
  );
}
