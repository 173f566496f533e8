export const connection = {
  notUnderstood: 'This page no longer understands WebChat. Reload it to go on.',
  catchingUp: 'Connected. Catching up on what you missed…',
  connecting: 'Connecting…',
  lost: 'The connection was lost. Reconnecting…',
  offline: 'You are offline. What you write is kept, and sent when you are back.',
  behind: 'WebChat is up to {time} behind: what was changed lately may be missing here.',
  tryNow: 'Try now',
  reload: 'Reload',
} as const;
