import type { Translated } from '../translated';
import type { connection as english } from '../en/connection';

export const connection: Translated<typeof english> = {
  notUnderstood: 'Diese Seite versteht WebChat nicht mehr. Lade sie neu, um weiterzumachen.',
  catchingUp: 'Verbunden. Was du verpasst hast, wird nachgeholt …',
  connecting: 'Verbindung wird hergestellt …',
  lost: 'Die Verbindung ist abgebrochen und wird wiederhergestellt …',
  offline: 'Du bist offline. Was du schreibst, bleibt erhalten und wird gesendet, sobald du zurück bist.',
  behind: 'WebChat ist bis zu {time} im Rückstand: Was zuletzt geändert wurde, kann hier fehlen.',
  tryNow: 'Jetzt versuchen',
  reload: 'Neu laden',
};
