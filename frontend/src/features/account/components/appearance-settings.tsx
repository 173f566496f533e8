'use client';

import { Monitor, Moon, Rows3, Rows4, Sun } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { chooseDensity, chooseTheme, useDensity, useTheme, type Density, type Theme } from '../model/theme';
import styles from './account-settings.module.css';

const THEMES: readonly Option<Theme>[] = [
  { value: 'system', label: 'Like the system', icon: <Monitor size={20} aria-hidden /> },
  { value: 'light', label: 'Light', icon: <Sun size={20} aria-hidden /> },
  { value: 'dark', label: 'Dark', icon: <Moon size={20} aria-hidden /> },
];

const DENSITIES: readonly Option<Density>[] = [
  { value: 'cosy', label: 'Comfortable', icon: <Rows3 size={20} aria-hidden /> },
  { value: 'compact', label: 'Compact', icon: <Rows4 size={20} aria-hidden /> },
];

/** How the app looks in this browser. */
export function AppearanceSettings() {
  return (
    <>
      <Choice legend="Theme" options={THEMES} value={useTheme()} onChange={chooseTheme} />
      <Choice legend="Density" options={DENSITIES} value={useDensity()} onChange={chooseDensity} />
    </>
  );
}

interface Option<T extends string> {
  value: T;
  label: string;
  icon: ReactNode;
}

interface ChoiceProps<T extends string> {
  legend: string;
  options: readonly Option<T>[];
  value: T;
  onChange(value: T): void;
}

function Choice<T extends string>({ legend, options, value, onChange }: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.legend}>{legend}</legend>
      <div className={styles.options}>
        {options.map((option) => (
          <label key={option.value} className={styles.option}>
            <input
              type="radio"
              name={name}
              className="visually-hidden"
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.icon}
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
