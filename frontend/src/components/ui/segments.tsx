'use client';

import { useId, type ReactNode } from 'react';
import styles from './segments.module.css';

interface Props<T extends string> {
  label: string;
  value: T;
  options: readonly { value: T; label: string; icon: ReactNode; tone?: 'good' | 'bad' }[];
  disabled?: boolean;
  onChange(value: T): void;
}

/** One of few, side by side; each is told by its icon and its name, not by colour alone. */
export function Segments<T extends string>({ label, value, options, disabled = false, onChange }: Props<T>) {
  const name = useId();
  return (
    <fieldset className={styles.segments} disabled={disabled}>
      <legend className="visually-hidden">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles.segment} data-tone={option.tone} title={option.label}>
          <input
            type="radio"
            name={name}
            className="visually-hidden"
            aria-label={option.label}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.icon}
        </label>
      ))}
    </fieldset>
  );
}
