import type { Translated } from '../translated';
import type { common as english } from '../en/common';

export const common: Translated<typeof english> = {
  cancel: 'Abbrechen',
  save: 'Speichern',
  close: 'Schließen',
  back: 'Zurück',
  copy: 'Kopieren',
  copied: 'Kopiert',
  delete: 'Löschen',
  moveUp: 'Nach oben',
  moveDown: 'Nach unten',
  tryAgain: 'Erneut versuchen',
  partNotLoadedTitle: 'Das konnte nicht geladen werden',
  partNotLoaded:
    'Prüfe deine Verbindung und versuche es erneut. Wurde WebChat inzwischen aktualisiert, lade die Seite neu: Was du geschrieben hast, bleibt erhalten.',
  showMore: 'Mehr anzeigen',
  loading: 'Wird geladen …',
  saving: 'Wird gespeichert …',
  saved: 'Gespeichert',
  typeToConfirm: 'Gib zur Bestätigung „{text}“ ein',
  countOver: '{count, number}+',
  unknownUser: 'Unbekannt',
  everyone: 'Alle',
  members: '{count, plural, one {# Mitglied} other {# Mitglieder}}',
  direct: 'Direktnachricht',
  directMessages: 'Direktnachrichten',
  onlyYou: 'Nur du',
  unread: 'ungelesen',
  unreadCount: '{count, number} ungelesen',
  mentions: '{count, plural, one {# Erwähnung} other {# Erwähnungen}}',
  muted: 'stumm',
};
