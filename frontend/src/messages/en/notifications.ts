export const notifications = {
  title: 'Notifications',
  hint: 'How this browser calls you when you look elsewhere.',
  ask: 'The browser asks you once whether WebChat may show notifications.',
  turnOn: 'Turn on desktop notifications',
  desktop: 'Desktop notifications',
  desktopHint: 'Of messages that come while you look elsewhere. They go when you have read them, on any device.',
  denied:
    'Your browser does not let WebChat show notifications. Allow them in its settings for this page, then come back.',
  unsupported: 'This browser has no notifications for pages.',
  push: 'Also when WebChat is not open',
  pushHint:
    'This browser then calls you with no page open, for as long as you stay logged in here. Nobody is called who has used WebChat on any device within the last ten minutes.',
  pushUnsupported: 'This browser cannot call you while WebChat is not open, at least not at an address without https.',
  pushNotOffered: 'While WebChat is not open you are not called: whoever runs this server has not set that up.',
  pushBlocked: 'While WebChat is not open you cannot be called: your browser does not let WebChat show notifications.',
  pushNotRead: 'It could not be found out whether you are called while WebChat is not open.',
  pushFailed:
    'Nothing has changed: the service by which your browser is called did not take part, or the server could not be reached.',
  sound: 'Sound',
  soundHint: 'Two soft tones for the same messages.',
  hear: 'Hear the sound',
  where:
    'What you hear of each channel and server is chosen in their menus, under Notifications. What is muted calls nobody.',
  from: '{name} ({place})',
  channelIn: '#{channel}, {server}',
  sentFile: 'Sent a file',
} as const;
