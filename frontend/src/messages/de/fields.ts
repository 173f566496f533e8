import type { Translated } from '../translated';
import type { fields as english } from '../en/fields';

export const fields: Translated<typeof english> = {
  given: 'Hier fehlt etwas.',
  empty: 'Hier fehlt etwas.',
  blank: 'Hier muss etwas zu sehen sein.',
  range: 'Nimm {min, number} bis {max, number} Zeichen.',
  atMost: 'Nimm höchstens {max, number} Zeichen.',
  taken: 'Das ist schon vergeben.',
  password: 'Das ist nicht dein Passwort.',
  email: 'Gib eine E-Mail-Adresse wie alice@example.org ein.',
  somebodyElse: 'Wähle jemand anderen.',
  color: 'Gib eine Farbe wie #3b82f6 an.',
  person: 'Nenne jemanden, den du siehst.',
  channel: 'Nenne einen Kanal, den du siehst.',
  day: 'Gib einen Tag wie 2026-01-31 an.',
  letter: 'Gib einen Buchstaben, eine Ziffer oder einen Filter ein.',
  value: 'Gleich nach dem Doppelpunkt fehlt etwas.',
};
