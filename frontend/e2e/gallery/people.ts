import type { Portrait } from './drawings';

export type Name = 'ada' | 'jonas' | 'mei' | 'priya' | 'ruben' | 'sam';

interface Somebody {
  displayName: string;
  statusText?: string;
  presence: 'online' | 'idle' | 'do-not-disturb' | 'offline';
  looks: Portrait;
}

/** Who lives in the gallery. One looks over the shoulder of the first. */
export const PEOPLE: Record<Name, Somebody> = {
  ada: {
    displayName: 'Ada Okafor',
    statusText: 'Watching the tide',
    presence: 'online',
    looks: { back: '#f3c9a5', skin: '#7a4a2e', hair: '#1f1712', top: '#3f51b5', cut: 'curly' },
  },
  jonas: {
    displayName: 'Jonas Weber',
    statusText: 'At the pier',
    presence: 'online',
    looks: { back: '#a9c6d9', skin: '#e8bd9b', hair: '#8a5a2b', top: '#38615b', cut: 'beard' },
  },
  mei: {
    displayName: 'Mei Tanaka',
    presence: 'do-not-disturb',
    looks: { back: '#d9c2e6', skin: '#f0cfae', hair: '#20202a', top: '#b23a6b', cut: 'bob' },
  },
  priya: {
    displayName: 'Priya Nair',
    statusText: 'Reading datasheets',
    presence: 'online',
    looks: { back: '#bfe0c8', skin: '#b07a4f', hair: '#241a17', top: '#c77d19', cut: 'long' },
  },
  ruben: {
    displayName: 'Rubén Castillo',
    presence: 'idle',
    looks: { back: '#f0dca0', skin: '#c8956b', hair: '#2d2320', top: '#70484f', cut: 'short' },
  },
  sam: {
    displayName: 'Sam Lindqvist',
    statusText: 'Back on Monday',
    presence: 'offline',
    looks: { back: '#e0b8b0', skin: '#f2d3bd', hair: '#c98b3c', top: '#4a6fa5', cut: 'bun' },
  },
};

export const NAMES = Object.keys(PEOPLE) as Name[];

export type Channel =
  'general' | 'announcements' | 'firmware' | 'hardware' | 'data' | 'pier-4' | 'photos' | 'crew-only';

/** Said by somebody somewhere; `@name` calls one of them. */
export interface Line {
  by: Name;
  /** Or a direct conversation. */
  in: Channel | 'with-mei' | 'crew';
  /** On which day of March 2026, at which time. */
  at: string;
  says: string;
  /** What others refer to it by. */
  as?: string;
  answers?: string;
  /** In the thread of that message. */
  under?: string;
  thread?: string;
  pinned?: boolean;
  shows?: 'pier';
  reactions?: Record<string, Name[]>;
}

const CODE = `\`\`\`c
size_t read_frame(uint8_t *frame) {
    size_t length = uart_read(frame, FRAME_MAX);
    // The checksum is the last byte: it was cut off here.
    return crc8(frame, length - 1) == frame[length - 1] ? length : 0;
}
\`\`\``;

export const LINES: Line[] = [
  {
    by: 'sam',
    in: 'announcements',
    at: '09 10:00',
    says: 'Tidewatch 2.4 is out: **better batteries**, quieter alarms.',
    as: 'release',
  },
  { by: 'ruben', in: 'general', at: '10 08:30', says: 'Good morning! Coffee is on at the boathouse.' },
  { by: 'mei', in: 'general', at: '10 08:34', says: 'On my way. I bring the spare battery packs.' },
  { by: 'ada', in: 'general', at: '10 08:41', says: 'Save me a cup.', as: 'general-read' },
  {
    by: 'jonas',
    in: 'general',
    at: '12 09:31',
    says: '@ada the harbour office asks for last month’s levels, can you send them the report?',
  },
  {
    by: 'jonas',
    in: 'hardware',
    at: '10 14:20',
    says: 'The new battery holder fits. I ordered twenty.',
    as: 'hardware-read',
  },
  {
    by: 'mei',
    in: 'data',
    at: '11 11:05',
    says: 'Levels since January are in the archive, one file a day.',
    as: 'data-read',
  },

  {
    by: 'jonas',
    in: 'firmware',
    at: '11 16:02',
    says: 'The gauge at pier 4 has been running for a week now. Battery is still at 81 %, so the new sleep mode works.',
    as: 'week',
    pinned: true,
    reactions: { '🎉': ['ada', 'mei', 'priya', 'sam'], '🔋': ['ruben', 'mei'] },
  },
  { by: 'mei', in: 'firmware', at: '11 16:05', says: 'Nice! Did you keep the ten minute interval?', answers: 'week' },
  {
    by: 'jonas',
    in: 'firmware',
    at: '11 16:09',
    says: 'Ten minutes in calm weather, one minute as soon as the level moves: `STORM_CM` is **3** for now.',
  },
  {
    by: 'priya',
    in: 'firmware',
    at: '12 09:12',
    says: `I found the spikes around midnight. We compare the checksum with the wrong byte:\n${CODE}`,
    as: 'spikes',
    thread: 'Spikes around midnight',
    reactions: { '👀': ['jonas', 'ruben'], '🙌': ['ada', 'mei', 'jonas'] },
  },
  {
    by: 'ruben',
    in: 'firmware',
    at: '12 09:15',
    says: 'That explains the *one in 256* readings that looked fine.',
    under: 'spikes',
  },
  {
    by: 'ada',
    in: 'firmware',
    at: '12 09:17',
    says: 'Good catch! Can we tell the bad ones apart in the archive?',
    under: 'spikes',
  },
  {
    by: 'priya',
    in: 'firmware',
    at: '12 09:19',
    says: 'Yes: they jump by more than 40 cm and come back within one reading. I write a filter.',
    under: 'spikes',
    reactions: { '👍': ['ada', 'ruben'] },
  },
  {
    by: 'jonas',
    in: 'firmware',
    at: '12 09:22',
    says: 'Happy to test it on pier 4, the laptop is with me.',
    under: 'spikes',
  },
  {
    by: 'ada',
    in: 'firmware',
    at: '12 09:24',
    says: 'I merge it as soon as the tests are green.',
    as: 'firmware-read',
  },
  {
    by: 'ruben',
    in: 'firmware',
    at: '12 09:33',
    says: 'Low tide is at 18:40. @ada, could you review the update before then? We are out there anyway.',
    as: 'review',
  },
  {
    by: 'jonas',
    in: 'firmware',
    at: '12 09:36',
    says: 'This is what we are dealing with:',
    shows: 'pier',
    reactions: { '😍': ['mei', 'priya'] },
  },

  {
    by: 'jonas',
    in: 'photos',
    at: '12 07:58',
    says: 'Pier 4, this morning.',
    shows: 'pier',
    reactions: { '🌅': ['mei', 'sam', 'ruben'] },
  },
  {
    by: 'ruben',
    in: 'pier-4',
    at: '10 17:12',
    says: 'Changed the battery at pier 4, the old one had 62 %.',
    as: 'pier-read',
  },

  {
    by: 'mei',
    in: 'with-mei',
    at: '12 08:47',
    says: 'Do you have a minute? I would like to show the board the *storm* chart on Friday.',
  },
  {
    by: 'ada',
    in: 'with-mei',
    at: '12 08:52',
    says: 'Of course. The one from 18 February is the clearest: 84 cm in two hours.',
  },
  { by: 'mei', in: 'with-mei', at: '12 08:53', says: 'Perfect. And the battery figures?', as: 'figures' },
  {
    by: 'ada',
    in: 'with-mei',
    at: '12 08:58',
    says: 'I send you the sheet, it has every gauge since the update. Pier 4: **81 %** after a week.',
    answers: 'figures',
    reactions: { '🙏': ['mei'] },
  },
  { by: 'mei', in: 'with-mei', at: '12 09:03', says: 'You are the best. Lunch is on me 🍜', as: 'mei-read' },
  { by: 'priya', in: 'crew', at: '11 19:10', says: 'Boots, torches, thermos. See you at six.', as: 'crew-read' },
];

/** What has been read up to where. */
export const READ = [
  'release',
  'general-read',
  'hardware-read',
  'data-read',
  'firmware-read',
  'pier-read',
  'mei-read',
  'crew-read',
];
