import {
  useId,
  type InputHTMLAttributes,
  type ReactNode,
  type Ref,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
} from 'react';
import styles from './text-field.module.css';

interface Props extends InputHTMLAttributes<HTMLInputElement> {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  ref?: Ref<HTMLInputElement>;
}

/** A labelled field; what is wrong with it stands beneath it and is read out with it. */
export function TextField({ label, hint, error, ...input }: Props) {
  return (
    <Labelled label={label} hint={hint} error={error}>
      {(attributes) => <input {...input} {...attributes} className={styles.input} />}
    </Labelled>
  );
}

interface AreaProps extends TextareaHTMLAttributes<HTMLTextAreaElement> {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
}

export function TextArea({ label, hint, error, ...area }: AreaProps) {
  return (
    <Labelled label={label} hint={hint} error={error}>
      {(attributes) => <textarea {...area} {...attributes} className={`${styles.input} ${styles.area}`} />}
    </Labelled>
  );
}

interface SelectProps extends SelectHTMLAttributes<HTMLSelectElement> {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
}

export function SelectField({ label, hint, error, ...select }: SelectProps) {
  return (
    <Labelled label={label} hint={hint} error={error}>
      {(attributes) => <select {...select} {...attributes} className={`${styles.input} ${styles.select}`} />}
    </Labelled>
  );
}

interface LabelledProps {
  label: string;
  hint: string | undefined;
  error: string | undefined;
  children(attributes: { id: string; 'aria-invalid': boolean; 'aria-describedby': string | undefined }): ReactNode;
}

function Labelled({ label, hint, error, children }: LabelledProps) {
  const id = useId();
  const note = error ?? hint;
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {children({ id, 'aria-invalid': error !== undefined, 'aria-describedby': note ? `${id}-note` : undefined })}
      {note && (
        <p id={`${id}-note`} className={error ? styles.error : styles.hint}>
          {note}
        </p>
      )}
    </div>
  );
}
