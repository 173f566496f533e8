import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import styles from './icon-button.module.css';
import { Tooltip } from './tooltip';

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** The accessible name, shown on hover and focus. */
  label: string;
  side?: 'top' | 'right' | 'bottom' | 'left';
  children: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

export function IconButton({ label, side = 'bottom', className, ...rest }: Props) {
  return (
    <Tooltip text={label} side={side}>
      <button
        type="button"
        aria-label={label}
        {...rest}
        className={[styles.button, className].filter(Boolean).join(' ')}
      />
    </Tooltip>
  );
}
