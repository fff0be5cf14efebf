import { type ReactElement, useState } from 'react';
import { foldText } from '../../../src-shared/util/fold-text.ts';
import { TextArea } from '../../ui/text-area.tsx';
import type { Field } from '../describe/field.ts';
import type { FieldInputProps } from './field-props.ts';
import { useForm } from './form-context.tsx';

/** Texts, one a line; empty lines are none. While it is typed it stays as it is typed. */
export function TextsInput({ field, value, onChange, path }: FieldInputProps<Extract<Field, { kind: 'texts' }>>): ReactElement {
  const { problemWithin } = useForm();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = Array.isArray(value) ? value.map(String).join('\n') : '';
  return (
    <TextArea
      label={field.label}
      {...(field.hint === undefined ? {} : { description: field.hint })}
      error={problemWithin(path)}
      value={typed ?? shown}
      onChange={(text) => {
        setTyped(text);
        onChange(readLines(text, field.isFolded === true));
      }}
      onBlur={() => setTyped(null)}
      rows={field.rows}
    />
  );
}

function readLines(text: string, isFolded: boolean): readonly string[] {
  const lines = text.split('\n').map((line) => (isFolded ? foldText(line) : line.trim()));
  return [...new Set(lines.filter((line) => line !== ''))];
}
