export const bans = {
  title: 'Bans',
  hint: 'Who may not come back until the ban is lifted.',
  search: 'Search bans',
  searchBy: 'Search by name or reason',
  count: '{count, plural, one {# ban} other {# bans}}',
  none: 'Nobody is banned. Whoever is banned from the card of a member is listed here.',
  noneFound: 'Nobody who is called that is banned.',
  noneFoundYet: 'Nobody who is called that, as far as is shown, is banned.',
  by: 'Banned by {name}, <time></time>',
  liftOf: 'Lift ban of {name}',
  lift: 'Lift ban',
} as const;
