import type { Translated } from '../translated';
import type { unread as english } from '../en/unread';

export const unread: Translated<typeof english> = {
  inboxLabel: 'Eingang der Erwähnungen',
  inbox: 'Eingang',
  inboxUnread: 'Eingang, {count, number} ungelesen',
  mentions: 'Erwähnungen',
  notLoaded: 'Die Erwähnungen konnten nicht geladen werden.',
  none: 'Noch hat dich niemand erwähnt. Wer es tut, steht dann hier.',
  all: 'Alle Nachrichten',
  onlyMentions: 'Nur Erwähnungen',
  nothing: 'Nichts',
  asServer: 'Wie der Server',
  markRead: 'Als gelesen markieren',
  notMarked: '{count, plural, one {# Kanal wurde} other {# Kanäle wurden}} nicht als gelesen markiert.',
  mute: 'Stummschalten',
  unmute: 'Stummschaltung aufheben',
  notifications: 'Benachrichtigungen',
  showAsUnread: 'Als ungelesen zeigen',
};
