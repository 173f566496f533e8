import type { Translated } from '../translated';
import type { past as english } from '../en/past';

export const past: Translated<typeof english> = {
  open: 'Wie es war',
  title: '{name}, wie es war',
  text: 'Was bis dahin gesagt wurde. Gelöschtes bleibt gelöscht.',
  moment: 'Zeitpunkt',
  now: 'Jetzt',
  exactly: 'Datum und Uhrzeit',
  outside: 'Zwischen {first} und jetzt.',
  asOf: 'Das ist die Vergangenheit: Stand {time}.',
  asNow: 'Das ist die Gegenwart, Stand {time}. Wähle, wohin du zurückgehen willst.',
  leave: 'Zurück in die Gegenwart',
  manyMembers: '{count, plural, one {mindestens # Mitglied} other {mindestens # Mitglieder}}',
  pins: '{count, plural, =0 {nichts angepinnt} one {# angepinnte Nachricht} other {# angepinnte Nachrichten}}',
  nothing: 'Es war noch nichts gesagt worden.',
  allDeleted: 'Was gesagt worden war, ist gelöscht.',
  notThere: 'Das gab es noch nicht, oder du darfst es nicht mehr sehen.',
  changedSince: 'Später bearbeitet: So lautet sie jetzt.',
};
