'use client';

import { Monitor, Moon, Rows3, Rows4, Sun } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { PlainKey } from '@/i18n/translate';
import { chooseDensity, chooseTheme, useDensity, useTheme, type Density, type Theme } from '../model/theme';
import styles from './account-settings.module.css';
import { LanguageChoice } from './language-choice';

const THEMES = [
  { value: 'system', label: 'appearance.system', icon: <Monitor size={20} aria-hidden /> },
  { value: 'light', label: 'appearance.light', icon: <Sun size={20} aria-hidden /> },
  { value: 'dark', label: 'appearance.dark', icon: <Moon size={20} aria-hidden /> },
] as const satisfies readonly Labelled<Theme>[];

const DENSITIES = [
  { value: 'cosy', label: 'appearance.comfortable', icon: <Rows3 size={20} aria-hidden /> },
  { value: 'compact', label: 'appearance.compact', icon: <Rows4 size={20} aria-hidden /> },
] as const satisfies readonly Labelled<Density>[];

/** How the app looks in this browser. */
export function AppearanceSettings() {
  const t = useTranslations();
  const labelled = <T extends string>(options: readonly Labelled<T>[]): Option<T>[] =>
    options.map((option) => ({ ...option, label: t(option.label) }));
  return (
    <>
      <Choice legend={t('appearance.theme')} options={labelled(THEMES)} value={useTheme()} onChange={chooseTheme} />
      <Choice
        legend={t('appearance.density')}
        options={labelled(DENSITIES)}
        value={useDensity()}
        onChange={chooseDensity}
      />
      <LanguageChoice />
    </>
  );
}

type Labelled<T extends string> = Omit<Option<T>, 'label'> & { label: PlainKey<'appearance'> };

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
