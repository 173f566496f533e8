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
  push: 'Auch wenn WebChat nicht offen ist',
  pushHint:
    'Dieser Browser ruft dich dann auch ohne offene Seite, solange du hier angemeldet bleibst. Wer in den letzten zehn Minuten WebChat auf irgendeinem Gerät benutzt hat, wird nicht gerufen.',
  pushUnsupported:
    'Dieser Browser kann dich nicht rufen, solange WebChat nicht offen ist, jedenfalls nicht unter einer Adresse ohne https.',
  pushNotOffered:
    'Solange WebChat nicht offen ist, wirst du nicht gerufen: Wer diesen Server betreibt, hat das nicht eingerichtet.',
  pushBlocked:
    'Solange WebChat nicht offen ist, kannst du nicht gerufen werden: Dein Browser lässt WebChat keine Benachrichtigungen zeigen.',
  pushNotRead: 'Es war nicht herauszufinden, ob du gerufen wirst, solange WebChat nicht offen ist.',
  pushFailed:
    'Nichts hat sich geändert: Der Dienst, über den dein Browser gerufen wird, hat nicht mitgemacht, oder der Server war nicht zu erreichen.',
  sound: 'Ton',
  soundHint: 'Zwei leise Töne für dieselben Nachrichten.',
  hear: 'Ton anhören',
  where:
    'Was du von einem Kanal oder Server hörst, wählst du in dessen Menü unter „Benachrichtigungen“. Was stummgeschaltet ist, ruft niemanden.',
  from: '{name} ({place})',
  channelIn: '#{channel}, {server}',
  sentFile: 'Hat eine Datei gesendet',
};
