import type { Translated } from '../translated';
import type { connection as english } from '../en/connection';

export const connection: Translated<typeof english> = {
  notUnderstood: 'Diese Seite versteht WebChat nicht mehr. Lade sie neu, um weiterzumachen.',
  catchingUp: 'Verbunden. Was du verpasst hast, wird nachgeholt …',
  reconnecting: 'Verbindung wird wiederhergestellt …',
  lost: 'Die Verbindung ist abgebrochen. Gleich geht es weiter …',
  offline: 'Du bist offline. Was du schreibst, bleibt erhalten und wird gesendet, sobald du zurück bist.',
  tryNow: 'Jetzt versuchen',
  reload: 'Neu laden',
};
