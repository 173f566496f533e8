const THUMBNAIL = { width: 400, height: 300 };

/** As large as an image is shown in the timeline: within 400 × 300, never enlarged. */
export function fitted({ width, height }: { width: number; height: number }): { width: number; height: number } {
  const scale = Math.min(1, THUMBNAIL.width / width, THUMBNAIL.height / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** `47 kB` */
export function sizeOf(bytes: number, locale: string): string {
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const value = bytes / 1_000 ** power;
  const unit = UNITS[power] ?? 'byte';
  const maximumFractionDigits = power === 0 || value >= 100 ? 0 : 1;
  const unitDisplay = power === 0 ? 'long' : 'short';
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay, maximumFractionDigits }).format(value);
}
