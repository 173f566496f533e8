import type { FormEvent, ReactNode } from 'react';
import styles from './form.module.css';

interface Props {
  onSubmit(): void;
  children: ReactNode;
}

export function Form({ onSubmit, children }: Props) {
  function submit(event: FormEvent) {
    event.preventDefault();
    // A dialog stands in a portal, and yet within the form that it was opened from.
    event.stopPropagation();
    onSubmit();
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      {children}
    </form>
  );
}

export function FormActions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}
