export const typing = {
  one: '<b>{name}</b> is typing…',
  two: '<b>{first}</b> and <b>{second}</b> are typing…',
  several: 'Several people are typing…',
} as const;
