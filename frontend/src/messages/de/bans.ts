import type { Translated } from '../translated';
import type { bans as english } from '../en/bans';

export const bans: Translated<typeof english> = {
  title: 'Sperren',
  hint: 'Wer nicht wiederkommen kann, bis die Sperre aufgehoben ist.',
  search: 'Sperren suchen',
  searchBy: 'Nach Name oder Grund suchen',
  count: '{count, plural, one {# Sperre} other {# Sperren}}',
  none: 'Niemand ist gesperrt. Wer über die Karte eines Mitglieds gesperrt wird, steht hier.',
  noneFound: 'Niemand, der so heißt, ist gesperrt.',
  noneFoundYet: 'Soweit angezeigt, ist niemand gesperrt, der so heißt.',
  by: 'Gesperrt von {name}, <time></time>',
  liftOf: 'Sperre aufheben: {name}',
  lift: 'Sperre aufheben',
};
