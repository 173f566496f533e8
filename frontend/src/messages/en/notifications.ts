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
  sound: 'Sound',
  soundHint: 'Two soft tones for the same messages.',
  hear: 'Hear the sound',
  where:
    'What you hear of each channel and server is chosen in their menus, under Notifications. What is muted calls nobody.',
  from: '{name} ({place})',
  channelIn: '#{channel}, {server}',
  sentFile: 'Sent a file',
} as const;
