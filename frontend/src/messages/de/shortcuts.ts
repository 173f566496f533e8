import type { Translated } from '../translated';
import type { shortcuts as english } from '../en/shortcuts';

export const shortcuts: Translated<typeof english> = {
  title: 'Tastenkürzel',
  text: 'In WebChat ist alles mit der Tastatur erreichbar; das hier sind die kurzen Wege.',
  going: 'Navigation',
  reading: 'Lesen',
  writing: 'Schreiben',
  help: 'Hilfe',
  switcher: 'Zu einem Kanal, einer Person oder einem Server',
  search: 'Nachrichten suchen',
  'previous-channel': 'Voriger Kanal',
  'next-channel': 'Nächster Kanal',
  'previous-unread': 'Voriger ungelesener Kanal',
  'next-unread': 'Nächster ungelesener Kanal',
  'previous-server': 'Voriger Server',
  'next-server': 'Nächster Server',
  'read-channel': 'Kanal als gelesen markieren',
  'read-server': 'Ganzen Server als gelesen markieren',
  send: 'Nachricht senden',
  'new-line': 'Neue Zeile beginnen',
  'edit-last': 'Deine letzte Nachricht bearbeiten, aus dem leeren Feld',
  shortcuts: 'Diese Kürzel zeigen',
  keyMod: 'Strg',
  keyShift: 'Umschalt',
  keyEnter: 'Eingabe',
  keyEscape: 'Esc',
};
