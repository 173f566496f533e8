import type { Translated } from '../translated';
import type { appearance as english } from '../en/appearance';

export const appearance: Translated<typeof english> = {
  title: 'Darstellung',
  hint: 'Wie WebChat in diesem Browser aussieht. Jede Wahl gilt sofort.',
  theme: 'Design',
  system: 'Wie das System',
  light: 'Hell',
  dark: 'Dunkel',
  density: 'Dichte',
  comfortable: 'Bequem',
  compact: 'Kompakt',
  language: 'Sprache',
  likeBrowser: 'Wie der Browser',
};
