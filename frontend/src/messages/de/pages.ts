import type { Translated } from '../translated';
import type { pages as english } from '../en/pages';

export const pages: Translated<typeof english> = {
  description: 'Der Chat, der jedes Wort behält: in der richtigen Reihenfolge und genau einmal.',
  invitation: 'Einladung',
  notFound: 'Seite nicht gefunden',
  notFoundText: 'Unter dieser Adresse gibt es nichts. Vielleicht hast du dich vertippt, oder die Seite ist umgezogen.',
  goToWebChat: 'Zu WebChat',
  broke: 'Da ist etwas kaputtgegangen',
  brokeText:
    'Auf dieser Seite ist ein unerwarteter Fehler aufgetreten. Nichts von dem, was du gesendet hast, ist verloren.',
  reload: 'WebChat neu laden',
  tryAgain: 'Erneut versuchen',
  notShown: 'WebChat konnte nicht angezeigt werden.',
};
