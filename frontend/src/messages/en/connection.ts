export const connection = {
  notUnderstood: 'This page no longer understands WebChat. Reload it to go on.',
  catchingUp: 'Connected. Catching up on what you missed…',
  reconnecting: 'Reconnecting…',
  lost: 'The connection was lost. Reconnecting shortly…',
  offline: 'You are offline. What you write is kept, and sent when you are back.',
  tryNow: 'Try now',
  reload: 'Reload',
} as const;
