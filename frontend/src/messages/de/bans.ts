import type { Translated } from '../translated';
import type { bans as english } from '../en/bans';

export const bans: Translated<typeof english> = {
  title: 'Banne',
  hint: 'Wer nicht wiederkommen kann, bis der Bann aufgehoben ist.',
  search: 'Banne suchen',
  searchBy: 'Nach Name oder Grund suchen',
  count: '{count, plural, one {# Bann} other {# Banne}}',
  none: 'Niemand ist gebannt. Wer über die Karte eines Mitglieds gebannt wird, steht hier.',
  noneFound: 'Niemand, der so heißt, ist gebannt.',
  noneFoundYet: 'Soweit angezeigt, ist niemand gebannt, der so heißt.',
  by: 'Gebannt von {name}, <time></time>',
  liftOf: 'Bann von {name} aufheben',
  lift: 'Bann aufheben',
};
