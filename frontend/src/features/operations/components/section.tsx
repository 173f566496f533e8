import { useId, type ReactNode, type Ref } from 'react';
import styles from './section.module.css';

interface Props {
  title: string;
  /** To give the title the focus. */
  titleRef?: Ref<HTMLHeadingElement>;
  hint: string;
  /** Beside the title. */
  controls?: ReactNode;
  children: ReactNode;
}

export function Section({ title, titleRef, hint, controls, children }: Props) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <header className={styles.header}>
        <div className={styles.words}>
          <h2 ref={titleRef} id={id} tabIndex={titleRef ? -1 : undefined} className={styles.title}>
            {title}
          </h2>
          <p className={styles.hint}>{hint}</p>
        </div>
        {controls && <div className={styles.controls}>{controls}</div>}
      </header>
      {children}
    </section>
  );
}
