import type { Translated } from '../translated';
import type { switcher as english } from '../en/switcher';

export const switcher: Translated<typeof english> = {
  title: 'Gehe zu',
  text: 'Gib einen Teil des Namens eines Kanals, einer Person oder eines Servers ein und wähle mit den Pfeiltasten.',
  where: 'Wohin?',
  places: 'Orte',
  choose: '<kbd>↑</kbd> <kbd>↓</kbd> wählen',
  enter: '<kbd>Eingabe</kbd> geht hin',
  channels: '<kbd>#</kbd> Kanäle',
  people: '<kbd>@</kbd> Leute',
  channel: 'Kanal',
  person: 'Person',
  group: 'Gruppe',
  server: 'Server',
  serverDetail: 'Server',
  groupDetail: 'Gruppe',
  waiting: '{count, plural, one {# wartet} other {# warten}}',
  found: '{count, plural, one {# Ort} other {# Orte}}',
  typeName: 'Gib den Namen eines Kanals, einer Person oder eines Servers ein.',
  nothing: 'So heißt nichts.',
};
