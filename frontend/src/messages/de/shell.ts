import type { Translated } from '../translated';
import type { shell as english } from '../en/shell';

export const shell: Translated<typeof english> = {
  skip: 'Zum Gespräch springen',
  channelsAndAccount: 'Kanäle und Konto',
  serversAndSettings: 'Server und Einstellungen',
  conversations: 'Gespräche',
  directUnread: 'Direktnachrichten, {count, number} ungelesen',
  sidebarWidth: 'Breite der Kanalliste',
  noServerHint: 'Deine Server stehen am Rand; hier erscheinen die Kanäle des gewählten.',
  goTo: 'Gehe zu …',
  welcome: 'Willkommen bei WebChat',
  welcomeText:
    'Ein Server ist der Ort einer Gruppe. Erstelle einen und lade deine Leute ein, oder tritt einem bei, zu dem du eingeladen bist.',
  createServer: 'Server erstellen',
  joinByInvite: 'Mit Einladungslink beitreten',
  noMemberAnyMore: 'Du bist nicht mehr in {name}',
  noMemberAnyMoreText:
    'Du bist gegangen, wurdest entfernt, oder der Server wurde gelöscht. Ein Einladungslink lässt dich wieder ein, außer du bist gesperrt.',
  nothingHere: 'Hier ist nichts',
  nothingHereText:
    'Diesen Ort gibt es nicht, oder du bist kein Mitglied seines Servers. Mit einem Einladungslink kommst du hinein.',
  goToServers: 'Zu deinen Servern',
  noChannels: 'Noch keine Kanäle in {name}',
  noChannelsCreate: 'In einem Kanal spricht man über eine Sache. Erstelle den ersten.',
  noChannelsWait: 'Es gibt keinen, den du sehen darfst. Sobald dich jemand hineinlässt, erscheint er hier.',
  serverNotLoaded: 'Dieser Server konnte nicht geladen werden',
  unreachable: 'WebChat ist nicht erreichbar',
  unreachableText:
    'Vielleicht bist du offline, oder WebChat startet gerade neu. Diese Seite versucht es von selbst weiter.',
  message: 'Nachricht schreiben',
  invitePeople: 'Leute einladen',
  serverSettings: 'Servereinstellungen',
  createChannel: 'Kanal erstellen',
  createCategory: 'Kategorie erstellen',
  leaveServer: 'Server verlassen',
  directTitle: 'Direktnachrichten',
  directText: 'Rede mit jemandem allein oder mit mehreren in einer Gruppe: mit allen, die einen Server mit dir teilen.',
  newConversation: 'Neues Gespräch',
};
