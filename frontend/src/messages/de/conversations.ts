import type { Translated } from '../translated';
import type { conversations as english } from '../en/conversations';

export const conversations: Translated<typeof english> = {
  notLoaded: 'Sie konnten nicht geladen werden.',
  none: 'Noch niemand. Beginne ein Gespräch mit jemandem, der einen Server mit dir teilt.',
  newTitle: 'Neues Gespräch',
  newText: 'Wähle eine Person für ein Gespräch zu zweit, oder bis zu {count, number} für eine Gruppe.',
  startGroup: 'Gruppe starten',
  startConversation: 'Gespräch starten',
  addTitle: 'Leute hinzufügen',
  addText: 'Sie sehen alles, was hier bisher gesagt wurde.',
  add: '{count, plural, one {Zur Gruppe hinzufügen} other {# Personen hinzufügen}}',
  more: 'Mehr zu dieser Gruppe',
  moreHere: 'Mehr zu diesem Gespräch',
  nameGroup: 'Gruppe benennen',
  leaveGroup: 'Gruppe verlassen',
  nameTitle: 'Dieser Gruppe einen Namen geben',
  nameText: 'Alle in der Gruppe sehen diesen Namen anstelle ihrer eigenen.',
  groupName: 'Name der Gruppe',
  leaveTitle: 'Diese Gruppe verlassen?',
  leaveText: 'Du siehst nicht mehr, was dort gesagt wird. Wer noch darin ist, kann dich wieder hinzufügen.',
  searchPeople: 'Leute suchen',
  searchByName: 'Nach Namen suchen',
  picked: '{count, number} von {limit, number}',
  people: 'Leute',
  nobodyShares: 'Du teilst noch mit niemandem einen Server.',
  nobodyCalled: 'Niemand, den du kennst, heißt so.',
};
