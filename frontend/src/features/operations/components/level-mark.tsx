import { CircleCheck, CircleHelp, OctagonAlert, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { PlainKey } from '@/i18n/translate';
import type { Level } from '../model/levels';
import styles from './level-mark.module.css';

const MARKS = {
  good: { Icon: CircleCheck, label: 'operations.levelGood' },
  watch: { Icon: TriangleAlert, label: 'operations.levelWatch' },
  bad: { Icon: OctagonAlert, label: 'operations.levelBad' },
  unknown: { Icon: CircleHelp, label: 'operations.levelUnknown' },
} as const satisfies Record<Level, { Icon: unknown; label: PlainKey<'operations'> }>;

/** How much something matters, by shape, word and colour. */
export function LevelMark({ level, size = 16 }: { level: Level; size?: number }) {
  const t = useTranslations();
  const { Icon, label } = MARKS[level];
  return (
    <span className={styles.mark} data-level={level} title={t(label)}>
      <Icon size={size} aria-hidden />
      <span className="visually-hidden">{t(label)}</span>
    </span>
  );
}
