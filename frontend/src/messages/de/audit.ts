import type { Translated } from '../translated';
import type { audit as english } from '../en/audit';

export const audit: Translated<typeof english> = {
  title: 'Protokoll',
  hint: 'Wer was wann und warum geändert hat. Daran wird nie etwas geändert.',
  by: 'Von',
  anybody: 'Allen',
  what: 'Was',
  everything: 'Alles',
  nothingLike: 'So etwas ist noch nicht geschehen.',
  nothing: 'Noch ist nichts geschehen.',
  list: 'Protokoll, das Neueste zuerst',
  somebodyGone: 'jemand, der nicht mehr da ist',
  channelGone: 'einem Kanal, den es nicht mehr gibt oder den du nicht siehst',
  gone: '(nicht mehr da)',
  everyone: 'alle',
  off: 'aus',
  ownName: 'der eigene Name',
  quoted: '„{text}“',
  unknown: '<b>{actor}</b> hat etwas getan ({type})',
};
