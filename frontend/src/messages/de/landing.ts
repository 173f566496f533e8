import type { Translated } from '../translated';
import type { landing as english } from '../en/landing';

export const landing: Translated<typeof english> = {
  logIn: 'Anmelden',
  title: 'Ein ruhiger Ort zum Reden',
  lead: 'Der Chat für Gruppen, der jedes Wort behält: in der richtigen Reihenfolge und genau einmal.',
  create: 'Konto erstellen',
  haveOne: 'Ich habe schon eins',
  instant: 'Sofort da',
  instantText: 'Was du schreibst, ist im selben Moment auf allen Bildschirmen.',
  nothingLost: 'Nichts verloren, nichts doppelt',
  nothingLostText: 'Nach dem Tunnel, dem Mittagsschlaf oder dem Neustart bekommst du genau das, was du verpasst hast.',
  people: 'Deine Leute',
  peopleText: 'Für jede Gruppe ein Server; ein Link holt alle herein.',
};
