import type { PlainKey } from '@/i18n/translate';

/** The colours that are offered: apart in hue, of one strength. The name says what it is to those who do not see it. */
export const ROLE_COLORS: readonly { value: string; name: PlainKey<'roles'> }[] = [
  { value: '#e5484d', name: 'roles.red' },
  { value: '#f76b15', name: 'roles.orange' },
  { value: '#e2a336', name: 'roles.amber' },
  { value: '#46a758', name: 'roles.green' },
  { value: '#12a594', name: 'roles.teal' },
  { value: '#0091ff', name: 'roles.blue' },
  { value: '#6e56cf', name: 'roles.violet' },
  { value: '#d6409f', name: 'roles.pink' },
];
