/** `0s`, `4.2s`, `3m`, `2.5h`: how long something took or takes, shortly. */
export function spanWords(seconds: number, locale: string): string {
  const [unit, length, digits] =
    seconds < 120
      ? (['second', 1, seconds < 10 ? 1 : 0] as const)
      : seconds < 7_200
        ? (['minute', 60, 0] as const)
        : (['hour', 3_600, 1] as const);
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'narrow',
    maximumFractionDigits: digits,
  }).format(seconds / length);
}
