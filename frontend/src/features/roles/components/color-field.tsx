'use client';

import { Check } from 'lucide-react';
import { RadioGroup } from 'radix-ui';
import type { CSSProperties } from 'react';
import { useTranslations } from 'use-intl';
import { ROLE_COLORS } from '../model/colors';
import styles from './color-field.module.css';

interface Props {
  value: string | null;
  disabled: boolean;
  onChange(color: string | null): void;
}

const NONE = 'none';

/** One of the usual colours, or none. */
export function ColorField({ value, disabled, onChange }: Props) {
  const t = useTranslations();
  const known = ROLE_COLORS.some((color) => color.value === value);
  const colors =
    value === null || known ? ROLE_COLORS : [...ROLE_COLORS, { value, name: 'roles.anotherColor' as const }];
  return (
    <div className={styles.field}>
      <span id="role-color" className={styles.label}>
        {t('roles.color')}
      </span>
      <RadioGroup.Root
        className={styles.colors}
        aria-labelledby="role-color"
        orientation="horizontal"
        disabled={disabled}
        value={value ?? NONE}
        onValueChange={(next) => onChange(next === NONE ? null : next)}
      >
        {[{ value: NONE, name: 'roles.noColor' as const }, ...colors].map((color) => (
          <RadioGroup.Item
            key={color.value}
            value={color.value}
            className={styles.color}
            title={t(color.name)}
            aria-label={t(color.name)}
            style={color.value === NONE ? undefined : ({ '--role': color.value } as CSSProperties)}
          >
            <RadioGroup.Indicator className={styles.check}>
              <Check size={16} strokeWidth={3} aria-hidden />
            </RadioGroup.Indicator>
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </div>
  );
}
