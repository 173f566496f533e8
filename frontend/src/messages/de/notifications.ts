import type { Translated } from '../translated';
import type { notifications as english } from '../en/notifications';

export const notifications: Translated<typeof english> = {
  title: 'Benachrichtigungen',
  hint: 'Wie dieser Browser dich ruft, wenn du gerade woanders bist.',
  ask: 'Der Browser fragt dich einmal, ob WebChat Benachrichtigungen zeigen darf.',
  turnOn: 'Desktop-Benachrichtigungen einschalten',
  desktop: 'Desktop-Benachrichtigungen',
  desktopHint:
    'Für Nachrichten, die kommen, während du woanders bist. Sie verschwinden, sobald du sie gelesen hast, egal auf welchem Gerät.',
  denied:
    'Dein Browser lässt WebChat keine Benachrichtigungen zeigen. Erlaube sie in seinen Einstellungen für diese Seite und komm dann zurück.',
  unsupported: 'Dieser Browser kennt keine Benachrichtigungen für Webseiten.',
  sound: 'Ton',
  soundHint: 'Zwei leise Töne für dieselben Nachrichten.',
  hear: 'Ton anhören',
  where:
    'Was du von einem Kanal oder Server hörst, wählst du in dessen Menü unter „Benachrichtigungen“. Was stummgeschaltet ist, ruft niemanden.',
  from: '{name} ({place})',
  channelIn: '#{channel}, {server}',
  sentFile: 'Hat eine Datei gesendet',
};
