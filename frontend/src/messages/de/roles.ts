import type { Translated } from '../translated';
import type { roles as english } from '../en/roles';

export const roles: Translated<typeof english> = {
  title: 'Rollen',
  hint: 'Rollen sagen, wer was darf, und geben Namen Farbe. Ein Mitglied steht so hoch wie seine höchste Rolle und kann nur an denen etwas ändern, die darunter stehen.',
  color: 'Farbe',
  noColor: 'Keine Farbe',
  anotherColor: 'Eine andere Farbe',
  red: 'Rot',
  orange: 'Orange',
  amber: 'Bernstein',
  green: 'Grün',
  teal: 'Türkis',
  blue: 'Blau',
  violet: 'Violett',
  pink: 'Rosa',
  everyoneHint: 'Was jedes Mitglied darf, welche Rollen es sonst auch hat.',
  readOnly: 'Du kannst diese Rolle ansehen, aber nicht ändern.',
  name: 'Name der Rolle',
  everyoneMay: '{hint} Das dürfen schon alle.',
  delete: 'Rolle löschen',
  deleteTitle: 'Die Rolle {name} löschen?',
  deleteText: 'Niemand hat sie mehr, und was sie erlaubte, endet sofort. Das lässt sich nicht rückgängig machen.',
  new: 'Neue Rolle',
  create: 'Rolle erstellen',
  list: 'Rollen, die höchste zuerst',
};
