export const landing = {
  logIn: 'Log in',
  title: 'A calm place to talk',
  lead: 'Chat for groups that keeps every word, in order, once.',
  create: 'Create an account',
  haveOne: 'I have one',
  instant: 'Instant',
  instantText: 'Words arrive while they are still warm, on every screen.',
  nothingLost: 'Nothing lost, nothing twice',
  nothingLostText: 'Tunnels, naps and restarts: you get exactly what you missed.',
  people: 'Your people',
  peopleText: 'A server for each group; one link brings everybody in.',
} as const;
