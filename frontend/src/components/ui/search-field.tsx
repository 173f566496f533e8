import { Search } from 'lucide-react';
import styles from './search-field.module.css';

interface Props {
  label: string;
  placeholder: string;
  value: string;
  onChange(text: string): void;
  /** How much is found, in words; undefined while that is not known. */
  count: string | undefined;
}

/** Narrows down a list beneath it, and says how much is left. */
export function SearchField({ label, placeholder, value, onChange, count }: Props) {
  return (
    <div className={styles.search}>
      <Search size={18} aria-hidden />
      <input
        type="search"
        className={styles.field}
        aria-label={label}
        placeholder={placeholder}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
      <p role="status" className={styles.count}>
        {count}
      </p>
    </div>
  );
}
