import type { Translated } from '../translated';
import type { exporting as english } from '../en/exporting';

export const exporting: Translated<typeof english> = {
  title: 'Export',
  titleOf: '{name} exportieren',
  item: 'Nachrichten exportieren',
  text: 'Speichert alle Nachrichten in einer Datei, auch die der Threads. Dateien, die an ihnen hängen, werden genannt, sind aber nicht enthalten.',
  what: 'Was exportiert wird',
  allChannels: 'Alle Kanäle, die du siehst',
  format: 'Format',
  jsonl: 'JSON-Zeilen',
  jsonlHint: 'Alles über jede Nachricht, je eine Zeile: für Programme.',
  csv: 'CSV',
  csvHint: 'Eine Tabelle für die Tabellenkalkulation. Was sie für eine Formel hielte, hat einen Apostroph davor.',
  keptInMemory:
    'Dieser Browser behält einen Export im Speicher, bis er vollständig ist; er darf darum bis zu {limit, number} MB haben. Chrome und Edge schreiben ihn in die Datei, während er ankommt.',
  start: 'Exportieren',
  cancel: 'Export abbrechen',
  running: '{name} wird exportiert …',
  progress: 'Der Export läuft',
  written: '{count, plural, one {# Nachricht} other {# Nachrichten}}, {size}',
  done: 'Gespeichert als {file}',
  tooLarge:
    'Das ist mehr als die {limit, number} MB, die dieser Browser behalten kann. Nimm Chrome oder Edge, oder exportiere einen einzelnen Kanal.',
  notSaved: 'Die Datei konnte nicht gespeichert werden. Wähle einen anderen Ort, oder schaffe Platz auf dem Gerät.',
};
