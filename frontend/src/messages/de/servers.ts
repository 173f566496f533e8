import type { Translated } from '../translated';
import type { servers as english } from '../en/servers';

export const servers: Translated<typeof english> = {
  createTitle: 'Server erstellen',
  createText:
    'Ein Server ist der Ort einer Gruppe: ihre Kanäle, ihre Leute. Er beginnt mit einem Kanal namens „general“.',
  name: 'Name des Servers',
  namePlaceholder: 'Raketenclub',
  creating: 'Wird erstellt …',
  create: 'Server erstellen',
  leaveTitle: '{name} verlassen?',
  leaveText: 'Du siehst ihn nicht mehr und brauchst eine Einladung, um wiederzukommen.',
  leave: 'Server verlassen',
  overview: 'Übersicht',
  overviewHint: 'Wie dieser Server heißt und worum es geht.',
  description: 'Beschreibung',
  descriptionPlaceholder: 'Was bringt die Leute hier zusammen?',
  icon: 'Symbol des Servers',
  iconHint: 'Ein Quadrat mit mindestens 256 Pixeln sieht am besten aus; von anderen Bildern wird die Mitte gezeigt.',
  iconChoose: 'Bild wählen',
  iconChange: 'Bild ändern',
  iconRemove: 'Entfernen',
  iconTooLarge: 'Ein Symbol darf bis zu {limit, number} MB haben.',
  iconUnreadable: 'Dieses Bild lässt sich nicht verwenden. Nimm ein PNG, JPEG, GIF oder WebP.',
  deleteThis: 'Diesen Server löschen',
  deleteThisText:
    'Seine Kanäle, Nachrichten und Mitglieder sind für alle weg. Willst du ihn lieber jemandem übergeben, wähle die Person unter „Mitglieder“.',
  delete: 'Server löschen',
  deleteTitle: '{name} löschen?',
  deleteText: 'Alle Kanäle und Nachrichten sind für alle weg. Das lässt sich nicht rückgängig machen.',
  notYours: 'Diese Seite ist nicht für dich',
  notYoursText: 'Deine Rollen hier erlauben dir den Blick darauf nicht. Frag jemanden, der den Server verwaltet.',
  label: 'Server',
  notLoaded: 'Deine Server konnten nicht geladen werden. Erneut versuchen',
};
