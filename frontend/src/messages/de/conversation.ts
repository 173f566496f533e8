import type { Translated } from '../translated';
import type { conversation as english } from '../en/conversation';

export const conversation: Translated<typeof english> = {
  messagesIn: 'Nachrichten in {name}',
  messageTo: 'Nachricht an {name}',
  welcomeTo: 'Willkommen in {name}',
  beginningDirect: 'Hier beginnt euer Gespräch.',
  beginningChannel: 'Hier beginnt der Kanal. Was hier geschrieben wird, bleibt für alle, die dazukommen.',
  thread: 'Thread',
  thisThread: 'diesem Thread',
  messagesInThread: 'Nachrichten im Thread {name}',
  replyInThread: 'Im Thread antworten',
  callsAll: 'Ruft alle, die diesen Kanal sehen',
  role: 'Rolle',
  aFile: 'Eine Datei',
  search: 'Suchen',
  messageNotFound: 'Diese Nachricht ist nicht zu finden. Vielleicht wurde sie gelöscht.',
  messageNotLoaded: 'Diese Nachricht konnte nicht geladen werden.',
};
