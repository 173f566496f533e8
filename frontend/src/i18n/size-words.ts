const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** `47 kB` */
export function sizeWords(bytes: number, locale: string): string {
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const value = bytes / 1_000 ** power;
  const unit = UNITS[power] ?? 'byte';
  const maximumFractionDigits = power === 0 || value >= 100 ? 0 : 1;
  const unitDisplay = power === 0 ? 'long' : 'short';
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay, maximumFractionDigits }).format(value);
}
