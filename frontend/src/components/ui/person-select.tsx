import { useState, type ReactNode } from 'react';
import { SelectField, TextField } from './text-field';

interface Person {
  readonly userId: string;
  readonly name: string;
  readonly username: string;
}

interface Props {
  label: string;
  people: readonly Person[];
  /** Whoever is chosen; empty for nobody. */
  value: string;
  /** What stands above the people. */
  children: ReactNode;
  /** What the field for a name is called. */
  searchLabel: string;
  onChoose(userId: string): void;
  /** Where there are more people than are given: looks for those with a name. */
  onSearch?: ((text: string) => void) | undefined;
}

/** One of some people. Where there are too many for a list, a field above narrows it down and finds others. */
export function PersonSelect({ label, people, value, children, searchLabel, onChoose, onSearch }: Props) {
  const [text, setText] = useState('');
  const wanted = text.trim().toLocaleLowerCase();
  const shown = people.filter(
    ({ userId, name, username }) =>
      userId === value || [name, username].some((word) => word.toLocaleLowerCase().includes(wanted)),
  );
  return (
    <>
      {onSearch && (
        <TextField
          type="search"
          label={searchLabel}
          autoComplete="off"
          value={text}
          onChange={({ target }) => {
            setText(target.value);
            onSearch(target.value);
          }}
        />
      )}
      <SelectField label={label} value={value} onChange={({ target }) => onChoose(target.value)}>
        {children}
        {shown.map(({ userId, name }) => (
          <option key={userId} value={userId}>
            {name}
          </option>
        ))}
      </SelectField>
    </>
  );
}
